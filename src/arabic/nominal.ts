/** Reports without a finite verb of their own: بحسب, على حد قوله, قوله, كما قال, and headlines. */
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import { Edges, OWN_WORDS } from './edges.ts';
import { overAdverbials, trimmed } from './insertions.ts';
import { openers } from './lexicon/connectives.ts';
import { complementisers, prepositions } from './lexicon/function-words.ts';
import { cueForms } from './lexicon/reporting.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import { subjectBefore } from './preceding.ts';
import type { Stretch } from './reading.ts';
import type { Token } from './tokens.ts';

export const ACCORDING = new Set([
  'بحسب',
  'حسب',
  'وفق',
  'وفقا',
  'طبقا',
  'وبحسب',
  'وحسب',
  'ووفق',
  'ووفقا',
  'وطبقا',
  'نقلا',
  'براي',
  'وبراي',
  'بنظر',
]);
/** Before a noun of writing or speech: جاء في البيان. */
const STANDS = /^[وف]?(?:جاء|جاءت|ورد|وردت|يرد|ترد)$/;
const SAYING = new Set([
  'قوله',
  'قولها',
  'قولهم',
  'بقوله',
  'بقولها',
  'بقولهم',
  'بالقول',
  'وقوله',
  'وقولها',
  'القول',
  'مقوله',
  'بالتاكيد',
  'التاكيد',
  'تاكيده',
  'تاكيدها',
  'باعلانه',
  'باعلانها',
]);

/** So many reports before one may have said the same. */
const NEAR = 16;

export class Nominal extends Edges {
  /** …، كما قال موقع ريد ستيت: the content is the clause before. */
  protected trailing(cue: Cue): Attribution | null {
    const before = this.word(cue.at - 1);
    const opening = before === 'ما' ? cue.at - 2 : before === '' ? cue.at : cue.at - 1;
    const subjectEnd = this.nounAt(cue.at + 1) ? this.nounPhrase(cue.at + 1) : cue.at + 1;
    if (complementisers.has(this.key(subjectEnd)) || complementisers.has(this.key(cue.at + 1))) return null;
    if (this.tokens[subjectEnd]?.kind === 'colon') return null;
    // …"، كما قال: the marks that have just closed.
    let mark = opening - 1;
    while (mark > 0 && this.tokens[mark]?.kind === 'comma') mark--;
    const pair = this.tokens[mark]?.kind === 'mark' ? this.layout.quoted[this.layout.inside[mark] ?? -1] : undefined;
    const content =
      pair && pair.close === mark && mark - pair.open > 3 ? this.clean(pair.open, mark) : this.clauseBefore(opening);
    if (!content) return null;
    return {
      cue: { from: opening, to: cue.at + 1 },
      content,
      source: trimmed(this, cue.at + 1, subjectEnd),
      gender: cue.form.gender,
      class: 'accord',
      lemma: cue.form.verb.lemma,
      kind: this.kindOf(content),
      by: 'trailing',
      elided: subjectEnd === cue.at + 1,
    };
  }

  /** Reporting nouns: بحسب, وفقا لـ, على حد قوله, قوله, في بيان. */
  protected nominal(at: number, found: readonly Attribution[]): Attribution | null {
    const here = this.word(at);
    if (here === '') return null;
    const covered = (content: Stretch, nests = false) =>
      found.slice(-NEAR).some(
        (other) =>
          // أعلن الوزير أن …، بحسب الوكالة: that he said it is what the agency tells.
          !(
            nests &&
            other.source !== null &&
            other.by !== 'accord' &&
            other.cue.from >= content.from &&
            other.cue.to <= content.to
          ) &&
          (Math.min(other.content.to, content.to) - Math.max(other.content.from, content.from) >
            0.6 * (content.to - content.from) ||
            // قال إن …، على حد قوله: the verb has told it.
            (other.cue.from >= content.from - 4 &&
              other.content.to >= content.to - 2 &&
              other.content.to <= content.to)),
      );
    if (ACCORDING.has(here)) {
      let start = at + 1;
      if (this.key(start) === 'ل' || this.key(start) === 'لـ' || this.key(start) === 'عن') start++;
      if (this.key(start) === 'ما' || this.key(start) === 'لما') return this.accordClause(at, start + 1, covered);
      if (OWN_WORDS.test(this.key(start))) {
        const content = this.clauseBefore(at);
        if (!content || content.to - content.from < 3 || covered(content)) return null;
        return {
          cue: { from: at, to: start + 1 },
          content,
          source: null,
          gender: this.key(start).endsWith('ها') ? 'f' : 'm',
          class: 'accord',
          lemma: null,
          kind: this.kindOf(content),
          by: 'accord',
          elided: true,
        };
      }
      const first = this.word(start);
      const clitic = first.startsWith('ل') && (here.endsWith('وفقا') || here.endsWith('طبقا'));
      if (!clitic && !this.nounAt(start)) return null;
      const name = this.nameFrom(start);
      const speaks =
        name !== null ||
        speakingNouns.has(first) ||
        speakingNouns.has(first.replace(/^ل+/, '')) ||
        speakingNouns.has(first.replace(/^لل/, 'ال')) ||
        offices.has(first.replace(/^ل/, '')) ||
        honorifics.has(first.replace(/^لل/, 'ال')) ||
        bodies.has(first.replace(/^ل/, '')) ||
        definiteBodies.has(first.replace(/^لل/, 'ال')) ||
        ['بيان', 'لبيان', 'تصريحات', 'لتصريحات', 'تعبير', 'قول', 'حديث', 'نتائج', 'لنتائج', 'استطلاعات'].includes(
          first,
        );
      // وحسب المعطيات الأولية، فإن: whatever it is, it is said to tell so.
      const initialOne = at === 0 || !this.sameSentence(at - 1, at);
      let opensWith = false;
      if (!speaks && initialOne)
        for (let i = start; i < start + 14 && this.sameSentence(i, at); i++)
          if (/^ف(?:ان(?:ه|ها)?|قد)$/.test(this.key(i))) opensWith = true;
      // ذكرت الصحيفة، نقلا عن مصادر، أن: where she has it from, not who says it.
      if (!(speaks || opensWith) || this.complementAfterComma(at)) return null;
      const end = this.nounPhrase(start);
      const source = trimmed(this, start, end);
      const initial = at === 0 || !this.sameSentence(at - 1, at) || /^و[بوحط]/.test(here);
      const content = initial ? this.clauseAfter(end, at) : this.clauseAround(at, end);
      if (!content || content.to - content.from < 3 || covered(content, true)) return null;
      return {
        cue: { from: at, to: at + 1 },
        content,
        source,
        gender: null,
        class: 'accord',
        lemma: null,
        kind: this.kindOf(content),
        by: 'accord',
        elided: false,
      };
    }
    if (here === 'علي' && this.key(at + 1) === 'حد' && this.key(at + 2) === 'ما')
      return this.accordClause(at, at + 3, covered);
    if (
      here === 'علي' &&
      this.key(at + 1) === 'حد' &&
      /^(?:قول|تعبير|وصف|زعم|تعبيره|قوله|وصفه|قولها|تعبيرها|وصفها)/.test(this.key(at + 2))
    ) {
      const own = /(?:ه|ها|هم)$/.test(this.key(at + 2));
      const content = this.clauseBefore(at);
      if (!content || covered(content)) return null;
      const end = own ? at + 3 : this.nounPhrase(at + 3);
      return {
        cue: { from: at, to: at + 3 },
        content,
        source: own ? null : trimmed(this, at + 3, end),
        gender: this.key(at + 2).endsWith('ها') ? 'f' : 'm',
        class: 'accord',
        lemma: null,
        kind: this.kindOf(content),
        by: 'accord',
        elided: own,
      };
    }
    if (STANDS.test(here) && this.key(at + 1) === 'في') return this.written(at, covered);
    if (SAYING.has(here)) {
      if (ACCORDING.has(this.word(at - 1))) return null;
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
        if (this.key(i) === 'عن' || this.key(i) === 'وعن' || (this.key(i) === 'الي' && this.relays(i))) {
          source = trimmed(this, i + 1, at);
          break;
        }
      }
      // رد الوزير على السؤال بالقول: the subject of the verb before.
      source ??= this.subjectOfVerb(at);
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
    return null;
  }

  /** بلغ عدد القتلى، وفقا للوزارة، ألف شخص: a few words before, between commas, are not yet the clause. */
  private clauseAround(at: number, end: number): Stretch | null {
    const before = this.clauseBefore(at);
    const inserted =
      this.tokens[at - 1]?.kind === 'comma' && this.tokens[end]?.kind === 'comma' && this.sameSentence(end, at);
    if (!before || !inserted || before.to - before.from > 7) return before;
    return this.clean(before.from, this.clauseEnd(at, end + 1));
  }

  private subjectOfVerb(at: number): Stretch | null {
    for (let i = at - 1; i > at - 18 && i >= 0 && this.sameSentence(i, at); i--) {
      const cue = this.cues[i];
      if (!cue || this.nameAt[i] !== -1 || cue.form.form === 'participle') continue;
      return this.speaksAt(i + 1)
        ? trimmed(this, i + 1, Math.min(this.nounPhrase(i + 1), at))
        : subjectBefore(this, cue);
    }
    return null;
  }

  /** نسب الموقع إلى فلان قوله */
  private relays(at: number): boolean {
    for (let i = at - 1; i > at - 14 && this.sameSentence(i, at); i--)
      if (this.cues[i]?.form.verb.lemma === 'نسب') return true;
    return false;
  }

  /** بحسب ما أعلنت الوزارة, وفق ما ذكره الوزير: the content stands before, or after where this begins the sentence. */
  private accordClause(
    at: number,
    verb: number,
    covered: (content: Stretch, nests?: boolean) => boolean,
  ): Attribution | null {
    const here = this.word(verb);
    const form = cueForms.get(here) ?? cueForms.get(here.replace(/(?:وه|وها|ه|ها)$/, ''));
    const told = /^(?:نشر|بث|بين|ورد|اذاع|تداول)(?:ت)?(?:ه|ها)?$/.test(here);
    if (!told && (!form || form.form === 'participle')) return null;
    let start = verb + 1;
    if (this.key(start) === 'به' || this.key(start) === 'عنه' || this.key(start) === 'اليه') start++;
    const end = this.nounAt(start) ? this.nounPhrase(start) : start;
    const initial = at === 0 || !this.sameSentence(at - 1, at) || /^و[بوحط]/.test(this.word(at));
    const content = initial
      ? this.clauseAfter(
          overAdverbials(this, end, () => false),
          at,
        )
      : this.clauseBefore(at);
    if (!content || content.to - content.from < 3 || covered(content, true)) return null;
    return {
      cue: { from: at, to: verb + 1 },
      content,
      source: trimmed(this, start, end),
      gender: form?.gender ?? null,
      class: 'accord',
      lemma: form?.verb.lemma ?? null,
      kind: this.kindOf(content),
      by: 'accord',
      elided: end === start,
    };
  }

  /** جاء في البيان أن …, كما ورد في التقرير: a text speaks. */
  private written(at: number, covered: (content: Stretch) => boolean): Attribution | null {
    const end = this.nounAt(at + 2) ? this.nounPhrase(at + 2) : at + 2;
    const source = trimmed(this, at + 2, end);
    const before = this.word(at - 1);
    const opens = /^[وف]/.test(this.word(at)) && !this.word(at).startsWith('ورد');
    if (!source || (before !== '' && this.sameSentence(at - 1, at) && !opens && !openers.has(before))) return null;
    const whole = (content: Stretch | null, kind?: 'direct'): Attribution | null =>
      content && {
        cue: { from: at, to: at + 2 },
        content,
        source,
        gender: null,
        class: 'say',
        lemma: this.word(at).includes('ر') ? 'ورد' : 'جاء',
        kind: kind ?? this.kindOf(content),
        by: 'saying',
        elided: false,
      };
    for (let i = end; i < end + 8 && this.sameSentence(i, at); i++) {
      const marks = this.opensAt(i);
      if (!marks && !complementisers.has(this.key(i)) && this.tokens[i]?.kind !== 'colon') {
        if (this.cues[i] && this.nameAt[i] === -1) return null;
        continue;
      }
      const from = marks ? i : i + 1;
      const { end: to, quoted } = this.contentEnd(at, from, 'clause');
      return whole(this.clean(from, to), quoted || this.tokens[i]?.kind === 'colon' ? 'direct' : undefined);
    }
    if (!/^(?:كما|حسبما|ما)$/.test(this.word(at - 1))) return null;
    const content = this.clauseBefore(at - (this.word(at - 1) === 'ما' ? 2 : 1));
    return content && content.to - content.from > 3 && !covered(content) ? whole(content) : null;
  }

  /** Paragraphs that go on with what was said: wholly in marks, or closing what the paragraph before left open. */
  protected continued(found: Attribution[]): void {
    const told = new Set(found.map(({ content }) => this.layout.inside[content.from] ?? -1));
    /** For the token of each cue, where what it reports begins. */
    const begins = new Map(found.map(({ cue, content }) => [cue.from, content.from]));
    const earliest = found[0]?.cue.from ?? this.tokens.length;
    this.layout.quoted.forEach((pair, index) => {
      const first = this.tokens[pair.open] as Token;
      const starts = pair.open > 0 && (this.tokens[pair.open - 1] as Token).line !== first.line;
      if (!starts || told.has(index) || pair.close - pair.open < 6) return;
      const rest = this.tokens[pair.close + 1];
      const ends = !rest || rest.line !== first.line || rest.kind === 'stop';
      if (!ends || earliest >= pair.open) return;
      const content = this.clean(pair.open, pair.close);
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

  /** «كيري: …» in the first lines: a speaker, a colon, what was said. */
  protected headlines(found: Attribution[]): void {
    for (let i = 1; i < this.tokens.length; i++) {
      const token = this.tokens[i] as Token;
      if (token.kind !== 'colon') continue;
      let from = i;
      while (
        from > 0 &&
        i - from < 11 &&
        (this.tokens[from - 1] as Token).line === token.line &&
        this.sameSentence(from - 1, i)
      )
        from--;
      const atLineStart = from === 0 || (this.tokens[from - 1] as Token).line !== token.line;
      if (!atLineStart || i - from > 9) continue;
      let plain = true;
      for (let k = from; k < i; k++) {
        const other = this.tokens[k] as Token;
        if (this.cues[k] && this.nameAt[k] === -1) plain = false;
        if (other.kind === 'comma' || other.kind === 'stop') plain = false;
        if (
          other.kind === 'word' &&
          other.key !== 'ل' &&
          prepositions.has(other.key) &&
          !this.names[this.nameAt[k] ?? -1]
        )
          plain = false;
      }
      const start = this.tokens[from]?.kind === 'mark' ? from + 1 : from;
      const name = this.nameFrom(start);
      const first = this.word(start);
      const speaks =
        (name !== null && name.type !== 'date' && name.type !== 'work') ||
        offices.has(first) ||
        offices.has(first.replace(/^ال/, '')) ||
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
      const marked = this.tokens[from]?.kind === 'mark' && this.tokens[i - 1]?.kind === 'mark';
      if (!speaks && !(early && (i - start === 1 || marked))) continue;
      if (/^المصدر$|^رابط$|^تحرير$/.test(first)) continue;
      const quote = this.opensAt(i + 1);
      const end = quote ? quote.close : early ? last : this.clauseEnd(i, i + 1);
      const content = this.clean(i + 1, end);
      // الحلبي لـ«الصباح»: to whom it was said is not who said it.
      let to = this.tokens[i - 1]?.kind === 'mark' ? i - 1 : i;
      for (let k = start + 1; k < to; k++)
        if (this.key(k) === 'ل' || (this.nameFrom(k)?.skip === 1 && this.key(k).startsWith('ل'))) to = k;
      const source = trimmed(this, start, to);
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
}
