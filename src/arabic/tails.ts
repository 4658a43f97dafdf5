/** How far a name goes that is a phrase: what describes it, and what it is for. */
import { describes, isAdjective } from './lexicon/adjectives.ts';
import { cueForms } from './lexicon/reporting.ts';
import { notOfNames } from './lexicon/name-parts.ts';
import { bodies, definiteBodies, honorifics, offices } from './lexicon/titles.ts';
import type { Reading } from './reading.ts';
import { isEveryday, isFunction, isVerb } from './vocabulary.ts';

const ARTICLE = /^ال.{2}/;

/** Behind the definite word before `at`: adjectives, للمسرح المعاصر والتجريبي, لسوق العمل. Returns where the phrase ends, `at` where nothing goes on; at most six words. */
export function tail(reading: Reading, taken: Uint8Array, at: number): number {
  const most = at + 6;
  const word = (to: number) => (to < most && reading.joined(to) && !taken[to] ? reading.word(to) : '');
  const adjectives = (from: number) => {
    let to = from;
    while (ARTICLE.test(word(to)) && !notOfNames.has(word(to)) && (describes(word(to)) || isAdjective(word(to)))) to++;
    return to;
  };
  let to = adjectives(at);
  const purpose = word(to);
  if (/^لل.{3}/.test(purpose) && !notOfNames.has(purpose) && !definiteBodies.has(`ا${purpose.slice(1)}`))
    to = adjectives(to + 1);
  else if (
    /^ل[^ل].{2}/.test(purpose) &&
    (isEveryday(purpose.slice(1)) || bodies.has(purpose.slice(1))) &&
    !isVerb(purpose) &&
    ARTICLE.test(word(to + 1)) &&
    !notOfNames.has(word(to + 1))
  )
    to = adjectives(to + 2);
  else return to;
  // والتجريبي, والموسيقى: a second purpose, where no sentence begins.
  const second = word(to);
  const bare = second.slice(1);
  const other = definiteBodies.has(bare) || notOfNames.has(bare) || honorifics.has(bare) || offices.has(bare.slice(2));
  if (/^وال.{3}/.test(second) && !other && !isVerb(second)) to = adjectives(to + 1);
  return to;
}

/**
 * The end of a phrase of everyday words that ends in a definite one, from its first word on: مكافحة الإرهاب, الاستثمار الجديد; `at` where there
 * is none.
 */
export function construct(reading: Reading, taken: Uint8Array, at: number): number {
  let to = at;
  while (to - at < 3 && reading.joined(to) && !taken[to]) {
    const here = reading.word(to);
    if (here === '' || isFunction(here) || isVerb(here) || cueForms.has(here) || notOfNames.has(here)) return at;
    to++;
    if (ARTICLE.test(here)) return to;
    if (!isEveryday(here) || /^[وفبلك]ال|^لل/.test(here)) return at;
  }
  return at;
}
