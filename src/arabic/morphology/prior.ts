/**
 * How likely a cut is before its neighbours are asked: how common its word is, its ending, what is attached, and how far its
 * spelling is from the good one. In hundredths of a natural logarithm; higher is likelier.
 */
import type { Cut } from './cut.ts';
import { endingsOf, IMPERATIVE, IMPERFECT, mask, NOUN, PARTICLE, PERFECT, type Ending } from './endings.ts';

/** What an ending costs, by kind of stem. What is not listed costs 700. */
const ENDINGS: readonly Readonly<Record<string, number>>[] = [
  {
    bare: 40,
    held: 30,
    accusative: 250,
    feminine: 60,
    'feminine held': 90,
    dual: 420,
    'dual oblique': 400,
    'dual construct': 480,
    'dual construct oblique': 500,
    'feminine dual': 420,
    'feminine dual oblique': 380,
    'feminine dual construct': 480,
    'feminine dual construct oblique': 450,
    men: 240,
    'men oblique': 200,
    'men construct': 420,
    'men construct oblique': 420,
    women: 130,
    'women after madda': 130,
    fallen: 330,
    chosen: 330,
    'chosen oblique': 400,
  },
  {
    he: 90,
    'he, weak': 90,
    'he, weak, held': 90,
    she: 120,
    they: 230,
    'they after a': 230,
    we: 330,
    'we after n': 330,
    I: 430,
    you: 620,
    'they two': 450,
    'they two, f': 500,
    'they, f': 520,
  },
  {
    whole: 0,
    long: 0,
    weak: 0,
    'weak a': 0,
    'weak a held': 0,
    'cut short': 130,
    many: 140,
    'many after a': 140,
    'many, cut': 230,
    'many, cut, after a': 230,
    two: 330,
    'two, cut': 450,
    women: 520,
    'you, f': 650,
    'you, f, after a': 650,
  },
  { do: 560, 'do, f': 750, 'do, all': 650, 'do, all, after a': 650 },
  { bare: 0, held: 60 },
];

const PERSON: Readonly<Record<string, number>> = { ي: 100, ت: 130, ن: 330, أ: 380, '': 0 };
/** By place in `pronouns`: ه ها هم هما هن نا ي ني ك كم كما كِ كن. */
const HELD = [120, 120, 230, 330, 500, 330, 400, 420, 520, 560, 650, 620, 700];
const PARTS: Readonly<Record<string, number>> = {
  و: 170,
  ف: 330,
  ب: 230,
  ل: 220,
  ك: 420,
  س: 230,
  ال: 60,
  '': 0,
  أ: 500,
  لا: 500,
  ما: 600,
  يا: 600,
};

const costs: Int16Array[] = endingsOf.map((endings, kind) =>
  Int16Array.from(endings.map((ending: Ending) => ENDINGS[kind]?.[ending.name] ?? 700)),
);

const WOMEN = mask(NOUN, 'women');
const FEMALE = mask(NOUN, 'feminine', 'feminine held', 'women');

/** By kind of stem: a noun or a verb has many forms to share its commonness among, a particle one or two. */
const MANY = [140, 140, 140, 140, 0];

/** The cost of everything but the word itself. */
export function shapeCost({ prefix, stem, suffix, strain }: Cut): number {
  let cost = strain + (MANY[stem.kind] ?? 0) + (costs[stem.kind]?.[suffix.ending] ?? 700);
  for (const part of prefix.parts) cost += part.kind === 'person' ? 0 : (PARTS[part.written] ?? 0);
  if (prefix.person !== '') cost += PERSON[prefix.person] ?? 0;
  if (prefix.runOn) cost += 500;
  else if (prefix.rare) cost += 350;
  if (suffix.pronoun >= 0) {
    cost += HELD[suffix.pronoun] ?? 600;
    // A verb has an object less often in its own word than a noun its owner.
    if (stem.kind === PERFECT || stem.kind === IMPERFECT) cost += 130;
    if (stem.kind === IMPERATIVE) cost += 300;
  }
  const { features } = stem;
  cost += stem.cost;
  if (stem.adjective && suffix.pronoun >= 0) cost += 260;
  // جنسيات, آليات: the plural of a noun in ـية before that of an adjective.
  if (stem.adjective && (suffix.bit & WOMEN) !== 0) cost += 100;
  if (stem.passive) cost += 220;
  if (features.broken === true) cost += 90;
  // وزيرة of وزير: a noun of men that has its feminine, beside nouns of their own that are written alike (محاضرة).
  if (features.human === true && features.gender === 'm' && (suffix.bit & FEMALE) !== 0) cost += 90;
  if (features.derived !== undefined) cost += 110;
  if (stem.kind === NOUN && features.gender === 'f' && features.number === 'singular' && suffix.ending === 3)
    cost -= 40;
  if (stem.kind === PARTICLE && prefix.parts.length > 0) cost += 30;
  return cost;
}
