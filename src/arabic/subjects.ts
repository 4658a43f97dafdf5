/**
 * The words that name who speaks, read once more when it is known where the content begins: long chains of titles, insertions,
 * appositions and names in marks after the verb; relatives, أما and particles before it.
 */
import { peoplePhrase } from './actors.ts';
import { subjectBeforeInsertion, subjectSet } from './antecedents.ts';
import type { Attribution } from './attribution.ts';
import { several } from './described.ts';
import { bare, ofMany } from './figures.ts';
import type { Holders } from './holders.ts';
import { papers } from './lexicon/callings.ts';
import { complementisers, prepositions } from './lexicon/function-words.ts';
import { isHuman } from './lexicon/humans.ts';
import { speechObjects } from './lexicon/speech.ts';
import { bodies, classWords, offices } from './lexicon/titles.ts';
import type { Stretch } from './reading.ts';
import { couldBeName, isEveryday, nisbas } from './vocabulary.ts';

/** Between a verb and its subject: to whom, where. */
const TO_WHOM = new Set(['له', 'لها', 'لهم', 'لنا', 'لي', 'فيه', 'فيها', 'عنه', 'عنها', 'ايضا', 'كذلك']);
/** After these a noun is no subject. */
const GOVERNS = new Set(['في', 'من', 'الي', 'عن', 'علي', 'مع', 'ضد', 'بين', 'حول', 'خلال', 'بعد', 'قبل']);
/** When something is said, with the day's name or the hour after it. */
const WHEN = /^(?:يوم|مساء|صباح|ليله|ظهر|عصر|فجر|نهايه|مطلع|بدايه|منتصف|اواخر|اوايل|نهار|عشيه|غداه)$/;
/** Verbs with the one spoken to right after them. */
const TO_SOMEBODY = new Set(['أبلغ', 'أخبر', 'طمأن', 'نصح', 'سأل', 'حذّر', 'أنذر', 'هدّد', 'شكر', 'أعلم', 'ذكّر', 'خاطب']);

/** The attribution with the source that its sentence gives it; itself where that is the one it has. */
export function sourced(text: Holders, attribution: Attribution): Attribution {
  const { by, cue, source } = attribution;
  if (by === 'headline' || by === 'trailing') return attribution;
  if (by === 'saying' || by === 'accord') {
    const edge = source ? clauseEdge(text, source.to) : 0;
    const longer = source && (outlet(text, source, edge) ?? text.extended(source.from, edge, source));
    return longer ? { ...attribution, source: longer } : attribution;
  }
  if (by === 'participle') return attribution;
  // بـ: no word.
  if (source && source.to === source.from + 1 && text.word(source.from).length < 2)
    return { ...attribution, source: null, elided: true };
  const marked = markedBody(text, attribution);
  if (marked) return marked;
  const edge = contentEdge(text, attribution);
  // قال لبي بي سي: to whom it was said; whoever said it stands after, or before the verb.
  if (source && source.from > cue.from && addressed(text, source)) {
    const head = headAfter(text, source.to, edge);
    const after = head >= 0 ? peoplePhrase(text, head, edge) : null;
    const found = after ?? subjectBeforeInsertion(text, cue.from) ?? subjectSet(text, attribution);
    return { ...attribution, source: found, elided: found === null };
  }
  // المتحدث نفسه، وهو الذي …، شدد: the subject stands before what is told of it.
  if (source === null || source.from < cue.from) {
    const set = subjectBeforeInsertion(text, cue.from);
    if (set) return { ...attribution, source: set, elided: false };
  }
  // قد قالت يوم الأحد إن: when it was said is nobody.
  if (source && source.from === cue.from + 1 && WHEN.test(text.word(source.from)) && text.nameAt[source.from] === -1) {
    const set = subjectSet(text, attribution);
    return { ...attribution, source: set, elided: set === null };
  }
  // أخبرت مدير أعمالها أن: whom she told, as it does not agree with the verb.
  if (source && source.from === cue.from + 1 && TO_SOMEBODY.has(attribution.lemma ?? '') && told(text, attribution))
    return { ...attribution, source: null, elided: true };
  // واصل الحديث عن حياته: the verb's object, not its subject.
  if (source && source.from >= cue.from && speechObjects.has(text.key(source.from)))
    return { ...attribution, source: null, elided: true };
  // أصدر فلان بيانا أكد فيه أن: the paper is no subject, whoever acts before is.
  const inIt = /^فيه(?:ا|ما|م)?$/.test(text.word(cue.from + 1));
  if (inIt && (source === null || source.from < cue.from)) {
    // أصدر قادة الاتحاد بيانا عبروا فيه عن: whoever issued it.
    const issuer = paperBefore(text, cue.from);
    return { ...attribution, source: issuer, elided: issuer === null };
  }
  if (source && source.from < cue.from) {
    // … ولكنه أكد: the subject is in the pronoun.
    const last = text.word(source.to - 1);
    if (/^(?:[وف]?لكن|[وف]?ان|بان)(?:ه|ها|هم|هما)$/.test(last)) return { ...attribution, source: null, elided: true };
    // وتعقيبا على قرار المحكمة، أكد الأمين العام أن; مع نظيره، قال فلان إن: the verb has a subject of its own.
    const comma = source.to < cue.from && text.tokens[cue.from - 1]?.kind === 'comma';
    const verb = text.cues[cue.from]?.form.verb;
    const tells = by !== 'noun' && verb !== undefined && !verb.object && !TO_SOMEBODY.has(verb.lemma);
    const own = comma || tells ? headAfter(text, cue.from + 1, edge) : -1;
    const after = own >= 0 && text.personal(own) ? peoplePhrase(text, own, edge) : null;
    if (after && after.to <= edge) return { ...attribution, source: after, elided: false };
    // للانضمام إلى الاتفاق، ذكر أن: what a preposition governs, before a comma, is no subject.
    const { word: before, maqsura } = {
      word: text.word(source.from - 1),
      maqsura: text.tokens[source.from - 1]?.maqsura,
    };
    if (comma && GOVERNS.has(before) && (before !== 'علي' || maqsura))
      return { ...attribution, source: null, elided: true };
    const longer = backward(text, source);
    return longer === source ? attribution : { ...attribution, source: longer };
  }
  const head = source?.from ?? headAfter(text, cue.from + 1, edge);
  if (head >= 0) {
    const longer = text.extended(head, edge, source);
    if (longer) return { ...attribution, source: longer, elided: false };
  }
  if (source) return attribution;
  // نقل عن مسؤول أن: nobody is named who relayed it.
  if (text.cues[cue.from]?.form.verb.lemma === 'نقل' && text.word(cue.from + 1) === 'عن' && text.heads(cue.from + 2)) {
    const relayed = text.extended(cue.from + 2, edge, null);
    if (relayed) return { ...attribution, source: relayed, elided: false };
  }
  const before = subjectSet(text, attribution);
  return before ? { ...attribution, source: before, elided: false } : attribution;
}

/** أبلغت محامي زوجها, أخبرت والدها: one man after the verb of a woman who tells him. */
function told(text: Holders, { cue, gender }: Attribution): boolean {
  const word = text.word(cue.from + 1);
  return (
    gender === 'f' &&
    text.nameAt[cue.from + 1] === -1 &&
    (isHuman(word) || offices.has(word) || /^(?:والد|اب[ون]|اخ[وي]|زوج|شقيق|جد|عم|خال)(?:ها|ه)$/.test(word)) &&
    !/(?:ه|ات|ون|ين)$/.test(word.replace(/ها$/, '')) &&
    !ofMany(word) &&
    !several(word)
  );
}

/** أصدر فلان بيانا, ألقى الوزير كلمة, نشر المكتب تقريرا |: who made the paper that a verb with فيه tells of; null where nobody did. */
function paperBefore(text: Holders, verb: number): Stretch | null {
  let paper = verb - 1;
  const isPaper = (at: number) => papers.has(bare(text.word(at)).replace(/ا$/, '')) || papers.has(bare(text.word(at)));
  while (paper > verb - 5 && !isPaper(paper)) paper--;
  if (!isPaper(paper)) return null;
  for (let i = paper - 1; i > paper - 24 && text.sameSentence(i, verb); i--) {
    if (!/^[وف]?(?:اصدر|نشر|القى|القي|بعث|وجه|كتب|اعد|قدم|وزع|ارسل|اطلق|عقد|ادلي)ت?(?:وا)?$/.test(text.word(i)))
      continue;
    const who = peoplePhrase(text, i + 1, paper);
    if (who) return who;
  }
  return null;
}

/** أعلنت شركة «المنارة» استحواذها على: the name in marks is the body's, and what was said comes after. */
function markedBody(text: Holders, attribution: Attribution): Attribution | null {
  const { by, cue, source, content } = attribution;
  if (by !== 'noun' || !source || source.from !== cue.from + 1 || source.to !== content.from) return null;
  const head = text.word(source.from);
  if (source.to !== source.from + 1 || !(classWords.has(head) || bodies.has(head))) return null;
  const pair = text.layout.quoted[text.layout.inside[content.from] ?? -1];
  if (pair?.open !== content.from || !pair.closed || pair.close - pair.open > 9 || content.to < pair.close + 3)
    return null;
  const after = pair.close + 1;
  return { ...attribution, source: { from: source.from, to: after }, content: { from: after, to: content.to } };
}

/** العديد من المصادر غير الرسمية: what stands before an adjective and is of the same noun phrase. */
function backward(text: Holders, source: Stretch): Stretch {
  let { from } = source;
  if (text.word(from - 1) !== 'غير' || text.nameAt[from] !== -1) return source;
  from -= 2;
  if (from < 0 || !text.word(from).startsWith('ال')) return source;
  if (text.word(from - 1) === 'من' && /^(?:ال)?(?:عديد|كثير|عدد|بعض|مجموعه|عشرات|ميات|الاف)$/.test(text.word(from - 2)))
    from -= 2;
  return { from, to: source.to };
}

/** وفقا لمجلة الأعمال الأميركية فوربس: a class word, what it is, and then its name; null where none follows. */
function outlet(text: Holders, { from, to }: Stretch, edge: number): Stretch | null {
  if (!classWords.has(text.word(from).replace(/^ل(?=.{3})/, '')) || !text.joined(to) || to >= edge) return null;
  if (!nisbas.has(text.word(to - 1))) return null;
  const name = text.nameFrom(to);
  if (name) return name.type === 'organization' && name.skip === 0 && name.to <= edge ? { from, to: name.to } : null;
  const word = text.word(to);
  if (word === '' || !couldBeName(word) || isEveryday(word) || text.tokens[to + 1]?.kind === 'word') return null;
  text.name({ from: to, to: to + 1, skip: 0, type: 'organization', by: 'title' });
  return { from, to: to + 1 };
}

/** Whether a source opens with ل: لهسبريس, لوكالة الأناضول. */
function addressed(text: Holders, { from }: Stretch): boolean {
  const word = text.word(from);
  const name = text.nameFrom(from);
  if (!word.startsWith('ل')) return false;
  return name ? name.skip > 0 : /^لل.{3}/.test(word) || classWords.has(word.slice(1));
}

/** Where what was said, with its complementiser and its preposition, begins. */
function contentEdge(text: Holders, { cue, content }: Attribution): number {
  let edge = content.from;
  while (edge > cue.from + 1) {
    const token = text.tokens[edge - 1];
    if (!token) break;
    const opens =
      (token.kind === 'mark' && opening(text, edge - 1)) ||
      token.kind === 'colon' ||
      token.kind === 'comma' ||
      complementisers.has(token.key);
    if (!opens && !(prepositions.has(token.key) && edge > cue.from + 2)) break;
    edge--;
  }
  return edge;
}

function opening(text: Holders, at: number): boolean {
  return text.layout.quoted[text.layout.inside[at] ?? -1]?.close !== at;
}

/** For a source that nothing follows but the end of its clause. */
function clauseEdge(text: Holders, at: number): number {
  let edge = at;
  while (edge < at + 16 && text.tokens[edge] && text.sameSentence(edge, at - 1)) {
    const token = text.tokens[edge];
    if (token?.kind === 'comma' || token?.kind === 'stop' || token?.kind === 'colon') break;
    if (complementisers.has(text.key(edge)) || /^(?:قوله|قولها|قولهم)$/.test(text.key(edge))) break;
    edge++;
  }
  return edge;
}

/** Right after the verb, or after to whom it was said: where a subject that was not seen begins; -1 for none. */
function headAfter(text: Holders, from: number, edge: number): number {
  let at = from;
  for (; at < edge; at++) {
    if (TO_WHOM.has(text.word(at))) continue;
    // في هذا الصدد, في الوقت نفسه.
    if (text.word(at) !== 'في' || !/^(?:هذا|هذه|ذات|نفس)$/.test(text.word(at + 1))) break;
    at += 2;
  }
  return at < edge && text.heads(at) ? at : -1;
}
