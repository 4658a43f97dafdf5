/** Sources that only point back: سموه, البيان, المسؤول الأميركي, المتحدث ذاته. */
import type { Figure } from './figures.ts';
import { anaphors, issued } from './lexicon/callings.ts';
import { agrees, type Source } from './source.ts';
import { met, type Spoken } from './spoken.ts';
import type { Turns } from './turns.ts';
import { nisbas } from './vocabulary.ts';

/** Whoever spoke last and can be meant by a title, a paper or an official without a name; null where nobody can. */
export function pointedAt(turns: Turns, { from, head, role, meaning, definite }: Source): Spoken | null {
  // سموه, معاليه: a title with a pronoun means whoever spoke last.
  if (/^(?:سمو|معالي|فضيلت|سعادت|جلالت|فخامت|سيادت|دولت|غبطت|نيافت)ه$/.test(head)) {
    const last = turns.latest((other) => other.type === 'person' && other.named);
    if (last) return met(last, from, 'pronoun');
  }
  // البيان, الرسالة: what the body that spoke last has issued.
  if (definite && meaning.length === 1 && issued.has(role)) {
    const last = turns.latest((other) => other.type === 'organization');
    if (last) return met(last, from, 'document');
  }
  // المسؤول الأميركي: an official who was only described, of that nationality.
  if (definite && anaphors.has(role) && meaning.length === 2 && nisbas.has(`ال${meaning[1]}`)) {
    const stem = (meaning[1] as string).replace(/ه$/, '');
    const last =
      turns.latest(
        (other) =>
          other.type === 'person' &&
          !other.named &&
          agrees(role, other) &&
          other.words.has(role) &&
          [...other.words].some((word) => word.replace(/ه$/, '') === stem),
      ) ??
      turns.latest(
        (other) =>
          other.type === 'person' &&
          !other.named &&
          agrees(role, other) &&
          [...other.words].some((word) => word.replace(/ه$/, '') === stem),
      );
    if (last) return met(last, from, 'title');
  }
  // المتحدث ذاته, المسؤول نفسه: whoever spoke last.
  if (anaphors.has(role) && meaning.length === 1 && definite) {
    const fits = (other: Figure) => agrees(role, other) && other.type === 'person';
    const last =
      turns.latest((other) => fits(other) && !other.named && (other.words.has(role) || role === 'مصدر')) ??
      turns.latest(fits);
    if (last) return met(last, from, 'pronoun');
  }
  return null;
}
