/** What was said, without the signs and the words that only stand beside it; and how it was said. */
import type { QuotationKind } from '../core/quotation/quotation.ts';
import type { Frames } from './frames.ts';
import type { Stretch } from './reading.ts';

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
    ['كما', 'فيما', 'بينما', 'حيث', 'ثم', 'و', 'لكنه', 'لكن'].includes(text.key(b - 1))
  ) {
    b--;
    while (b > a && edge(b - 1)) b--;
  }
  return b > a ? { from: a, to: b } : null;
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
