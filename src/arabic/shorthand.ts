/**
 * Names in short: الشرطة, الجيش and what else is a body by one word; قالت الخارجية; clubs whose names are words of every day, in a text about
 * sport; agencies by their letters: أ.ف.ب.
 */
import { cliticsBefore } from './attached.ts';
import { wordSet } from './characters.ts';
import { sporting, sportingWords } from './lexicon/clubs.ts';
import { cueForms } from './lexicon/reporting.ts';
import { placeWords } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { nisbas, remembered } from './vocabulary.ts';

/** Bodies by one word. */
const ALONE = wordSet('الشرطة');
/** Ministries by one word, where they speak or somebody speaks for them. */
const MINISTRIES = wordSet('الخارجية الداخلية الدفاع المالية الصحة العدل الاقتصاد التعليم الزراعة الطاقة التربية');
/** The letters of agencies and broadcasters, as if written together. */
const LETTERS = wordSet(
  'افب ا ش ا اشا دبا ابا ابف اب سيانان بيبيسي ايبيسي انبيسي سيبياس ارتي يوبياي ومع وات واج سونا وفا ايفي ريا',
);
const sport = new Set(sporting);
const clubWords = new Set(sportingWords);

const known = (rest: string) => ALONE.has(rest) || MINISTRIES.has(rest) || rest === 'التحالف' || clubWords.has(rest);
/** How many letters are attached before such a word, none where the ل has swallowed the alif; -1 for any other. */
const skipOf = remembered((word) =>
  word.startsWith('لل') && known(`ا${word.slice(1)}`) ? 0 : cliticsBefore(word, known),
);

/** Puts the names in short. */
export function findShort(reading: Reading, taken: Uint8Array, put: (name: Name) => boolean): void {
  const seen = new Set<string>();
  for (let i = 0; i < reading.tokens.length && seen.size < 3; i++) {
    const here = reading.word(i);
    if (sport.has(here)) seen.add(here);
  }
  const sportive = seen.size > 2;
  let allied = false;
  for (let i = 0; i < taken.length && !allied; i++)
    allied = reading.word(i) === 'التحالف' && /^(?:العربي|الدولي|بقياده)$/.test(reading.word(i + 1));
  for (let i = 0; i < taken.length; i++) {
    const here = reading.word(i);
    if (here === '' || taken[i]) continue;
    if (here.length < 4) {
      const end = lettered(reading, i);
      if (end > i) put({ from: i, to: end, skip: 0, type: 'organization', by: 'list' });
      continue;
    }
    const skip = skipOf(here);
    if (skip < 0) continue;
    const fused = skip === 0 && here.startsWith('لل');
    const word = fused ? `ا${here.slice(1)}` : here.slice(skip);
    if (
      !(ALONE.has(word) || MINISTRIES.has(word) || (allied && word === 'التحالف') || (sportive && clubWords.has(word)))
    )
      continue;
    const before = reading.word(i - 1);
    const next = reading.word(i + 1);
    if (MINISTRIES.has(word) && !(sportive && clubWords.has(word))) {
      const spoken =
        before === 'باسم' ||
        (cueForms.has(before.replace(/^[وف]/, '')) && /[تي]/.test(before)) ||
        /^(?:وكانت|كانت)$/.test(before);
      if (!spoken || skip > 0 || reading.tokens[i + 1]?.kind === 'colon') continue;
    } else if (sportive && clubWords.has(word) && !ALONE.has(word)) {
      // مدينة الرياض, الفتح المبين, في النصر: no club.
      if (placeWords.has(before) || (reading.joined(i + 1) && next.startsWith('ال') && !nisbas.has(next))) continue;
    } else if (before === 'رجال' || before === 'عناصر' || before === 'مركز' || before === 'قسم') continue;
    put({ from: i, to: i + 1, skip, type: 'organization', by: 'list' });
  }
}

/** The end of letters with full stops between that name an agency, from the first on; the index itself where they name none. */
function lettered(reading: Reading, at: number): number {
  let letters = '';
  let end = at;
  for (let i = at; i < at + 10; i++) {
    const token = reading.tokens[i];
    if (!token || (i > at && token.spaced)) break;
    if (token.kind === 'word' && token.key.length < 4) {
      letters += token.key;
      if (i > at && LETTERS.has(letters)) end = i + 1;
    } else if (token.kind !== 'stop' || token.end - token.start > 1) break;
  }
  return end;
}
