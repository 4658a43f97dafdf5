/** A source taken apart: the names in it, its head, its words that tell who it is. */
import { bare, type Figure, unjoined } from './figures.ts';
import { emptyWords, ofEither } from './lexicon/callings.ts';
import { prepositions, relatives } from './lexicon/function-words.ts';
import { accordingWords } from './lexicon/speech.ts';
import { bodies, classWords, definiteBodies, honorifics, placeWords } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import type { Holders } from './holders.ts';
import type { Reading, Stretch } from './reading.ts';
import { titledBefore } from './strangers.ts';
import { nisbas } from './vocabulary.ts';

export const KIN =
  /^(?:محامي|محاميه|والد|والده|شقيق|شقيقه|زوجه|ابن|ابنه|متحدث|ناطق|فريق|حمله|مكتب|وكيل|اسره|عايله|ورثه|اقارب|ارمله|نجل|نجله)$/;

/** A name within a source, and whose it is. */
export interface Inside {
  readonly name: Name;
  readonly figure: Figure;
}

/** The words of a source. */
export interface Source extends Stretch {
  readonly inside: readonly Inside[];
  /** Its first word without a conjunction. */
  readonly head: string;
  /** All its words, without conjunctions and articles. */
  readonly words: readonly string[];
  /** Those of them that tell who it is. */
  readonly meaning: readonly string[];
  /** The first of these; empty where there is none. */
  readonly role: string;
  /** محامي موراي: never the one who is named, nor one who is called so. */
  readonly kin: boolean;
  readonly definite: boolean;
}

/** Takes a source apart. */
export function sourceOf(reading: Reading, { from, to }: Stretch, inside: readonly Inside[], head: string): Source {
  const words: string[] = [];
  for (let i = from; i < to; i++) if (reading.word(i) !== '') words.push(bare(unjoined(reading.word(i))));
  const [first] = inside;
  const kin = KIN.test(head) && first?.name.type === 'person' && kinOf(reading, from, first.name.from);
  const meaning = words.filter((word) => !emptyWords.has(word) && !emptyWords.has(`ال${word}`));
  const definite =
    words.length > 1
      ? isDefinite(reading, { from, to }) || ofNamed(reading, from, first?.name)
      : /^(?:ال|وال)/.test(reading.key(from));
  return { from, to, inside, head, words, meaning, role: meaning[0] ?? '', kin, definite: !kin && definite };
}

/** The person of a source among those that it names: the holder of its titles. */
export function holderOf(reading: Holders, source: Stretch, inside: readonly Inside[], head: string): Figure | null {
  // بلدة سان مارتان: a place's name.
  const all = inside.filter(
    ({ name }) => name.type === 'person' && !(name.from > source.from && placeWords.has(reading.word(name.from - 1))),
  );
  // المرشد الأعلى فلان: the first was no name.
  const persons = all.length > 1 && reading.isTitle((all[0] as Inside).name) ? all.slice(1) : all;
  const person = persons[0];
  if (!person || spokenOf(reading, source, person.name.from)) return null;
  const first = inside[0];
  const bodyFirst =
    bodies.has(head) ||
    definiteBodies.has(head) ||
    (first?.name.from === source.from && first.name.type !== 'person' && first.name.type !== 'group');
  if (bodyFirst && person.name.from > source.from + 2) return null;
  // محامي موراي, شقيقة جاكسون: another person than the one named, unless the name is the last one.
  if (KIN.test(head) && persons.length === 1 && kinOf(reading, source.from, person.name.from)) return null;
  // المتحدثة باسم أشتون.
  const before = reading.word(person.name.from - 1);
  if (before === 'باسم' || (honorifics.has(before) && reading.word(person.name.from - 2) === 'باسم')) return null;
  // جامعة الملك عبد العزيز الدكتور فلان: right after a body's name, a person gives it its name.
  const inBody = inside.some(({ name }) => name.type === 'organization' && name.to === person.name.from);
  const last = persons.at(-1) as Inside;
  const whole =
    last.name.to === source.to &&
    last.name.skip === 0 &&
    last.name.to - last.name.from > 1 &&
    person.name.to - person.name.from === 1 &&
    person.name.from > source.from;
  return ((inBody || whole || KIN.test(head)) && persons[1] ? (whole ? last : persons[1]) : person).figure;
}

/** After these a name is not the subject. */
const GOVERNING = new Set(['في', 'من', 'الي', 'عن', 'علي', 'مع', 'بين', 'ضد', 'حول', 'باسم', 'لدي']);

/** Whether a preposition stands before a name: it is no subject. */
export function governed(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  // بحسب رويترز, وفق وكالة رويترز.
  if (accordingWords.has(reading.word(classWords.has(reading.word(at - 1)) ? at - 2 : at - 1))) return true;
  return before !== undefined && GOVERNING.has(before.key) && !(before.key === 'علي' && !before.maqsura);
}

/** مصدر قريب من فلان, المحكمة التي ستحاكم فلانا: who is named within is not who speaks. */
function spokenOf(reading: Reading, { from }: Stretch, at: number): boolean {
  if (at <= from) return false;
  if (governed(reading, at)) return true;
  const apart = reading.tokens[at - 1]?.kind === 'comma' && !titledBefore(reading, at - 1);
  for (let i = from; i < at; i++) if (relatives.has(reading.word(i)) && !apart) return true;
  return false;
}

/** Whether only titles stand between a kinsman's word and a name: محامي الرئيس فلان, وكيل أعمال المهاجم البلجيكي فلان. */
function kinOf(reading: Reading, head: number, name: number): boolean {
  for (let i = head + 1; i < name; i++) {
    const word = reading.word(i);
    if (word !== 'اعمال' && !honorifics.has(word) && !(nisbas.has(word) && word.startsWith('ال'))) return false;
  }
  return true;
}

/** Whether a noun phrase is definite before its first preposition: وزير الخارجية; not مصدر في الوزارة. */
export function isDefinite(reading: Reading, { from, to }: Stretch): boolean {
  for (let i = from; i < to; i++) {
    const word = reading.key(i);
    if (['في', 'من', 'باسم', 'لدي'].includes(word)) return false;
    if (/^(?:ال|وال|لل)/.test(word)) return true;
  }
  return false;
}

/** رئيس برشلونة, قائد منتخب مصر: what is of a name is as definite as what has the article. */
export function ofNamed(reading: Reading, from: number, first: Name | undefined): boolean {
  if (!first || first.skip > 0 || first.from === from || first.from > from + 3) return false;
  for (let i = from + 1; i < first.from; i++)
    if (prepositions.has(reading.word(i)) || nisbas.has(reading.word(i))) return false;
  return true;
}

/** So many words of a source stand before its first preposition: الوزير الفرنسي | على سؤال. */
export function beforePreposition(reading: Reading, { from, to }: Stretch, all: number): number {
  for (let i = from + 1; i < to; i++)
    if (prepositions.has(reading.word(i)) && reading.word(i) !== 'باسم') return i - from;
  return all;
}

/** Whether a calling and a figure are of one gender, as far as is known. */
export const agrees = (role: string, figure: Figure): boolean =>
  figure.gender === null || ofEither.has(role) || (figure.gender === 'f') === role.endsWith('ه');
