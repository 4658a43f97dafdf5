/** The class of reporting words that an annotator wrote down, as the engine's own lexicon classes them. */
import { findCues } from '../../src/arabic/cues.ts';
import { tokenise } from '../../src/arabic/tokens.ts';

const ACCORDING = /(?:حسب|وفق|طبق|نقلا|على حد|في (?:بيان|تصريح)|كما|قول)/u;

/** `mark` for signs alone, `accord` for nouns and prepositions, `other` for a word that the lexicon does not have. */
export function classOfCue(cue: string): string {
  if (!/\p{L}/u.test(cue)) return 'mark';
  // A participle alone may be a noun or an adjective; with what it introduces it reports.
  for (const text of [cue, `${cue} أن`, `، ${cue} أن`]) {
    const found = findCues(tokenise(text)).find((one) => one !== null);
    if (found) return found.form.verb.class;
  }
  return ACCORDING.test(cue) ? 'accord' : 'other';
}
