/** A report after what was said: …، كما قال فلان; «…»، قال فلان. */
import { clauseBefore } from './around.ts';
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import type { Frames } from './frames.ts';
import { trimmed } from './insertions.ts';
import { complementisers } from './lexicon/function-words.ts';
import { clean, kindOf } from './trim.ts';

/** …، كما قال موقع ريد ستيت: the content is the clause before. */
export function trailing(text: Frames, cue: Cue): Attribution | null {
  const before = text.word(cue.at - 1);
  const opening = before === 'ما' ? cue.at - 2 : before === '' ? cue.at : cue.at - 1;
  const subjectEnd = text.nounAt(cue.at + 1) ? text.nounPhrase(cue.at + 1) : cue.at + 1;
  if (complementisers.has(text.key(subjectEnd)) || complementisers.has(text.key(cue.at + 1))) return null;
  if (text.tokens[subjectEnd]?.kind === 'colon') return null;
  // …"، كما قال: the marks that have just closed.
  let mark = opening - 1;
  while (mark > 0 && text.tokens[mark]?.kind === 'comma') mark--;
  const pair = text.tokens[mark]?.kind === 'mark' ? text.layout.quoted[text.layout.inside[mark] ?? -1] : undefined;
  const content =
    pair && pair.close === mark && mark - pair.open > 3 ? clean(text, pair.open, mark) : clauseBefore(text, opening);
  if (!content) return null;
  return {
    cue: { from: opening, to: cue.at + 1 },
    content,
    source: trimmed(text, cue.at + 1, subjectEnd),
    gender: cue.form.gender,
    class: 'accord',
    lemma: cue.form.verb.lemma,
    kind: kindOf(text, content),
    by: 'trailing',
    elided: subjectEnd === cue.at + 1,
  };
}
