/** What of a layer is painted in the text. Roles are told by the kind of line as well as by the tint. */
import type { Desk, Spot } from '../../core/annotation/desk.ts';
import type { Target } from '../../core/annotation/tagging.ts';
import type { Block } from '../../core/article/article.ts';
import type { SurfaceModel, SurfacePaint } from '../../page/surface.ts';

const NAMES: Readonly<Record<Spot['role'], string>> = {
  content: 'isnad-tag-content',
  mention: 'isnad-tag-mention',
  source: 'isnad-tag-source',
  cue: 'isnad-tag-cue',
};
const CHOSEN: Readonly<Record<Spot['role'], string>> = {
  content: 'isnad-tag-content-chosen',
  mention: 'isnad-tag-mention-chosen',
  source: 'isnad-tag-source-chosen',
  cue: 'isnad-tag-cue-chosen',
};

/** Lowest first. */
export const PAINT_ORDER = [
  NAMES.content,
  NAMES.mention,
  NAMES.source,
  NAMES.cue,
  'isnad-tag-proposal',
  CHOSEN.content,
  CHOSEN.mention,
  CHOSEN.source,
  CHOSEN.cue,
  'isnad-tag-preview',
] as const;

const TAGS: Readonly<Record<Block['type'], 'h1' | 'h2' | 'p'>> = {
  headline: 'h1',
  section: 'h2',
  dateline: 'p',
  lede: 'p',
  paragraph: 'p',
  source: 'p',
  reference: 'p',
};

/**
 * The article as it is tagged: every letter as it was published, nothing clickable of its own (any word can be chosen), and
 * the desk's annotations painted. It asks the desk and the choice anew at each painting.
 */
export function taggingModel(desk: Desk, chosenNow: () => Target | null): SurfaceModel {
  const firstHeadline = desk.blocks.findIndex(({ type }) => type === 'headline');
  return {
    blocks: desk.blocks.map(({ id, type, text }, index) => ({
      id,
      type,
      tag: type === 'headline' && index !== firstHeadline ? 'p' : TAGS[type],
      text,
    })),
    leaves: () => [],
    paints: (block): SurfacePaint[] => {
      const chosen = chosenNow();
      return desk.inBlock(block).map(({ on, id, role, range }) => ({
        start: range.start,
        end: range.end,
        name: (chosen?.on === on && chosen.id === id ? CHOSEN : NAMES)[role],
      }));
    },
    paintOrder: PAINT_ORDER,
  };
}

/** The blocks in which an annotation stands. */
export function blocksOf(desk: Desk, target: Target | null): string[] {
  if (target === null) return [];
  if (target.on === 'mentions') return [desk.mention(target.id)?.range.block].filter((id) => id !== undefined);
  const quotation = desk.quotation(target.id);
  if (!quotation) return [];
  const { contents, cue, source } = quotation;
  return [...contents, ...cue, ...(source ? [source] : [])].map(({ block }) => block);
}
