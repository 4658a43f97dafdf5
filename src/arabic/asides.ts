/** Verbs of saying told in passing, and what was said before its verb: whether a reporting word stands so. */
import type { Cue } from './cues.ts';
import type { Frames } from './frames.ts';
import { complementisers } from './lexicon/function-words.ts';
import { subjectBefore } from './preceding.ts';
import type { Frame } from './report.ts';

/** ليضيف: "…", وعاد ليؤكد أن: the words go on; جاء القرار ليؤكد أن is a purpose. */
export function goesOn(text: Frames, { at, form }: Cue, kind: Frame['kind']): boolean {
  if (kind === 'noun') return false;
  if (kind === 'quote' || form.verb.class === 'say' || form.verb.class === 'continue') return true;
  for (let i = at - 1; i > at - 6 && text.sameSentence(i, at); i--)
    if (/^[وفث]?(?:عاد|عادت|عادوا|رجع|ختم)$/.test(text.word(i))) return true;
  // سألته عن الموعد، ليؤكد لها أن: to somebody, after a comma.
  return text.tokens[at - 1]?.kind === 'comma' && /^(?:ل|من|علي|الي)(?:ه|ها|هم|هما|نا)$/.test(text.word(at + 1));
}

/** الجامعة تندد بالهجوم وتطالب بتحقيق: a sentence told in the present. */
export function inPresent(text: Frames, at: number): boolean {
  for (let i = at - 1; i > at - 20 && i >= 0 && text.sameSentence(i, at); i--) {
    const cue = text.cues[i];
    if (cue && text.nameAt[i] === -1 && cue.form.form !== 'participle')
      return cue.form.form === 'imperfect' && text.frame(cue) !== null;
  }
  return false;
}

/** Whether the sentence has no report and no subject before a verb of saying. */
export function firstReport(text: Frames, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 60 && text.sameSentence(i, at); i--)
    if (text.cues[i] && text.nameAt[i] === -1) return false;
  return subjectBefore(text, text.cues[at] as Cue) === null;
}

/** Whether what follows a verb is said by nobody: يذكر أن, يشار إلى أن. */
export function impersonal(text: Frames, at: number): boolean {
  return complementisers.has(text.key(at)) || (text.key(at) === 'الي' && complementisers.has(text.key(at + 1)));
}

/** …، يقول الخبير،: a verb and its subject between commas, after what was said. */
export function aside(text: Frames, cue: Cue): boolean {
  const { verb, form } = cue.form;
  if (
    form === 'participle' ||
    cue.skip > 0 ||
    !(
      verb.class === 'say' ||
      verb.class === 'continue' ||
      verb.class === 'point' ||
      (verb.class === 'assert' && form === 'imperfect')
    )
  )
    return false;
  if (text.tokens[cue.at - 1]?.kind !== 'comma' || !text.sameSentence(cue.at - 1, cue.at)) return false;
  if (!text.speaksAt(cue.at + 1)) return false;
  const end = text.nounPhrase(cue.at + 1);
  return !text.sameSentence(end, cue.at) || /^(?:comma|stop)$/.test(text.tokens[end]?.kind ?? 'stop');
}

/** Whether a quotation in marks ends right before a token, a comma between them or not. */
export function closesBefore(text: Frames, at: number): boolean {
  let mark = at - 1;
  while (text.tokens[mark]?.kind === 'comma') mark--;
  const pair = text.tokens[mark]?.kind === 'mark' ? text.layout.quoted[text.layout.inside[mark] ?? -1] : undefined;
  return (
    pair !== undefined && pair.closed && pair.close === mark && mark - pair.open > 3 && text.sameSentence(mark, at)
  );
}

/** Whether what a verb reports follows its subject: أن, a colon. */
export function opensSoon(text: Frames, at: number): boolean {
  for (let i = at + 1; i < at + 9 && text.sameSentence(i, at); i++) {
    const token = text.tokens[i];
    if (!token || token.kind === 'comma' || token.kind === 'stop') return false;
    if (token.kind === 'colon' || complementisers.has(token.key)) return true;
  }
  return false;
}
