/** Known cues: what reporting words have been called before, so that a lemma is proposed from evidence and never made up. */
import type { Quotation, ReportingVerb } from '../quotation/quotation.ts';
import { keyOfWords } from './tokens.ts';

/** The reporting verb that a cue's words (any spelling) have been, or null where they are not known or not agreed on. */
export type Cues = (words: string) => ReportingVerb | null;

/** What these quotations (the published ones, one's own) know of their cues' main words. */
export function cuesOf(quotations: Iterable<Pick<Quotation, 'cue' | 'verb'>>): Cues {
  const counts = new Map<string, Map<string, { verb: ReportingVerb; count: number }>>();
  for (const { cue, verb } of quotations) {
    const key = keyOfWords(cue[0]?.words ?? '');
    if (key === '' || verb.lemma === null) continue;
    const verbs = counts.get(key) ?? new Map<string, { verb: ReportingVerb; count: number }>();
    counts.set(key, verbs);
    const name = `${verb.lemma} ${verb.class}`;
    verbs.set(name, { verb, count: (verbs.get(name)?.count ?? 0) + 1 });
  }
  return (words) => {
    const [first, second] = [...(counts.get(keyOfWords(words))?.values() ?? [])].sort((a, b) => b.count - a.count);
    return first && first.count !== second?.count ? first.verb : null;
  };
}

export const KNOWS_NO_CUES: Cues = () => null;
