/** Whom a noun phrase names, who acts before a report, and who stands behind a document. */
import { ofMany } from './figures.ts';
import type { Holders } from './holders.ts';
import { complementisers, prepositions } from './lexicon/function-words.ts';
import { bodies, classWords, definiteBodies, honorifics, offices } from './lexicon/titles.ts';
import type { Stretch } from './reading.ts';
import { isVerb, nisbas } from './vocabulary.ts';

/** The noun phrase right after the last verb before a token, in its sentence and outside marks: who acts there. */
export function actorBefore(text: Holders, at: number): Stretch | null {
  for (let i = at - 1; i >= Math.max(0, at - 40) && text.sameSentence(i, at); i--) {
    const word = text.word(i);
    if (word === '' || text.nameAt[i] !== -1 || (text.layout.inside[i] ?? -1) >= 0) continue;
    const turn = /^(?:جهت|جانب|بدور)(?:ه|ها|هم)$/.test(text.word(i - 1)) && !word.startsWith('ال');
    if (!(turn || text.cues[i] || isVerb(word)) || prepositions.has(word) || text.cues[i]?.form.form === 'participle')
      continue;
    // خامنئي يهدد أوروبا ويصف: the subject opens the sentence, and what follows the verb is its object.
    const own = text.names[text.nameAt[i - 1] ?? -1];
    if (own?.to === i && own.skip === 0 && /^[يت]/.test(word) && !text.sameSentence(own.from - 1, i))
      return { from: own.from, to: own.to };
    const phrase = peoplePhrase(text, i + 1, at);
    if (phrase) return phrase;
  }
  return null;
}

/** Behind a document: بيان صدر عن الوزارة, كلمة بعث بها فلان, ورقة أعدها فلان. */
export function issuerOf(text: Holders, from: number): Stretch | null {
  for (let i = from; i < from + 8 && text.sameSentence(i, from); i++) {
    const word = text.word(i);
    if (complementisers.has(word) || text.cues[i]?.form.verb.clause) return null;
    let at = -1;
    if (/^(?:صدر|صدرت|صادر|صادره|الصادر|الصادره)$/.test(word) && text.word(i + 1) === 'عن') at = i + 2;
    else if (/^(?:بعث|بعثت|ارسل|ادلي|ادلت|القي|تقدم|تقدمت)$/.test(word) && /^بها?$/.test(text.word(i + 1))) at = i + 2;
    else if (
      /^(?:اعد|اعدت|اصدر|اصدرت|القا|القت|نشر|نشرت|اجر|اجرا|اجرت|كتب|كتبت|وجه|وجهت|وزع|وزعت|تلا|تلت)(?:ها|ه)$/.test(word)
    )
      at = i + 1;
    if (at >= 0) return peoplePhrase(text, at, at + 20);
  }
  return null;
}

/** Whom a noun phrase names that opens at a token: a person with titles, a body, several people; null for any other. */
export function peoplePhrase(text: Holders, at: number, edge: number): Stretch | null {
  const word = text.word(at);
  const name = text.nameFrom(at);
  const human =
    name !== null ||
    offices.has(word) ||
    honorifics.has(word) ||
    offices.has(word.replace(/^ال/, '')) ||
    bodies.has(word) ||
    definiteBodies.has(word) ||
    classWords.has(word) ||
    nisbas.has(word) ||
    ofMany(word) ||
    (/^(?:اكبر|ابرز|كبير|احد|احدي)$/.test(word) && offices.has(text.word(at + 1)));
  if (!human || !(text.heads(at) || /^(?:اكبر|ابرز|كبير|احد|احدي)$/.test(word))) return null;
  let reach = at + 1;
  while (reach < edge && reach < at + 24 && text.sameSentence(reach, at) && !complementisers.has(text.key(reach)))
    reach++;
  const whole = text.extended(at, reach, null);
  if (!whole) return null;
  // صحيفة «المنارة».
  const pair =
    text.tokens[whole.to]?.kind === 'mark' ? text.layout.quoted[text.layout.inside[whole.to] ?? -1] : undefined;
  if ((classWords.has(word) || bodies.has(word)) && pair?.closed && pair.close - pair.open < 10)
    return { from: at, to: pair.close + 1 };
  return whole;
}
