import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { VocalisedWord } from '../core/text/vocalised.ts';
import type { DisplayText } from '../core/text/display.ts';
import type { TextRange } from '../core/text/range.ts';
import type { ArticleHandle, ReadingPlace } from '../features/reading/ArticleText.tsx';

/** What the reader wants vowels for. */
export interface VowelsWish {
  readonly whole: boolean;
  readonly sentences: readonly TextRange[];
}

/** How the text is shown with them: other letters, or words above the words. */
export interface Vowels {
  readonly shownAs: ((block: string) => DisplayText | null) | null;
  readonly above: ((block: string) => readonly VocalisedWord[]) | null;
}

const NOTHING: VowelsWish = { whole: false, sentences: [] };
const same = (a: TextRange, b: TextRange) => a.block === b.block && a.start === b.start;

/** Vowels on demand, for the text or for sentences of it. The text stays where it is read while its lines move. */
export function useVowels(text: RefObject<ArticleHandle | null>) {
  const [wish, setWish] = useState(NOTHING);
  const [vowels, setVowels] = useState<Vowels | null>(null);
  const place = useRef<ReadingPlace | null>(null);
  const onShown = useCallback(
    (next: Vowels | null) => {
      place.current = window.scrollY > 0 ? (text.current?.placeAtTop() ?? null) : null;
      setVowels(next);
    },
    [text],
  );
  // biome-ignore lint: the lines have moved.
  useLayoutEffect(() => {
    if (place.current) void text.current?.comeBack(place.current, false);
    place.current = null;
  }, [vowels, text]);
  return {
    wish: wish.whole || wish.sentences.length > 0 ? wish : null,
    vowels,
    onShown,
    toggle: () => setWish(wish.whole ? NOTHING : { whole: true, sentences: [] }),
    off: () => setWish(NOTHING),
    /** Sentences alone are marked in the text: where all of it has vowels, that is said above it. */
    marked: wish.whole ? [] : wish.sentences,
    sentence: useMemo(
      () => ({
        shown: (one: TextRange) => wish.whole || wish.sentences.some((other) => same(one, other)),
        onToggle: (one: TextRange) =>
          setWish(
            wish.whole
              ? NOTHING
              : {
                  whole: false,
                  sentences: wish.sentences.some((other) => same(one, other))
                    ? wish.sentences.filter((other) => !same(one, other))
                    : [...wish.sentences, one],
                },
          ),
      }),
      [wish],
    ),
  };
}
