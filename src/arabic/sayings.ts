/** Nouns that report: قوله, بالقول; and texts that speak: جاء في البيان. */
import type { Covered } from './according.ts';
import { clauseBefore } from './around.ts';
import type { Attribution } from './attribution.ts';
import { contentEnd } from './edges.ts';
import type { Frames } from './frames.ts';
import { trimmed } from './insertions.ts';
import { openers } from './lexicon/connectives.ts';
import { complementisers } from './lexicon/function-words.ts';
import { accordingWords } from './lexicon/speech.ts';
import { subjectBefore } from './preceding.ts';
import type { Stretch } from './reading.ts';
import { clean, kindOf } from './trim.ts';

/** نقلت عن المسؤول قوله: …, رد الوزير بالقول إن: what was said stands after; null where nothing opens it. */
export function saying(text: Frames, at: number): Attribution | null {
  const here = text.word(at);
  if (accordingWords.has(text.word(at - 1))) return null;
  let next = at + 1;
  if (text.tokens[next]?.kind === 'comma') next++;
  const token = text.tokens[next];
  const quote = text.opensAt(next);
  const opens = token && (complementisers.has(token.key) || token.kind === 'colon' || quote);
  if (!opens) return null;
  const content = quote ? next : next + 1;
  const { end, quoted, mixed } = contentEnd(text, at, content, 'clause');
  const cleaned = clean(text, content, end);
  if (!cleaned) return null;
  // نقلت عن المسؤول قوله: the source stands between عن and قوله.
  let source: Stretch | null = null;
  for (let i = at - 1; i > Math.max(0, at - 22) && text.sameSentence(i, at); i--) {
    if (text.key(i) === 'عن' || text.key(i) === 'وعن' || (text.key(i) === 'الي' && relays(text, i))) {
      source = trimmed(text, i + 1, at);
      break;
    }
  }
  // رد الوزير على السؤال بالقول: the subject of the verb before.
  source ??= subjectOfVerb(text, at);
  return {
    cue: { from: at, to: next + (quote ? 0 : 1) },
    content: cleaned,
    source,
    gender: here.endsWith('ها') ? 'f' : 'm',
    class: 'say',
    lemma: 'قال',
    kind: quoted ? 'direct' : mixed ? 'mixed' : 'indirect',
    by: 'saying',
    elided: source === null,
  };
}

/** جاء في البيان أن …, كما ورد في التقرير: a text speaks. */
export function written(text: Frames, at: number, covered: Covered): Attribution | null {
  const end = text.nounAt(at + 2) ? text.nounPhrase(at + 2) : at + 2;
  const source = trimmed(text, at + 2, end);
  const before = text.word(at - 1);
  const opens = /^[وف]/.test(text.word(at)) && !text.word(at).startsWith('ورد');
  if (!source || (before !== '' && text.sameSentence(at - 1, at) && !opens && !openers.has(before))) return null;
  const whole = (content: Stretch | null, kind?: 'direct'): Attribution | null =>
    content && {
      cue: { from: at, to: at + 2 },
      content,
      source,
      gender: null,
      class: 'say',
      lemma: text.word(at).includes('ر') ? 'ورد' : 'جاء',
      kind: kind ?? kindOf(text, content),
      by: 'saying',
      elided: false,
    };
  for (let i = end; i < end + 8 && text.sameSentence(i, at); i++) {
    const marks = text.opensAt(i);
    if (!marks && !complementisers.has(text.key(i)) && text.tokens[i]?.kind !== 'colon') {
      if (text.cues[i] && text.nameAt[i] === -1) return null;
      continue;
    }
    const from = marks ? i : i + 1;
    const { end: to, quoted } = contentEnd(text, at, from, 'clause');
    return whole(clean(text, from, to), quoted || text.tokens[i]?.kind === 'colon' ? 'direct' : undefined);
  }
  if (!/^(?:كما|حسبما|ما)$/.test(text.word(at - 1))) return null;
  const content = clauseBefore(text, at - (text.word(at - 1) === 'ما' ? 2 : 1));
  return content && content.to - content.from > 3 && !covered(content) ? whole(content) : null;
}

function subjectOfVerb(text: Frames, at: number): Stretch | null {
  for (let i = at - 1; i > at - 18 && i >= 0 && text.sameSentence(i, at); i--) {
    const cue = text.cues[i];
    if (!cue || text.nameAt[i] !== -1 || cue.form.form === 'participle') continue;
    return text.speaksAt(i + 1) ? trimmed(text, i + 1, Math.min(text.nounPhrase(i + 1), at)) : subjectBefore(text, cue);
  }
  return null;
}

/** نسب الموقع إلى فلان قوله */
function relays(text: Frames, at: number): boolean {
  for (let i = at - 1; i > at - 14 && text.sameSentence(i, at); i--)
    if (text.cues[i]?.form.verb.lemma === 'نسب') return true;
  return false;
}
