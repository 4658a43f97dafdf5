/**
 * What may stand before a stem in the same word: conjunction, question, preposition, article, future, and the person of the
 * imperfect. Every combination that Arabic allows is one prefix, made from the parts below.
 */
import type { Piece } from '../../core/dictionary/answer.ts';
import type { Bilingual } from '../../core/bilingual.ts';
import { key } from '../characters.ts';
import { IMPERATIVE, IMPERFECT, NOUN, PARTICLE, PERFECT } from './endings.ts';

export interface Part {
  readonly kind: Piece['kind'];
  readonly written: string;
  readonly vocalised: string;
  readonly gloss: Bilingual;
}

const part = (kind: Part['kind'], written: string, vocalised: string, en: string, ar: string): Part => ({
  kind,
  written,
  vocalised,
  gloss: { en, ar },
});

export const WA = part('conjunction', 'و', 'وَ', 'and', 'واو العطف');
export const FA = part('conjunction', 'ف', 'فَ', 'and so', 'فاء العطف');
export const A = part('question', 'أ', 'أَ', '(question)', 'همزة الاستفهام');
export const BI = part('preposition', 'ب', 'بِ', 'in; with; by', 'حرف جر');
export const KA = part('preposition', 'ك', 'كَ', 'as; like', 'حرف جر للتشبيه');
export const LI = part('preposition', 'ل', 'لِ', 'to; for', 'حرف جر');
export const AL = part('article', 'ال', 'ال', 'the', 'أداة التعريف');
/** للدولة: after ل the article loses its ا. */
export const L = part('article', 'ل', 'ل', 'the', 'أداة التعريف بعد اللام');
/** للجنة: before a stem that begins with ل the article is not written at all. */
export const L_UNSEEN = part('article', '', '', 'the', 'أداة التعريف، حذفت كتابة');
export const SA = part('future', 'س', 'سَ', 'will', 'سين الاستقبال');
export const LA = part('emphasis', 'ل', 'لَ', 'indeed', 'لام التوكيد');
export const SO_THAT = part('conjunction', 'ل', 'لِ', 'so that; let', 'لام التعليل أو الأمر');
const YA = part('person', 'ي', 'ي', 'he; they', 'حرف المضارعة للغائب');
const TA = part('person', 'ت', 'ت', 'she; you', 'حرف المضارعة للغائبة أو المخاطب');
const NA = part('person', 'ن', 'ن', 'we', 'حرف المضارعة للمتكلمين');
const ANA = part('person', 'أ', 'أ', 'I', 'حرف المضارعة للمتكلم');
export const NEG = part('negation', 'لا', 'لا', 'not; no', 'لا النافية');
export const BILA = part('preposition', 'ب', 'بِ', 'without', 'حرف جر');
export const MA = part('negation', 'ما', 'ما', 'not; what', 'ما');
export const YAA = part('question', 'يا', 'يا', 'O', 'حرف نداء');

export interface Prefix {
  readonly id: number;
  readonly parts: readonly Part[];
  readonly written: string;
  readonly folded: string;
  /** Bit n: may stand before stems of kind n. */
  readonly kinds: number;
  readonly article: boolean;
  /** A preposition, so that a noun after it is genitive and no perfect can follow. */
  readonly preposition: boolean;
  /** The person letter of the imperfect. */
  readonly person: '' | 'ي' | 'ت' | 'ن' | 'أ';
  /** After س, or after ل (which sets the mood). */
  readonly before: '' | 'س' | 'ل';
  /** Words that should have been apart (بلاهوادة، لايمكن). */
  readonly runOn: boolean;
  /** Only before a stem that begins with ل. */
  readonly swallowed: boolean;
  /** A question, an emphasis or another guest that is not often there. */
  readonly rare: boolean;
}

const list: Prefix[] = [];
function add(parts: readonly Part[], kinds: readonly number[], more: Partial<Prefix> = {}): void {
  const written = parts.map((part) => part.written).join('');
  list.push({
    id: list.length,
    parts,
    written,
    folded: key(written),
    kinds: kinds.reduce((bits, kind) => bits | (1 << kind), 0),
    article: false,
    preposition: false,
    person: '',
    before: '',
    runOn: false,
    swallowed: false,
    rare: false,
    ...more,
  });
}

for (const conjunction of [[], [WA], [FA]]) {
  add(conjunction, [NOUN, PERFECT, IMPERATIVE, PARTICLE]);
  add([...conjunction, AL], [NOUN], { article: true });
  for (const preposition of [BI, KA]) {
    add([...conjunction, preposition], [NOUN, PARTICLE], { preposition: true });
    add([...conjunction, preposition, AL], [NOUN], { preposition: true, article: true });
  }
  add([...conjunction, LI], [NOUN, PARTICLE], { preposition: true });
  add([...conjunction, LI, L], [NOUN], { preposition: true, article: true });
  add([...conjunction, LI, L_UNSEEN], [NOUN], { preposition: true, article: true, swallowed: true });
  add([...conjunction, LA], [PERFECT, PARTICLE], { rare: true });
  for (const person of [YA, TA, NA, ANA]) {
    const letter = person.written as Prefix['person'];
    add([...conjunction, person], [IMPERFECT], { person: letter });
    add([...conjunction, SA, person], [IMPERFECT], { person: letter, before: 'س' });
    add([...conjunction, SO_THAT, person], [IMPERFECT], { person: letter, before: 'ل' });
    for (const not of [NEG, MA])
      add([...conjunction, not, person], [IMPERFECT], { person: letter, runOn: true, rare: true });
  }
  add([...conjunction, BILA, NEG], [NOUN], { runOn: true, preposition: true, rare: true });
  add([...conjunction, NEG], [NOUN, PERFECT], { runOn: true, rare: true });
  add([...conjunction, MA], [PERFECT], { runOn: true, rare: true });
}
for (const person of [YA, TA, NA])
  add([A, person], [IMPERFECT], { person: person.written as Prefix['person'], rare: true });
add([A], [PERFECT, PARTICLE], { rare: true });
add([A, WA], [PARTICLE], { rare: true });
add([A, FA], [PARTICLE], { rare: true });
add([YAA], [NOUN], { runOn: true, rare: true });

export const prefixList: readonly Prefix[] = list;

const grouped = new Map<string, Prefix[]>();
for (const prefix of list) {
  const group = grouped.get(prefix.folded);
  if (group) group.push(prefix);
  else grouped.set(prefix.folded, [prefix]);
}
/** Prefixes by their folded letters; the empty one is among them. */
export const prefixes: ReadonlyMap<string, readonly Prefix[]> = grouped;
