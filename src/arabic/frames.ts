/** What follows a reporting word: its subject, and the clause, the mark or the noun phrase that says what was said. */
import type { Cue } from './cues.ts';
import {
  adverbs,
  complementisers,
  prepositions,
  relatives,
  startingWithBa,
  weekdays,
} from './lexicon/function-words.ts';
import { wordSet } from './characters.ts';
import { describes } from './lexicon/adjectives.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import { Phrases } from './phrases.ts';
import type { Stretch } from './reading.ts';
import type { Token } from './tokens.ts';
import { isEveryday, isFunction, isNoun, isVerb } from './vocabulary.ts';

export interface Frame {
  readonly kind: 'clause' | 'quote' | 'noun';
  /** First token of what was said. */
  readonly content: number;
  readonly subject: Stretch | null;
  /** Where the cue ends: with an adjacent preposition and complementiser. */
  readonly cueEnd: number;
}

const WINDOW = 45;
const INTERROGATIVES = wordSet('عما ما ماذا لماذا كيف هل متى أين كم أي أية إذا لم');
const CLAIMS = wordSet(
  'مزاعم اتهامات أنباء تقارير ادعاءات شائعات إشاعات معلومات تهم مزاعمه الاتهامات الشائعات المزاعم الادعاءات',
);
/** What a verb of doing does where it speaks: وجه انتقادات, قدم اعتذاره, تبنى المسؤولية. */
const SPEECH: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'وجّه',
    wordSet(`تحذيرا تحذيرات انتقادا انتقادات انتقاداته نداء رسالة رسائل الشكر شكره شكرها لومه لوما اتهامات اتهاما الاتهام دعوة دعوته تحية تحياته سؤالا إنذارا نقدا التهنئة تهانيه تهديدا تهديدات
كلامه خطابا كلمة توجيهات`),
  ],
  [
    'قدّم',
    wordSet('شكره شكرها الشكر تعازيه تعازيها التعازي اعتذاره اعتذارها اعتذارا تهانيه تهانيها التهاني اقتراحا مقترحا'),
  ],
  ['ألقى', wordSet('باللوم اللوم باللائمة اللائمة بالمسؤولية')],
  ['تبنّى', wordSet('المسؤولية مسؤولية الهجوم التفجير العملية')],
]);
const MODALS =
  wordSet(`يمكن يجب ينبغي يفترض يمكنه يمكنها يمكنهم المقرر المتوقع المفترض الممكن الضروري المرجح المحتمل المنتظر شأنه شأنها المؤمل المستبعد الصعب السهل المهم اللازم الواجب بعد قبل
قرر قررت يستطيع تستطيع يريد تريد يحاول تحاول أراد أرادت يكاد تكاد`);
/** Verbs that may name whom they are said to before what is said. */
const WARNING = new Set(['حذّر', 'نبّه']);
/** Verbs that always do: أبلغ مسؤولون نظراءهم بأن. */
const TELLING = new Set(['أبلغ', 'أخبر', 'طمأن', 'أعلم', 'أطلع']);
/** What a verb of announcing or repeating has for its object. */
const ACTS = wordSet(
  'دعوة رفض تأكيد التزام دعم حرص ثقة استعداد تمسك مطالبة تهديد تحذير رغبة إدانة تضامن اعتذار تقدير ترحيب معارضة نية عزم تأييد استنكار نفي شكر قلق أسف ارتياح استياء تحفظ تشكيك امتنان',
);
const EXAMPLES = wordSet('مثل باسم بعنوان عنوان كلمة عبارة اسم شعار تسمية مصطلح وسم هاشتاغ هاشتاج لقب');
/** What is done and not said, though a verb of saying tells it: أعلن حالة الطوارئ, رفض مصافحة الحكم. */
const DEEDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['أعلن', wordSet('حالة الطوارئ الحرب الحداد حدادا الإضراب الصيام إضرابا حربا الأحكام منطقة')],
  [
    'رفض',
    wordSet(`التعليق الإدلاء الكشف الإفصاح مصافحة مغادرة الإجابة الرد تسليم دفع استقبال لقاء التوقيع توقيع الحضور حضور النزول الخروج تنفيذ الانصياع الذهاب العودة
الجلوس تمديد تجديد التحدث الحديث إعطاء تزويد فتح ركوب الصعود ارتداء التنحي ذكر`),
  ],
  ['كرّر', wordSet('المحاولة السؤال الخطأ')],
  ['جدّد', wordSet('العقد عقده عقدها عقد اشتراكه')],
]);

export class Frames extends Phrases {
  private readonly frames = new Map<number, Frame | null>();

  /** What follows a reporting word, or null where nothing that it could report does. */
  protected frame(cue: Cue): Frame | null {
    const known = this.frames.get(cue.at);
    if (known !== undefined) return known;
    let frame = this.readFrame(cue);
    const { lemma } = cue.form.verb;
    if (frame?.kind === 'noun' && (DEEDS.get(lemma)?.has(this.key(frame.content)) || this.timeAt(frame.content)))
      frame = null;
    this.frames.set(cue.at, frame);
    return frame;
  }

  protected readFrame(cue: Cue): Frame | null {
    const { verb, form } = cue.form;
    const start = cue.at + 1;
    const participle = form === 'participle';
    // أضاف قائلا, تابع موضحا: the second one says nothing new.
    let from = start;
    // لفت الانتباه إلى, ألقى الضوء على.
    if (/^(?:ال(?:انتباه|نظر|انظار|ضوء)|انتباه)$/.test(this.key(from))) from++;
    const second = this.cues[from];
    let merged = false;
    if (second && second.form.form === 'participle' && second.skip === 0 && !participle) {
      from++;
      merged = true;
    }
    const prepositionsHere =
      merged && second ? [...verb.prepositions, ...second.form.verb.prepositions] : verb.prepositions;
    const speech = SPEECH.get(verb.lemma);
    if (speech) {
      // وجه شكره إلى …, قدم الوزير اعتذاره: the noun of speech is what was said.
      const subject = this.nounAt(from) && !speech.has(this.key(from)) ? this.nounPhrase(from) : from;
      for (let i = from; i < subject + 8 && this.sameSentence(i, cue.at); i++)
        if (speech.has(this.key(i)))
          return { kind: 'noun', content: i, subject: this.trimmed(from, Math.min(subject, i)), cueEnd: from };
      return null;
    }
    const takesQuote = verb.quote || merged;
    const takesClause = verb.clause || merged;

    const relay = this.relayed(cue, from);
    if (relay) return relay;
    // A bare noun phrase: the subject first, then what was said of.
    let subjectEnd = from;
    let subjectFrom = from;
    // الولايات المتحدة أدانت العنف: the subject stands before, and what follows is what was said.
    const fronted =
      !participle &&
      (this.subjectBefore(cue) !== null ||
        // التي دعت السودانيين إلى: the subject is what the relative stands for.
        (verb.object && relatives.has(this.key(cue.at - 1).replace(/^[وف]/, ''))));
    if (!participle && !fronted) {
      if (this.nounAt(from)) subjectEnd = this.nounPhrase(from);
      else {
        // وقال لـ«الاقتصادية» فلان: the subject after what the verb was said to or in.
        const late = this.overAdverbials(
          from,
          (at) =>
            complementisers.has(this.key(at)) ||
            this.tokens[at]?.kind === 'colon' ||
            verb.prepositions.includes(this.key(at)),
        );
        if (late > from && this.speaksAt(late)) {
          subjectFrom = late;
          subjectEnd = this.nounPhrase(late);
        }
      }
    }
    const special = (at: number) => {
      const token = this.tokens[at];
      return (
        token === undefined ||
        complementisers.has(token.key) ||
        token.kind === 'colon' ||
        prepositionsHere.includes(token.key) ||
        this.opensAt(at) !== null
      );
    };

    // أبدت استعدادها لـ…: what somebody has is what was said, not who said it.
    if (
      (verb.bare || verb.object) &&
      !merged &&
      subjectEnd > subjectFrom &&
      this.possessed(subjectFrom) &&
      !special(subjectEnd)
    )
      return { kind: 'noun', content: subjectFrom, subject: null, cueEnd: from };
    if (
      verb.object ||
      WARNING.has(verb.lemma) ||
      (verb.bare && !merged && !special(subjectEnd) && !(verb.clause && this.complementAhead(from, cue.at)))
    )
      subjectEnd = this.subjectOnly(subjectFrom, subjectEnd);
    if (TELLING.has(verb.lemma)) subjectEnd = this.beforeTold(subjectFrom, this.subjectOnly(subjectFrom, subjectEnd));
    // ودعا الحكومة إلى, ودعت الوسطاء إلى: what does not agree with the verb is no subject of it.
    if (verb.object && subjectEnd > subjectFrom && !participle && this.disagrees(subjectFrom, cue.form.gender))
      subjectEnd = subjectFrom = from;
    if (verb.object && !merged) return this.objectFrame(cue, from, subjectEnd, fronted);

    for (let i = from; i < Math.min(this.tokens.length, from + WINDOW); i++) {
      const token = this.tokens[i] as Token;
      if (!this.sameSentence(i, cue.at) && !(token.kind === 'mark' && i === from)) {
        const headline =
          token.line !== (this.tokens[cue.at] as Token).line && this.tokens[i - 1]?.kind === 'word' && i - from < 14;
        if (!headline) break;
      }
      const quoted = this.opensAt(i);
      // لـ«عكاظ»: to whom it was said, not what.
      if (
        quoted &&
        /^(?:ل|لـ|ب|لصحيفه|لجريده|لقناه|صحيفه|جريده|موقع|قناه)$/.test(this.key(i - 1)) &&
        quoted.closed &&
        quoted.close - quoted.open < 6 &&
        (this.key(i - 1) === 'ل' || !verb.prepositions.includes(this.key(i - 1)))
      ) {
        i = quoted.close;
        continue;
      }
      // مثل "…", بعنوان "…": an example or a name.
      if (quoted?.closed && EXAMPLES.has(this.key(i - 1))) {
        i = quoted.close;
        continue;
      }
      if (quoted) {
        // وأضافت "سي.إن.إن" أن: the marks are around who said it.
        if (
          i === from &&
          quoted.closed &&
          quoted.close - quoted.open < 9 &&
          complementisers.has(this.key(quoted.close + 1))
        ) {
          subjectFrom = i + 1;
          subjectEnd = quoted.close;
          i = quoted.close;
          continue;
        }
        const long = quoted.close - quoted.open > 4;
        const right = this.key(i - 1) === ':' || complementisers.has(this.key(i - 1)) || i === from;
        // معهد "…" أن: the marks are around a name, and what was said comes after.
        if (
          !right &&
          quoted.closed &&
          quoted.close - quoted.open < 12 &&
          this.complementAhead(quoted.close + 1, cue.at)
        ) {
          i = quoted.close;
          continue;
        }
        if (takesQuote && (long || right))
          return {
            kind: 'quote',
            content: i,
            subject: this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
            cueEnd: from,
          };
        // مستنكرة “سياسة التجويع”: a noun phrase in marks.
        if (verb.bare && (i === from || i === subjectEnd) && quoted.closed)
          return {
            kind: 'noun',
            content: i,
            subject: this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
            cueEnd: from,
          };
        if (verb.clause && long && verb.caution < 2)
          return {
            kind: 'quote',
            content: i,
            subject: this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
            cueEnd: from,
          };
        i = quoted.closed ? quoted.close : i;
        continue;
      }
      // قال الوزير، بعد لقاء طويل مع نظيره، إن: over what stands between two commas.
      if (token.kind === 'comma' && i >= subjectEnd) {
        const over = this.overInsertion(i);
        if (over > i) {
          i = over - 1;
          continue;
        }
      }
      if (token.kind === 'bracket' && token.key === '(') {
        i = this.overBrackets(i) - 1;
        continue;
      }
      if (token.kind === 'dash') {
        const over = this.overDashes(i);
        if (over > i + 1) i = over - 1;
        continue;
      }
      if (token.kind === 'colon') {
        if (!takesQuote && !verb.clause) break;
        return {
          kind: 'quote',
          content: i + 1,
          subject: this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
          cueEnd: i === from ? i + 1 : from,
        };
      }
      if (token.kind === 'stop') break;
      if (token.kind !== 'word') continue;
      // سي ان ان is no complementiser.
      const name = this.names[this.nameAt[i] ?? -1];
      if (name && i < name.to && name.skip === 0 && complementisers.has(token.key)) continue;
      // جدد دعوة مصر إلى …; جدد، على لسان وزيره، تهديده: the noun of what was said.
      if (
        verb.bare &&
        (i === from || i >= subjectEnd) &&
        this.actAt(i) &&
        !(verb.clause && this.complementWithin(i, 6) >= 0)
      )
        return {
          kind: 'noun',
          content: i,
          subject: i === from ? null : this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
          cueEnd: from,
        };
      // أوضح كيف يفكر: a question that is answered.
      if (
        (verb.class === 'point' || verb.class === 'announce') &&
        verb.clause &&
        i >= subjectEnd &&
        /^(?:كيف|لماذا|كم)$/.test(token.key)
      )
        return {
          kind: 'clause',
          content: i,
          subject: this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
          cueEnd: from,
        };
      // تساءل لماذا, تساءل عما إذا: a question is reported with its own word.
      if (verb.class === 'ask' && i >= subjectEnd && INTERROGATIVES.has(token.key))
        return {
          kind: 'clause',
          content: token.key === 'عما' ? i + 1 : i,
          subject: this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
          cueEnd: i === from && token.key === 'عما' ? i + 1 : from,
        };
      // نفى مزاعم بأن …: the claim is of the content.
      if (verb.class === 'deny' && verb.bare && i >= subjectEnd && CLAIMS.has(token.key))
        return { kind: 'noun', content: i, subject: this.trimmed(subjectFrom, subjectEnd), cueEnd: from };
      // يمكن أن, من المقرر أن: of the verb before.
      if (complementisers.has(token.key) && i > from && MODALS.has(this.key(i - 1))) continue;
      if (complementisers.has(token.key)) {
        const attachedBa = verb.prepositions.includes('ب') && token.key.startsWith('ب');
        if (!takesClause && !verb.bare && !attachedBa) break;
        const quote = this.opensAt(i + 1);
        // نقلت رويترز عن مصادر أن: who said it stands after عن.
        const relayed = verb.lemma === 'نقل' ? this.relayedFrom(subjectEnd, i) : null;
        return {
          kind: quote ? 'quote' : 'clause',
          content: i + 1,
          subject: relayed ?? this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
          cueEnd: i === from ? i + 1 : from,
        };
      }
      // احتج بـ… وعلى …: far from its verb, after other words, a preposition is another's.
      const far = (at: number) =>
        at > subjectEnd + 6 && this.tokens[at - 1]?.kind !== 'comma' && this.overAdverbials(subjectEnd, special) < at;
      const separate =
        prepositionsHere.includes(token.key) && i >= subjectEnd && !(token.key === 'ل' && this.opensAt(i + 1) !== null);
      if (separate) {
        const adjacent = i === from;
        if (!complementisers.has(this.key(i + 1)) && far(i)) continue;
        const clause = complementisers.has(this.key(i + 1));
        // على هامش, في مؤتمر: not what the verb asks for.
        if (token.key === 'في' && verb.clause) continue;
        // حذرت الحركة التنظيم من التوسع: whom she warned is of the content.
        if (!clause && participle && WARNING.has(verb.lemma) && i > from && this.nounAt(from))
          return { kind: 'noun', content: from, subject: null, cueEnd: from };
        const warned = !clause && WARNING.has(verb.lemma) && !participle ? this.overAdverbials(subjectEnd, special) : i;
        if (warned < i && subjectEnd > from && this.nounAt(warned))
          return { kind: 'noun', content: warned, subject: this.trimmed(subjectFrom, subjectEnd), cueEnd: from };
        if (warned === i && fronted && !clause && WARNING.has(verb.lemma)) {
          const object = this.overAdverbials(from, special);
          if (object < i && this.nounAt(object)) return { kind: 'noun', content: object, subject: null, cueEnd: from };
        }
        return {
          kind: clause ? (this.opensAt(i + 2) ? 'quote' : 'clause') : 'noun',
          content: clause ? i + 2 : i + 1,
          subject: this.trimmed(subjectFrom, Math.min(subjectEnd, i)),
          cueEnd: adjacent ? (clause ? i + 2 : i + 1) : from,
        };
      }
      const attached =
        i >= subjectEnd &&
        ((prepositionsHere.includes('ب') &&
          token.key.startsWith('ب') &&
          token.key.length > 2 &&
          !startingWithBa.has(token.key)) ||
          (prepositionsHere.includes('ل') &&
            token.key.startsWith('ل') &&
            token.key.length > 2 &&
            this.nameFrom(i)?.type !== 'organization' &&
            verb.class !== 'assert' &&
            verb.class !== 'point'));
      if (
        attached &&
        i > subjectEnd + 5 &&
        this.tokens[i - 1]?.kind !== 'comma' &&
        this.overAdverbials(subjectEnd, special) < i
      )
        continue;
      if (attached && !(this.nameFrom(i) && this.nameFrom(i)?.skip === 0)) {
        return { kind: 'noun', content: i, subject: this.trimmed(subjectFrom, Math.min(subjectEnd, i)), cueEnd: from };
      }
      if (relatives.has(token.key) && i >= subjectEnd) {
        i = this.overRelative(i) - 1;
        // كبير الباحثين الذين قاموا بالدراسة، سيث بولاك: the name after the relative is the subject's.
        const name = this.key(i + 1) === '،' ? this.nameFrom(i + 2) : null;
        if (name?.type === 'person' && name.skip === 0 && subjectEnd > subjectFrom) {
          subjectEnd = name.to;
          i = name.to - 1;
        }
        continue;
      }
      if (verb.bare && i >= subjectEnd) {
        const at = this.overAdverbials(i, special);
        if (special(at)) {
          // Never back to where it stands: لـ«عكاظ» is passed over, not read again.
          i = Math.max(i, at - 1);
          continue;
        }
        if (
          this.sameSentence(at, cue.at) &&
          this.tokens[at]?.kind === 'word' &&
          (this.contentAt(at) || (at === subjectEnd && subjectEnd > subjectFrom && this.objectAt(at)))
        ) {
          const complement = verb.clause ? this.complementWithin(at, 20) : -1;
          if (complement >= 0) {
            i = Math.max(i, complement - 1);
            continue;
          }
          // اقترحت إصلاح القنوات التي …: no subject, and two noun phrases of what was said.
          const own =
            at === subjectEnd &&
            subjectEnd > subjectFrom &&
            !this.speaksIn({ from: subjectFrom, to: subjectEnd }) &&
            this.plain(subjectFrom, subjectEnd);
          if (own) return { kind: 'noun', content: subjectFrom, subject: null, cueEnd: from };
          return { kind: 'noun', content: at, subject: this.trimmed(subjectFrom, subjectEnd), cueEnd: from };
        }
        // The only noun phrase there is: what was said, by a subject that is in the verb.
        if (verb.clause && this.complementAhead(at, cue.at)) continue;
        if (subjectEnd > from && !this.nounAt(at)) {
          if (this.nameFrom(from)?.type === 'person' || this.speaksIn({ from, to: subjectEnd })) break;
          return { kind: 'noun', content: from, subject: null, cueEnd: from };
        }
        break;
      }
      // Another finite verb of saying before anything was reported: this one reports nothing.
      const other = this.cues[i];
      if (other && i > from && other.form.form !== 'masdar' && this.nameAt[i] === -1 && !this.inRelative(from, i)) {
        // قال وهو يشير إلى بيته: "…"
        if (/^وه[وي]م?$/.test(this.key(i - 1))) continue;
        if (other.form.verb.caution === 0 || (other.form.verb.caution === 1 && i - from > 3)) break;
      }
    }
    // وأكد أهمية الحوار.: nothing after the only noun phrase, which is what was said.
    const alone = this.tokens[subjectEnd];
    const ended = !alone || !this.sameSentence(subjectEnd, cue.at) || alone.kind === 'stop' || alone.kind === 'comma';
    if (
      verb.bare &&
      verb.class !== 'opinion' &&
      !participle &&
      ended &&
      subjectEnd > from &&
      subjectFrom === from &&
      this.contentAt(from) &&
      this.plain(from, subjectEnd) &&
      !this.speaksIn({ from, to: subjectEnd })
    )
      return { kind: 'noun', content: from, subject: null, cueEnd: from };
    return null;
  }

  /** رغبته, أملها: an abstract noun with its owner's pronoun; not والده, محاميها. */
  protected possessed(at: number): boolean {
    const here = this.word(at);
    if (this.nameAt[at] !== -1 || here.startsWith('ال')) return false;
    const stem = /^(.{3,}?)(?:هما|هم|ها|ه)$/.exec(here)?.[1];
    if (stem === undefined || (here.endsWith('ه') && !this.tokens[at]?.heh)) return false;
    for (const one of [here, stem, stem.replace(/ت$/, 'ه'), stem.replace(/ي$/, '')])
      if (offices.has(one) || speakingNouns.has(one) || bodies.has(one) || honorifics.has(one)) return false;
    return true;
  }

  /** A noun of speech, of nobody or of the one who speaks: دعوة مصر, رفضه, تهديدها. */
  private actAt(at: number): boolean {
    const here = this.word(at);
    if (this.nameAt[at] !== -1) return false;
    return (
      ACTS.has(here) ||
      (!/^(?:ال|لل)/.test(here) && ACTS.has(here.replace(/(?:هما|هم|ها|ه)$/, '')) && this.possessed(at)) ||
      (this.possessed(at) && ACTS.has(here.replace(/ت(?:هما|هم|ها|ه)$/, 'ه')))
    );
  }

  /** After a subject, what looks like a verb is a noun: أيد المجلس فكرة. */
  protected objectAt(at: number): boolean {
    const here = this.word(at);
    if (here.length < 3 || isFunction(here) || this.cues[at] || /^(?:و|لل|سي|ست)/.test(here)) return false;
    if (here.startsWith('ب')) return startingWithBa.has(here);
    return !(/^[لف]/.test(here) && isFunction(here.slice(1))) && !(here.startsWith('ل') && isEveryday(here.slice(1)));
  }

  /** نقلت الوكالة عن الوزير قوله إن: what the agency tells is that he said it. */
  private relayed(cue: Cue, from: number): Frame | null {
    const { lemma } = cue.form.verb;
    if (lemma !== 'نقل' && lemma !== 'أورد' && lemma !== 'نسب') return null;
    const link = lemma === 'نسب' ? 'الي' : 'عن';
    const subject = this.nounAt(from) ? this.nounPhrase(from) : from;
    if (subject === from) return null;
    for (let i = subject; i < subject + 10 && this.sameSentence(i, cue.at); i++) {
      if (this.key(i) !== link) continue;
      for (let k = i + 2; k < i + 22 && this.sameSentence(k, cue.at); k++)
        if (/^(?:قول|تاكيد|اعلان)(?:ه|ها|هم)$/.test(this.key(k)))
          return { kind: 'noun', content: i + 1, subject: this.trimmed(from, subject), cueEnd: from };
      return null;
    }
    return null;
  }

  /** A verb before its subject has the gender of it: a feminine noun after a masculine verb, or men after a feminine one. */
  private disagrees(at: number, gender: 'm' | 'f'): boolean {
    const here = this.word(at);
    if (this.nameAt[at] !== -1 || !here.startsWith('ال')) return false;
    return gender === 'm'
      ? here.endsWith('ه') && definiteBodies.has(here)
      : /(?:ون|ين|اء)$/.test(here) && here.length > 5;
  }

  private relayedFrom(from: number, to: number): Stretch | null {
    for (let i = from; i < to && i < from + 10; i++)
      if (this.key(i) === 'عن' && this.nounAt(i + 1)) return this.trimmed(i + 1, Math.min(this.nounPhrase(i + 1), to));
    return null;
  }

  /** أُعلن في يوليو: a time is nothing said. */
  private timeAt(at: number): boolean {
    return this.nameFrom(at)?.type === 'date' || this.tokens[at]?.kind === 'number' || weekdays.has(this.key(at));
  }

  /** أدان المجلس | الهجوم: where the object of a verb follows its subject, and only its adjectives are of the subject. */
  protected subjectOnly(from: number, to: number): number {
    for (let at = from + 1; at < to; at++) {
      const here = this.word(at);
      if (!here.startsWith('ال') || this.nameAt[at] !== -1) continue;
      const before = this.word(at - 1);
      const definite =
        /^(?:[وبل]?ال|لل)/.test(before) ||
        this.nameAt[at - 1] !== -1 ||
        // مزارعون آخرون | الحكومة, منظمات حقوقية | الحكومة
        (/(?:ون|ات)$/.test(this.word(from)) && describes(before) && !this.word(from).startsWith('ال'));
      // الحكومة | المعارضة, الأحزاب المعارضة.
      const body = definiteBodies.has(here) && definiteBodies.has(this.word(from));
      // الوزير | المعارضة: no adjective of his.
      const unlike =
        (here.endsWith('ه') && honorifics.has(before) && !before.endsWith('ه')) ||
        (!/[هيا]$/.test(here) && /^ال.*ات$/.test(before) && definiteBodies.has(before));
      if (definite && unlike) return at;
      if (!definite || (describes(here) && !body) || honorifics.has(here) || offices.has(here.slice(2))) continue;
      return at;
    }
    return to;
  }

  /** أبلغ مسؤولون أمريكيون | نظراءهم, أبلغ الوزير | نظيره, أبلغ مسؤولون | إسرائيل: where those who are told begin. */
  private beforeTold(from: number, to: number): number {
    const indefinite = !this.word(from).startsWith('ال') && this.nameAt[from] === -1;
    for (let at = from + 1; at < to; at++) {
      if (this.possessed(at) && (at > from + 1 || !indefinite || /(?:ون|ات)$/.test(this.word(from)))) return at;
      const name = this.nameFrom(at);
      if (name && name.type !== 'person' && (describes(this.word(at - 1)) || /(?:ون|ات)$/.test(this.word(at - 1))))
        return at;
    }
    return to;
  }

  private nextOffice(from: number, to: number): number {
    const first = this.nameFrom(from);
    for (let i = first ? first.to : from + 1; i < to; i++) {
      const settled = this.nameAt[i - 1] !== -1 || /^(?:ال|لل)/.test(this.word(i - 1));
      if (settled && this.nameAt[i] === -1 && offices.has(this.word(i))) return i;
    }
    return from;
  }

  /** From a comma to the next one, where what was said follows that: أن, a colon, marks. */
  private overInsertion(at: number): number {
    for (let i = at + 1; i < at + 16 && this.sameSentence(i, at); i++) {
      const token = this.tokens[i] as Token;
      if (token.kind === 'colon' || token.kind === 'mark' || complementisers.has(token.key)) return at;
      if (token.kind !== 'comma') continue;
      return complementisers.has(this.key(i + 1)) || this.opensAt(i + 1) !== null ? i + 1 : at;
    }
    return at;
  }

  /** Whether a noun phrase is of everyday words, the first without the article: إصلاح القنوات. */
  private plain(from: number, to: number): boolean {
    if (/^(?:ال|لل)/.test(this.word(from)) || this.word(from).endsWith('ون')) return false;
    for (let i = from; i < to; i++) if (this.nameAt[i] !== -1 || !isEveryday(this.word(i))) return false;
    return isNoun(this.word(from));
  }

  /** A complementiser further on in the sentence, before any other report. */
  protected complementAhead(from: number, cue: number): boolean {
    for (let i = from; i < Math.min(this.tokens.length, from + 25) && this.sameSentence(i, cue); i++) {
      if (this.nameAt[i] !== -1) continue;
      if (complementisers.has(this.key(i))) return true;
      if (this.cues[i] && this.nameAt[i] === -1) return false;
    }
    return false;
  }

  protected complementWithin(from: number, reach: number): number {
    for (let i = from; i < from + reach; i++) {
      const token = this.tokens[i];
      if (!token || !this.sameSentence(i, from) || token.kind === 'mark' || token.kind === 'colon') return -1;
      if (token.kind === 'comma') {
        // أوضح رشيد، خبير في السياسات، أن: over what stands between two commas.
        const over = complementisers.has(this.key(i + 1)) ? i + 1 : this.overInsertion(i);
        return over > i && complementisers.has(this.key(over)) ? over : -1;
      }
      if (this.nameAt[i] !== -1) continue;
      if (this.cues[i]) return -1;
      // في أن, بعد أن, بأن: of a word before, not of the verb.
      if (complementisers.has(token.key))
        return /^[بل]/.test(token.key) ||
          MODALS.has(this.key(i - 1)) ||
          (isFunction(this.key(i - 1)) && !this.whenAt(i - 1)) ||
          this.nameAt[i - 1] === undefined
          ? -1
          : i;
    }
    return -1;
  }

  /** يوم الأحد أن, أمس أن: a word of time governs no clause. */
  private whenAt(at: number): boolean {
    const here = this.key(at);
    return weekdays.has(here) || (adverbs.has(here) && !prepositions.has(here));
  }

  protected inRelative(from: number, at: number): boolean {
    for (let i = at - 1; i >= from; i--) {
      if (relatives.has(this.key(i))) return true;
      if (this.tokens[i]?.kind === 'comma') return false;
    }
    return false;
  }

  /** وصف كيري العمليات بأنها …; اتهم الأطباء بأنهم …; دعا الكتل إلى …: the object is of the content. */
  protected objectFrame(cue: Cue, from: number, subjectEnd: number, fronted: boolean): Frame | null {
    const { verb, form } = cue.form;
    if (cue.pronoun) {
      // وصفها بـ"الإرهابية": the content is what follows.
      for (let i = from; i < Math.min(this.tokens.length, from + 12) && this.sameSentence(i, cue.at); i++) {
        const here = this.key(i);
        if (complementisers.has(here))
          return {
            kind: this.opensAt(i + 1) ? 'quote' : 'clause',
            content: i + 1,
            subject: this.trimmed(from, Math.min(subjectEnd, i)),
            cueEnd: i === from ? i + 1 : from,
          };
        if (here === 'ب' || here === 'بـ')
          return {
            kind: this.opensAt(i + 1) ? 'quote' : 'noun',
            content: i + 1,
            subject: this.trimmed(from, Math.min(subjectEnd, i)),
            cueEnd: from,
          };
        if (verb.prepositions.includes(here))
          return {
            kind: 'noun',
            content: i + 1,
            subject: this.trimmed(from, Math.min(subjectEnd, i)),
            cueEnd: i === from ? i + 1 : from,
          };
        if (here.startsWith('ب') && !startingWithBa.has(here) && here.length > 2)
          return { kind: 'noun', content: i, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: from };
      }
      return null;
    }
    // Is there a link (بـ, بأن, إلى, على) at all?
    let link = -1;
    for (let i = from; i < Math.min(this.tokens.length, from + 30) && this.sameSentence(i, cue.at); i++) {
      const here = this.key(i);
      // الأمين العام للأمم المتحدة بان كي مون: a name links nothing.
      const name = this.names[this.nameAt[i] ?? -1];
      if (name && !(name.from === i && name.skip > 0)) continue;
      // لـ«عكاظ»: to whom.
      const told = here === 'ل' ? this.opensAt(i + 1) : null;
      if (told?.closed && told.close - told.open < 6) {
        i = told.close;
        continue;
      }
      if (verb.lemma === 'حمّل') {
        if (/^(?:ال)?مسوولي/.test(here)) {
          link = i;
          break;
        }
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
          this.tokens[i]?.kind === 'word' &&
          !(this.nameAt[i] !== -1 && this.names[this.nameAt[i] as number]?.skip === 0))
      ) {
        link = i;
        break;
      }
      if (this.opensAt(i) && verb.class === 'opinion') {
        link = i;
        break;
      }
      if (this.cues[i] && i > from + 1 && this.nameAt[i] === -1 && i >= subjectEnd) break;
    }
    // ناشدت الأم السلطات إعادة ابنها: nothing between the one who is asked and what is asked for.
    if (link < 0 && verb.lemma === 'ناشد') {
      if (form === 'participle')
        return this.nounAt(from) ? { kind: 'noun', content: from, subject: null, cueEnd: from } : null;
      if (this.nounAt(subjectEnd))
        return { kind: 'noun', content: subjectEnd, subject: this.trimmed(from, subjectEnd), cueEnd: from };
    }
    if (link < 0) return null;
    if (form === 'participle') {
      // داعيا إلى الهدوء, مطالبا بأن: nobody stands between, and the preposition is of the cue.
      const direct =
        link === from && (verb.prepositions.includes(this.key(link)) || complementisers.has(this.key(link)));
      const clause = direct && complementisers.has(this.key(link + 1));
      const content = direct ? (clause ? link + 2 : link + 1) : from;
      return {
        kind: direct && (clause || complementisers.has(this.key(link))) ? 'clause' : 'noun',
        content,
        subject: null,
        cueEnd: content,
      };
    }
    // وصف بيان صدر أمس، القرار بأنه: over what tells of the subject.
    if (subjectEnd > from && isVerb(this.word(subjectEnd)))
      for (let i = subjectEnd; i < subjectEnd + 12 && i < link; i++)
        if (this.tokens[i]?.kind === 'comma' && this.nounAt(i + 1) && i + 1 < link)
          return { kind: 'noun', content: i + 1, subject: this.trimmed(from, subjectEnd), cueEnd: from };
    // One noun phrase before the link: of an elided subject, its object; of an overt one, itself.
    const object = this.overAdverbials(subjectEnd, (at) => at >= link);
    if (
      verb.lemma === 'دعا' ||
      verb.lemma === 'حثّ' ||
      verb.lemma === 'ناشد' ||
      verb.lemma === 'طالب' ||
      /^(?:نصح|حضّ|حرّض)$/.test(verb.lemma)
    ) {
      // دعا إلى: the content is after the preposition, the one who is called upon may be left out.
      const linkWord = this.key(link);
      const separate = verb.prepositions.includes(linkWord);
      if (object >= link) {
        const clause = complementisers.has(this.key(link + 1));
        return {
          kind: clause ? 'clause' : 'noun',
          content: complementisers.has(linkWord) ? link + 1 : separate ? (clause ? link + 2 : link + 1) : link,
          subject: this.trimmed(from, subjectEnd),
          cueEnd: link === from ? link + 1 : from,
        };
      }
      return { kind: 'noun', content: object, subject: this.trimmed(from, subjectEnd), cueEnd: from };
    }
    // اتهم سامر الحلبي رئيس الوزراء بـ…: the verb asks for an object, which begins where the next office does.
    if (object >= link && !fronted) {
      const cut = this.nextOffice(from, subjectEnd);
      if (cut > from) return { kind: 'noun', content: cut, subject: this.trimmed(from, cut), cueEnd: from };
    }
    if (object >= link) {
      if (this.nameFrom(from)?.type === 'person' && subjectEnd > from) {
        return { kind: 'noun', content: from, subject: null, cueEnd: from };
      }
      return { kind: 'noun', content: from, subject: null, cueEnd: from };
    }
    return { kind: 'noun', content: object, subject: this.trimmed(from, subjectEnd), cueEnd: from };
  }
}
