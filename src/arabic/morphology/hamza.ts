/** Where a hamza sits: from its own vowel and the one before it. Stems are made with a bare ء and seated here. */
import { DAMMA, FATHA, joined, KASRA, units } from './letters.ts';

type Sound = 'a' | 'i' | 'u' | '';
const SOUND: Readonly<Record<string, Sound>> = {
  [FATHA]: 'a',
  [KASRA]: 'i',
  [DAMMA]: 'u',
  '\u064b': 'a',
  '\u064c': 'u',
  '\u064d': 'i',
};

/** يُءمِن → يُؤمِن، ءَءمَن → آمَن، مَسءُول → مَسؤُول، قِراءة → قِراءة. What has no ء comes back as it is. */
export function seat(vocalised: string): string {
  if (!vocalised.includes('ء')) return vocalised;
  const list = units(vocalised);
  for (let at = 0; at < list.length; at++) {
    const unit = list[at];
    if (unit?.letter !== 'ء') continue;
    const next = list[at + 1];
    const alifAfter = next?.letter === 'ا' && next.vowel === '' && !next.shadda;
    const before = list[at - 1];
    const own: Sound =
      SOUND[unit.vowel.slice(0, 1)] ?? (next && 'اىة'.includes(next.letter) && next.vowel === '' ? 'a' : '');
    if (!before) {
      if (own === 'i') {
        if (next?.letter === 'ء' && next.vowel === '' && list.length > 2)
          list[at + 1] = { letter: 'ي', shadda: false, vowel: '' };
        list[at] = { letter: 'إ', shadda: false, vowel: '' };
      } else if (own === 'a' && (alifAfter || (next?.letter === 'ء' && next.vowel === ''))) {
        list.splice(at, 2, { letter: 'آ', shadda: false, vowel: '' });
      } else if (own === 'u' && next?.letter === 'ء' && next.vowel === '') {
        list[at] = { ...unit, letter: 'أ' };
        list[at + 1] = { letter: 'و', shadda: false, vowel: '' };
      } else list[at] = { ...unit, letter: 'أ' };
      continue;
    }
    const last = !next;
    const earlier = list[at - 2];
    const rest = before.vowel === '' || before.vowel === '\u0652';
    const long = rest && !before.shadda && 'اويى'.includes(before.letter);
    const previous: Sound = SOUND[before.vowel.slice(0, 1)] ?? '';
    let letter: string;
    if (long && before.letter === 'ا') letter = own === 'i' ? 'ئ' : own === 'u' ? 'ؤ' : 'ء';
    else if (long && before.letter === 'ي') letter = last ? 'ء' : 'ئ';
    else if (long && before.letter === 'و')
      letter = own === 'i' ? 'ئ' : own === 'u' && SOUND[earlier?.vowel ?? ''] === 'a' ? 'ؤ' : 'ء';
    else if (before.shadda && before.letter === 'و' && own === 'a') letter = 'ء';
    else if (own === 'i' || previous === 'i') letter = 'ئ';
    else if (own === 'u' || previous === 'u') letter = 'ؤ';
    // بُطء، جُزء: at the end after a silent letter it sits on the line; with ًا too, unless the letter joins (عِبئًا).
    else if (previous === '' && unit.vowel === '\u064b') letter = 'دذرزو'.includes(before.letter) ? 'ء' : 'ئ';
    else if (previous === '' && own === '') letter = 'ء';
    else letter = 'أ';
    if (letter === 'أ' && alifAfter && unit.vowel !== '\u064b')
      list.splice(at, 2, { letter: 'آ', shadda: false, vowel: '' });
    else list[at] = { ...unit, letter };
  }
  return joined(list);
}
