import { units } from './letters.ts';

/** Arabic letters in Latin ones, for names that have no vowels written: بلاسخارت → Blaskhart. A help, not a standard. */
const LETTERS: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ء: '’',
  ؤ: 'o',
  ئ: 'i',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: '‘',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ة: 'a',
  ى: 'a',
  پ: 'p',
  چ: 'ch',
  ڤ: 'v',
  گ: 'g',
};

/** The letters of a name in Latin script with a capital; و and ي are w and y before a vowel and at the beginning, else u and i. */
export function transliterate(word: string): string {
  let latin = '';
  const letters = [...word];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] as string;
    const next = letters[at + 1] ?? '';
    const glide = at === 0 || 'اوىيةآ'.includes(next) ? next !== '' : false;
    // A vowel between two letters that could not be said together is left for the reader to find.
    if (letter === 'و') latin += glide && next !== 'و' && (at === 0 || next === 'ا' || next === 'ي') ? 'w' : 'u';
    else if (letter === 'ي') latin += glide && (at === 0 || next === 'ا' || next === 'و') ? 'y' : 'i';
    else latin += LETTERS[letter] ?? '';
  }
  return capital(latin);
}

function capital(latin: string): string {
  const start = latin.search(/[a-z]/);
  return start < 0 ? latin : latin.slice(0, start) + latin.charAt(start).toUpperCase() + latin.slice(start + 1);
}

const VOWELS: Readonly<Record<string, string>> = { '\u064e': 'a', '\u064f': 'u', '\u0650': 'i' };
const LONG: Readonly<Record<string, string>> = { ا: '\u064e', ى: '\u064e', و: '\u064f', ي: '\u0650' };

/** The same of a vocalised name, vowels and doubled letters told: مَرْجَانِيّ → Marjani. */
export function spell(vocalised: string): string {
  let latin = '';
  let before = '';
  const list = units(vocalised);
  list.forEach(({ letter, shadda, vowel }, at) => {
    const last = at === list.length - 1;
    const long = LONG[letter] !== undefined && LONG[letter] === before && vowel === '' && (!shadda || last);
    // The long vowel is told by the short one before it; the ا of the article's kin carries one only.
    if (!long && letter !== 'ة') {
      const sound =
        letter === 'و'
          ? 'w'
          : letter === 'ي'
            ? 'y'
            : at === 0 && 'اأإآ'.includes(letter)
              ? ''
              : (LETTERS[letter] ?? '');
      latin += shadda ? sound + sound : sound;
    }
    latin += VOWELS[vowel] ?? (at === 0 && letter === 'آ' ? 'a' : '');
    before = vowel;
  });
  return capital(latin);
}
