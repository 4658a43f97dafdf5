import { useEffect, useState } from 'react';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { writePassage } from '../core/passage/passage.ts';
import { directivesOnArrival, forgetDirectives } from '../session/arrival.ts';
import { placeNow, usePlace } from '../session/place.ts';

/** Longer words are cut where it is said that they were not found. */
const SHOWN = 60;

/**
 * Follows the text directives by which the article was entered: what they name becomes passages of the address, so that a
 * reload and whoever gets the link next stand at the same words. Passages that the address has already go before them.
 * Returns the words that were not found, and the way to let them go.
 */
export function useFragments({ article }: ArticleLookup): readonly [readonly string[], () => void] {
  const [, go] = usePlace();
  const [missing, setMissing] = useState<readonly string[]>([]);

  useEffect(() => {
    const address = directivesOnArrival();
    if (address === null) return;
    if (placeNow().passages.length > 0) return forgetDirectives();
    let current = true;
    // Few arrive so: the rest need not fetch what finds the words.
    const follow = async () => {
      const [{ readDirectives }, { findFragment }] = await Promise.all([
        import('../core/passage/directive.ts'),
        import('../core/passage/fragment.ts'),
      ]);
      if (!current) return;
      forgetDirectives();
      const passages = new Set<string>();
      const lost: string[] = [];
      for (const directive of readDirectives(address)) {
        const { start, end } = directive;
        const ranges = findFragment(article, directive);
        if (ranges === null) lost.push(shortened(end === null ? start : `${start} … ${end}`));
        for (const range of ranges ?? []) {
          const link = writePassage(article, range);
          if (link !== null) passages.add(link);
        }
      }
      setMissing([...new Set(lost)]);
      if (passages.size > 0) go({ ...placeNow(), passages: [...passages] }, { replace: true });
    };
    void follow();
    return () => {
      current = false;
    };
  }, [article, go]);

  return [missing, () => setMissing([])];
}

function shortened(words: string): string {
  const one = words.replace(/\s+/g, ' ').trim();
  return one.length <= SHOWN ? one : `${one.slice(0, SHOWN).replace(/\s\S*$|\p{Surrogate}$/u, '')}…`;
}
