/** What is said without a reporting word: after a name and a colon in a headline, in paragraphs wholly in marks. */
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './edges.ts';
import type { Frames } from './frames.ts';
import { trimmed } from './insertions.ts';
import { prepositions } from './lexicon/function-words.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Token } from './tokens.ts';
import { clean } from './trim.ts';

/** «كيري: …» in the first lines: a speaker, a colon, what was said. */
export function headlines(text: Frames, found: Attribution[]): void {
  for (let i = 1; i < text.tokens.length; i++) {
    const token = text.tokens[i] as Token;
    if (token.kind !== 'colon') continue;
    let from = i;
    while (
      from > 0 &&
      i - from < 11 &&
      (text.tokens[from - 1] as Token).line === token.line &&
      text.sameSentence(from - 1, i) &&
      !parts(text, from - 1)
    )
      from--;
    const early = token.line === (text.tokens[0] as Token).line;
    // ميلون: … .. وبنعلي: …: each part of a headline has its speaker.
    const atLineStart =
      from === 0 || (text.tokens[from - 1] as Token).line !== token.line || (early && parts(text, from - 1));
    if (!atLineStart || i - from > 9) continue;
    let plain = true;
    for (let k = from; k < i; k++) {
      const other = text.tokens[k] as Token;
      if (text.cues[k] && text.nameAt[k] === -1) plain = false;
      if (other.kind === 'comma' || other.kind === 'stop') plain = false;
      if (
        other.kind === 'word' &&
        other.key !== 'ل' &&
        prepositions.has(other.key) &&
        !text.names[text.nameAt[k] ?? -1]
      )
        plain = false;
    }
    const start = text.tokens[from]?.kind === 'mark' ? from + 1 : from;
    const name = text.nameFrom(start);
    const joined = from > 0 && parts(text, from - 1) && name?.skip !== 0;
    const first = joined ? text.word(start).replace(/^و(?=.{3})/, '') : text.word(start);
    const speaks =
      (name !== null && name.type !== 'date' && name.type !== 'work') ||
      offices.has(first) ||
      offices.has(first.replace(/^ال/, '')) ||
      honorifics.has(first) ||
      speakingNouns.has(first) ||
      bodies.has(first) ||
      definiteBodies.has(first);
    const last = partEnd(text, i);
    const next = text.cues[i + 1];
    if (!plain || last - i < 3 || (next && next.form.form === 'perfect' && next.skip === 0)) continue;
    // In the body only what names a person is a speaker: المصدر: رويترز is not.
    const spoken = text.opensAt(i + 1) !== null && (speakingNouns.has(first) || honorifics.has(first));
    if (!early && name?.type !== 'person' && !offices.has(first) && !spoken) continue;
    const marked = text.tokens[from]?.kind === 'mark' && text.tokens[i - 1]?.kind === 'mark';
    if (!speaks && !(early && (i - start === 1 || marked))) continue;
    if (/^المصدر$|^رابط$|^تحرير$/.test(first)) continue;
    const quote = text.opensAt(i + 1);
    const end = quote ? quote.close : early ? last : clauseEnd(text, i, i + 1);
    const content = clean(text, i + 1, end);
    // الحلبي لـ«الصباح»: to whom it was said is not who said it.
    let to = text.tokens[i - 1]?.kind === 'mark' ? i - 1 : i;
    for (let k = start + 1; k < to; k++)
      if (text.key(k) === 'ل' || (text.nameFrom(k)?.skip === 1 && text.key(k).startsWith('ل'))) to = k;
    const source = trimmed(text, start, to);
    if (content && source)
      found.push({
        cue: { from: i, to: i + 1 },
        content,
        source,
        gender: null,
        class: 'mark',
        lemma: null,
        kind: 'direct',
        by: 'headline',
        elided: false,
      });
  }
}

/** Paragraphs that go on with what was said: wholly in marks, or closing what the paragraph before left open. */
export function continued(text: Frames, found: Attribution[]): void {
  const told = new Set(found.map(({ content }) => text.layout.inside[content.from] ?? -1));
  /** For the token of each cue, where what it reports begins. */
  const begins = new Map(found.map(({ cue, content }) => [cue.from, content.from]));
  const earliest = found[0]?.cue.from ?? text.tokens.length;
  text.layout.quoted.forEach((pair, index) => {
    const first = text.tokens[pair.open] as Token;
    const starts = pair.open > 0 && (text.tokens[pair.open - 1] as Token).line !== first.line;
    if (!starts || told.has(index) || pair.close - pair.open < 6) return;
    const rest = text.tokens[pair.close + 1];
    const ends = !rest || rest.line !== first.line || rest.kind === 'stop';
    if (!ends || earliest >= pair.open) return;
    const content = clean(text, pair.open, pair.close);
    for (let i = pair.open; i < pair.close; i++) if ((begins.get(i) ?? i) < pair.open) return;
    if (!content) return;
    found.push({
      cue: { from: pair.open, to: pair.open + 1 },
      content,
      source: null,
      gender: null,
      class: 'mark',
      lemma: null,
      kind: 'direct',
      by: 'quote',
      elided: true,
    });
  });
}

/** Whether a token parts a headline in two: two points, a bar. */
function parts(text: Frames, at: number): boolean {
  const token = text.tokens[at];
  return token !== undefined && /^(?:\.{2,3}|…|\||\/)$/.test(token.key);
}

/** The end of a line, or of its part where the next one has its own speaker and colon. */
function partEnd(text: Frames, at: number): number {
  const { line } = text.tokens[at] as Token;
  let end = at;
  while (text.tokens[end]?.line === line) {
    if (end > at + 2 && parts(text, end))
      for (let i = end + 2; i < end + 8 && text.tokens[i]?.line === line; i++)
        if (text.tokens[i]?.kind === 'colon') return end;
    end++;
  }
  return end;
}
