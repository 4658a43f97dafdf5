/** Who said what: from reporting words to quotations with their content, source and speaker. */
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import { asSaid, beforeReports } from './lexicon/connectives.ts';
import { adverbs, complementisers, relatives } from './lexicon/function-words.ts';
import { ACCORDING, Nominal } from './nominal.ts';
import { subjectBefore } from './preceding.ts';
import type { Frame } from './report.ts';
import { isVerb } from './vocabulary.ts';

/** Passives that open a note of the reporter. */
const NOTES = new Set(['يذكر', 'ويذكر', 'يشار', 'ويشار', 'يلاحظ', 'ويلاحظ', 'يقال', 'ويقال', 'يتوقع', 'ويتوقع']);

/** Who tells what somebody else has said. */
const RELAYS = new Set(['نقل', 'نسب', 'أورد']);

/** Verbs of things as much as of people. */
const SHOWING = new Set(['أثبت', 'أظهر', 'دلّ', 'أوحى', 'برهن', 'قضى', 'أعاد']);

/** So many reports before and after one may stand around it. */
const NEIGHBOURS = 12;

/** What was said stands as a noun phrase, or its cue is a noun. */
const nounish = ({ by }: Attribution): boolean => by === 'noun' || by === 'saying';

export class Attributor extends Nominal {
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
    this.continued(found);
    return this.sifted(found);
  }

  /** Without the reports that say nothing of their own: the same content twice, acts told in somebody's words, first persons. */
  protected sifted(found: readonly Attribution[]): Attribution[] {
    // Contents that reach far are few: what stands around a cue is looked for among its neighbours only.
    const sorted = this.completed([...found].sort((a, b) => a.cue.from - b.cue.from));
    return sorted.filter((one, index) => {
      for (let k = Math.max(0, index - NEIGHBOURS); k < Math.min(sorted.length, index + NEIGHBOURS + 1); k++) {
        const other = sorted[k] as Attribution;
        if (k === index) continue;
        const same = other.content.from === one.content.from && other.content.to === one.content.to;
        // كرر الوزير رفض الحوار: the noun that it is told with is no verb.
        if (other.by === 'noun' && other.content.from === one.cue.from && one.cue.from > other.cue.from) return false;
        // برر القرار بقوله: …: told once, with its words.
        if (
          one.by === 'noun' &&
          other.by === 'saying' &&
          !RELAYS.has(one.lemma ?? '') &&
          other.cue.from > one.content.from &&
          other.cue.from < one.content.to
        )
          return false;
        if (same && (other.cue.from < one.cue.from ? !nounish(one) : nounish(other))) return false;
        const within = one.cue.from >= other.content.from && one.cue.from < other.content.to;
        if (!within) continue;
        if (
          one.elided &&
          !nounish(one) &&
          one.by !== 'participle' &&
          this.cues[one.cue.from]?.skip === 0 &&
          !this.startsRelative(one.cue.from)
        )
          return false;
        // برر القرار بقوله: …: told once, with its words.
        if (other.by === 'noun' && one.by === 'saying' && RELAYS.has(other.lemma ?? '')) continue;
        // بأنها ترحب بالقرار: the speaker's own act, told in the same words.
        const form = this.cues[one.cue.from]?.form.form;
        if (one.by === 'noun' && one.elided && form === 'imperfect' && complementisers.has(this.key(one.cue.from - 1)))
          return false;
        const spoken = other.kind === 'direct' && (this.layout.inside[one.cue.from] ?? -1) >= 0;
        if (spoken && nounish(one) && this.cues[one.cue.from]) return false;
        if (this.word(one.cue.from - 1) === 'كان' && this.cues[one.cue.from]?.form.form === 'imperfect') return false;
      }
      return true;
    });
  }

  /** برر الوزير القرار بقوله: …: the words have the subject of the verb before. */
  private completed(sorted: readonly Attribution[]): Attribution[] {
    return sorted.map((one, index) => {
      const before = sorted[index - 1];
      const told =
        one.by === 'saying' &&
        one.source === null &&
        before?.by === 'noun' &&
        one.cue.from > before.content.from &&
        one.cue.from < before.content.to;
      return told && before.source ? { ...one, source: before.source, elided: false } : one;
    });
  }

  protected startsRelative(at: number): boolean {
    return /^(?:[وف]?(?:الذي|التي|الذين)|[وفبكل]?ما|عما|مما)$/.test(this.word(at - 1));
  }

  protected finiteOrParticiple(cue: Cue): boolean {
    return this.nameAt[cue.at] === -1 || cue.form.verb.caution === 0;
  }

  protected attribute(cue: Cue): Attribution | null {
    const { verb, form, gender } = cue.form;
    // كما قال, حسبما ذكر: what was said stands before.
    const before = this.word(cue.at - 1);
    // قال وهو يشير إلى بيته: what he does while he says it.
    if (/^وه[وي]م?$/.test(before) && this.cues[cue.at - 2]) return null;
    // بحسب ما أعلنت الوزارة: told with بحسب.
    if (before === 'ما' && ACCORDING.has(this.word(cue.at - 2).replace(/^ل/, ''))) return null;
    if (
      this.frame(cue) === null &&
      ((asSaid.has(before) && this.tokens[cue.at - 2]?.kind !== 'dash') ||
        (before === 'ما' && this.word(cue.at - 2) === 'علي' && verb.class === 'say') ||
        this.aside(cue)) &&
      verb.clause
    ) {
      const trailing = this.trailing(cue);
      if (trailing) return trailing;
    }
    // «…»، قال فلان: the marks that have just closed say what was said.
    if (verb.quote && form !== 'participle' && this.closesBefore(cue.at) && !this.opensSoon(cue.at)) {
      const trailing = this.trailing(cue);
      if (trailing?.source && trailing.kind === 'direct' && (verb.caution < 2 || this.speaksIn(trailing.source)))
        return trailing;
    }
    // بعد أن رفض العرض: something done, not something said.
    const later =
      before === 'ان' && this.word(cue.at - 2) === 'قبل' && form === 'imperfect' && this.frame(cue)?.kind !== 'noun';
    if (
      !later &&
      before === 'ان' &&
      ['بعد', 'قبل', 'منذ', 'الي', 'دون'].includes(this.word(cue.at - 2).replace(/^[وف]/, ''))
    )
      return null;
    if (
      form === 'imperfect' &&
      (before === 'كان' || before === 'كانت') &&
      relatives.has(this.word(cue.at - 2).replace(/^و/, ''))
    )
      return null;
    // ويذكر أن, ويشار إلى أن: the reporter's own notes.
    if (NOTES.has(this.word(cue.at)) && this.impersonal(cue.at + 1) && this.firstReport(cue.at)) return null;
    const frame = this.frame(cue);
    if (!frame || frame.content >= this.tokens.length) return null;
    if (cue.skip > 0 && this.word(cue.at).startsWith('ل') && !this.goesOn(cue, frame.kind)) return null;
    // يشكرهم ويثمنها: another verb is no noun phrase.
    if (
      frame.kind === 'noun' &&
      /^و.{3}/.test(this.key(frame.content)) &&
      this.nameAt[frame.content] === -1 &&
      (isVerb(this.key(frame.content)) || this.cues[frame.content])
    )
      return null;
    if (verb.caution === 2 && frame.kind === 'noun' && verb.lemma !== 'نسب') return null;
    if (
      verb.caution >= 1 &&
      frame.kind === 'noun' &&
      form === 'imperfect' &&
      frame.subject === null &&
      cue.skip === 0 &&
      !subjectBefore(this, cue)
    )
      return null;
    // بيّن and بين: between two things there is no clause.
    if (verb.lemma === 'بيّن' && form === 'perfect' && cue.at + 1 !== frame.content - 1 && frame.subject === null)
      return null;

    // خدمة تضيف ميزات, التي تستهدف اليمن وتعلن تأييدها: what a thing does, told in passing.
    const initial = cue.at === 0 || !this.sameSentence(cue.at - 1, cue.at) || this.tokens[cue.at - 1]?.kind !== 'word';
    if (form === 'imperfect' && !initial && frame.kind !== 'quote') {
      if (cue.skip > 0 && frame.kind === 'noun' && !this.inPresent(cue.at)) return null;
      if (
        cue.skip === 0 &&
        !later &&
        // منظمات تقول إن: whoever they are, they say it.
        !(verb.class === 'say' && verb.caution === 0 && complementisers.has(this.key(cue.at + 1))) &&
        !beforeReports.has(before) &&
        !beforeReports.has(before.replace(/^و(?=بينما|فيما|حيث|كما)/, '')) &&
        !relatives.has(before.replace(/^و/, '')) &&
        !adverbs.has(before) &&
        !subjectBefore(this, cue)
      )
        return null;
    }
    let source = frame.subject;
    // وهي تقول: a pronoun names nobody.
    if (source && source.to === source.from + 1 && /^[وف]?(?:هو|هي|هم|هما|هن|انه|انها)$/.test(this.key(source.from)))
      source = null;
    let elided = false;
    if (form === 'participle') elided = true;
    else if (!source) {
      source = subjectBefore(this, cue);
      elided = source === null;
    }
    // يعتبر الرهان كبيرا: a passive, of nobody.
    if (
      frame.kind === 'noun' &&
      form === 'imperfect' &&
      (verb.class === 'opinion' || verb.class === 'say') &&
      frame.subject &&
      !this.speaksIn(frame.subject)
    )
      return null;
    // التجارب أثبتت أن: what shows something is a source only where somebody stands behind it.
    if (source && SHOWING.has(verb.lemma) && !this.speaksIn(source)) return null;
    let { end, quoted, mixed } = this.contentEnd(cue.at, frame.content, frame.kind);
    // ما وصفه بـ"قوة الإنترنت": the name that was given, no more.
    const named = before === 'ما' && cue.pronoun ? this.opensAt(frame.content) : null;
    if (named) [end, quoted, mixed] = [named.close, true, false];
    else if (before === 'ما' && cue.pronoun)
      for (let i = frame.content + 1; i < end; i++)
        if (relatives.has(this.key(i)) || this.tokens[i]?.kind === 'comma') end = i;
    const content = this.clean(frame.content, end);
    if (!content) return null;
    return {
      cue: { from: cue.at, to: frame.cueEnd },
      content,
      source,
      gender,
      class: verb.class,
      lemma: verb.lemma,
      kind:
        quoted || (frame.kind === 'quote' && this.key(frame.content - 1) === ':')
          ? 'direct'
          : mixed
            ? 'mixed'
            : 'indirect',
      by: form === 'participle' ? 'participle' : frame.kind,
      elided,
    };
  }

  /** ليضيف: "…", وعاد ليؤكد أن: the words go on; جاء القرار ليؤكد أن is a purpose. */
  private goesOn({ at, form }: Cue, kind: Frame['kind']): boolean {
    if (kind === 'noun') return false;
    if (kind === 'quote' || form.verb.class === 'say' || form.verb.class === 'continue') return true;
    for (let i = at - 1; i > at - 6 && this.sameSentence(i, at); i--)
      if (/^[وفث]?(?:عاد|عادت|عادوا|رجع|ختم)$/.test(this.word(i))) return true;
    return false;
  }

  /** الجامعة تندد بالهجوم وتطالب بتحقيق: a sentence told in the present. */
  private inPresent(at: number): boolean {
    for (let i = at - 1; i > at - 20 && i >= 0 && this.sameSentence(i, at); i--) {
      const cue = this.cues[i];
      if (cue && this.nameAt[i] === -1 && cue.form.form !== 'participle')
        return cue.form.form === 'imperfect' && this.frame(cue) !== null;
    }
    return false;
  }

  private firstReport(at: number): boolean {
    for (let i = at - 1; i >= 0 && i > at - 60 && this.sameSentence(i, at); i--)
      if (this.cues[i] && this.nameAt[i] === -1) return false;
    return subjectBefore(this, this.cues[at] as Cue) === null;
  }

  private impersonal(at: number): boolean {
    return complementisers.has(this.key(at)) || (this.key(at) === 'الي' && complementisers.has(this.key(at + 1)));
  }

  /** …، يقول الخبير،: a verb and its subject between commas, after what was said. */
  private aside(cue: Cue): boolean {
    const { verb, form } = cue.form;
    if (
      form === 'participle' ||
      cue.skip > 0 ||
      (verb.class !== 'say' && verb.class !== 'continue' && verb.class !== 'point')
    )
      return false;
    if (this.tokens[cue.at - 1]?.kind !== 'comma' || !this.sameSentence(cue.at - 1, cue.at)) return false;
    if (!this.speaksAt(cue.at + 1)) return false;
    const end = this.nounPhrase(cue.at + 1);
    return !this.sameSentence(end, cue.at) || /^(?:comma|stop)$/.test(this.tokens[end]?.kind ?? 'stop');
  }

  /** Whether a quotation in marks ends right before a token, a comma between them or not. */
  private closesBefore(at: number): boolean {
    let mark = at - 1;
    while (this.tokens[mark]?.kind === 'comma') mark--;
    const pair = this.tokens[mark]?.kind === 'mark' ? this.layout.quoted[this.layout.inside[mark] ?? -1] : undefined;
    return (
      pair !== undefined && pair.closed && pair.close === mark && mark - pair.open > 3 && this.sameSentence(mark, at)
    );
  }

  /** Whether what a verb reports follows its subject: أن, a colon. */
  private opensSoon(at: number): boolean {
    for (let i = at + 1; i < at + 9 && this.sameSentence(i, at); i++) {
      const token = this.tokens[i];
      if (!token || token.kind === 'comma' || token.kind === 'stop') return false;
      if (token.kind === 'colon' || complementisers.has(token.key)) return true;
    }
    return false;
  }
}
