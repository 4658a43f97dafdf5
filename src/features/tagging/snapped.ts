import { useMemo } from 'react';
import type { Desk } from '../../core/annotation/desk.ts';
import { snap, snapAcross } from '../../core/annotation/select.ts';
import { knowledgeOf } from '../../core/annotation/tokens.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Selected } from './TaggedText.tsx';

interface Snapped {
  /** What the selection means, block by block; empty where it has no word. */
  readonly ranges: readonly TextRange[];
  /** What is attached to the first word and can be kept or cut off, such as وب; null for nothing. */
  readonly cut: string | null;
}

const NOTHING: Snapped = { ranges: [], cut: null };

function* namesOn(desk: Desk): Generator<string> {
  for (const { name, aliases } of desk.entities()) {
    yield name.ar;
    yield* aliases;
  }
}

/** What the selected words are once they are snapped. `kept`: with what is attached to the first of them. */
export function useSnapped(desk: Desk, selected: Selected | null, kept: boolean): Snapped {
  // A selection that is drawn over the text is another with each word, what the article knows is not.
  const wanted = selected !== null;
  const knows = useMemo(() => (wanted ? knowledgeOf(desk.blocks, namesOn(desk)) : null), [desk, wanted]);
  return useMemo(() => {
    if (selected === null || knows === null) return NOTHING;
    const { from, to } = selected;
    const ranges = snapAcross(desk.blocks, from, to, kept ? 'keep' : 'trim', knows);
    const text = desk.block(from.block)?.text ?? '';
    const end = to.block === from.block ? to.offset : text.length;
    const cut = snap(text, { start: from.offset, end }, knows)?.cut?.clitics ?? null;
    return { ranges, cut };
  }, [desk, selected, kept, knows]);
}
