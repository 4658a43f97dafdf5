/** Marks that stand in the text must agree with a reading; marks that do not stand there ask for nothing. */
import { SUKUN, units } from './letters.ts';

/**
 * Whether a vocalised reading (reader's style) bears out the marks written in a word. The last letter's own vowel is left to
 * the context, which readings do not always tell; a reading without a vowel where one is written agrees.
 */
export function agreesWithMarks(written: string, vocalised: string): boolean {
  const left = units(written.replaceAll('\u0640', ''));
  const right = units(vocalised);
  if (left.length !== right.length) return true;
  return left.every((unit, at) => {
    const other = right[at];
    if (!other) return true;
    const last = at === left.length - 1 || (at === left.length - 2 && left[at + 1]?.letter === 'ا');
    if (unit.shadda && !other.shadda) return false;
    if (unit.vowel === '' || last) return true;
    // A letter with a vowel but no shadda, in a word that marks its letters, may still have left its shadda out.
    if (unit.vowel === SUKUN) return other.vowel === SUKUN || other.vowel === '';
    return other.vowel === '' || other.vowel === unit.vowel;
  });
}
