import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import type { DisplayText } from '../../core/text/display.ts';
import type { VocalisedWord } from '../../core/text/vocalised.ts';
import type { TextRange } from '../../core/text/range.ts';
import { formatNumber, listComma } from '../../i18n/i18n.ts';
import { selectAll } from '../../page/selection.ts';
import { mountSurface, sectionsOf, type Surface, type SurfaceBlock } from '../../page/surface.ts';
import { useSession } from '../../session/store.ts';
import { buildReadingModel, type ReadingLeaf, type Target } from './model.ts';
import './text.css';

export interface ReadingPlace {
  readonly block: string;
  readonly offset: number;
}

/** Where the first line that can be read begins: below the head of the page (CSS pixels). */
const READING_TOP = 72;

/** What others may ask of the text on the screen. Offsets are those of the stored text, whatever is shown. */
export interface ArticleHandle {
  readonly reveal: (
    range: Pick<TextRange, 'block' | 'start'>,
    how: { readonly smooth: boolean; readonly height: number },
  ) => Promise<void>;
  readonly wordAt: (range: TextRange) => HTMLElement | null;
  readonly rectsOf: (range: Omit<TextRange, 'words'>) => DOMRect[];
  /** The place of the text nearest to a point of the viewport (CSS pixels). */
  readonly placeAt: (x: number, y: number) => ReadingPlace | null;
  readonly blockElement: (blockId: string) => HTMLElement | null;
  /** Selects these blocks whole, from the first to the last of them. */
  readonly selectBlocks: (blockIds: readonly string[]) => void;
  /** The first words below the head of the page, and back there: they come to stand where they were. */
  readonly placeAtTop: () => ReadingPlace | null;
  readonly comeBack: (place: ReadingPlace, smooth: boolean) => Promise<void>;
}

interface ArticleTextProps {
  readonly lookup: ArticleLookup;
  /** Painted over the text, by name of the style sheet's highlight. */
  readonly marked: Readonly<Record<string, readonly TextRange[]>>;
  /** How blocks are shown that have vowels added; null where none has. */
  readonly shownAs?: ((blockId: string) => DisplayText | null) | null;
  /** Words that stand above the words of the text, as stretches of the stored text. */
  readonly above?: ((blockId: string) => readonly VocalisedWord[]) | null;
  readonly onTargets: (targets: readonly Target[], element: HTMLElement, place: ReadingPlace) => void;
  readonly onText: (block: string, offset: number) => void;
  /** Whole words were selected, block by block, or are no more; and Enter on such a selection made by keyboard. */
  readonly onSelect?: (ranges: readonly TextRange[], byKeys: boolean) => void;
  readonly onAct?: () => void;
  readonly ref: Ref<ArticleHandle>;
}

const NAMES = [
  'isnad-unknown',
  'isnad-vocalised',
  'isnad-passage',
  'isnad-edited',
  'isnad-voice',
  'isnad-content',
  'isnad-source',
  'isnad-cue-chosen',
  'isnad-layer-1',
  'isnad-layer-2',
  'isnad-layer-3',
  'isnad-here',
] as const;

/** The article's text, right to left whatever the interface's language. */
export function ArticleText({
  lookup,
  marked,
  shownAs = null,
  above = null,
  onTargets,
  onText,
  onSelect,
  onAct,
  ref,
}: ArticleTextProps) {
  const { t, i18n } = useTranslation('reading');
  const container = useRef<HTMLDivElement>(null);
  const surface = useRef<Surface<ReadingLeaf>>(null);
  const tashkeel = useSession((session) => session.settings.tashkeel);
  const hidden = useSession((session) => session.settings.hidden);
  const digits = useSession((session) => session.settings.digits);
  const words = useSession((session) => session.settings.words);
  const language = i18n.language;
  // Of an own text the annotations change while it is read; its blocks do not.
  const { blocks } = lookup.article;

  const model = useMemo(() => {
    const describeOne = (target: Target): string => {
      if (target.kind !== 'quotation') return t(`one.${target.mark}` as 'one.person');
      const speaker = lookup.entity(lookup.quotation(target.id)?.speaker ?? '')?.name;
      // A machine gives no English names: an Arabic one stands in an English sentence by itself.
      const inEnglish = speaker?.en === '' ? `\u2068${speaker.ar}\u2069` : speaker?.en;
      return t('one.cue', {
        speaker: (language === 'en' ? inEnglish : speaker?.ar) ?? '—',
      });
    };
    return buildReadingModel(lookup, {
      tashkeel,
      hidden,
      describe: (targets) => targets.map(describeOne).join(listComma(language)),
      number: (value) => formatNumber(value, language, digits === 'auto' ? {} : { numberingSystem: digits }),
      word: words ? t('one.word') : null,
      shownAs,
      above,
    });
  }, [lookup, tashkeel, hidden, language, digits, words, shownAs, above, t]);

  // The surface outlives a change of what is shown in it, but not of the text itself.
  const latest = useRef({ model, onTargets, onText, onSelect, onAct });
  useLayoutEffect(() => {
    latest.current = { model, onTargets, onText, onSelect, onAct };
  });
  // biome-ignore lint: `tashkeel` and `shownAs` decide the letters; the model itself goes through `update`.
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const mounted = mountSurface<ReadingLeaf>(element, latest.current.model, {
      onLeaf: (block, leaf, word) =>
        latest.current.onTargets(leaf.targets, word, {
          block,
          offset: latest.current.model.shown(block).toStored(leaf.start),
        }),
      onText: (block, offset) => latest.current.onText(block, latest.current.model.shown(block).toStored(offset)),
      onAct: () => latest.current.onAct?.(),
      onSelect: (stretches, byKeys) =>
        latest.current.onSelect?.(
          stretches.map(({ block, start, end }) => {
            const { toStored } = latest.current.model.shown(block);
            const range = { block, start: toStored(start), end: toStored(end) };
            const whole = blocks.find(({ id }) => id === block)?.text;
            return { ...range, words: whole?.slice(range.start, range.end) ?? '' };
          }),
          byKeys,
        ),
    });
    surface.current = mounted;
    return () => {
      mounted.destroy();
      surface.current = null;
    };
  }, [blocks, tashkeel, shownAs]);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else surface.current?.update(model);
  }, [model]);

  useEffect(() => {
    for (const name of NAMES) {
      surface.current?.mark(
        name,
        (marked[name] ?? []).map((range) => {
          const { start, end } = model.shown(range.block).toScreen(range);
          return { block: range.block, offset: start, end };
        }),
      );
    }
  }, [marked, model]);

  useImperativeHandle(ref, () => {
    const onScreen = (range: { readonly block: string; readonly start: number; readonly end?: number }) => {
      const { start, end } = latest.current.model
        .shown(range.block)
        .toScreen({ start: range.start, end: range.end ?? range.start });
      return { block: range.block, offset: start, end };
    };
    return {
      reveal: async (range, how) => surface.current?.reveal(onScreen(range), how),
      wordAt: (range) => surface.current?.leafAt(onScreen(range)) ?? null,
      rectsOf: (range) => surface.current?.rectsOf(onScreen(range)) ?? [],
      comeBack: async ({ block, offset }, smooth) =>
        surface.current?.reveal(onScreen({ block, start: offset }), {
          smooth,
          height: READING_TOP / window.innerHeight,
        }),
      selectBlocks: (ids) => {
        const [from, to] = [ids[0], ids.at(-1)].map((id) => surface.current?.blockElement(id ?? '') ?? null);
        if (from && to) selectAll(from, to);
      },
      placeAt: (x, y) => {
        const place = surface.current?.placeAt(x, y) ?? null;
        return place && { block: place.block, offset: latest.current.model.shown(place.block).toStored(place.offset) };
      },
      blockElement: (id) => surface.current?.blockElement(id) ?? null,
      placeAtTop: () => {
        const place = surface.current?.placeAtTop(READING_TOP) ?? null;
        return place && { block: place.block, offset: latest.current.model.shown(place.block).toStored(place.offset) };
      },
    };
  }, []);

  return (
    <article
      ref={container}
      className="article-text"
      lang="ar"
      dir="rtl"
      aria-label={t('articleLabel')}
      aria-describedby="arrows-hint"
      data-above={above ? '' : undefined}
      data-cues={hidden.includes('cue') ? 'hidden' : 'shown'}
    >
      {import.meta.env.SSR ? <StillSections blocks={model.blocks} /> : null}
    </article>
  );
}

/** What the surface would build, as a page's HTML: the same elements at the same places, without a clickable word. */
function StillSections({ blocks }: { readonly blocks: readonly SurfaceBlock[] }) {
  return sectionsOf(blocks).map((section) => (
    <div key={section[0]?.id} className="text-section">
      {section.map(({ id, tag: Tag, type, text }) => (
        <Tag key={id} data-block={id} data-type={type}>
          {text}
        </Tag>
      ))}
    </div>
  ));
}
