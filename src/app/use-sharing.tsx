import { type ReactNode, type RefObject, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOWHERE, type Place } from '../core/article/address.ts';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { isOwn } from '../core/article/own.ts';
import { checkOf } from '../core/passage/check.ts';
import { findPassage, readPassage, writePassage } from '../core/passage/passage.ts';
import type { TextRange } from '../core/text/range.ts';
import { countWords } from '../core/text/words.ts';
import type { ArticleHandle } from '../features/reading/ArticleText.tsx';
import type { ShareSubject } from '../features/sharing/subject.ts';
import { fetchWords } from '../i18n/later.ts';
import { clearSelection } from '../page/selection.ts';
import { linkTo } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { AddToLessonDoor } from './AddToLessonDoor.tsx';
import { PassageBar } from './at-hand.ts';
import type { ShareDoor } from './ShareDoor.tsx';
import { rangeOf } from './use-focus.ts';

/** What is open over the page: the ways to share something, or the way into a lesson. */
type Open =
  | {
      readonly kind: 'share';
      readonly subject: ShareSubject;
      readonly address: string;
      readonly Door: typeof ShareDoor;
    }
  | { readonly kind: 'lesson'; readonly passages: readonly string[] };

/** Where the way in does not come, the rejection is nobody's: the page's own notice tells of it (session/parts). */
async function fetchDoor(): Promise<typeof ShareDoor> {
  const [door] = await Promise.all([import('./ShareDoor.tsx'), fetchWords('sharing')]);
  return door.ShareDoor;
}

/** Selecting words and sharing them, and whatever else can be linked to. */
export function useSharing(lookup: ArticleLookup, text: RefObject<ArticleHandle | null>) {
  const { t } = useTranslation('reading');
  const { article } = lookup;
  const announce = useSession((session) => session.announce);
  const [selected, setSelected] = useState<readonly TextRange[]>([]);
  const [gathered, setGathered] = useState<readonly string[]>([]);
  const [copied, setCopied] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const covered = open !== null;

  const onSelect = useCallback(
    (ranges: readonly TextRange[], byKeys: boolean) => {
      // What is pressed and selected in a dialog does not let go of the words that it is about.
      if (covered && ranges.length === 0) return;
      setSelected(ranges);
      setCopied(false);
      if (byKeys && ranges.length > 0) {
        announce(t('passage.keysHint', { words: t('passage.count', { count: wordsIn(ranges) }) }));
      }
    },
    [announce, t, covered],
  );
  const onAct = useCallback(() => bar.current?.querySelector('button')?.focus(), []);

  const links = (): string[] => {
    const now = selected.flatMap((range) => writePassage(article, range) ?? []);
    return [...new Set([...gathered, ...now])];
  };
  const letGo = () => {
    clearSelection();
    setSelected([]);
    setGathered([]);
  };
  const share = async (subject: ShareSubject, place: Place) => {
    const Door = await fetchDoor();
    setOpen({ kind: 'share', subject, address: linkTo(article.id, place), Door });
  };
  const sharePassages = (passages: readonly string[]) =>
    share({ kind: 'passage', ranges: rangesIn(lookup, passages) }, { ...NOWHERE, passages });
  const copy = async () => {
    const passages = links();
    // The link of a text that is on this device alone opens for nobody else: the dialog says so.
    if (isOwn(article.id)) return sharePassages(passages);
    try {
      await navigator.clipboard.writeText(linkTo(article.id, { ...NOWHERE, passages }));
      announce(t('passage.copied'));
      setCopied(true);
    } catch {
      // Refused or not there: the dialog shows the link to be copied by hand.
      await sharePassages(passages);
    }
  };
  const at = useMemo(() => {
    const first = selected[0];
    const last = selected.at(-1);
    if (!first || !last) return null;
    const rects = () => selected.flatMap((range) => text.current?.rectsOf(range) ?? []);
    return {
      getBoundingClientRect: () => around(rects()),
      getClientRects: rects,
    };
  }, [selected, text]);

  // Only now and then an article's original is known, and only a selection needs the way there.
  const [original, setOriginal] = useState<string | null>(null);
  useEffect(() => {
    setOriginal(null);
    if (article.original === null || selected.length === 0) return;
    let current = true;
    void import('../core/passage/original.ts').then(({ originalLink }) => {
      if (current) setOriginal(originalLink(article, selected));
    });
    return () => {
      current = false;
    };
  }, [article, selected]);

  const element: ReactNode = (
    <>
      {selected.length > 0 || gathered.length > 0 ? (
        <Suspense fallback={null}>
          <PassageBar
            at={at}
            words={wordsIn(selected)}
            gathered={gathered.length}
            copied={copied}
            original={original}
            onCopy={() => void copy()}
            onShare={() => void sharePassages(links())}
            onLesson={() => setOpen({ kind: 'lesson', passages: links() })}
            onWhole={() => text.current?.selectBlocks(selected.map(({ block }) => block))}
            onAnother={() => {
              setGathered(links());
              clearSelection();
            }}
            onClear={letGo}
            ref={bar}
          />
        </Suspense>
      ) : null}
      {open?.kind === 'share' ? (
        <open.Door
          lookup={lookup}
          subject={open.subject}
          address={open.address}
          onClose={() => setOpen(null)}
          {...(open.subject.kind === 'passage'
            ? {
                onLesson: () =>
                  setOpen({
                    kind: 'lesson',
                    passages: open.subject.kind === 'passage' ? linksOf(lookup, open.subject.ranges) : [],
                  }),
              }
            : {})}
        />
      ) : null}
      {open?.kind === 'lesson' ? (
        <AddToLessonDoor
          article={article}
          passages={open.passages}
          onClose={() => {
            setOpen(null);
            letGo();
          }}
        />
      ) : null}
    </>
  );

  return {
    element,
    onSelect,
    onAct,
    /** The passages gathered for one link, to be painted. */
    gathered: useMemo(() => rangesIn(lookup, gathered), [lookup, gathered]),
    shareBlock: (block: string) => {
      const whole = lookup.block(block)?.text ?? '';
      const link = writePassage(article, { block, start: 0, end: whole.length });
      if (link !== null) void sharePassages([link]);
    },
    shareQuotation: (id: string) => {
      const quotation = lookup.quotation(id);
      if (quotation)
        void share(
          { kind: 'quotation', id },
          { ...NOWHERE, focus: { kind: 'quotation', id, check: checkOf(quotation) } },
        );
    },
    shareWord: async (kind: 'entity' | 'glossary', id: string, place: number) => {
      const range = rangeOf(lookup, { kind, id, place });
      const { checkOfPlace } = await import('../core/passage/place.ts');
      const check = range ? { check: checkOfPlace(article, range) } : {};
      await share({ kind, id }, { ...NOWHERE, focus: { kind, id, place, ...check } });
    },
  };
}

const wordsIn = (ranges: readonly TextRange[]): number => ranges.reduce((sum, { words }) => sum + countWords(words), 0);

const linksOf = (lookup: ArticleLookup, ranges: readonly TextRange[]): string[] =>
  ranges.flatMap((range) => writePassage(lookup.article, range) ?? []);

/** Where links that were made from this very text stand. */
const rangesIn = (lookup: ArticleLookup, links: readonly string[]): TextRange[] =>
  links.flatMap((link) => {
    const passage = readPassage(link);
    const found = passage && findPassage(lookup.article, passage);
    return found && found.kind !== 'gone' ? [found.range] : [];
  });

function around(rects: readonly DOMRect[]): DOMRect {
  const first = rects[0];
  if (!first) return new DOMRect(window.innerWidth / 2, 80, 0, 0);
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
