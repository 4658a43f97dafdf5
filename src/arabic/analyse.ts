/** The whole way from a text to who said what, in the order it runs. */
import type { EntityType } from '../core/article/article.ts';
import type { QuotationKind, VerbClass } from '../core/quotation/quotation.ts';
import { Attributor } from './attribute.ts';
import type { Attribution } from './attribution.ts';
import { key } from './characters.ts';
import { findCues } from './cues.ts';
import { findNames } from './names.ts';
import { Reading } from './reading.ts';
import { layOut } from './sentences.ts';
import { Speakers } from './speakers.ts';
import { tokenise, type Token } from './tokens.ts';

export interface FoundEntity {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
}
export interface FoundQuotation {
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly kind: QuotationKind;
  readonly class: VerbClass;
  readonly by: string;
  readonly elided: boolean;
  readonly cue: string;
  readonly source: string | null;
}
export interface Analysis {
  readonly entities: readonly FoundEntity[];
  readonly quotes: readonly FoundQuotation[];
}

export function analyse(text: string): Analysis {
  const tokens = tokenise(text);
  const layout = layOut(tokens);
  const reading = new Reading(tokens, layout);
  const names = findNames(reading);
  const cues = findCues(tokens);
  const attributions = new Attributor(reading, names, cues).run().sort((a, b) => a.cue.from - b.cue.from);
  const speakers = new Speakers(text, reading, names);
  const quotes: FoundQuotation[] = [];
  const overtIn = new Map<number, boolean>();
  let seen = 0;
  for (const attribution of attributions) {
    const sentence = layout.sentence[attribution.cue.from] as number;
    // ستون أورد رواية أخرى. وقال …: a sentence without a report hands its subject on.
    for (; seen < sentence; seen++) {
      if (overtIn.has(seen)) continue;
      const subject = speakers.topic(seen);
      if (subject) speakers.push(subject);
    }
    let person = attribution.source ? speakers.resolve(attribution.source) : null;
    if (person) {
      overtIn.set(sentence, true);
      if (attribution.by !== 'headline') speakers.push(person);
    } else {
      const governed = !overtIn.get(sentence) ? speakers.sentenceSubject(attribution.cue.from) : null;
      person = speakers.implied(attribution, governed);
      if (person) {
        speakers.push(person);
        overtIn.set(sentence, true);
      }
    }
    quotes.push({
      ...offsets(text, tokens, attribution),
      speaker: person?.canonical ?? '',
      kind: attribution.kind,
      class: attribution.class,
      by: attribution.by,
      elided: attribution.elided,
      source: attribution.source
        ? text.slice((tokens[attribution.source.from] as Token).start, (tokens[attribution.source.to - 1] as Token).end)
        : null,
      cue: text.slice(
        (tokens[attribution.cue.from] as Token).start,
        (tokens[Math.max(attribution.cue.from, attribution.cue.to - 1)] as Token).end,
      ),
    });
  }
  // A speaker's fullest form may have come after the quotation.
  return {
    quotes,
    entities: names.map(({ from, to, skip, type }) => {
      let start = (tokens[from] as Token).start;
      for (let n = 0; n < skip; start++) if (key(text.charAt(start)) !== '') n++;
      return { start, end: (tokens[to - 1] as Token).end, type };
    }),
  };
}

function offsets(text: string, tokens: readonly Token[], { content }: Attribution): { start: number; end: number } {
  void text;
  return { start: (tokens[content.from] as Token).start, end: (tokens[content.to - 1] as Token).end };
}
