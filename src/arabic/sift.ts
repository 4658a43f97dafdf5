/** The reports of a text without those that say nothing of their own. */
import type { Attribution } from './attribution.ts';
import type { Frames } from './frames.ts';
import { complementisers } from './lexicon/function-words.ts';

/** Who tells what somebody else has said. */
const RELAYS = new Set(['نقل', 'نسب', 'أورد']);

/** So many reports before and after one may stand around it. */
const NEIGHBOURS = 12;

/** What was said stands as a noun phrase, or its cue is a noun. */
const nounish = ({ by }: Attribution): boolean => by === 'noun' || by === 'saying';

/** Without the reports that say nothing of their own: the same content twice, acts told in somebody's words, first persons. */
export function sifted(text: Frames, found: readonly Attribution[]): Attribution[] {
  // Contents that reach far are few: what stands around a cue is looked for among its neighbours only.
  const sorted = completed([...found].sort((a, b) => a.cue.from - b.cue.from));
  return sorted.filter((one, index) => {
    for (let k = Math.max(0, index - NEIGHBOURS); k < Math.min(sorted.length, index + NEIGHBOURS + 1); k++) {
      const other = sorted[k] as Attribution;
      if (k === index) continue;
      const same = other.content.from === one.content.from && other.content.to === one.content.to;
      // كرر الوزير رفض الحوار: the noun that it is told with is no verb.
      if (other.by === 'noun' && other.content.from === one.cue.from && one.cue.from > other.cue.from) return false;
      // برر القرار بقوله: …: told once, with its words.
      if (
        one.by === 'noun' &&
        other.by === 'saying' &&
        !RELAYS.has(one.lemma ?? '') &&
        other.cue.from > one.content.from &&
        other.cue.from < one.content.to
      )
        return false;
      // أضاف المصدر -حسب رويترز- أن: both tell it.
      if (
        same &&
        (one.by === 'accord') !== (other.by === 'accord') &&
        one.cue.to < one.content.from &&
        other.cue.to < one.content.from
      )
        continue;
      if (same && (other.cue.from < one.cue.from ? !nounish(one) : nounish(other))) return false;
      const within = one.cue.from >= other.content.from && one.cue.from < other.content.to;
      if (!within) continue;
      if (
        one.elided &&
        // [أضاف أن …]، وفق الوكالة: the report that the agency passes on.
        !(other.by === 'accord' && one.cue.from === other.content.from) &&
        !nounish(one) &&
        one.by !== 'participle' &&
        text.cues[one.cue.from]?.skip === 0 &&
        !startsRelative(text, one.cue.from)
      )
        return false;
      // برر القرار بقوله: …: told once, with its words.
      if (other.by === 'noun' && one.by === 'saying' && RELAYS.has(other.lemma ?? '')) continue;
      // بأنها ترحب بالقرار: the speaker's own act, told in the same words.
      const form = text.cues[one.cue.from]?.form.form;
      if (one.by === 'noun' && one.elided && form === 'imperfect' && complementisers.has(text.key(one.cue.from - 1)))
        return false;
      const spoken = other.kind === 'direct' && (text.layout.inside[one.cue.from] ?? -1) >= 0;
      if (spoken && nounish(one) && text.cues[one.cue.from]) return false;
      if (text.word(one.cue.from - 1) === 'كان' && text.cues[one.cue.from]?.form.form === 'imperfect') return false;
    }
    return true;
  });
}

/** برر الوزير القرار بقوله: …: the words have the subject of the verb before. */
function completed(sorted: readonly Attribution[]): Attribution[] {
  return sorted.map((one, index) => {
    const before = sorted[index - 1];
    const told =
      one.by === 'saying' &&
      one.source === null &&
      before?.by === 'noun' &&
      one.cue.from > before.content.from &&
      one.cue.from < before.content.to;
    return told && before.source ? { ...one, source: before.source, elided: false } : one;
  });
}

function startsRelative(text: Frames, at: number): boolean {
  return /^(?:[وف]?(?:الذي|التي|الذين)|[وفبكل]?ما|عما|مما)$/.test(text.word(at - 1));
}
