/** The subject before a verb that has none after it. */
import type { Cue } from './cues.ts';
import { trimmed } from './insertions.ts';
import { beforeSubjects } from './lexicon/connectives.ts';
import { adverbs, amounts, particles, prepositions, relatives, weekdays } from './lexicon/function-words.ts';
import { isHuman } from './lexicon/humans.ts';
import { times } from './lexicon/settings.ts';
import { bodies, definiteBodies, offices, speakingNouns } from './lexicon/titles.ts';
import type { Phrases } from './phrases.ts';
import type { Stretch } from './reading.ts';
import type { Token } from './tokens.ts';
import { isFunction, isVerb } from './vocabulary.ts';

/** The subject before a verb that has none after it: لكن مسؤولا قال إن; وكانت مصادر قد كشفت أن. */
export function subjectBefore(text: Phrases, cue: Cue): Stretch | null {
  if (cue.skip > 0) return null;
  // …، يؤكد السكان أن: after a comma, the verb has its subject after it; بما وصفته: the subject is in the verb.
  if (text.tokens[cue.at - 1]?.kind === 'comma' && text.speaksAt(cue.at + 1)) return null;
  if (/^[بكل]?ما$/.test(text.key(cue.at - 1)) && cue.pronoun) return null;
  let end = cue.at;
  // والتي اعتبر أن: the subject is in the verb.
  if (/^[وف]?(?:الذي|التي|الذين)$/.test(text.key(end - 1))) return null;
  while (
    end > 0 &&
    ['قد', 'كان', 'كانت', 'ايضا', 'وقد'].includes(text.key(end - 1)) &&
    text.sameSentence(end - 1, cue.at)
  ) {
    if (text.key(end - 1) === 'وقد') return null;
    end--;
  }
  let from = end;
  while (from > 0 && end - from < 18 && text.sameSentence(from - 1, cue.at)) {
    const token = text.tokens[from - 1] as Token;
    if (token.line !== (text.tokens[cue.at] as Token).line) break;
    if (token.kind === 'comma') {
      // وزير خارجيته، أفيغدور ليبرمان، يدعو
      const name = text.names[text.nameAt[from] ?? -1];
      if (name?.type === 'person' && name.from === from) {
        from--;
        continue;
      }
      if (from === end) {
        end--;
        from--;
        continue;
      }
      break;
    }
    if (token.kind === 'mark' || token.kind === 'colon' || token.kind === 'stop' || token.kind === 'dash') break;
    if (beforeSubjects.has(token.key)) break;
    if (relatives.has(token.key)) {
      // الدراسات التي تم إعدادها تشير إلى: the noun phrase ends before the relative.
      end = from - 1;
      from--;
      continue;
    }
    if (text.cues[from - 1] && text.nameAt[from - 1] === -1) break;
    from--;
  }
  if (from >= end) return null;
  // ارتفاع عدد القتلى وروما تطالب: a name with its conjunction right before a verb in the present.
  if (cue.form.form === 'imperfect' && !cue.pronoun) {
    const own = text.names[text.nameAt[end - 1] ?? -1];
    const joined =
      own?.to === end &&
      own.skip === 1 &&
      text.key(own.from).startsWith('و') &&
      own.type !== 'date' &&
      own.type !== 'work';
    if (joined && own.from > from) return trimmed(text, own.from, end);
    const body = text.word(end - 1);
    if (end - 1 > from && body.startsWith('وال') && definiteBodies.has(body.slice(1)))
      return trimmed(text, end - 1, end);
  }
  // ولا تزال روسيا تنفي: between a verb of going on and its own verb.
  for (let at = Math.max(from + 1, end - 6); at < end; at++)
    if (
      /^(?:[وف]?(?:لا|ما|لم))?[تي]?ز(?:ال|ل)(?:ت)?$/.test(text.word(at - 1)) &&
      text.nameFrom(at)?.skip === 0 &&
      text.nounPhrase(at) >= end
    )
      return trimmed(text, at, end);
  // أصدر الاتحاد بيانا نفت فيه: the noun before is what the verb tells of.
  if (!opensSubject(text, from) && text.tokens[cue.at - 1]?.kind !== 'comma' && !text.tokens[cue.at - 1]?.tanwin) {
    // بين مقاتلي الحركة وآخرين يقولون: the nearest words that can speak and reach to the verb.
    for (let at = from + 1; at < end; at++)
      if (
        !prepositions.has(text.word(at - 1)) &&
        text.opensSpeaker(at) &&
        !governed(text, at) &&
        text.nounPhrase(at) >= end
      )
        return trimmed(text, at, end);
  }
  const first = text.word(from);
  if (times.has(first.replace(/^[وف]/, ''))) return null;
  if (first === '' || particles.has(first) || adverbs.has(first) || weekdays.has(first)) return null;
  if (prepositions.has(first) || /^(?:بال|لل)/.test(first)) return null;
  const bare = first.replace(/^[وف](?=.{2})/, '');
  const name = text.nameFrom(from);
  if (governed(text, from)) return null;
  // ولا, وقد: a particle with its conjunction.
  if (bare !== first && !name && (particles.has(bare) || prepositions.has(bare))) return null;
  const noun =
    name !== null ||
    // كثير من السكان يشكون من
    (amounts.has(bare.replace(/ا$/, '')) && text.key(from + 1) === 'من') ||
    bare === 'بعض' ||
    (cue.form.plural && isHuman(bare)) ||
    bare.startsWith('ال') ||
    offices.has(first) ||
    bodies.has(first) ||
    offices.has(bare) ||
    speakingNouns.has(bare) ||
    bodies.has(bare) ||
    definiteBodies.has(bare) ||
    bodies.has(bare.replace(/ات$/, 'ه')) ||
    speakingNouns.has(bare.replace(/ا$/, ''));
  if (!noun) return null;
  if (name && name.type === 'date') return null;
  return trimmed(text, from, end);
}

/** Whether a subject may begin here at all: no particle and no preposition, a conjunction aside. */
function opensSubject(text: Phrases, at: number): boolean {
  const first = text.word(at);
  const bare = first.replace(/^[وف](?=.{2})/, '');
  return !(first === '' || (text.nameFrom(at) === null && (isFunction(first) || isFunction(bare) || isVerb(first))));
}

/** في تصريح لهسبريس، أوضح: a name with a preposition before it is to whom it was said, not who said it. */
function governed(text: Phrases, at: number): boolean {
  const name = text.nameFrom(at);
  return name !== null && name.skip > 0 && /^[بلك]/.test(text.key(at));
}
