/**
 * How the dictionary's source writes vowels, and how a reader sees them.
 *
 * Source style: a short vowel on every consonant that has one, shadda before its vowel, no sukun, no fatha before ا, ى or ة,
 * no mark under إ (كِتاب، مَدرَسة، شَدَّد، إعلان). All stems are joined in this style; `full` makes the reader's of it.
 */

export const FATHA = '\u064e';
export const DAMMA = '\u064f';
export const KASRA = '\u0650';
export const SHADDA = '\u0651';
export const SUKUN = '\u0652';

const HAMZAS = /[أإؤئ]/g;
/** إ without its mark. */
const LOW = /إ(?![\u064b-\u0650])/g;
const SUN = 'تثدذرزسشصضطظلن';

/** Stands, among joined pieces, for a vowel that is not known; never shown. */
export const UNTOLD = '\ue000';

export const isMark = (code: number): boolean => (code >= 0x64b && code <= 0x652) || code === 0x670 || code === 0xe000;

/** The letters without their marks. */
export function bare(vocalised: string): string {
  let letters = '';
  let from = 0;
  for (let at = 0; at < vocalised.length; at++) {
    const code = vocalised.charCodeAt(at);
    if (code < 0x64b || code > 0x670 || (code > 0x652 && code !== 0x670)) continue;
    if (at > from) letters += vocalised.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? vocalised : letters + vocalised.slice(from);
}

/** Whether the article's ل is silent before this letter (الشَّمس). */
export const isSun = (letter: string): boolean => letter !== '' && SUN.includes(letter);

/** Every hamza as ء, whatever it sits on; آ as ءا. */
export function unseat(letters: string): string {
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    // آ أ ؤ إ ئ
    if (code >= 0x622 && code <= 0x626)
      return letters.replace(LOW, `ء${KASRA}`).replace(HAMZAS, 'ء').replaceAll('آ', 'ءا');
  }
  return letters;
}

/** A letter and what is written on it. */
interface Unit {
  letter: string;
  shadda: boolean;
  /** A short vowel, a tanwin, a sukun or a dagger alif; empty for none. */
  vowel: string;
}

/** A vocalised string, letter by letter. */
export function units(vocalised: string): Unit[] {
  const list: Unit[] = [];
  for (const char of vocalised) {
    const last = list.at(-1);
    if (!last || !isMark(char.charCodeAt(0))) list.push({ letter: char, shadda: false, vowel: '' });
    else if (char === SHADDA) last.shadda = true;
    else last.vowel += char;
  }
  return list;
}

/** The source style from units. */
export function joined(list: readonly Unit[]): string {
  let letters = '';
  for (const { letter, shadda, vowel } of list) letters += letter + (shadda ? SHADDA : '') + vowel;
  return letters;
}

/**
 * The reader's style: كِتاب → كِتَاب، مَدرَسة → مَدْرَسَة، إعلان → إِعْلَان. The last letter stays as it is: what stands on it is
 * the ending's. Letters that are already fully marked are left alone.
 */
export function full(vocalised: string): string {
  const list = units(vocalised);
  for (let at = 0; at < list.length; at++) {
    const unit = list[at] as Unit;
    const next = list[at + 1];
    const before = list[at - 1];
    if (unit.letter === 'إ' && unit.vowel === '') unit.vowel = KASRA;
    if (unit.vowel !== '' || unit.letter === 'آ' || !next) continue;
    const { letter } = unit;
    if ('اى'.includes(letter)) continue;
    if (((next.letter === 'ا' || next.letter === 'ى') && next.vowel === '') || next.letter === 'ة') {
      // The silent ا after a و of the plural carries no sound: كَتَبوا.
      const silent =
        next.letter === 'ا' &&
        letter === 'و' &&
        at + 2 === list.length &&
        (before?.vowel === DAMMA || before?.vowel === FATHA);
      if (!silent) unit.vowel = FATHA;
      else if (before.vowel === FATHA) unit.vowel = SUKUN;
      continue;
    }
    if (letter === 'و' && before?.vowel === DAMMA && !unit.shadda) continue;
    if (letter === 'ي' && !unit.shadda && (before?.vowel === KASRA || before?.letter === 'إ')) continue;
    if (letter === 'ل' && !unit.shadda && next.shadda && isSun(next.letter) && before?.letter === 'ا') continue;
    if (letter === 'ل' && !unit.shadda && next.shadda && isSun(next.letter) && before?.letter === 'ل') continue;
    if (!unit.shadda) unit.vowel = SUKUN;
  }
  return displayed(joined(list));
}

/** Marks in the order that Unicode's normal form has them, and the articles: the vowel before the shadda. */
export function displayed(vocalised: string): string {
  const ordered = vocalised.includes(SHADDA) ? vocalised.replace(/\u0651([\u064b-\u0650])/g, '$1\u0651') : vocalised;
  return ordered.includes(UNTOLD) ? ordered.replaceAll(UNTOLD, '') : ordered;
}

/** Root letters apart, hamza by itself: كتب → ك ت ب. */
export const spaced = (root: string): string => [...root].join(' ');
