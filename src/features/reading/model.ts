import type { ArticleLookup } from '../../core/article/lookup.ts';
import { type Clickable, leavesOf } from '../../core/article/leaves.ts';
import { wordsOf } from '../../core/dictionary/words.ts';
import { type DisplayText, displayText } from '../../core/text/display.ts';
import type { VocalisedWord } from '../../core/text/vocalised.ts';
import type { Span } from '../../core/text/range.ts';
import { widenToWords } from '../../core/text/words.ts';
import type { Block } from '../../core/article/article.ts';
import type { SurfaceAbove, SurfaceLeaf, SurfaceModel, SurfacePaint } from '../../page/surface.ts';
import type { MarkType } from '../../session/settings.ts';

/** What a click on a word can mean. `place` is which mention or occurrence, from 0. */
export interface Target extends Clickable<'entity' | 'glossary' | 'quotation'> {
  readonly place: number;
  readonly mark: MarkType;
}

export interface ReadingLeaf extends SurfaceLeaf {
  readonly targets: readonly Target[];
}

export interface ReadingModel extends SurfaceModel<ReadingLeaf> {
  readonly shown: (blockId: string) => DisplayText;
}

/** Lowest first: what is chosen lies over what is there always. */
export const PAINT_ORDER = [
  'isnad-unknown',
  'isnad-vocalised',
  'isnad-passage',
  'isnad-edited',
  'isnad-voice',
  'isnad-content',
  'isnad-glossary',
  'isnad-date',
  'isnad-place',
  'isnad-group',
  'isnad-work',
  'isnad-event',
  'isnad-organization',
  'isnad-person',
  'isnad-source',
  'isnad-cue',
  'isnad-machine',
  'isnad-cue-chosen',
  'isnad-layer-1',
  'isnad-layer-2',
  'isnad-layer-3',
  'isnad-here',
] as const;

interface ModelOptions {
  readonly tashkeel: boolean;
  readonly hidden: readonly MarkType[];
  /** Says what a leaf is, for those who cannot see its colour. */
  readonly describe: (targets: readonly Target[]) => string;
  /** Writes the number of a note in the interface's digits. */
  readonly number: (value: number) => string;
  /** What a screen reader says after a plain word that the keyboard stands at; null where plain words do not answer. */
  readonly word: string | null;
  /** How a block is shown where it is not as it is stored: with vowels added. */
  readonly shownAs: ((blockId: string) => DisplayText | null) | null;
  /** Words that stand above the words of the text. */
  readonly above: ((blockId: string) => readonly VocalisedWord[]) | null;
}

const TAGS: Readonly<Record<Block['type'], 'h1' | 'h2' | 'p'>> = {
  headline: 'h1',
  section: 'h2',
  dateline: 'p',
  lede: 'p',
  paragraph: 'p',
  source: 'p',
  reference: 'p',
};

/** The article as the surface shows it: text, clickable words and what is painted, worked out block by block on demand. */
export function buildReadingModel(
  lookup: ArticleLookup,
  { tashkeel, hidden, describe, number, word, shownAs, above }: ModelOptions,
): ReadingModel {
  const shownTexts = new Map<string, DisplayText>();
  const shown = (id: string): DisplayText => {
    const known = shownTexts.get(id);
    if (known) return known;
    const made = shownAs?.(id) ?? displayText(lookup.block(id)?.text ?? '', { marks: tashkeel });
    shownTexts.set(id, made);
    return made;
  };
  const shows = (mark: MarkType) => !hidden.includes(mark);
  const turns = new Map(lookup.article.quotations.map((quotation, index) => [quotation.id, index]));
  // Entity by entity, as they come near the screen: a long text has thousands that nobody will look at.
  const places = new Map<string, Map<string, number>>();
  const placeOf = (entity: string, mention: string): number => {
    let known = places.get(entity);
    if (known === undefined) {
      known = new Map(lookup.mentionsOf(entity).map(({ id }, place) => [id, place]));
      places.set(entity, known);
    }
    return known.get(mention) ?? 0;
  };

  const targetsIn = (id: string): Target[] => {
    const { mentions, pieces, glossary } = lookup.notes(id);
    const { toScreen } = shown(id);
    const targets: Target[] = [];
    for (const { id: mention, entity, range } of mentions) {
      const mark = lookup.entity(entity)?.type;
      if (mark && shows(mark))
        targets.push({ kind: 'entity', id: entity, mark, exact: toScreen(range), place: placeOf(entity, mention) });
    }
    if (shows('cue')) {
      for (const { quotation, role, range } of pieces) {
        if (role === 'cue')
          targets.push({ kind: 'quotation', id: quotation.id, mark: 'cue', exact: toScreen(range), place: 0 });
      }
    }
    if (shows('glossary')) {
      for (const { entry, occurrence, range } of glossary) {
        targets.push({ kind: 'glossary', id: entry.id, mark: 'glossary', exact: toScreen(range), place: occurrence });
      }
    }
    return targets;
  };

  const leafCache = new Map<string, readonly ReadingLeaf[]>();
  const noted = new Set<string>();
  const leaves = (id: string): readonly ReadingLeaf[] => {
    const known = leafCache.get(id);
    if (known) return known;
    const made = leavesOf(shown(id).text, targetsIn(id)).map(({ start, end, targets }): ReadingLeaf => {
      const cue = targets.find((target) => target.kind === 'quotation' && !noted.has(target.id));
      if (cue) noted.add(cue.id);
      const turn = cue && turns.get(cue.id);
      return {
        start,
        end,
        targets,
        kind: targets[0]?.kind ?? '',
        description: describe(targets),
        note: turn === undefined ? null : number(turn + 1),
      };
    });
    leafCache.set(id, made);
    return made;
  };

  const paints = (id: string): SurfacePaint[] => {
    const { mentions, pieces, glossary } = lookup.notes(id);
    const { toScreen } = shown(id);
    const stretches: SurfacePaint[] = [];
    for (const { entity, range } of mentions) {
      const mark = lookup.entity(entity)?.type;
      if (mark && shows(mark)) stretches.push({ ...toScreen(range), name: `isnad-${mark}` });
    }
    if (shows('cue')) {
      for (const { quotation, role, range } of pieces)
        if (role === 'cue') {
          stretches.push({ ...toScreen(range), name: 'isnad-cue' });
          if (quotation.provenance.by === 'rule') stretches.push({ ...toScreen(range), name: 'isnad-machine' });
        }
    }
    if (shows('glossary')) {
      // A name that is glossed as well keeps its own colour alone.
      for (const { range } of glossary) {
        const named = mentions.some(
          (mention) =>
            mention.range.start < range.end &&
            range.start < mention.range.end &&
            shows(lookup.entity(mention.entity)?.type ?? 'cue'),
        );
        if (!named) stretches.push({ ...toScreen(range), name: 'isnad-glossary' });
      }
    }
    return stretches;
  };

  const wordCache = new Map<string, readonly Span[]>();
  const words = (id: string): readonly Span[] => {
    const known = wordCache.get(id);
    if (known) return known;
    const { text } = shown(id);
    const made: Span[] = [];
    for (const one of wordsOf(text)) {
      // Two that a sign alone parts (و/أو) are stood at as one: an element wraps whole words.
      const wide = widenToWords(text, one);
      if (wide.start >= (made.at(-1)?.end ?? 0)) made.push(wide);
    }
    wordCache.set(id, made);
    return made;
  };

  const firstHeadline = lookup.article.blocks.findIndex(({ type }) => type === 'headline');
  return {
    blocks: lookup.article.blocks.map(({ id, type }, index) => ({
      id,
      type,
      // One h1 a page: a headline that stands twice is a heading once.
      tag: type === 'headline' && index !== firstHeadline ? 'p' : TAGS[type],
      text: shown(id).text,
    })),
    leaves,
    paints,
    paintOrder: PAINT_ORDER,
    ...(above ? { above: (id) => aboveIn(shown(id), above(id)) } : {}),
    ...(word === null ? {} : { words: { of: words, description: word } }),
    shown,
  };
}

/** What stands above each whole word: where a sign alone parts two (و/أو), both stand above the one. */
function aboveIn({ text, toScreen }: DisplayText, words: readonly VocalisedWord[]): SurfaceAbove[] {
  const made: { start: number; end: number; text: string }[] = [];
  for (const word of words) {
    // A name that nobody vocalised would only be said twice.
    if (!/[\u064b-\u0652]/.test(word.vocalised)) continue;
    const wide = widenToWords(text, toScreen(word));
    const last = made.at(-1);
    if (last && wide.start < last.end) last.text += ` ${word.vocalised}`;
    else made.push({ ...wide, text: word.vocalised });
  }
  return made;
}
