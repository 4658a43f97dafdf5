/** Verbs whose object belongs to what was said, and that a link joins to the rest: وصف العمليات بأنها, دعا الكتل إلى. */
import type { Cue } from './cues.ts';
import { overAdverbials, overRelative, trimmed } from './insertions.ts';
import { adverbs, complementisers, prepositions, relatives, startingWithBa } from './lexicon/function-words.ts';
import { calling } from './lexicon/speech.ts';
import { honorifics, offices } from './lexicon/titles.ts';
import { nextObject } from './objects.ts';
import type { Phrases } from './phrases.ts';
import type { Frame, Report } from './report.ts';
import { isVerb } from './vocabulary.ts';

/** Verbs that never go without whom or what they speak of. */
const NEVER_ALONE = new Set(['وصف', 'اتّهم', 'نعت', 'شبّه']);
/** Verbs that never go without the one who is urged. */
const URGING = new Set(['حثّ', 'حضّ', 'استحثّ', 'حرّض', 'ناشد']);

/** وصف كيري العمليات بأنها …; اتهم الأطباء بأنهم …; دعا الكتل إلى …: the object is of the content; null where no link follows. */
export function objectFrame(text: Phrases, { cue, from, subjectEnd, fronted }: Report): Frame | null {
  const { verb, form } = cue.form;
  if (cue.pronoun) return afterPronoun(text, cue, from, subjectEnd);
  const link = linkFrom(text, cue, from, subjectEnd);
  // ناشدت الأم السلطات إعادة ابنها: nothing between the one who is asked and what is asked for.
  if (link < 0 && (verb.lemma === 'ناشد' || verb.lemma === 'طالب')) {
    if (form === 'participle')
      return text.nounAt(from) ? { kind: 'noun', content: from, subject: null, cueEnd: from } : null;
    if (text.nounAt(subjectEnd))
      return { kind: 'noun', content: subjectEnd, subject: trimmed(text, from, subjectEnd), cueEnd: from };
  }
  if (link < 0) return null;
  if (form === 'participle') {
    // داعيا إلى الهدوء, مطالبا بأن: nobody stands between, and the preposition is of the cue.
    const direct = link === from && (verb.prepositions.includes(text.key(link)) || complementisers.has(text.key(link)));
    const clause = direct && complementisers.has(text.key(link + 1));
    const back = link === from + 1 && complementisers.has(text.key(link)) && /^(?:ذلك|هذا)$/.test(text.key(from));
    if (back)
      return { kind: text.opensAt(link + 1) ? 'quote' : 'clause', content: link + 1, subject: null, cueEnd: from };
    const content = direct ? (clause ? link + 2 : link + 1) : from;
    return {
      kind: direct && (clause || complementisers.has(text.key(link))) ? 'clause' : 'noun',
      content,
      subject: null,
      cueEnd: content,
    };
  }
  // وصف بيان صدر أمس، القرار بأنه: over what tells of the subject.
  if (subjectEnd > from && isVerb(text.word(subjectEnd)))
    for (let i = subjectEnd; i < subjectEnd + 12 && i < link; i++)
      if (text.tokens[i]?.kind === 'comma' && text.nounAt(i + 1) && i + 1 < link)
        return { kind: 'noun', content: i + 1, subject: trimmed(text, from, subjectEnd), cueEnd: from };
  // حثت هذه الدول | كينيا على
  if (subjectEnd === from && !fronted && /^(?:هذه|هذا|تلك|هولاء)$/.test(text.key(from)) && text.nounAt(from + 1)) {
    const whom = nextObject(text, from + 1, text.nounPhrase(from + 1));
    if (whom > from + 1 && whom < link)
      return { kind: 'noun', content: whom, subject: trimmed(text, from, whom), cueEnd: from };
  }
  // وصفت السفيرة، في تغريدة، الهجمات بأنها: over what stands between two commas.
  const inserted = text.tokens[subjectEnd]?.kind === 'comma' ? overAside(text, subjectEnd, link) : subjectEnd;
  if (inserted > subjectEnd && inserted < link && subjectEnd > from && text.contentAt(inserted))
    return { kind: 'noun', content: inserted, subject: trimmed(text, from, subjectEnd), cueEnd: from };
  // One noun phrase before the link: of an elided subject, its object; of an overt one, itself.
  const object = overAdverbials(text, Math.max(inserted, subjectEnd), (at) => at >= link);
  // مبررا ذلك بأنه: that points back, and says nothing.
  if (object === link - 1 && complementisers.has(text.key(link)) && /^(?:ذلك|هذا)$/.test(text.key(object)))
    return {
      kind: text.opensAt(link + 1) ? 'quote' : 'clause',
      content: link + 1,
      subject: trimmed(text, from, subjectEnd),
      cueEnd: from,
    };
  if (object < link) return { kind: 'noun', content: object, subject: trimmed(text, from, subjectEnd), cueEnd: from };
  // وصف بأنه, اتهم بالتجسس: passives.
  if (NEVER_ALONE.has(verb.lemma) && link === from) return null;
  // وحث السكان على: he always urges somebody, and who that is stands there.
  const holder =
    text.nameFrom(from)?.type === 'person' ||
    // حثت هذه الدول | كينيا على
    nextObject(text, from, subjectEnd) > from ||
    offices.has(text.word(from).replace(/^ال/, '')) ||
    honorifics.has(text.word(from));
  if (URGING.has(verb.lemma) && subjectEnd > from && !fronted && !holder)
    return { kind: 'noun', content: from, subject: null, cueEnd: from };
  if (calling.has(verb.lemma)) {
    // دعا إلى: the content is after the preposition, the one who is called upon may be left out.
    const linkWord = text.key(link);
    const clause = complementisers.has(text.key(link + 1));
    const separate = verb.prepositions.includes(linkWord);
    return {
      kind: clause ? 'clause' : 'noun',
      content: complementisers.has(linkWord) ? link + 1 : separate ? (clause ? link + 2 : link + 1) : link,
      subject: trimmed(text, from, subjectEnd),
      cueEnd: link === from ? link + 1 : from,
    };
  }
  // اتهم سامر الحلبي رئيس الوزراء بـ…: the verb asks for an object, which begins where the next office does.
  const cut = fronted ? from : nextObject(text, from, subjectEnd);
  if (cut > from) return { kind: 'noun', content: cut, subject: trimmed(text, from, cut), cueEnd: from };
  return { kind: 'noun', content: from, subject: null, cueEnd: from };
}

/** From a comma to after the next one, over where and when it was said; the comma itself where nothing such stands between. */
function overAside(text: Phrases, at: number, link: number): number {
  const first = text.word(at + 1);
  if (relatives.has(first)) {
    const over = overRelative(text, at + 1);
    return over <= link && text.tokens[over]?.kind === 'comma' ? over + 1 : at;
  }
  if (!prepositions.has(first) && !adverbs.has(first) && !/^(?:ردا|تعليقا|وفق|امس|اليوم)$/.test(first)) return at;
  for (let i = at + 2; i < link && i < at + 18; i++) if (text.tokens[i]?.kind === 'comma') return i + 1;
  return at;
}

/** وصفها بـ"الإرهابية": who is spoken of is in the verb, and the content is what follows. */
function afterPronoun(text: Phrases, cue: Cue, from: number, subjectEnd: number): Frame | null {
  const { verb } = cue.form;
  for (let i = from; i < Math.min(text.tokens.length, from + 12) && text.sameSentence(i, cue.at); i++) {
    const here = text.key(i);
    if (complementisers.has(here))
      return {
        kind: text.opensAt(i + 1) ? 'quote' : 'clause',
        content: i + 1,
        subject: trimmed(text, from, Math.min(subjectEnd, i)),
        cueEnd: i === from ? i + 1 : from,
      };
    if (here === 'ب' || here === 'بـ')
      return {
        kind: text.opensAt(i + 1) ? 'quote' : 'noun',
        content: i + 1,
        subject: trimmed(text, from, Math.min(subjectEnd, i)),
        cueEnd: from,
      };
    // يناشدنا لإنقاذه
    if (calling.has(verb.lemma) && i === from && /^ل.{3}/.test(here) && text.nameAt[i] === -1)
      return { kind: 'noun', content: i, subject: null, cueEnd: from };
    if (verb.prepositions.includes(here))
      return {
        kind: 'noun',
        content: i + 1,
        subject: trimmed(text, from, Math.min(subjectEnd, i)),
        cueEnd: i === from ? i + 1 : from,
      };
    if (here.startsWith('ب') && !startingWithBa.has(here) && here.length > 2)
      return { kind: 'noun', content: i, subject: trimmed(text, from, Math.min(subjectEnd, i)), cueEnd: from };
  }
  return null;
}

/** Where a verb is linked to what follows its object: بـ, بأن, إلى, على; -1 where nothing links them. */
function linkFrom(text: Phrases, cue: Cue, from: number, subjectEnd: number): number {
  const { verb } = cue.form;
  // What is attached within the subject links nothing: مجلس الجالية بالخارج.
  for (
    let i = Math.max(from, subjectEnd);
    i < Math.min(text.tokens.length, subjectEnd + 30) && text.sameSentence(i, cue.at);
    i++
  ) {
    const here = text.key(i);
    // الأمين العام للأمم المتحدة بان كي مون: a name links nothing.
    const name = text.names[text.nameAt[i] ?? -1];
    if (name && !(name.from === i && name.skip > 0)) continue;
    // السفيرة الأميركية في كييف بريدغيت برينك: neither does one that no list has.
    const stranger = i > from && here.startsWith('ب') ? text.strangerAt(i) : i;
    if (stranger > i) {
      i = stranger - 1;
      continue;
    }
    // لـ«عكاظ»: to whom.
    const told = here === 'ل' ? text.opensAt(i + 1) : null;
    if (told?.closed && told.close - told.open < 6) {
      i = told.close;
      continue;
    }
    if (verb.lemma === 'حمّل') {
      if (/^(?:ال)?مسوولي/.test(here)) return i;
      continue;
    }
    if (
      complementisers.has(here) ||
      verb.prepositions.includes(here) ||
      here === 'ب' ||
      (verb.prepositions.includes('ل') && here.startsWith('لل')) ||
      (here.startsWith('ب') &&
        here.length > 2 &&
        !startingWithBa.has(here) &&
        text.tokens[i]?.kind === 'word' &&
        !(text.nameAt[i] !== -1 && text.names[text.nameAt[i] as number]?.skip === 0))
    )
      return i;
    if (text.opensAt(i) && verb.class === 'opinion') return i;
    if (text.cues[i] && i > from + 1 && text.nameAt[i] === -1 && i >= subjectEnd) return -1;
  }
  return -1;
}
