import { useEffect, useMemo, useState } from 'react';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { lineOf } from '../core/dictionary/line.ts';
import type { TextRange } from '../core/text/range.ts';
import { keyOf } from '../core/wordlist/word.ts';
import type { WordBand } from '../engine/dictionary-protocol.ts';
import { useKept, useStore } from '../library/use-kept.ts';
import { keptWords } from '../library/words.ts';
import type { Settings } from '../session/settings.ts';
import { dictionary } from './dictionary.ts';

/** The most common band of words that each choice still underlines. */
const MOST: Readonly<Record<Exclude<Settings['underline'], 'none'>, number>> = {
  rare: 2,
  uncommon: 3,
  common: 4,
  all: 7,
};

interface UnknownProps {
  readonly lookup: ArticleLookup;
  readonly underline: Exclude<Settings['underline'], 'none'>;
  /** Told whenever other words are unknown. */
  readonly onRanges: (ranges: readonly TextRange[]) => void;
}

/** Finds the words of a text that the reader did not mark as known. Shows nothing itself; without a dictionary finds none. */
export function Unknown({ lookup, underline, onRanges }: UnknownProps) {
  const { id, revision, blocks } = lookup.article;
  const line = lineOf(blocks);
  const kept = useKept(useStore(), keptWords);
  const [bands, setBands] = useState<{ readonly line: typeof line; readonly told: readonly (WordBand | null)[] }>();
  useEffect(() => {
    let current = true;
    void dictionary.bands({ key: `${id} ${revision}`, words: line.words }).then((told) => {
      if (current && told.ok) setBands({ line, told: told.value });
    });
    return () => {
      current = false;
    };
  }, [id, revision, line]);
  const ranges = useMemo(() => {
    if (!kept || bands?.line !== line) return [];
    const known = new Set(kept.words.flatMap((word) => (word.known ? [word.key] : [])));
    return bands.told.flatMap((word, at) => {
      const range = line.places[at];
      return word && range && word.band <= MOST[underline] && !known.has(keyOf(word)) ? [range] : [];
    });
  }, [bands, kept, line, underline]);
  useEffect(() => onRanges(ranges), [ranges, onRanges]);
  useEffect(() => () => onRanges([]), [onRanges]);
  return null;
}
