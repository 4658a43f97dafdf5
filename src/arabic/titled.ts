/** Sources that are a title or a calling: الوزير, المسؤول الحكومي, الوزير الألماني, الكاتبة. */
import { type Figure, type Figures, ofMany } from './figures.ts';
import { anybodys, callings, ranks } from './lexicon/callings.ts';
import { honorifics, offices } from './lexicon/titles.ts';
import type { Reading } from './reading.ts';
import { agrees, beforePreposition, type Source } from './source.ts';
import { met, type Spoken } from './spoken.ts';
import type { Turns } from './turns.ts';
import { couldBeName, isEveryday, nisbas } from './vocabulary.ts';

/** The one whose titles, whose nationality or whose calling a source has; null where nobody has them. */
export function byTitle(reading: Reading, turns: Turns, figures: Figures, source: Source): Spoken | null {
  const { inside, role, meaning, definite } = source;
  if (!definite) return null;
  if (role !== '') {
    const whole = inside.length > 0 ? meaning : meaning.slice(0, beforePreposition(reading, source, meaning.length));
    const titled = bearer(turns, figures, role, whole, source.from);
    if (titled) return met(titled, source.from, 'title');
  }
  // مدرب مانشستر سيتي: the last speaker's calling, which nobody else has, with what he was not called by before.
  if (anybodys.has(role) || callings.has(role)) {
    const last = turns.latest((other) => other.type === 'person' && other.named);
    const bearers = figures.withTitle(role).filter((other) => other.named && other.heads.has(role));
    if (last && bearers.length === 1 && bearers[0] === last && agrees(role, last) && turns.since(last) < 3)
      return met(last, source.from, 'title');
  }
  // السويسري المتوج: the one whose nationality the text has told.
  if (nisbas.has(`ال${role}`) && !ofMany(role)) {
    const last = figures
      .withTitle(role)
      .filter((other) => other.type === 'person' && agrees(role, other))
      .sort((a, b) => nearness(turns, b) - nearness(turns, a))[0];
    if (last) return met(last, source.from, 'title');
  }
  // الكاتبة, المدرب: nobody has been called so; whoever spoke last, and holds no other office.
  const plain = callings.has(role) && meaning.slice(1).every((word) => !nisbas.has(`ال${word}`)) && meaning.length < 3;
  if (plain || (anybodys.has(role) && meaning.length < 6)) {
    const last = turns.latest((other) => other.type === 'person' && other.named && agrees(role, other));
    if (last && ![...last.titles].some((title) => ranks.has(title))) return met(last, source.from, 'pronoun');
  }
  return null;
}

/** الوزير، المسؤول الحكومي، الوزير الألماني: the one whose titles have these words, and no other nationality. */
function bearer(turns: Turns, figures: Figures, role: string, meaning: readonly string[], at: number): Figure | null {
  let best: Figure | null = null;
  let score = 0;
  const spoke = turns.latest((other) => other.type === 'person' && other.named && agrees(role, other)) !== null;
  const official = role === 'مسوول';
  const candidates = new Set([
    ...figures.withTitle(role),
    ...figures.withTitle('نظيره'),
    ...figures.withTitle('نظيرها'),
    ...(official ? figures.withTitle('وزير') : []),
  ]);
  for (const other of [...candidates, ...figures.withWord(role)]) {
    const person = other.type === 'person' && other.named;
    const pool = person ? other.titles : other.words;
    if (person && !offices.has(role) && !honorifics.has(`ال${role}`)) continue;
    // المدرب, told without a name: not one whom the text has not named yet, where somebody has spoken who may be he.
    if (person && meaning.length === 1 && callings.has(role) && figures.first(other) > at && spoke) continue;
    // المسؤول الأميركي may be any official; وزير الخارجية only one who was called so.
    const anyOfficial = official && turns.has(other) && [...pool].some((word) => offices.has(word));
    const peer = offices.has(role) && (pool.has('نظيره') || pool.has('نظيرها'));
    if (!pool.has(role) && !anyOfficial && !peer) continue;
    if (person && !anyOfficial && !peer && !other.heads.has(role)) continue;
    const fresh = meaning.slice(1).filter((word) => !pool.has(word) && !nisbas.has(`ال${word}`));
    const shared = meaning.slice(1).filter((word) => pool.has(word)).length;
    // عالم الآثار إليات مزار: the name of another; الأمين العام لحزب السنبلة: the same one's, by another word.
    const strangers = fresh.filter((word) => couldBeName(word) && !isEveryday(word)).length;
    if (person && meaning.length > 2 && (strangers > 1 || (strangers === 1 && shared < 2))) continue;
    // رئيس مكتب الاتصالات is not any رئيس.
    if (person && fresh.length > 1 && fresh.length > shared) continue;
    const stems = new Set([...pool].map((word) => word.replace(/ه$/, '')));
    const has = (word: string) => stems.has(word.replace(/ه$/, ''));
    const national = (word: string) => nisbas.has(`ال${word}`);
    if (meaning.slice(1).some((word) => national(word) && !has(word)) && [...stems].some(national)) continue;
    if (!person && !meaning.every(has)) continue;
    const since = turns.since(other);
    const value =
      meaning.filter(has).length +
      (anyOfficial || peer ? 0.5 : 0) +
      (meaning.some((word, index) => index > 0 && national(word) && has(word)) ? 1 : 0) +
      (since >= 0 ? 0.3 + 0.1 / (1 + since) : 0) -
      (other.last > at ? 0.4 : 0);
    if (value > score) [best, score] = [other, value];
  }
  return best;
}

function nearness(turns: Turns, figure: Figure): number {
  const since = turns.since(figure);
  return since < 0 ? -1e9 + figure.mentions : -since;
}
