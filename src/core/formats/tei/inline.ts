/**
 * Stretches that overlap in any way, as elements that nest: where one would cross another it is cut in two, and the parts
 * point to each other (`next`, `prev`), as TEI has it for aggregated elements.
 */
import type { Span } from '../../text/range.ts';
import { type Attributes, escapeText, open } from '../xml.ts';

export interface Inline extends Span {
  readonly name: string;
  /** Whether it may hold only what is inner too: a name may stand in a quotation, TEI has no quotation in a name. */
  readonly inner: boolean;
  readonly attributes: Attributes;
}

interface Part {
  readonly of: Inline;
  id: string;
  next: string | null;
  readonly prev: string | null;
}

/** The block's text with its stretches as elements. `newId` gives a part of a cut stretch its `xml:id`. */
export function inlineXml(text: string, stretches: readonly Inline[], newId: () => string): string {
  const outerFirst = (a: Inline, b: Inline) => Number(a.inner) - Number(b.inner) || b.end - a.end;
  const waiting = stretches
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || outerFirst(a, b));
  const edges = [...new Set([...waiting.flatMap(({ start, end }) => [start, end]), text.length])].sort((a, b) => a - b);
  const events: (string | { open: Part } | { close: Part })[] = [];
  let stack: Part[] = [];
  let next = 0;
  let at = 0;
  for (const edge of edges) {
    if (edge > at) events.push(escapeText(text.slice(at, edge)));
    at = edge;
    // Close down to the outermost that ends here; what is closed too early goes on in another part.
    const starting: Inline[] = [];
    for (let one = waiting[next]; one && one.start === edge; one = waiting[++next]) starting.push(one);
    const makesWay = starting.some(({ inner }) => !inner);
    const lowest = stack.findIndex(({ of }) => of.end === edge || (makesWay && of.inner));
    const cut: Part[] = [];
    if (lowest >= 0) {
      for (const part of stack.slice(lowest).reverse()) {
        events.push({ close: part });
        if (part.of.end > edge) cut.unshift(part);
      }
      stack = stack.slice(0, lowest);
    }
    const opening: Part[] = cut.map((part) => {
      if (part.id === '') part.id = idOf(part.of) ?? newId();
      const rest: Part = { of: part.of, id: newId(), next: null, prev: part.id };
      part.next = rest.id;
      return rest;
    });
    for (const one of starting) opening.push({ of: one, id: '', next: null, prev: null });
    for (const part of opening.sort((a, b) => outerFirst(a.of, b.of))) {
      events.push({ open: part });
      stack.push(part);
    }
  }
  return events
    .map((event) => {
      if (typeof event === 'string') return event;
      if ('close' in event) return `</${event.close.of.name}>`;
      const { of, id, next, prev } = event.open;
      return open(of.name, {
        ...of.attributes,
        'xml:id': id === '' ? idOf(of) : id,
        next: next && `#${next}`,
        prev: prev && `#${prev}`,
      });
    })
    .join('');
}

const idOf = ({ attributes }: Inline): string | null => {
  const id = attributes['xml:id'];
  return typeof id === 'string' ? id : null;
};
