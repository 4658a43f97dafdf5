/** What was said, without the signs and the words that only stand beside it; and how it was said. */
import type { QuotationKind } from '../core/quotation/quotation.ts';
import type { Attribution } from './attribution.ts';
import type { Frames } from './frames.ts';
import type { Stretch } from './reading.ts';
import { isFunction, isNoun, isVerb } from './vocabulary.ts';

/** What was said between two tokens, without the signs at its edges and a conjunction left over; null where nothing is left. */
export function clean(text: Frames, from: number, to: number): Stretch | null {
  let [a, b] = [from, to];
  const edge = (at: number) => {
    const token = text.tokens[at];
    return token !== undefined && token.kind !== 'word' && token.kind !== 'number' && token.kind !== 'sign';
  };
  while (a < b && edge(a) && text.key(a) !== '(') {
    // "المصنع القديم" لن يغلق: marks around a part stay.
    const pair = text.opensAt(a);
    if (pair?.closed && pair.close < b - 1 && wordsAfter(text, pair.close, b)) break;
    a++;
  }
  while (b > a && edge(b - 1) && text.key(b - 1) !== ')' && !closesWithin(text, a, b - 1)) b--;
  // A conjunction left over before the next report.
  while (
    b > a &&
    !closesHere(text, b) &&
    ['كما', 'فيما', 'بينما', 'حيث', 'ثم', 'و', 'لكنه', 'لكن', 'لانه', 'لانها', 'لانهم', 'لان'].includes(text.key(b - 1))
  ) {
    b--;
    while (b > a && edge(b - 1)) b--;
  }
  return b > a ? { from: a, to: b } : null;
}

/** Verbs whose own first letter is و. */
const WAW =
  /^و(?:صل|قع|قف|جد|عد|رد|ضع|صف|افق|اصل|جه|زع|ثق|فر|دع|اجه|لد|رث|سع|لي|ضح|ظف|فد|كل|صي|في|هب|قت|سط|ازن|اكب|اظب|شك|دد|جب|طن|حد|طد|بخ|فق|لع|رط|سم|شح|عي|صم)/;

/**
 * Letters of a conjunction before what was said, where its sentence opens with one: و[قال الوزير إن …]، بحسب الوكالة. Only what is
 * told by words after or around it is a whole sentence; 0 for all else.
 */
export function conjunction(text: Frames, { by, content: { from } }: Attribution): 0 | 1 {
  if (by !== 'accord' && by !== 'trailing') return 0;
  if (from > 0 && text.sameSentence(from - 1, from)) return 0;
  const here = text.word(from);
  if (!/^و.{2}/.test(here) || text.nameFrom(from)?.skip === 0) return 0;
  const rest = here.slice(1);
  const joined =
    text.nameFrom(from)?.skip === 1 ||
    text.cues[from]?.skip === 1 ||
    rest.startsWith('ال') ||
    isFunction(rest) ||
    (!WAW.test(here) && !isNoun(here) && (isVerb(rest) || isNoun(rest)));
  return joined ? 1 : 0;
}

function closesHere(text: Frames, at: number): boolean {
  return text.layout.quoted[text.layout.inside[at] ?? -1]?.close === at;
}

/** Whether a mark closes what opened within: قال إنه "تعب": the marks are around a part, and stay. */
function closesWithin(text: Frames, from: number, at: number): boolean {
  const pair = text.tokens[at]?.kind === 'mark' ? text.layout.quoted[text.layout.inside[at] ?? -1] : undefined;
  return pair !== undefined && pair.closed && pair.close === at && pair.open >= from;
}

function wordsAfter(text: Frames, at: number, to: number): boolean {
  for (let i = at + 1; i < to; i++) if (text.tokens[i]?.kind === 'word' && text.opensAt(i) === null) return true;
  return false;
}

/** Direct where marks are around the whole, mixed where they are around a part, else indirect. */
export function kindOf(text: Frames, { from, to }: Stretch): QuotationKind {
  const inner = text.layout.inside;
  const first = inner[from] ?? -1;
  if (first >= 0 && first === inner[to - 1]) return 'direct';
  for (let i = from; i < to; i++) if ((inner[i] ?? -1) >= 0) return 'mixed';
  return 'indirect';
}
