import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Focus, NOWHERE, type PanelPlace, writePlace } from '../core/article/address.ts';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { rangeOfWord } from '../core/dictionary/words.ts';
import { findQuotation } from '../core/passage/check.ts';
import type { PlaceFinding } from '../core/passage/place.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import type { TextRange } from '../core/text/range.ts';
import type { ArticleHandle, ReadingPlace } from '../features/reading/ArticleText.tsx';
import type { PanelHandle } from '../features/speakers/Panel.tsx';
import { placeNow, readWritten, usePlace } from '../session/place.ts';
import type { Popover } from '../ui/Popover.tsx';

/** Who asked for a change of focus: it decides what scrolls and where the keyboard goes. */
export type Origin = 'text' | 'panel' | 'card' | 'address';

/** Where a card stands, and for what. */
export interface Anchored {
  readonly focus: Exclude<Focus, { kind: 'quotation' }>;
  readonly at: Parameters<typeof Popover>[0]['anchor'];
}

/** What is to be said of a link: nobody has its name here, or its words are elsewhere or others now. */
export interface Notice {
  readonly kind: 'unknown' | 'moved' | 'changed';
  readonly id: string;
}

interface Parts {
  readonly text: RefObject<ArticleHandle | null>;
  readonly panel: RefObject<PanelHandle | null>;
  readonly peek: RefObject<HTMLElement | null>;
  /** Where a revealed passage comes to stand (0 to 1 of the viewport's height). */
  readonly height: number;
  readonly smooth: boolean;
  /** Changes when the text is laid out anew: a card then looks for its word again. */
  readonly shown: unknown;
}

/**
 * The address says what is in focus; this makes the page follow it, whoever changed it: the text scrolls, a card gets its
 * word to stand at, the keyboard goes where the reader looks.
 */
export function useFocus(lookup: ArticleLookup, parts: Parts) {
  const { text, panel, peek, shown } = parts;
  const [place, go] = usePlace();
  const [anchor, setAnchor] = useState<Anchored | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [returnTo, setReturnTo] = useState<ReadingPlace | null>(null);
  const arrived = useRef(false);
  const kept = useRef<Notice | null>(null);
  const followed = useRef<string | null>(null);
  const asked = useRef<{ readonly key: string; readonly from: Origin } | null>(null);
  const manner = useRef(parts);
  useEffect(() => {
    manner.current = parts;
  });

  // What is the same is the same object, however often the rest of the address changes.
  const key = keyOf(place.focus);
  const focus = useMemo(() => readWritten(key).focus, [key]);
  const panelKey = writePlace({ ...NOWHERE, panel: place.panel });
  const panelPlace = useMemo(() => readWritten(panelKey).panel, [panelKey]);

  const goTo = useCallback(
    (
      from: Origin,
      next: { readonly focus?: Focus | null; readonly panel?: PanelPlace | null },
      options?: { replace?: boolean },
    ) => {
      if (next.focus !== undefined) asked.current = { key: keyOf(next.focus), from };
      go({ ...placeNow(), ...next }, options);
    },
    [go],
  );

  /** Scrolls to a range, and remembers where the reader was if that is out of sight now. */
  const reveal = useCallback(
    async (range: TextRange, from: Origin) => {
      const before = text.current?.placeAtTop() ?? null;
      const wasAt = window.scrollY;
      const { smooth, height } = manner.current;
      await text.current?.reveal(range, { smooth: smooth && arrived.current, height });
      const far = Math.abs(window.scrollY - wasAt) > window.innerHeight * 0.6;
      if (from !== 'address' && before && far) setReturnTo((known) => known ?? before);
    },
    [text],
  );

  useEffect(() => {
    const from = asked.current?.key === keyOf(focus) ? asked.current.from : 'address';
    // Only what is said of the text changed: it stays where its reader is.
    const stays = asked.current === null && followed.current === keyOf(focus);
    asked.current = null;
    followed.current = keyOf(focus);
    let current = true;
    const followQuotation = async (id: string, check: string | undefined) => {
      setAnchor(null);
      const found = findQuotation(lookup.article.quotations, id, check);
      const quotation = found.kind === 'gone' ? undefined : lookup.quotation(found.id);
      if (!quotation) return setNotice({ kind: 'unknown', id });
      if (found.kind === 'moved') {
        // The address then says what is looked at; the notice stays until something else is.
        kept.current = { kind: 'moved', id: quotation.id };
        return go({ ...placeNow(), focus: { kind: 'quotation', id: quotation.id } }, { replace: true });
      }
      if (found.kind === 'changed') setNotice({ kind: 'changed', id });
      if (stays) return;
      if (from !== 'text') await reveal(beginningOf(quotation), from);
      if (!current) return;
      if (from === 'text') {
        if (panel.current) panel.current.focusQuotation(id);
        else peek.current?.focus({ preventScroll: true });
      } else if (from === 'panel') {
        const word = quotation.cue[0] && text.current?.wordAt(quotation.cue[0]);
        // Without a reporting word the phone's sheet, which is closing, leaves the focus to the strip at the foot.
        (word || peek.current)?.focus({ preventScroll: true });
      }
    };
    const followWord = async (word: Anchored['focus']) => {
      const range = rangeOf(lookup, word);
      const exists =
        word.kind === 'entity' ? lookup.entity(word.id) : word.kind === 'word' ? range : lookup.entry(word.id);
      if (!exists) return setNotice({ kind: 'unknown', id: word.id });
      if (word.kind !== 'word') {
        const answer = findWord(lookup, word);
        const found = answer instanceof Promise ? await answer : answer;
        if (!current) return;
        const told = found.kind === 'exact' ? null : { kind: found.kind, id: word.id };
        if (found.place !== word.place) {
          kept.current = told;
          return go({ ...placeNow(), focus: { kind: word.kind, id: word.id, place: found.place } }, { replace: true });
        }
        if (told) setNotice(told);
      }
      if (range && from !== 'text' && !stays) await reveal(range, from);
      if (!current) return;
      const element = range && text.current?.wordAt(range);
      setAnchor({ focus: word, at: element ?? standIn(() => (range ? (text.current?.rectsOf(range) ?? []) : [])) });
    };
    const follow = async () => {
      setNotice(focus?.id === kept.current?.id ? kept.current : null);
      kept.current = null;
      if (focus === null) setAnchor(null);
      else if (focus.kind === 'quotation') await followQuotation(focus.id, focus.check);
      else await followWord(focus);
    };
    void follow().finally(() => {
      arrived.current = true;
    });
    return () => {
      current = false;
    };
    // biome-ignore lint: the text that is shown anew has other elements.
  }, [focus, lookup, reveal, text, panel, peek, go, shown]);

  return {
    focus,
    panelPlace,
    goTo,
    // A card that is open counts with the address at once, and follows when the text has come to rest: a second press
    // while it still scrolls is a second step.
    anchor:
      // Two words of one block are two, though.
      anchor && focus && focus.kind !== 'word' && focus.kind === anchor.focus.kind && focus.id === anchor.focus.id
        ? { ...anchor, focus }
        : anchor,
    notice,
    letNoticeGo: () => setNotice(null),
    returnTo,
    /** Looks at the quotation again where it is chosen already. */
    lookAgain: (quotation: Quotation) => void reveal(beginningOf(quotation), 'panel'),
    goBack: () => {
      if (returnTo) void text.current?.comeBack(returnTo, parts.smooth);
      setReturnTo(null);
    },
  };
}

const keyOf = (focus: Focus | null): string => writePlace({ ...NOWHERE, focus });

/** The words that a focus points at: the mention, the occurrence, or what was said. */
export function rangeOf(lookup: ArticleLookup, focus: Focus): TextRange | null {
  if (focus.kind === 'word') {
    const block = lookup.block(focus.id);
    return block ? rangeOfWord(block, focus.place) : null;
  }
  if (focus.kind === 'quotation') return lookup.quotation(focus.id)?.contents[0] ?? null;
  const places = placesOf(lookup, focus);
  return places[focus.place] ?? places[0] ?? null;
}

/** Which of its places a link to a word means. Only a link that was sent has a code; without one its number is believed. */
function findWord(
  lookup: ArticleLookup,
  word: Extract<Focus, { kind: 'entity' | 'glossary' }>,
): PlaceFinding | Promise<PlaceFinding> {
  const { place, check } = word;
  const places = placesOf(lookup, word);
  if (check !== undefined) {
    return import('../core/passage/place.ts').then(({ findPlace }) => findPlace(lookup.article, places, place, check));
  }
  return places[place] || place === 0 ? { kind: 'exact', place } : { kind: 'changed', place: 0 };
}

const placesOf = (lookup: ArticleLookup, { kind, id }: Focus): readonly TextRange[] =>
  kind === 'entity' ? lookup.mentionsOf(id).map(({ range }) => range) : (lookup.entry(id)?.occurrences ?? []);

/** Where a reader should begin: at the reporting word where it stands before what was said. */
function beginningOf({ cue: [cue], contents }: Quotation): TextRange {
  const content = contents[0] as TextRange;
  return cue && cue.block === content.block && cue.start < content.start ? cue : content;
}

/** Something to stand at where no word can be clicked: the painted stretch, or the top of the window. */
export function standIn(rects: () => DOMRect[]) {
  return {
    getBoundingClientRect: () => rects()[0] ?? new DOMRect(window.innerWidth / 2, 80, 0, 0),
    getClientRects: () => rects(),
  };
}
