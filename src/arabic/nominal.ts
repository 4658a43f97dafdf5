/** Reports without a finite verb of their own. */
import { act } from './acts.ts';
import { according, type Covered, inWordsOf } from './according.ts';
import type { Attribution } from './attribution.ts';
import type { Frames } from './frames.ts';
import { accordingWords, sayingWords } from './lexicon/speech.ts';
import { saying, written } from './sayings.ts';

/** So many reports before one may have said the same. */
const NEAR = 16;
/** Before a noun of writing or speech: جاء في البيان. */
const STANDS = /^[وف]?(?:جاء|جاءت|ورد|وردت|يرد|ترد)$/;

/** قالت إن المادة ضارة وفقا للقانون: without a comma, what the law tells is within what was said, and no more of the sentence. */
function within(text: Frames, at: number, told: Attribution, found: readonly Attribution[]): Attribution | null {
  const outer = found
    .slice(-NEAR)
    .findLast(
      ({ content, by }) =>
        by !== 'accord' &&
        content.from > told.content.from &&
        content.from < at &&
        content.to >= at &&
        text.sameSentence(content.from, at),
    );
  if (!outer) return told;
  return at - outer.content.from < 3 ? null : { ...told, content: { from: outer.content.from, to: at } };
}

/** Reporting nouns: بحسب, وفقا لـ, على حد قوله, قوله, في بيان. */
export function nominal(text: Frames, at: number, found: readonly Attribution[]): Attribution | null {
  const here = text.word(at);
  if (here === '') return null;
  const covered: Covered = (content, nests = false, relays = false) =>
    found.slice(-NEAR).some(
      (other) =>
        // أعلن الوزير أن …، بحسب الوكالة: that he said it is what the agency tells.
        !(
          nests &&
          (other.source !== null || relays) &&
          other.by !== 'accord' &&
          other.cue.from >= content.from &&
          other.cue.to <= content.to
        ) &&
        (Math.min(other.content.to, content.to) - Math.max(other.content.from, content.from) >
          0.6 * (content.to - content.from) ||
          // قال إن …، على حد قوله: the verb has told it.
          (other.cue.from >= content.from - 4 && other.content.to >= content.to - 2 && other.content.to <= content.to)),
    );
  if (accordingWords.has(here)) {
    const told = according(text, at, covered);
    return told && text.tokens[at - 1]?.kind === 'word' ? within(text, at, told, found) : told;
  }
  if (here === 'علي' && text.key(at + 1) === 'حد') return inWordsOf(text, at, covered);
  if (STANDS.test(here) && text.key(at + 1) === 'في') return written(text, at, covered);
  return (sayingWords.has(here) ? saying(text, at) : null) ?? act(text, at);
}
