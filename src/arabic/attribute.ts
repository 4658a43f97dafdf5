/** Who said what: from reporting words to quotations with their content, source and speaker. */
import type { QuotationKind, VerbClass } from '../core/quotation/quotation.ts';
import type { Cue } from './cues.ts';
import { plainVerbs } from './lexicon/verbs.ts';
import { adverbs, complementisers, prepositions, relatives, particles, startingWithBa, weekdays } from './lexicon/function-words.ts';
import type { Name } from './names.ts';
import { nisbas } from './vocabulary.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import { commonWords } from './lexicon/common.ts';
import type { Layout, Quoted } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Token indices, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Attribution {
  readonly cue: Stretch;
  readonly content: Stretch;
  readonly source: Stretch | null;
  readonly gender: 'm' | 'f' | null;
  readonly class: VerbClass;
  readonly lemma: string | null;
  readonly kind: QuotationKind;
  readonly by: string;
  /** The subject is to be found in the context. */
  readonly elided: boolean;
}

interface Frame {
  readonly kind: 'clause' | 'quote' | 'noun';
  /** First token of what was said. */
  readonly content: number;
  readonly subject: Stretch | null;
  /** Where the cue ends: with an adjacent preposition and complementiser. */
  readonly cueEnd: number;
}

const WINDOW = 45;
const BRINGS_NEWS = new Set(['كما', 'فيما', 'بينما', 'حيث', 'ثم', 'لكنه', 'لكنها', 'لكن', 'ولكنه', 'ولكنها', 'ولكن', 'وقد', 'وكان', 'وكانت', 'فقد', 'وكذلك', 'وحيث']);
const BEFORE_REPORTS = new Set(['كما', 'فيما', 'بينما', 'حيث', 'ثم', 'لكنه', 'لكنها', 'لكن', 'ولكنه', 'ولكنها', 'ولكن', 'اذ', 'وقد', 'قد', 'هو', 'هي', 'وهو', 'وهي', 'لا', 'ولا', 'كان', 'كانت', 'ما', 'وما', 'انه', 'انها', 'انهم']);
const TAILS = new Set(['وذلك', 'علما', 'يذكر', 'يشار', 'وكان', 'وكانت', 'جاء', 'وجاء', 'وياتي', 'وتاتي']);
const ACCORDING = new Set(['بحسب', 'حسب', 'وفق', 'وفقا', 'طبقا', 'وبحسب', 'وحسب', 'ووفق', 'ووفقا', 'وطبقا', 'نقلا']);
const TIME = new Set(['الاسبوع', 'الشهر', 'العام', 'السنه', 'اليوم', 'الليله', 'المساء', 'الصباح', 'الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت', 'الان', 'الساعه', 'الوقت']);
const SAYING = new Set(['قوله', 'قولها', 'قولهم', 'بقوله', 'بقولها', 'بقولهم', 'بالقول', 'وقوله', 'وقولها', 'القول', 'مقوله', 'بالتاكيد', 'التاكيد', 'تاكيده', 'تاكيدها', 'باعلانه', 'باعلانها']);

export class Attributor {
  private readonly nameAt: Int32Array;
  private readonly frames = new Map<number, Frame | null>();
  constructor(
    private readonly tokens: readonly Token[],
    private readonly layout: Layout,
    private readonly names: readonly Name[],
    private readonly cues: readonly (Cue | null)[],
  ) {
    this.nameAt = new Int32Array(tokens.length).fill(-1);
    names.forEach((name, index) => this.nameAt.fill(index, name.from, name.to));
  }

  run(): Attribution[] {
    const found: Attribution[] = [];
    this.headlines(found);
    for (let i = 0; i < this.tokens.length; i++) {
      const cue = this.cues[i];
      if (cue && this.finiteOrParticiple(cue)) {
        const attribution = this.attribute(cue);
        if (attribution) found.push(attribution);
      } else {
        const nominal = this.nominal(i, found);
        if (nominal) found.push(nominal);
      }
    }
    return this.sifted(found);
  }

  /** Without the reports that say nothing of their own: the same content twice, acts told in somebody's words, first persons. */
  private sifted(found: readonly Attribution[]): Attribution[] {
    return found.filter((one, index) => {
      for (let k = 0; k < found.length; k++) {
        const other = found[k] as Attribution;
        if (k === index) continue;
        const same = other.content.from === one.content.from && other.content.to === one.content.to;
        if (same && (other.cue.from < one.cue.from ? one.by !== 'noun' : other.by === 'noun')) return false;
        const within = one.cue.from >= other.content.from && one.cue.from < other.content.to;
        if (!within) continue;
        if (one.elided && one.by !== 'noun' && one.by !== 'participle' && this.cues[one.cue.from]?.skip === 0 && !this.startsRelative(one.cue.from)) return false;
        const spoken = other.kind === 'direct' && (this.layout.inside[one.cue.from] ?? -1) >= 0;
        if (spoken && one.by === 'noun' && this.cues[one.cue.from]) return false;
        if (this.word(one.cue.from - 1) === 'كان' && this.cues[one.cue.from]?.form.form === 'imperfect') return false;
      }
      return true;
    });
  }
  private startsRelative(at: number): boolean {
    return /^[وف]?(?:الذي|التي|الذين|ما)$/.test(this.word(at - 1));
  }

  private word(at: number): string {
    const token = this.tokens[at];
    return token?.kind === 'word' ? token.key : '';
  }
  private key(at: number): string {
    return this.tokens[at]?.key ?? '';
  }
  private sameSentence(a: number, b: number): boolean {
    return this.layout.sentence[a] === this.layout.sentence[b];
  }
  private opensAt(at: number): Quoted | null {
    const token = this.tokens[at];
    if (token?.kind !== 'mark') return null;
    const pair = this.layout.quoted[this.layout.inside[at] ?? -1];
    return pair && pair.open === at ? pair : null;
  }
  private nameFrom(at: number): Name | null {
    const name = this.names[this.nameAt[at] ?? -1];
    return name && name.from === at ? name : null;
  }
  private finiteOrParticiple(cue: Cue): boolean {
    return this.nameAt[cue.at] === -1 || cue.form.verb.caution === 0;
  }

  /** Whether the noun phrase can open at this token. */
  private nounAt(at: number): boolean {
    const here = this.word(at);
    if (here === '') return false;
    if (this.nameFrom(at)) return true;
    if (particles.has(here) || prepositions.has(here) || complementisers.has(here) || adverbs.has(here)) return false;
    if (this.cues[at] || plainVerbs.has(here)) return false;
    // لشبكة سي ان ان, بشكل: a prepositional phrase.
    if (/^[لب]/.test(here) && here.length > 3 && !(here.startsWith('ب') && startingWithBa.has(here)) && !this.nameFrom(at)) {
      const rest = here.slice(1);
      if (here.startsWith('ب') || rest.startsWith('ل') || bodies.has(rest) || offices.has(rest) || commonWords.has(rest) || speakingNouns.has(rest) || this.names.some((name) => name.from === at + 1)) return false;
    }
    return true;
  }
  /** As a noun phrase, or one that is pointed at: هذا البرنامج. */
  private contentAt(at: number): boolean {
    return /^(?:هذا|هذه|ذلك|تلك|هولاء|ما|كل|جميع|اي|عدم)$/.test(this.word(at)) || this.nounAt(at);
  }

  /** The end of the noun phrase that opens at a token; the token itself where none does. */
  private nounPhrase(from: number): number {
    let at = from;
    let definite = false;
    let count = 0;
    const first = this.word(from);
    const person = offices.has(first) || offices.has(first.replace(/^ال/, '')) || honorifics.has(first) || speakingNouns.has(first);
    while (at < this.tokens.length && count < 16) {
      if (at > from && (!this.sameSentence(at, from) || (this.tokens[at] as Token).line !== (this.tokens[from] as Token).line)) break;
      const name = this.nameFrom(at);
      if (name && (name.skip === 0 || at === from || /^[ول]/.test(this.key(at)))) {
        if (at > from && name.skip === 1 && this.key(at).startsWith('و') && definite && name.type !== 'person') {
          at = name.to;
          continue;
        }
        if (at > from && definite && name.type === 'person' && !person && !this.titleBefore(at)) break;
        at = name.to;
        definite = true;
        count++;
        // الولايات المتحدة | العنف: after a place or a body, an adjective at most.
        if (name.type !== 'person' && !person && /^ال/.test(this.word(at)) && !nisbas.has(this.word(at)) && !this.nameFrom(at)) break;
        if (name.type === 'person') {
          const next = this.appositionAfter(at);
          if (next > at) return next;
          // ستون وزير …: an office after the name.
          if (offices.has(this.word(at)) || honorifics.has(this.word(at))) {
            const end = this.nounPhrase(at);
            return end;
          }
          break;
        }
        continue;
      }
      const here = this.word(at);
      if (here === '') {
        // رئيس الوزراء الإسرائيلي، بنيامين نتنياهو،
        const next = this.nameFrom(at + 1);
        if (this.key(at) === '،' && person && definite && next?.type === 'person' && next.skip === 0) {
          at = next.to;
          if (this.key(at) === '،') at++;
          return at;
        }
        break;
      }
      if (person && prepositions.has(here) && at > from) {
        // متحدث باسم الوزارة; منسق السياسة الخارجية في الاتحاد الأوروبي جوزيب بوريل.
        const after = this.nounPhrase(at + 1);
        const name = this.nameFrom(after);
        if (after > at + 1 && (here === 'باسم' || (name?.type === 'person' && name.skip === 0))) {
          at = name?.type === 'person' ? name.to : after;
          definite = true;
          count++;
          continue;
        }
        break;
      }
      if (particles.has(here) || prepositions.has(here) || complementisers.has(here) || adverbs.has(here)) break;
      if (at > from && this.nameAt[at] === -1 && (this.cues[at] || plainVerbs.has(here) || plainVerbs.has(here.replace(/^[وف]/, '')))) break;
      const isDefinite = /^(?:ال|لل)/.test(here) || nisbas.has(here) || (at > from && /(?:ته|يه|ها|هم)$/.test(here) && here.length > 4 && !commonWords.has(here));
      if (isDefinite) {
        definite = true;
        at++;
        count++;
        continue;
      }
      if (/^وال/.test(here) && definite) {
        at++;
        count++;
        continue;
      }
      if (definite) {
        if (offices.has(here) || honorifics.has(here)) {
          at++;
          definite = false;
          count++;
          continue;
        }
        break;
      }
      if (at > from && !bodies.has(here) && !offices.has(here) && !commonWords.has(here) && count > 3) break;
      at++;
      count++;
    }
    return at;
  }

  private titleBefore(at: number): boolean {
    for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
      const here = this.word(i);
      if (offices.has(here) || offices.has(here.slice(1)) || honorifics.has(here) || offices.has(here.replace(/^ال/, ''))) return true;
      if (here === '') return false;
    }
    return false;
  }

  /** «كاي ايدي، مبعوث الأمم المتحدة السابق،»: after a name, a comma, an office and what belongs to it. */
  private appositionAfter(at: number): number {
    if (this.key(at) !== '،') return at;
    const next = this.word(at + 1);
    if (!(offices.has(next) || honorifics.has(next) || offices.has(next.replace(/^ال/, '')))) return at;
    for (let i = at + 2; i < this.tokens.length && i < at + 22; i++) {
      if (!this.sameSentence(i, at)) return i;
      if (this.key(i) === '،') return i + 1;
      if (complementisers.has(this.key(i)) || this.tokens[i]?.kind === 'colon' || this.tokens[i]?.kind === 'mark') return i;
    }
    return at;
  }

  /** Past adverbs, prepositional phrases and insertions that may stand before what was said. */
  private overAdverbials(from: number, stopAt: (at: number) => boolean): number {
    let at = from;
    for (let steps = 0; steps < 12; steps++) {
      const here = this.word(at);
      const before = at;
      if (stopAt(at)) return at;
      if (adverbs.has(here)) at++;
      else if (prepositions.has(here) || /^(?:لل|لصحيف|لوكال|لقنا|لشبك|بال)/.test(here) || (here.startsWith('ل') && this.nameFrom(at)?.skip === 1)) {
        at = this.nounPhrase(prepositions.has(here) ? at + 1 : at);
        if (at === before) at++;
        if (relatives.has(this.word(at))) at = this.overRelative(at);
      } else if (this.key(at) === '،' && at > from && !this.cueSoon(at + 1)) at++;
      else if (this.key(at) === '(') at = this.overBrackets(at);
      else if (this.tokens[at]?.kind === 'dash') at = this.overDashes(at);
      else if (this.tokens[at]?.kind === 'number') at++;
      else return at;
      if (at === before) return at;
    }
    return at;
  }
  private cueSoon(at: number): boolean {
    return Boolean(this.cues[at]) || Boolean(this.cues[at + 1]);
  }
  private overBrackets(at: number): number {
    for (let i = at + 1; i < Math.min(at + 30, this.tokens.length); i++) if (this.key(i) === ')') return i + 1;
    return at + 1;
  }
  private overDashes(at: number): number {
    for (let i = at + 1; i < Math.min(at + 30, this.tokens.length) && this.sameSentence(i, at); i++)
      if (this.tokens[i]?.kind === 'dash') return i + 1;
    return at;
  }
  private overRelative(at: number): number {
    for (let i = at + 1; i < Math.min(at + 30, this.tokens.length); i++) {
      if (!this.sameSentence(i, at)) return i;
      const token = this.tokens[i] as Token;
      if (token.kind === 'comma' || token.kind === 'colon' || token.kind === 'mark' || complementisers.has(token.key)) return i;
    }
    return at + 1;
  }

  /** What follows a reporting word, or null where nothing that it could report does. */
  private frame(cue: Cue): Frame | null {
    const known = this.frames.get(cue.at);
    if (known !== undefined) return known;
    const frame = this.readFrame(cue);
    this.frames.set(cue.at, frame);
    return frame;
  }

  private readFrame(cue: Cue): Frame | null {
    const { verb, form } = cue.form;
    const start = cue.at + 1;
    const participle = form === 'participle';
    // أضاف قائلا, تابع موضحا: the second one says nothing new.
    let from = start;
    // لفت الانتباه إلى, ألقى الضوء على.
    if (verb.lemma === 'لفت' && /^ال(?:انتباه|نظر|انظار)$/.test(this.key(from))) from++;
    const second = this.cues[from];
    let merged = false;
    if (second && second.form.form === 'participle' && second.skip === 0 && !participle) {
      from++;
      merged = true;
    }
    const prepositionsHere = merged && second ? [...verb.prepositions, ...second.form.verb.prepositions] : verb.prepositions;
    const takesQuote = verb.quote || merged;
    const takesClause = verb.clause || merged || verb.prepositions.length > 0;

    // A bare noun phrase: the subject first, then what was said of.
    let subjectEnd = from;
    // الولايات المتحدة أدانت العنف: the subject stands before, and what follows is what was said.
    const fronted = !participle && this.subjectBefore(cue) !== null;
    if (!participle && !fronted && this.nounAt(from)) subjectEnd = this.nounPhrase(from);
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

    if (verb.object && !merged) return this.objectFrame(cue, from, subjectEnd);

    for (let i = from; i < Math.min(this.tokens.length, from + WINDOW); i++) {
      const token = this.tokens[i] as Token;
      if (!this.sameSentence(i, cue.at) && !(token.kind === 'mark' && i === from)) {
        const headline = token.line !== (this.tokens[cue.at] as Token).line && this.tokens[i - 1]?.kind === 'word' && i - from < 14;
        if (!headline) break;
      }
      const quoted = this.opensAt(i);
      if (quoted) {
        const long = quoted.close - quoted.open > 4;
        const right = this.key(i - 1) === ':' || complementisers.has(this.key(i - 1)) || i === from;
        if (takesQuote && (long || right)) return { kind: 'quote', content: i, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: from };
        if (verb.clause && long && verb.caution < 2) return { kind: 'quote', content: i, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: from };
        i = quoted.closed ? quoted.close : i;
        continue;
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
        return { kind: 'quote', content: i + 1, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: i === from ? i + 1 : from };
      }
      if (token.kind === 'stop') break;
      if (token.kind !== 'word') continue;
      // سي ان ان is no complementiser.
      const name = this.names[this.nameAt[i] ?? -1];
      if (name && i > name.from && i < name.to && complementisers.has(token.key)) continue;
      if (complementisers.has(token.key)) {
        if (!takesClause && !verb.bare) break;
        const next = this.tokens[i + 1];
        const quote = this.opensAt(i + 1);
        void next;
        return {
          kind: quote ? 'quote' : 'clause',
          content: i + 1,
          subject: this.trimmed(from, Math.min(subjectEnd, i)),
          cueEnd: i === from ? i + 1 : from,
        };
      }
      const separate = prepositionsHere.includes(token.key) && i >= subjectEnd;
      if (separate) {
        const adjacent = i === from;
        const clause = complementisers.has(this.key(i + 1));
        // على هامش, في مؤتمر: not what the verb asks for.
        if (token.key === 'في' && verb.clause) continue;
        return {
          kind: clause ? (this.opensAt(i + 2) ? 'quote' : 'clause') : 'noun',
          content: clause ? i + 2 : i + 1,
          subject: this.trimmed(from, Math.min(subjectEnd, i)),
          cueEnd: adjacent ? (clause ? i + 2 : i + 1) : from,
        };
      }
      const attached =
        i >= subjectEnd &&
        ((prepositionsHere.includes('ب') && /^ب/.test(token.key) && token.key.length > 2 && !startingWithBa.has(token.key)) ||
          (prepositionsHere.includes('ل') && /^ل/.test(token.key) && token.key.length > 2 && this.nameFrom(i)?.type !== 'organization' && verb.class !== 'assert' && verb.class !== 'point'));
      if (attached && !(this.nameFrom(i) && this.nameFrom(i)?.skip === 0)) {
        return { kind: 'noun', content: i, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: from };
      }
      if (relatives.has(token.key) && i >= subjectEnd) {
        i = this.overRelative(i) - 1;
        continue;
      }
      if (verb.bare && i >= subjectEnd) {
        const at = this.overAdverbials(i, special);
        if (special(at)) {
          i = at - 1;
          continue;
        }
        if (this.sameSentence(at, cue.at) && this.contentAt(at) && this.tokens[at]?.kind === 'word') {
          const complement = verb.clause ? this.complementWithin(at, 4) : -1;
          if (complement >= 0) {
            i = complement - 1;
            continue;
          }
          return { kind: 'noun', content: at, subject: this.trimmed(from, subjectEnd), cueEnd: from };
        }
        // The only noun phrase there is: what was said, by a subject that is in the verb.
        if (verb.clause && this.complementAhead(at, cue.at)) continue;
        if (subjectEnd > from && !this.nounAt(at)) {
          if (this.nameFrom(from)?.type === 'person') break;
          return { kind: 'noun', content: from, subject: null, cueEnd: from };
        }
        break;
      }
      // Another finite verb of saying before anything was reported: this one reports nothing.
      const other = this.cues[i];
      if (other && i > from && other.form.form !== 'masdar' && this.nameAt[i] === -1 && !this.inRelative(from, i)) {
        if (other.form.verb.caution === 0 || i - from > 3) break;
      }
    }
    // قال شكري "…" at the end of a window: nothing found.
    return null;
  }

  /** A complementiser further on in the sentence, before any other report. */
  private complementAhead(from: number, cue: number): boolean {
    for (let i = from; i < Math.min(this.tokens.length, from + 25) && this.sameSentence(i, cue); i++) {
      if (complementisers.has(this.key(i))) return true;
      if (this.cues[i] && this.nameAt[i] === -1) return false;
    }
    return false;
  }

  private complementWithin(from: number, reach: number): number {
    for (let i = from; i < from + reach; i++) {
      const token = this.tokens[i];
      if (!token || token.kind !== 'word') return -1;
      if (prepositions.has(token.key)) return -1;
      if (complementisers.has(token.key)) return i;
    }
    return -1;
  }

  private inRelative(from: number, at: number): boolean {
    for (let i = at - 1; i >= from; i--) {
      if (relatives.has(this.key(i))) return true;
      if (this.tokens[i]?.kind === 'comma') return false;
    }
    return false;
  }

  /** وصف كيري العمليات بأنها …; اتهم الأطباء بأنهم …; دعا الكتل إلى …: the object is of the content. */
  private objectFrame(cue: Cue, from: number, subjectEnd: number): Frame | null {
    const { verb, form } = cue.form;
    if (cue.pronoun) {
      // وصفها بـ"الإرهابية": the content is what follows.
      for (let i = from; i < Math.min(this.tokens.length, from + 12) && this.sameSentence(i, cue.at); i++) {
        const here = this.key(i);
        if (complementisers.has(here)) return { kind: this.opensAt(i + 1) ? 'quote' : 'clause', content: i + 1, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: i === from ? i + 1 : from };
        if (here === 'ب' || here === 'بـ') return { kind: this.opensAt(i + 1) ? 'quote' : 'noun', content: i + 1, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: from };
        if (verb.prepositions.includes(here)) return { kind: 'noun', content: i + 1, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: i === from ? i + 1 : from };
        if (/^ب/.test(here) && !startingWithBa.has(here) && here.length > 2) return { kind: 'noun', content: i, subject: this.trimmed(from, Math.min(subjectEnd, i)), cueEnd: from };
      }
      return null;
    }
    // Is there a link (بـ, بأن, إلى, على) at all?
    let link = -1;
    for (let i = from; i < Math.min(this.tokens.length, from + 30) && this.sameSentence(i, cue.at); i++) {
      const here = this.key(i);
      if (complementisers.has(here) || verb.prepositions.includes(here) || here === 'ب' || (verb.prepositions.includes('ل') && /^لل/.test(here)) || (/^ب/.test(here) && here.length > 2 && !startingWithBa.has(here) && this.tokens[i]?.kind === 'word')) {
        link = i;
        break;
      }
      if (this.opensAt(i) && verb.class === 'opinion') {
        link = i;
        break;
      }
      if (this.cues[i] && i > from + 1 && this.nameAt[i] === -1) break;
    }
    if (link < 0) return null;
    if (form === 'participle') return { kind: 'noun', content: from, subject: null, cueEnd: from };
    // One noun phrase before the link: of an elided subject, its object; of an overt one, itself.
    const object = this.overAdverbials(subjectEnd, (at) => at >= link);
    if (verb.lemma === 'دعا' || verb.lemma === 'حثّ' || verb.lemma === 'ناشد' || verb.lemma === 'طالب') {
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
    if (object >= link) {
      if (this.nameFrom(from)?.type === 'person' && subjectEnd > from) {
        return { kind: 'noun', content: from, subject: null, cueEnd: from };
      }
      return { kind: 'noun', content: from, subject: null, cueEnd: from };
    }
    return { kind: 'noun', content: object, subject: this.trimmed(from, subjectEnd), cueEnd: from };
  }

  private trimmed(from: number, to: number): Stretch | null {
    let end = to;
    while (end > from && this.tokens[end - 1]?.kind !== 'word' && this.tokens[end - 1]?.kind !== 'number' && this.key(end - 1) !== ')') end--;
    return end > from ? { from, to: end } : null;
  }

  /** Where what was said ends: the index after its last token. */
  private contentEnd(cue: number, start: number, frame: Frame['kind']): { end: number; quoted: boolean; mixed: boolean } {
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
      if (!goesOn) return { end: opening.close, quoted: true, mixed: false };
      const rest = this.clauseEnd(cue, after);
      return { end: rest, quoted: false, mixed: true };
    }
    void frame;
    const end = this.clauseEnd(cue, start);
    let mixed = false;
    for (let i = start; i < end; i++) if (this.opensAt(i)) mixed = true;
    return { end, quoted: false, mixed };
  }

  private clauseEnd(cue: number, start: number): number {
    const outer = this.layout.inside[cue] ?? -1;
    const limit = outer >= 0 && this.layout.inside[start] === outer ? (this.layout.quoted[outer] as Quoted).close : this.tokens.length;
    for (let i = start; i < limit; i++) {
      if (i > start && !this.sameSentence(i, i - 1)) return i;
      if (i > start && this.endsBefore(i, cue)) return i;
      const quoted = this.opensAt(i);
      if (quoted) {
        const end = quoted.closed ? quoted.close : quoted.close - 1;
        if (!this.sameSentence(i, Math.min(end + 1, this.tokens.length - 1)) && end + 1 < this.tokens.length && this.tokens[end]?.kind === 'mark') {
          // The sentence ended inside the marks.
          if (this.tokens[end - 1]?.kind === 'stop' && this.layout.sentence[end + 1] !== this.layout.sentence[end]) return end + 1;
        }
        i = Math.min(end, limit - 1);
      }
    }
    return limit;
  }

  /** Whether something new begins at this token: another report, a trailing attribution, the reporter's own words. */
  private endsBefore(at: number, cue: number): boolean {
    const here = this.key(at);
    const before = this.key(at - 1);
    // في الداخل، والتي اعتبر أن …
    if (/^و(?:الذي|التي|الذين)$/.test(here) && this.cues[at + 1] && this.frame(this.cues[at + 1] as Cue)) return true;
    const afterComma = this.tokens[at - 1]?.kind === 'comma' || this.tokens[at - 1]?.kind === 'mark';
    const next = this.cues[at];
    if (next && at !== cue && this.nameAt[at] === -1) {
      if (next.form.form === 'participle' && next.skip === 0) {
        if (this.frame(next)) return true;
      } else if ((next.skip > 0 || afterComma || BRINGS_NEWS.has(before)) && next.form.form !== 'participle') {
        if (next.skip > 0 || afterComma || BRINGS_NEWS.has(before)) {
          const frame = this.frame(next);
          if (frame && (next.form.form === 'perfect' || frame.subject !== null || next.skip > 0)) return true;
        }
      } else if (next.form.form === 'participle' && next.skip === 1 && this.frame(next)) return true;
    }
    if (BRINGS_NEWS.has(here) && (afterComma || /^و/.test(here))) {
      for (let i = at + 1; i <= at + 2; i++) {
        const reported = this.cues[i];
        if (reported && this.frame(reported) && reported.form.form !== 'participle') return true;
      }
    }
    if (TAILS.has(here) && afterComma) return true;
    if ((here === 'بحسب' || here === 'حسب' || here === 'وفقا' || here === 'وفق' || here === 'طبقا' || here === 'حسبما' || here === 'نقلا') && (afterComma || here === 'بحسب' || here === 'حسبما'))
      return this.nounAt(at + 1) || here === 'حسبما';
    if (here === 'علي' && this.key(at + 1) === 'حد') return true;
    if (here === 'كما' && afterComma && this.cues[at + 1] !== null) return true;
    return false;
  }

  private attribute(cue: Cue): Attribution | null {
    const { verb, form, gender } = cue.form;
    // كما قال, حسبما ذكر: what was said stands before.
    const before = this.word(cue.at - 1);
    if (this.frame(cue) === null && (before === 'كما' || before === 'حسبما' || (before === 'ما' && ACCORDING.has(this.word(cue.at - 2)))) && verb.clause) {
      const trailing = this.trailing(cue);
      if (trailing) return trailing;
    }
    // بعد أن رفض العرض: something done, not something said.
    if (before === 'ان' && ['بعد', 'قبل', 'منذ', 'الي', 'دون'].includes(this.word(cue.at - 2))) return null;
    if (form === 'imperfect' && (before === 'كان' || before === 'كانت') && relatives.has(this.word(cue.at - 2).replace(/^و/, ''))) return null;
    const frame = this.frame(cue);
    if (!frame || frame.content >= this.tokens.length) return null;
    if (verb.caution === 2 && frame.kind === 'noun') return null;
    if (verb.caution >= 1 && frame.kind === 'noun' && form === 'imperfect' && frame.subject === null && cue.skip === 0 && !this.subjectBefore(cue)) return null;
    // بيّن and بين: between two things there is no clause.
    if (verb.lemma === 'بيّن' && form === 'perfect' && cue.at + 1 !== frame.content - 1 && frame.subject === null) return null;

    // خدمة تضيف ميزات, التي تستهدف اليمن وتعلن تأييدها: what a thing does, told in passing.
    const initial = cue.at === 0 || !this.sameSentence(cue.at - 1, cue.at) || this.tokens[cue.at - 1]?.kind !== 'word';
    if (form === 'imperfect' && !initial && frame.kind !== 'quote') {
      if (cue.skip > 0 && frame.kind === 'noun') return null;
      if (cue.skip === 0 && !BEFORE_REPORTS.has(before) && !relatives.has(before.replace(/^و/, '')) && !adverbs.has(before) && !this.subjectBefore(cue)) return null;
    }
    let source = frame.subject;
    let elided = false;
    if (form === 'participle') elided = true;
    else if (!source) {
      source = this.subjectBefore(cue);
      elided = source === null;
    } else if (this.looksLikeObject(source)) {
      source = null;
      elided = true;
    }
    let { end, quoted, mixed } = this.contentEnd(cue.at, frame.content, frame.kind);
    // ما وصفه بـ"قوة الإنترنت": the name that was given, no more.
    const named = before === 'ما' && cue.pronoun ? this.opensAt(frame.content) : null;
    if (named) [end, quoted, mixed] = [named.close, true, false];
    const content = this.clean(frame.content, end);
    if (!content) return null;
    return {
      cue: { from: cue.at, to: frame.cueEnd },
      content,
      source,
      gender: source ? null : gender,
      class: verb.class,
      lemma: verb.lemma,
      kind: quoted || (frame.kind === 'quote' && this.key(frame.content - 1) === ':') ? 'direct' : mixed ? 'mixed' : 'indirect',
      by: form === 'participle' ? 'participle' : frame.kind,
      elided,
    };
  }

  private looksLikeObject(_source: Stretch): boolean {
    return false;
  }

  private clean(from: number, to: number): Stretch | null {
    let [a, b] = [from, to];
    const edge = (at: number) => {
      const token = this.tokens[at];
      return token !== undefined && token.kind !== 'word' && token.kind !== 'number' && token.kind !== 'sign';
    };
    while (a < b && edge(a) && this.key(a) !== '(') a++;
    while (b > a && edge(b - 1) && this.key(b - 1) !== ')') b--;
    // A conjunction left over before the next report.
    while (b > a && ['كما', 'فيما', 'بينما', 'حيث', 'ثم', 'و', 'لكنه', 'لكن'].includes(this.key(b - 1))) {
      b--;
      while (b > a && edge(b - 1)) b--;
    }
    return b > a ? { from: a, to: b } : null;
  }

  /** The subject before a verb that has none after it: لكن مسؤولا قال إن; وكانت مصادر قد كشفت أن. */
  private subjectBefore(cue: Cue): Stretch | null {
    if (cue.skip > 0) return null;
    let end = cue.at;
    // والتي اعتبر أن: the subject is in the verb.
    if (/^[وف]?(?:الذي|التي|الذين)$/.test(this.key(end - 1))) return null;
    while (end > 0 && ['قد', 'كان', 'كانت', 'ايضا', 'وقد'].includes(this.key(end - 1)) && this.sameSentence(end - 1, cue.at)) {
      if (this.key(end - 1) === 'وقد') return null;
      end--;
    }
    let from = end;
    while (from > 0 && end - from < 18 && this.sameSentence(from - 1, cue.at)) {
      const token = this.tokens[from - 1] as Token;
      if (token.line !== (this.tokens[cue.at] as Token).line) break;
      if (token.kind === 'comma') {
        // وزير خارجيته، أفيغدور ليبرمان، يدعو
        const name = this.names[this.nameAt[from] ?? -1];
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
      if (['لكن', 'ولكن', 'بينما', 'فيما', 'الا', 'ان', 'وكان', 'وكانت', 'كان', 'كانت', 'حيث', 'وفيما', 'كما', 'بعدما', 'بعد', 'اذ', 'عندما', 'حين', 'غير', 'انه', 'انها', 'ما'].includes(token.key)) break;
      if (relatives.has(token.key)) {
        // الدراسات التي تم إعدادها تشير إلى: the noun phrase ends before the relative.
        end = from - 1;
        from--;
        continue;
      }
      if (this.cues[from - 1] && this.nameAt[from - 1] === -1) break;
      from--;
    }
    if (from >= end) return null;
    const first = this.word(from);
    if (TIME.has(first.replace(/^[وف]/, ''))) return null;
    if (first === '' || particles.has(first) || adverbs.has(first) || weekdays.has(first)) return null;
    if (prepositions.has(first) || /^(?:بال|لل)/.test(first)) return null;
    const bare = first.replace(/^[وف](?=.{2})/, '');
    const name = this.nameFrom(from);
    const noun =
      name !== null || /^ال/.test(bare) || offices.has(bare) || speakingNouns.has(bare) || bodies.has(bare) || definiteBodies.has(bare) || speakingNouns.has(bare.replace(/ا$/, ''));
    if (!noun) return null;
    if (name && name.type === 'date') return null;
    return this.trimmed(from, end);
  }

  /** …، كما قال موقع ريد ستيت: the content is the clause before. */
  private trailing(cue: Cue): Attribution | null {
    const opening = this.word(cue.at - 1) === 'ما' ? cue.at - 2 : cue.at - 1;
    const subjectEnd = this.nounAt(cue.at + 1) ? this.nounPhrase(cue.at + 1) : cue.at + 1;
    if (complementisers.has(this.key(subjectEnd)) || complementisers.has(this.key(cue.at + 1))) return null;
    if (this.tokens[subjectEnd]?.kind === 'colon') return null;
    // …"، كما قال: the marks that have just closed.
    let mark = opening - 1;
    while (mark > 0 && this.tokens[mark]?.kind === 'comma') mark--;
    const pair = this.tokens[mark]?.kind === 'mark' ? this.layout.quoted[this.layout.inside[mark] ?? -1] : undefined;
    const content = pair && pair.close === mark && mark - pair.open > 3 ? this.clean(pair.open, mark) : this.clauseBefore(opening);
    if (!content) return null;
    return {
      cue: { from: opening, to: cue.at + 1 },
      content,
      source: this.trimmed(cue.at + 1, subjectEnd),
      gender: cue.form.gender,
      class: 'accord',
      lemma: cue.form.verb.lemma,
      kind: this.kindOf(content),
      by: 'trailing',
      elided: subjectEnd === cue.at + 1,
    };
  }

  /** The clause that ends before a token: back to the sentence's start or to the last report in it. */
  private clauseBefore(at: number): Stretch | null {
    let from = at;
    while (from > 0 && this.sameSentence(from - 1, at) && (this.tokens[from - 1] as Token).line === (this.tokens[at] as Token).line) from--;
    return this.clean(from, at);
  }
  private kindOf({ from, to }: Stretch): QuotationKind {
    const inner = this.layout.inside;
    const first = inner[from] ?? -1;
    if (first >= 0 && first === inner[to - 1]) return 'direct';
    for (let i = from; i < to; i++) if ((inner[i] ?? -1) >= 0) return 'mixed';
    return 'indirect';
  }

  /** Reporting nouns: بحسب, وفقا لـ, على حد قوله, قوله, في بيان. */
  private nominal(at: number, found: readonly Attribution[]): Attribution | null {
    const here = this.word(at);
    if (here === '') return null;
    const covered = (content: Stretch) =>
      found.some((other) => Math.min(other.content.to, content.to) - Math.max(other.content.from, content.from) > 0.6 * (content.to - content.from));
    if (ACCORDING.has(here)) {
      let start = at + 1;
      if (this.key(start) === 'ل' || this.key(start) === 'لـ' || this.key(start) === 'عن') start++;
      if (this.key(start) === 'ما' || this.key(start) === 'لما') return null;
      const first = this.word(start);
      const clitic = /^ل/.test(first) && (here.endsWith('وفقا') || here.endsWith('طبقا'));
      if (!clitic && !this.nounAt(start)) return null;
      const name = this.nameFrom(start);
      const speaks = name !== null || speakingNouns.has(first) || speakingNouns.has(first.replace(/^ل+/, '')) || speakingNouns.has(first.replace(/^لل/, 'ال')) || offices.has(first.replace(/^ل/, '')) || honorifics.has(first.replace(/^لل/, 'ال')) || bodies.has(first.replace(/^ل/, '')) || definiteBodies.has(first.replace(/^لل/, 'ال')) || ['بيان', 'لبيان', 'تصريحات', 'لتصريحات', 'تعبير', 'قول', 'حديث', 'نتائج', 'لنتائج', 'استطلاعات'].includes(first);
      if (!speaks) return null;
      const end = this.nounPhrase(start);
      const source = this.trimmed(start, end);
      const initial = at === 0 || !this.sameSentence(at - 1, at) || /^و[بوحط]/.test(here);
      const content = initial ? this.clauseAfter(end, at) : this.clauseBefore(at);
      if (!content || content.to - content.from < 3 || covered(content)) return null;
      return { cue: { from: at, to: at + 1 }, content, source, gender: null, class: 'accord', lemma: null, kind: this.kindOf(content), by: 'accord', elided: false };
    }
    if (here === 'علي' && this.key(at + 1) === 'حد' && /^(?:قول|تعبير|وصف|زعم|تعبيره|قوله|وصفه|قولها|تعبيرها|وصفها)/.test(this.key(at + 2))) {
      const own = /(?:ه|ها|هم)$/.test(this.key(at + 2));
      const content = this.clauseBefore(at);
      if (!content || covered(content)) return null;
      const end = own ? at + 3 : this.nounPhrase(at + 3);
      return { cue: { from: at, to: at + 3 }, content, source: own ? null : this.trimmed(at + 3, end), gender: /ها$/.test(this.key(at + 2)) ? 'f' : 'm', class: 'accord', lemma: null, kind: this.kindOf(content), by: 'accord', elided: own };
    }
    if (SAYING.has(here)) {
      let next = at + 1;
      if (this.tokens[next]?.kind === 'comma') next++;
      const token = this.tokens[next];
      const quote = this.opensAt(next);
      const opens = token && (complementisers.has(token.key) || token.kind === 'colon' || quote);
      if (!opens) return null;
      const content = quote ? next : next + 1;
      const { end, quoted, mixed } = this.contentEnd(at, content, 'clause');
      const cleaned = this.clean(content, end);
      if (!cleaned) return null;
      // نقلت عن المسؤول قوله: the source stands between عن and قوله.
      let source: Stretch | null = null;
      for (let i = at - 1; i > Math.max(0, at - 22) && this.sameSentence(i, at); i--) {
        if (this.key(i) === 'عن' || this.key(i) === 'وعن') {
          source = this.trimmed(i + 1, at);
          break;
        }
      }
      return { cue: { from: at, to: next + (quote ? 0 : 1) }, content: cleaned, source, gender: /ها$/.test(here) ? 'f' : 'm', class: 'say', lemma: 'قال', kind: quoted ? 'direct' : mixed ? 'mixed' : 'indirect', by: 'noun', elided: source === null };
    }
    return null;
  }

  private clauseAfter(end: number, at: number): Stretch | null {
    let from = end;
    while (from < this.tokens.length && this.sameSentence(from, at) && this.tokens[from]?.kind === 'comma') from++;
    if (complementisers.has(this.key(from))) from++;
    return this.clean(from, this.clauseEnd(at, from));
  }

  /** «كيري: …» in the first lines: a speaker, a colon, what was said. */
  private headlines(found: Attribution[]): void {
    for (let i = 1; i < this.tokens.length; i++) {
      const token = this.tokens[i] as Token;
      if (token.kind !== 'colon') continue;
      let from = i;
      while (from > 0 && (this.tokens[from - 1] as Token).line === token.line && this.sameSentence(from - 1, i)) from--;
      const atLineStart = from === 0 || (this.tokens[from - 1] as Token).line !== token.line;
      if (!atLineStart || i - from > 9) continue;
      let plain = true;
      for (let k = from; k < i; k++) {
        const other = this.tokens[k] as Token;
        if (this.cues[k] && this.nameAt[k] === -1) plain = false;
        if (other.kind === 'comma' || other.kind === 'stop') plain = false;
        if (other.kind === 'word' && prepositions.has(other.key) && !this.names[this.nameAt[k] ?? -1]) plain = false;
      }
      const start = this.tokens[from]?.kind === 'mark' ? from + 1 : from;
      const name = this.nameFrom(start);
      const first = this.word(start);
      const speaks =
        (name !== null && name.type !== 'date' && name.type !== 'work') ||
        offices.has(first) ||
        honorifics.has(first) ||
        speakingNouns.has(first) ||
        bodies.has(first) ||
        definiteBodies.has(first);
      const last = this.lineEnd(i);
      const next = this.cues[i + 1];
      if (!plain || last - i < 3 || (next && next.form.form === 'perfect' && next.skip === 0)) continue;
      // In the body only what names a person is a speaker: المصدر: رويترز is not.
      const early = token.line === (this.tokens[0] as Token).line;
      if (!early && name?.type !== 'person' && !offices.has(first)) continue;
      if (!speaks && !(early && i - start === 1)) continue;
      if (/^المصدر$|^رابط$|^تحرير$/.test(first)) continue;
      const quote = this.opensAt(i + 1);
      const end = quote ? quote.close : early ? last : this.clauseEnd(i, i + 1);
      const content = this.clean(i + 1, end);
      const source = this.trimmed(start, this.tokens[i - 1]?.kind === 'mark' ? i - 1 : i);
      if (content && source) found.push({ cue: { from: i, to: i + 1 }, content, source, gender: null, class: 'mark', lemma: null, kind: 'direct', by: 'headline', elided: false });
    }
  }
  private lineEnd(at: number): number {
    let end = at;
    while (end < this.tokens.length && (this.tokens[end] as Token).line === (this.tokens[at] as Token).line) end++;
    return end;
  }
}
