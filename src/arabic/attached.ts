/** What is attached before a word: و or ف, then ب, ك or ل; and whether that makes it another word. */
import { opensListed } from './gazetteer.ts';
import { startingWithBa } from './lexicon/function-words.ts';
import { cueForms } from './lexicon/reporting.ts';
import { honorifics, offices } from './lexicon/titles.ts';
import { shape } from './shape.ts';
import { givenNames, isEveryday, isFunction, isNamePart, isNoun, nisbas, remembered } from './vocabulary.ts';

/** Verbal nouns by their shape: انعدام, اجتماع, استخدام, إغاثة, تنظيم. */
const MASDAR = /^(?:ا[نجحخ].{1,2}ا.|است..ا.|ا.ت.ا.|ا..ا.ه|ت..ي.|م.ا..ه)$/;

/** What a preposition is likely to stand before: a listed place or body, a word of every day of some length. */
const spokenOf = (rest: string): boolean => opensListed(rest) || nisbas.has(rest) || (rest.length > 3 && isNoun(rest));

/** How many letters at most may be attached before a word: و or ف, then ب, ك or ل. */
export function proclitics(word: string): number {
  const first = 'وف'.includes(word.charAt(0)) ? 1 : 0;
  return 'بكل'.includes(word.charAt(first) || ' ') ? first + 1 : first;
}

/** How many folded letters of a word are proclitics, for which `known` accepts the rest: the fewest; -1 for none that fits. */
export function cliticsBefore(word: string, known: (rest: string) => boolean): number {
  if (known(word)) return 0;
  const most = proclitics(word);
  for (let n = 1; n <= most; n++) if (word.length - n >= 3 && known(word.slice(n))) return n;
  return -1;
}

/** Whether a word goes on to something else: a conjunction or a preposition is attached to a word that we know. */
export const opensAnother = remembered((word: string): boolean => {
  const rest = word.slice(1);
  if (!/^[وفلكب]/.test(word) || isNamePart(word)) return false;
  if (word.startsWith('ب') && startingWithBa.has(word)) return false;
  if (rest.length < 3) return isFunction(rest);
  // بايلي, كيرا: of another tongue as a whole, more than what would be left.
  if (
    /^[بكل]/.test(word) &&
    !rest.startsWith('ال') &&
    shape(word) > 0.5 &&
    shape(word) >= shape(rest) &&
    !spokenOf(rest)
  )
    return false;
  // A verb cannot follow ب, ل or ك: بوناب is a name.
  if (/^[بكل]/.test(word))
    return (
      isFunction(rest) ||
      givenNames.has(rest) ||
      nisbas.has(rest) ||
      offices.has(rest) ||
      opensListed(rest) ||
      isNoun(rest) ||
      /^ل.{3}/.test(rest) ||
      MASDAR.test(rest) ||
      (/^ال.{2}/.test(rest) && (!word.startsWith('ك') || isEveryday(rest)))
    );
  return (
    isFunction(rest) ||
    cueForms.has(rest) ||
    givenNames.has(rest) ||
    nisbas.has(rest) ||
    offices.has(rest) ||
    opensListed(rest) ||
    isEveryday(rest) ||
    /^ل.{3}/.test(rest) ||
    /^ال.{2}/.test(rest)
  );
});

/** السيد, والسيد, للسيد: a title, with whatever is attached to it. */
export const isTitle = remembered(
  (word) =>
    honorifics.has(word) ||
    honorifics.has(word.replace(/^[وفبلك](?=ال)/, '')) ||
    honorifics.has(word.replace(/^لل/, 'ال')),
);
