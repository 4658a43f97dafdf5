/** Who said what: from reporting words to quotations with their content, source and speaker. */
import { aside, closesBefore, firstReport, goesOn, impersonal, inPresent, opensSoon } from './asides.ts';
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import { contentEnd } from './edges.ts';
import type { Frames } from './frames.ts';
import { continued, headlines } from './headlines.ts';
import { trimmed } from './insertions.ts';
import { asSaid, beforeReports, bringsNews, impersonals } from './lexicon/connectives.ts';
import { adverbs, complementisers, relatives } from './lexicon/function-words.ts';
import { accordingWords } from './lexicon/speech.ts';
import { nominal } from './nominal.ts';
import { subjectBefore } from './preceding.ts';
import { sifted } from './sift.ts';
import { trailing } from './trailing.ts';
import { clean } from './trim.ts';
import { isVerb } from './vocabulary.ts';

/** Passives that open a note of the reporter. */
const NOTES = new Set(['يذكر', 'ويذكر', 'يشار', 'ويشار', 'يلاحظ', 'ويلاحظ', 'يقال', 'ويقال', 'يتوقع', 'ويتوقع']);

/** Verbs of things as much as of people. */
const SHOWING = new Set(['أثبت', 'أظهر', 'دلّ', 'أوحى', 'برهن', 'قضى', 'أعاد']);

/** All reports of a text, in text order. */
export function attributions(text: Frames): Attribution[] {
  const found: Attribution[] = [];
  headlines(text, found);
  for (let i = 0; i < text.tokens.length; i++) {
    const cue = text.cues[i];
    if (cue && finiteOrParticiple(text, cue)) {
      const attribution = attribute(text, cue);
      if (attribution) found.push(attribution);
      const relayer = attribution && relayedBy(text, cue, attribution);
      if (relayer) found.push(relayer);
    } else {
      const other = nominal(text, i, found);
      if (other) found.push(other);
    }
  }
  continued(text, found);
  return sifted(text, found);
}

/** نقلت الوكالة عن مسؤول أن: told by the one, and by the other who relays it; null where nobody is named who does. */
function relayedBy(text: Frames, { at }: Cue, told: Attribution): Attribution | null {
  if (told.lemma !== 'نقل' || told.by === 'noun' || !told.source || !text.nounAt(at + 1)) return null;
  const end = text.nounPhrase(at + 1);
  if (text.key(end) !== 'عن' || told.source.from !== end + 1) return null;
  return { ...told, source: trimmed(text, at + 1, end) };
}

function finiteOrParticiple(text: Frames, cue: Cue): boolean {
  return text.nameAt[cue.at] === -1 || cue.form.verb.caution === 0;
}

function attribute(text: Frames, cue: Cue): Attribution | null {
  const { verb, form, gender } = cue.form;
  // عبروا عبر مواقع التواصل عن: the second is a preposition.
  if (text.word(cue.at) === 'عبر' && text.cues[cue.at - 1]?.form.verb.lemma === verb.lemma) return null;
  // كما قال, حسبما ذكر: what was said stands before.
  const before = text.word(cue.at - 1);
  // قال وهو يشير إلى بيته: what he does while he says it.
  if (/^وه[وي]م?$/.test(before) && text.cues[cue.at - 2]) return null;
  // بحسب ما أعلنت الوزارة: told with بحسب.
  if (before === 'ما' && accordingWords.has(text.word(cue.at - 2).replace(/^ل/, ''))) return null;
  if (
    text.frame(cue) === null &&
    ((asSaid.has(before) && text.tokens[cue.at - 2]?.kind !== 'dash') ||
      (before === 'ما' && text.word(cue.at - 2) === 'علي' && verb.class === 'say') ||
      aside(text, cue)) &&
    verb.clause &&
    (verb.caution < 2 || text.speaksAt(cue.at + 1))
  ) {
    const told = trailing(text, cue);
    if (told) return told;
  }
  // «…»، قال فلان: the marks that have just closed say what was said.
  if (verb.quote && form !== 'participle' && closesBefore(text, cue.at) && !opensSoon(text, cue.at)) {
    const told = trailing(text, cue);
    if (told?.source && told.kind === 'direct' && (verb.caution < 2 || text.speaksIn(told.source))) return told;
  }
  // بعد أن رفض العرض: something done, not something said.
  const later =
    before === 'ان' && text.word(cue.at - 2) === 'قبل' && form === 'imperfect' && text.frame(cue)?.kind !== 'noun';
  if (
    !later &&
    before === 'ان' &&
    text.frame(cue)?.kind !== 'clause' &&
    text.frame(cue)?.kind !== 'quote' &&
    verb.lemma !== 'ألقى' &&
    ['بعد', 'قبل', 'منذ', 'الي', 'دون'].includes(text.word(cue.at - 2).replace(/^[وف]/, ''))
  )
    return null;
  if (
    form === 'imperfect' &&
    (before === 'كان' || before === 'كانت') &&
    relatives.has(text.word(cue.at - 2).replace(/^و/, ''))
  )
    return null;
  // ويذكر أن, ويشار إلى أن: the reporter's own notes.
  if (NOTES.has(text.word(cue.at)) && impersonal(text, cue.at + 1) && firstReport(text, cue.at)) return null;
  // لكن يعتقد أن: nobody's.
  if (impersonals.has(text.word(cue.at)) && bringsNews.has(before) && complementisers.has(text.word(cue.at + 1)))
    return null;
  const frame = text.frame(cue);
  if (!frame || frame.content >= text.tokens.length) return null;
  if (cue.skip > 0 && text.word(cue.at).startsWith('ل') && !goesOn(text, cue, frame.kind)) return null;
  // أعلن ذلك في تغريدة: what was told stands elsewhere.
  if (
    frame.kind === 'noun' &&
    (verb.class === 'announce' || verb.class === 'point') &&
    /^(?:ذلك|هذا|هذه)$/.test(text.key(frame.content)) &&
    (!text.nounAt(frame.content + 1) || text.key(frame.content) === 'ذلك')
  )
    return null;
  // يشكرهم ويثمنها: another verb is no noun phrase.
  if (
    frame.kind === 'noun' &&
    /^و.{3}/.test(text.key(frame.content)) &&
    text.nameAt[frame.content] === -1 &&
    (isVerb(text.key(frame.content)) || text.cues[frame.content])
  )
    return null;
  if (verb.caution === 2 && frame.kind === 'noun' && verb.lemma !== 'نسب') return null;
  if (
    verb.caution >= 1 &&
    frame.kind === 'noun' &&
    form === 'imperfect' &&
    frame.subject === null &&
    cue.skip === 0 &&
    !subjectBefore(text, cue)
  )
    return null;
  // بيّن and بين: between two things there is no clause.
  if (verb.lemma === 'بيّن' && form === 'perfect' && cue.at + 1 !== frame.content - 1 && frame.subject === null)
    return null;

  // خدمة تضيف ميزات, التي تستهدف اليمن وتعلن تأييدها: what a thing does, told in passing.
  const initial = cue.at === 0 || !text.sameSentence(cue.at - 1, cue.at) || text.tokens[cue.at - 1]?.kind !== 'word';
  if (form === 'imperfect' && !initial && frame.kind !== 'quote') {
    if (cue.skip > 0 && frame.kind === 'noun' && !inPresent(text, cue.at)) return null;
    if (
      cue.skip === 0 &&
      !later &&
      // منظمات تقول إن: whoever they are, they say it.
      !(verb.class === 'say' && verb.caution === 0 && complementisers.has(text.key(cue.at + 1))) &&
      !beforeReports.has(before) &&
      !beforeReports.has(before.replace(/^و(?=بينما|فيما|حيث|كما)/, '')) &&
      !relatives.has(before.replace(/^و/, '')) &&
      // رسالة تدعو فيها الدول إلى: said in it, by whoever wrote it.
      !/^(?:فيه|فيها|فيهما|خلاله|خلالها|عبره|عبرها)$/.test(text.word(cue.at + 1)) &&
      !adverbs.has(before) &&
      !subjectBefore(text, cue)
    )
      return null;
  }
  // …، ما يشير إلى أن: what something shows, in whoever tells it.
  if (
    /^(?:ما|مما)$/.test(before) &&
    form === 'imperfect' &&
    frame.kind === 'clause' &&
    frame.subject === null &&
    !cue.pronoun &&
    verb.class !== 'say'
  )
    return null;
  let source = frame.subject;
  // وهي تقول: a pronoun names nobody.
  if (source && source.to === source.from + 1 && /^[وف]?(?:هو|هي|هم|هما|هن|انه|انها)$/.test(text.key(source.from)))
    source = null;
  let elided = false;
  if (form === 'participle') elided = true;
  else if (!source) {
    source = subjectBefore(text, cue);
    elided = source === null;
  }
  // ويعتبر هذا المهرجان من أهم المهرجانات: a passive, of nobody.
  if (frame.kind === 'noun' && form === 'imperfect' && verb.lemma === 'اعتبر' && !cue.pronoun && source === null)
    return null;
  // يعتبر الرهان كبيرا: a passive, of nobody.
  if (
    frame.kind === 'noun' &&
    form === 'imperfect' &&
    (verb.class === 'opinion' || verb.class === 'say') &&
    frame.subject &&
    !text.speaksIn(frame.subject)
  )
    return null;
  // التجارب أثبتت أن: what shows something is a source only where somebody stands behind it.
  if (source && SHOWING.has(verb.lemma) && !text.speaksIn(source)) return null;
  let { end, quoted, mixed } = contentEnd(text, cue.at, frame.content, frame.kind);
  // ما وصفه بـ"قوة الإنترنت": the name that was given, no more.
  const named = before === 'ما' && cue.pronoun ? text.opensAt(frame.content) : null;
  if (named) [end, quoted, mixed] = [named.close, true, false];
  else if (before === 'ما' && cue.pronoun)
    for (let i = frame.content + 1; i < end; i++)
      if (relatives.has(text.key(i)) || text.tokens[i]?.kind === 'comma') end = i;
  const content = clean(text, frame.content, end);
  if (!content) return null;
  return {
    cue: { from: cue.at, to: frame.cueEnd },
    content,
    source,
    gender,
    class: verb.class,
    lemma: verb.lemma,
    kind:
      quoted || (frame.kind === 'quote' && text.key(frame.content - 1) === ':')
        ? 'direct'
        : mixed
          ? 'mixed'
          : 'indirect',
    by: form === 'participle' ? 'participle' : frame.kind,
    elided,
  };
}
