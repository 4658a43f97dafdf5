/** Sources that take up somebody whom the text has described, or calls by his place beside another: المصدران, الخبراء, محامي الرئيس. */
import { type Figure, type Figures, ofMany } from './figures.ts';
import { isHuman, isSeveral } from './lexicon/humans.ts';
import type { Reading } from './reading.ts';
import { KIN, type Source } from './source.ts';
import { met, type Spoken } from './spoken.ts';
import type { Turns } from './turns.ts';

/** Numbers and amounts: ثلاثة مسؤولين, عدد من السكان. */
const COUNTED =
  /^(?:ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر)(?:ه|ون|ين|يه|ي)?$|^(?:عشرات|ميات|الاف|عده|بضعه|عدد|بعض|معظم|اغلب|كثير|مجموعه)$|^\d+$/;

/** A noun without the ending of its number and case: المصدران, مصدرين. */
const singular = (word: string): string => word.replace(/(?<=.{3})(?:تان|تين|ان|ين|ون|ات|ه)$/, '');

/** Whether a folded noun without its article means several people: خبراء, مصدران, ثلاثة. */
export function several(role: string): boolean {
  if (ofMany(role) || isSeveral(role) || COUNTED.test(role)) return true;
  return /(?:ان|ين|ات)$/.test(role) && singular(role) !== role && isHuman(singular(role));
}

/** فريق من الباحثين: several by what it is made of. */
export const ofSeveral = ([, of, whom = '']: readonly string[]): boolean => of === 'من' && several(whom);

/** المصدران, الخبراء, المسؤولون: those who were described before, whatever their case; null where nobody was. */
export function describedBefore(
  reading: Reading,
  turns: Turns,
  { from, role, meaning, definite }: Source,
): Spoken | null {
  if (!definite || meaning.length > 2 || !several(role)) return null;
  const wanted = meaning.map(singular);
  const before = turns.latest((other) => {
    if (other.named || !other.many || other.words.size < meaning.length) return false;
    const has = new Set([...other.words].map(singular));
    return wanted.every((word) => has.has(word));
  });
  if (!before) return null;
  nominative(before, reading.word(from));
  return met(before, from, 'title');
}

/** مصدرين أمنيين, who are المصدران later, are مصدران أمنيان. */
function nominative(figure: Figure, later: string): void {
  const ending = /(?:ان|ون)$/.exec(later)?.[0];
  if (ending && /^\S+ين(?:\s|$)/.test(figure.canonical))
    figure.canonical = figure.canonical.replace(/ين(?=\s|$)/g, ending);
}

/** محامي الرئيس: whoever the text names and calls so, other than the one whose he is; null where nobody is, or several are. */
export function kinsman(figures: Figures, { from, role, meaning, inside, kin, definite }: Source): Spoken | null {
  if (!KIN.test(role) || !(kin || definite)) return null;
  const others = figures
    .withTitle(role)
    .filter((other) => other.named && other.heads.has(role) && inside.every(({ figure }) => figure !== other));
  const own =
    others.length === 1 ? others[0] : others.find((other) => meaning.slice(1).some((word) => other.titles.has(word)));
  return own ? met(own, from, 'title') : null;
}
