/** Where what was said begins and ends: its closing mark, the next report, the reporter’s own words. */
import type { QuotationKind } from '../core/quotation/quotation.ts';
import type { Cue } from './cues.ts';
import { Frames } from './frames.ts';
import { overRelative } from './insertions.ts';
import { afterwards, bringsNews, tails, turns } from './lexicon/connectives.ts';
import { adverbs, complementisers, prepositions, relatives } from './lexicon/function-words.ts';
import { definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Stretch } from './reading.ts';
import type { Frame } from './report.ts';
import type { Quoted } from './sentences.ts';
import type { Token } from './tokens.ts';
import { isFunction, isNoun, isVerb } from './vocabulary.ts';

/** قوله, تعبيرها: somebody's words, by a pronoun. */
export const OWN_WORDS = /^(?:قول|تعبير|وصف|راي|كلام|افادت|تصريح|تصريحات|روايت|زعم)(?:ه|ها|هم)$/;

/** Where something is said. */
const VENUES =
  /^(?:تصريح|تصريحات|حديث|حوار|مقابله|لقاء|مؤتمر|موتمر|كلمه|خطاب|بيان|تغريده|تدوينه|رساله|اتصال|مداخله|منشور|بلاغ|كلمت|حوار|حديث|خطاب)(?:ه|ها|هم|له|لها)?$/;

/** Tokens that a clause may have: a text without full stops is no one clause. */
const LONGEST = 300;

export class Edges extends Frames {
  /** Where what was said ends: the index after its last token. */
  protected contentEnd(
    cue: number,
    start: number,
    frame: Frame['kind'],
  ): { end: number; quoted: boolean; mixed: boolean } {
    const opening = this.opensAt(start);
    if (opening) {
      const after = opening.close + (opening.closed ? 1 : 0);
      const next = this.tokens[after];
      const goesOn =
        opening.closed &&
        next !== undefined &&
        this.sameSentence(after, opening.close) &&
        next.line === (this.tokens[opening.close] as Token).line &&
        next.kind === 'word' &&
        !this.endsBefore(after, cue) &&
        opening.close - opening.open < 14;
      // Marks that nobody closed: to the end of the sentence, where the reporter's own follows.
      if (!opening.closed) {
        const sentence = this.sentenceEnd(start);
        if (sentence < opening.close && /^و?(?:كان|كانت|قد)$/.test(this.key(sentence)))
          return { end: sentence, quoted: true, mixed: false };
      }
      if (!goesOn) return { end: opening.close, quoted: true, mixed: false };
      const rest = this.clauseEnd(cue, after);
      return { end: rest, quoted: false, mixed: true };
    }
    const clause = this.clauseEnd(cue, start);
    const inRelative = frame === 'noun' && relatives.has(this.key(cue - 1).replace(/^[وف]/, ''));
    const end = frame === 'noun' ? this.phraseEnd(start, clause, inRelative) : clause;
    let mixed = false;
    for (let i = start; i < end; i++) if (this.opensAt(i)) mixed = true;
    return { end, quoted: false, mixed };
  }

  /** A noun phrase ends before a clause that goes on without it: …، إلا أن, …، ففي يوم, …، واضعا حلولا. */
  private phraseEnd(start: number, end: number, inRelative: boolean): number {
    for (let i = start + 1; i < end; i++) {
      const pair = this.opensAt(i);
      if (pair?.closed) {
        i = pair.close;
        continue;
      }
      const here = this.key(i);
      if (/^و(?:هو|هي|هم)$/.test(here) && isVerb(this.key(i + 1))) return i;
      if (this.tokens[i - 1]?.kind !== 'comma') continue;
      // الذي ينتقد المتمردون علاقاته، قيادة الحركة: the sentence goes on after the relative.
      if (inRelative) return i;
      if (
        turns.has(here) ||
        (this.cues[i]?.skip === 1 && this.cues[i]?.form.form === 'perfect' && this.nameAt[i] === -1) ||
        (here === 'في' && /^(?:حين|الوقت)$/.test(this.key(i + 1))) ||
        (here === 'الا' && this.key(i + 1) === 'ان') ||
        /^ف(?:في|قد|قال|ان|هو|هي|من|علي)$/.test(here) ||
        (this.tokens[i]?.tanwin && /^م.{3,}ا$/.test(here)) ||
        (/^و.{3}/.test(here) && isVerb(here) && !isNoun(here.slice(1)) && !isFunction(here.slice(1)))
      )
        return i;
    }
    return end;
  }

  protected clauseEnd(cue: number, start: number): number {
    const outer = this.layout.inside[cue] ?? -1;
    const whole =
      outer >= 0 && this.layout.inside[start] === outer
        ? (this.layout.quoted[outer] as Quoted).close
        : this.tokens.length;
    // A text without full stops is no one clause.
    const limit = Math.min(whole, start + LONGEST);
    let verbal = false;
    let commas = 0;
    let relative = false;
    for (let i = start; i < limit; i++) {
      if (this.tokens[i]?.kind === 'comma') {
        commas++;
        relative = false;
      } else if (relatives.has(this.key(i))) relative = true;
      if (i > start && !this.sameSentence(i, i - 1)) return i;
      // أن ماري ويلسون، 34 عاما، اعترفت: the first verb after an insertion is the clause's own.
      const own =
        !verbal &&
        commas > 1 &&
        this.cues[i]?.skip === 0 &&
        this.cues[i]?.form.form === 'perfect' &&
        this.key(i - 1) === '،';
      if (i > start && !own && this.endsBefore(i, cue)) return i;
      if (
        this.tokens[i]?.kind === 'word' &&
        !relative &&
        this.nameAt[i] === -1 &&
        (this.cues[i] !== null ||
          isVerb(this.key(i)) ||
          /^(?:كان|كانت|ليس|ليست|هو|هي|هم|لا|لم|لن|قد|سوف)$/.test(this.key(i)))
      )
        verbal = true;
      const quoted = this.opensAt(i);
      if (quoted) {
        const end = quoted.closed ? quoted.close : quoted.close - 1;
        if (
          !this.sameSentence(i, Math.min(end + 1, this.tokens.length - 1)) &&
          end + 1 < this.tokens.length &&
          this.tokens[end]?.kind === 'mark'
        ) {
          // The sentence ended inside the marks.
          if (this.tokens[end - 1]?.kind === 'stop' && this.layout.sentence[end + 1] !== this.layout.sentence[end])
            return end + 1;
        }
        i = Math.min(end, limit - 1);
      }
    }
    return limit;
  }

  /** Whether something new begins at this token: another report, a trailing attribution, the reporter's own words. */
  protected endsBefore(at: number, cue: number): boolean {
    const here = this.key(at);
    const before = this.key(at - 1);
    // في الداخل، والتي اعتبر أن …
    if (/^و(?:الذي|التي|الذين)$/.test(here) && this.cues[at + 1] && this.frame(this.cues[at + 1] as Cue)) return true;
    const afterComma = this.tokens[at - 1]?.kind === 'comma' || this.tokens[at - 1]?.kind === 'mark';
    const next = this.cues[at];
    if (next && at !== cue && this.nameAt[at] === -1) {
      if (next.form.form === 'participle' && next.skip === 0) {
        if (this.frame(next)) return true;
      } else if ((next.skip > 0 || afterComma || bringsNews.has(before)) && next.form.form !== 'participle') {
        if (next.skip > 0 || afterComma || bringsNews.has(before)) {
          const frame = this.frame(next);
          // قبل أن تتعثر الصفقة ويتمسك ناديه: what goes on, not another report.
          const goesOn =
            next.form.form === 'imperfect' &&
            frame?.kind === 'noun' &&
            !afterComma &&
            this.cues[cue]?.form.form !== 'imperfect';
          if (frame && !goesOn && (next.form.form === 'perfect' || frame.subject !== null || next.skip > 0))
            return true;
        }
      } else if (next.form.form === 'participle' && next.skip === 1 && this.frame(next)) return true;
    }
    if (bringsNews.has(here) && (afterComma || here.startsWith('و'))) {
      for (let i = at + 1; i <= at + 2; i++) {
        const reported = this.cues[i];
        if (reported && this.frame(reported) && reported.form.form !== 'participle') return true;
      }
    }
    // والوزير ينفي, ومرة قال: a subject or an adverb with its conjunction, then its report.
    if (/^و.{2}/.test(here) && !next) {
      const noun = this.conjoinedSubject(at);
      const reported = this.cues[noun];
      if (
        noun > at &&
        reported &&
        reported.skip === 0 &&
        reported.form.form !== 'participle' &&
        this.nameAt[noun] === -1 &&
        this.frame(reported)
      )
        return true;
    }
    if ((tails.has(here) || here === 'بيد') && afterComma) return true;
    // …، في تصريح للصحيفة; …، خلال مؤتمر صحفي: where it was said, after what was said.
    if (
      afterComma &&
      (here === 'في' || here === 'خلال' || here === 'اثناء' || here === 'علي') &&
      (VENUES.test(this.key(at + 1)) || (here === 'علي' && this.key(at + 1) === 'هامش')) &&
      !this.complementAfterComma(at)
    )
      return true;
    // …، غير أنه رفض الاعتذار; …، إلا أن الوزير قال
    if (afterComma && (here === 'غير' || here === 'الا') && this.key(at + 1).startsWith('ان'))
      for (let i = at + 2; i <= at + 3; i++)
        if (this.cues[i]?.form.form === 'perfect' && this.frame(this.cues[i] as Cue)) return true;
    // …، في حين قالت الصحيفة إن
    if (here === 'في' && this.key(at + 1) === 'حين' && afterComma) {
      for (let i = at + 2; i <= at + 3; i++) if (this.cues[i] && this.frame(this.cues[i] as Cue)) return true;
    }
    // …، في إشارة إلى; …، ردا على; …، رغم نفي الحكومة: the reporter's comment.
    if (afterComma && /^(?:اشاره|ردا|تعليقا|تعقيبا)$/.test(here === 'في' ? this.key(at + 1) : here)) return true;
    if (afterComma && here === 'رغم' && /^(?:تحذير|تحذيرات|نفي|تاكيد|تاكيدات|اعلان|رفض)$/.test(this.key(at + 1)))
      return true;
    // …، بعدما أعلن X أن: another report, in the reporter's words.
    if (afterComma && afterwards.has(here)) {
      for (let i = at + 1; i <= at + 2; i++) {
        const reported = this.cues[i];
        if (reported && (reported.form.form === 'perfect' || here === 'قبل') && this.frame(reported)) return true;
      }
    }
    if (
      (here === 'بحسب' ||
        here === 'حسب' ||
        here === 'وفقا' ||
        here === 'وفق' ||
        here === 'طبقا' ||
        here === 'حسبما' ||
        here === 'نقلا') &&
      (afterComma || here === 'بحسب' || here === 'حسبما')
    )
      return (
        (this.nounAt(at + 1) && (afterComma || this.closesAt(this.nounPhrase(at + 1)))) ||
        here === 'حسبما' ||
        /^(?:ما|لما|عن|لل|ل.{3,})/.test(this.key(at + 1)) ||
        OWN_WORDS.test(this.key(at + 1))
      );
    // على حد قوله: at the end of what was said, not within it.
    if (here === 'علي' && this.key(at + 1) === 'حد') return !OWN_WORDS.test(this.key(at + 2)) || this.closesAt(at + 3);
    if (here === 'كما' && afterComma && this.cues[at + 1] !== null) return true;
    return false;
  }

  protected clean(from: number, to: number): Stretch | null {
    let [a, b] = [from, to];
    const edge = (at: number) => {
      const token = this.tokens[at];
      return token !== undefined && token.kind !== 'word' && token.kind !== 'number' && token.kind !== 'sign';
    };
    while (a < b && edge(a) && this.key(a) !== '(') {
      // "المصنع القديم" لن يغلق: marks around a part stay.
      const pair = this.opensAt(a);
      if (pair?.closed && pair.close < b - 1 && this.wordsAfter(pair.close, b)) break;
      a++;
    }
    while (b > a && edge(b - 1) && this.key(b - 1) !== ')' && !this.closesWithin(a, b - 1)) b--;
    // A conjunction left over before the next report.
    while (
      b > a &&
      !this.closesHere(b) &&
      ['كما', 'فيما', 'بينما', 'حيث', 'ثم', 'و', 'لكنه', 'لكن'].includes(this.key(b - 1))
    ) {
      b--;
      while (b > a && edge(b - 1)) b--;
    }
    return b > a ? { from: a, to: b } : null;
  }

  /** على هامش المنتدى، أن: what was said is yet to come. */
  protected complementAfterComma(at: number): boolean {
    for (let i = at + 1; i < at + 16 && this.sameSentence(i, at); i++)
      if (this.tokens[i]?.kind === 'comma' && complementisers.has(this.key(i + 1))) return true;
    return false;
  }

  private closesHere(at: number): boolean {
    return this.layout.quoted[this.layout.inside[at] ?? -1]?.close === at;
  }

  private conjoinedSubject(at: number): number {
    const bare = this.key(at).slice(1);
    if (adverbs.has(bare) || bare === 'مره') return at + 1;
    // وفي الوقت نفسه قال
    if (prepositions.has(bare)) {
      const end = this.nounPhrase(at + 1);
      return this.tokens[end]?.kind === 'comma' ? end + 1 : end;
    }
    const name = this.nameFrom(at);
    if (name) return name.skip === 1 && (name.type === 'person' || name.type === 'organization') ? name.to : at;
    const plain = bare.replace(/^ال/, '');
    if (
      !(
        offices.has(bare) ||
        offices.has(plain) ||
        honorifics.has(bare) ||
        speakingNouns.has(bare) ||
        definiteBodies.has(bare)
      )
    )
      return at;
    return this.nounPhrase(at);
  }

  private sentenceEnd(at: number): number {
    let end = at;
    while (end < this.tokens.length && this.sameSentence(end, at)) end++;
    return end;
  }

  private closesAt(at: number): boolean {
    const token = this.tokens[at];
    return (
      !token ||
      token.kind === 'comma' ||
      token.kind === 'stop' ||
      !this.sameSentence(at, at - 1) ||
      token.kind === 'mark'
    );
  }

  /** Whether a mark closes what opened within: قال إنه "تعب": the marks are around a part, and stay. */
  private closesWithin(from: number, at: number): boolean {
    const pair = this.tokens[at]?.kind === 'mark' ? this.layout.quoted[this.layout.inside[at] ?? -1] : undefined;
    return pair !== undefined && pair.closed && pair.close === at && pair.open >= from;
  }

  private wordsAfter(at: number, to: number): boolean {
    for (let i = at + 1; i < to; i++) if (this.tokens[i]?.kind === 'word' && this.opensAt(i) === null) return true;
    return false;
  }

  /** The clause that ends before a token: back to the sentence's start or to the last report in it. */
  protected clauseBefore(at: number): Stretch | null {
    let from = at;
    const pair = this.layout.quoted[this.layout.inside[at] ?? -1];
    const least = pair && pair.open < at ? pair.open + 1 : 1;
    while (
      from >= least &&
      at - from < LONGEST &&
      this.sameSentence(from - 1, at) &&
      (this.tokens[from - 1] as Token).line === (this.tokens[at] as Token).line
    )
      from--;
    // وفي موسكو، عبرت …: where it was said or done, before.
    if (/^و?(?:في|من|خلال|علي|بعد|قبل)$/.test(this.key(from)))
      for (let i = from + 1; i < from + 7 && i < at; i++)
        if (this.tokens[i]?.kind === 'comma') return this.clean(i + 1, at);
    return this.clean(from, at);
  }

  protected clauseAfter(end: number, at: number): Stretch | null {
    // بحسب الدراسة التي اعتمدت …، انخفض: the clause begins after the relative.
    let from = relatives.has(this.word(end)) ? overRelative(this, end) : this.overBareRelative(end, at);
    // وفق إفادات حصلت عليها الصحيفة، فإن: the clause begins where it says so.
    for (let i = from; i < from + 14 && this.sameSentence(i, at); i++)
      if (/^فان(?:ه|ها|هم)?$/.test(this.key(i))) {
        from = i;
        break;
      }
    while (from < this.tokens.length && this.sameSentence(from, at) && this.tokens[from]?.kind === 'comma') from++;
    // بحسب مصادر مطلعة فإن …
    if (complementisers.has(this.key(from)) || /^ف(?:ان(?:ه|ها|هم)?|قد)$/.test(this.key(from))) from++;
    return this.clean(from, this.clauseEnd(at, from));
  }

  /** بحسب تقرير نشرته الصحيفة، فإن …: a clause about an indefinite noun has no relative pronoun, and ends with its comma. */
  private overBareRelative(end: number, at: number): number {
    const here = this.word(end);
    if (this.cues[end] || !isVerb(here.replace(/(?:هما|هم|ها|ه)$/, ''))) return end;
    for (let i = end + 1; i < end + 20 && this.sameSentence(i, at); i++)
      if (this.tokens[i]?.kind === 'comma' || /^ف(?:ان(?:ه|ها|هم)?|قد)$/.test(this.key(i))) return i;
    return end;
  }

  protected kindOf({ from, to }: Stretch): QuotationKind {
    const inner = this.layout.inside;
    const first = inner[from] ?? -1;
    if (first >= 0 && first === inner[to - 1]) return 'direct';
    for (let i = from; i < to; i++) if ((inner[i] ?? -1) >= 0) return 'mixed';
    return 'indirect';
  }

  protected lineEnd(at: number): number {
    let end = at;
    while (end < this.tokens.length && (this.tokens[end] as Token).line === (this.tokens[at] as Token).line) end++;
    return end;
  }
}
