/** Noun phrases: where one opens and ends, with its titles, its insertions and its name; and the subject before a verb. */
import type { Cue } from './cues.ts';
import {
  adverbs,
  complementisers,
  particles,
  prepositions,
  relatives,
  startingWithBa,
  weekdays,
} from './lexicon/function-words.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns, classWords } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import { isAdjective } from './lexicon/adjectives.ts';
import { Reading, type Stretch } from './reading.ts';
import type { Quoted } from './sentences.ts';
import type { Token } from './tokens.ts';
import { isEveryday, isFunction, isNoun, isVerb, nisbas } from './vocabulary.ts';

const TIME = new Set([
  'الاسبوع',
  'الشهر',
  'العام',
  'السنه',
  'اليوم',
  'الليله',
  'المساء',
  'الصباح',
  'الاحد',
  'الاثنين',
  'الثلاثاء',
  'الاربعاء',
  'الخميس',
  'الجمعه',
  'السبت',
  'الان',
  'الساعه',
  'الوقت',
]);

/** Prepositions that have their pronoun: في بيان لها | المجتمع. */
const WITH_PRONOUN = new Set([
  'له',
  'لها',
  'لهم',
  'لهما',
  'فيه',
  'فيها',
  'به',
  'بها',
  'بهم',
  'عنه',
  'عنها',
  'منه',
  'منها',
  'معه',
  'معها',
  'عليه',
  'عليها',
  'اليه',
  'اليها',
]);
/** People who tell something to an outlet: مصدر مسؤول | لهسبريس. */
const TELLERS = new Set([
  'مصدر',
  'مصادر',
  'المصدر',
  'المصادر',
  'مسوول',
  'مسوولون',
  'مسوولين',
  'المسوول',
  'شاهد',
  'شهود',
  'خبير',
  'خبراء',
  'محلل',
  'محللون',
  'ناشط',
  'ناشطون',
  'قيادي',
  'طبيب',
  'مواطن',
  'مواطنون',
]);
const AMOUNTS = new Set(['العديد', 'عدد', 'مجموعه', 'الكثير', 'كثير', 'عشرات', 'مئات', 'واحد', 'فريق', 'عديد', 'جانب']);
const VENUES = new Set([
  'بيان',
  'تصريح',
  'تصريحات',
  'كلمه',
  'حديث',
  'مقابله',
  'تقرير',
  'رساله',
  'تغريده',
  'موتمر',
  'خطاب',
  'بلاغ',
  'حوار',
  'تدوينه',
  'منشور',
  'مداخله',
  'اتصال',
]);
/** The same one as before: المتحدث ذاته. */
const SAME = new Set(['نفسه', 'نفسها', 'ذاته', 'ذاتها', 'عينه', 'عينها', 'انفسهم', 'المذكور', 'المذكوره']);

/** Who is asked to print or send what was said: لصحيفة, للوكالة, لقناة. */
const TO_MEDIUM = /^لل?(?:وكال[هت]|صحيف[هت]|جريد[هت]|قنا[هت]|شبك[هت]|موقع|اذاع[هت]|تلفزيون|راديو|مجل[هت])$/;
/** Outlets that need no such word before them, by their first words. */
const OUTLETS = new Set([
  'بي بي',
  'سي ان',
  'فرانس برس',
  'اسوشيتد برس',
  'سكاي نيوز',
  'روسيا اليوم',
  'هسبريس',
  'رويترز',
  'الاناضول',
  'الجزيره',
]);
/** What may belong to an outlet: مراسل لوكالة. */
const OF_OUTLETS = new Set(
  'مراسل مراسله مصور صحفي صحفيه صحافي صحافيه مندوب مندوبه كاتب تقرير تحقيق استطلاع تحليل خبر بيان موقع صحيفه وكاله قناه'.split(
    ' ',
  ),
);

export class Phrases extends Reading {
  /** For each token, the index of its name in `names`, or -1. */
  protected readonly nameAt: Int32Array;
  protected readonly names: readonly Name[];
  protected readonly cues: readonly (Cue | null)[];
  constructor({ tokens, layout }: Reading, names: readonly Name[], cues: readonly (Cue | null)[]) {
    super(tokens, layout);
    this.names = names;
    this.cues = cues;
    this.nameAt = new Int32Array(tokens.length).fill(-1);
    names.forEach((name, index) => this.nameAt.fill(index, name.from, name.to));
  }

  protected opensAt(at: number): Quoted | null {
    const token = this.tokens[at];
    if (token?.kind !== 'mark') return null;
    const pair = this.layout.quoted[this.layout.inside[at] ?? -1];
    return pair && pair.open === at ? pair : null;
  }

  protected nameFrom(at: number): Name | null {
    const name = this.names[this.nameAt[at] ?? -1];
    return name && name.from === at ? name : null;
  }

  /** Whether the noun phrase can open at this token. */
  protected nounAt(at: number): boolean {
    const here = this.word(at);
    if (here === '') return false;
    if (this.nameFrom(at)) return true;
    if (particles.has(here) || prepositions.has(here) || complementisers.has(here) || adverbs.has(here)) return false;
    if (this.cues[at] || isVerb(here)) return false;
    // لشبكة سي ان ان, بشكل: a prepositional phrase.
    if (
      /^[لب]/.test(here) &&
      here.length > 3 &&
      !(here.startsWith('ب') && startingWithBa.has(here)) &&
      !(here.startsWith('ل') && (bodies.has(here) || offices.has(here) || isNoun(here))) &&
      !this.nameFrom(at)
    ) {
      const rest = here.slice(1);
      if (
        here.startsWith('ب') ||
        rest.startsWith('ل') ||
        bodies.has(rest) ||
        offices.has(rest) ||
        isEveryday(rest) ||
        speakingNouns.has(rest) ||
        this.nameFrom(at + 1) !== null
      )
        return false;
    }
    return true;
  }

  /** As a noun phrase, or one that is pointed at: هذا البرنامج. */
  protected contentAt(at: number): boolean {
    return /^(?:هذا|هذه|ذلك|تلك|هولاء|ما|كل|جميع|اي|عدم)$/.test(this.word(at)) || this.nounAt(at);
  }

  /** The end of the noun phrase that opens at a token; the token itself where none does. */
  protected nounPhrase(from: number): number {
    let at = from;
    let definite = false;
    let count = 0;
    const first = this.word(from);
    // كل من الوزير والمدير
    if (first === 'كل' && this.key(from + 1) === 'من' && this.nounAt(from + 2)) {
      const end = this.nounPhrase(from + 2);
      return /^و.{3}/.test(this.word(end)) && this.opensSpeaker(end) ? this.nounPhrase(end) : end;
    }
    // العديد من النشطاء, عدد من السكان
    if (AMOUNTS.has(first) && this.key(from + 1) === 'من' && this.nounAt(from + 2)) return this.nounPhrase(from + 2);
    const person =
      !definiteBodies.has(first) &&
      (offices.has(first) ||
        offices.has(first.replace(/^ال/, '')) ||
        honorifics.has(first) ||
        speakingNouns.has(first));
    while (at < this.tokens.length && count < 16) {
      if (
        at > from &&
        (!this.sameSentence(at, from) || (this.tokens[at] as Token).line !== (this.tokens[from] as Token).line)
      )
        break;
      const name = this.nameFrom(at);
      if (
        name &&
        (name.skip === 0 ||
          at === from ||
          /^[ول]/.test(this.key(at)) ||
          (person && definite && this.key(at).startsWith('ب') && this.settled(name.to)))
      ) {
        if (at > from && name.skip === 1 && this.key(at).startsWith('و') && definite && name.type !== 'person') {
          at = name.to;
          continue;
        }
        // المعلمة نورة: a definite noun right before a person's name is her title.
        if (
          at > from &&
          definite &&
          name.type === 'person' &&
          !person &&
          !this.titleBefore(at) &&
          !(at === from + 1 && first.startsWith('ال') && !definiteBodies.has(first))
        )
          break;
        // تتهم السلطات الأفغانية | أجهزة …: another name is another's.
        if (
          at > from &&
          definite &&
          !person &&
          name.type !== 'person' &&
          this.nameAt[at - 1] !== -1 &&
          !this.key(at).startsWith('و')
        )
          break;
        if (
          at > from &&
          name.type === 'organization' &&
          this.key(at).startsWith('ل') &&
          name.skip === 1 &&
          TELLERS.has(first)
        )
          break;
        at = name.to;
        definite = true;
        count++;
        // الولايات المتحدة | العنف: after a place or a body, an adjective at most.
        if (
          name.type !== 'person' &&
          !person &&
          this.word(at).startsWith('ال') &&
          !nisbas.has(this.word(at)) &&
          !this.nameFrom(at)
        )
          break;
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
        const placed =
          (here === 'في' || here === 'لدي') &&
          after > at + 1 &&
          this.settled(after) &&
          (this.nameFrom(at + 1) !== null || bodies.has(this.word(at + 1)) || definiteBodies.has(this.word(at + 1)));
        if (placed) {
          at = after;
          definite = true;
          count++;
          continue;
        }
        if (after > at + 1 && (here === 'باسم' || (name?.type === 'person' && name.skip === 0))) {
          at = name?.type === 'person' ? name.to : after;
          definite = true;
          count++;
          continue;
        }
        break;
      }
      if (particles.has(here) || prepositions.has(here) || complementisers.has(here) || adverbs.has(here)) break;
      if (at > from && this.nameAt[at] === -1 && (this.cues[at] || isVerb(here))) break;
      const isDefinite =
        /^(?:ال|لل)/.test(here) ||
        nisbas.has(here) ||
        (at > from && !definite && /(?:ته|يه|ها|هم)$/.test(here) && here.length > 4 && !isEveryday(here));
      // الوزارة | المواطنين: after a definite noun only what agrees with it.
      if (isDefinite && at > from && /^و?ال/.test(first) && !this.agrees(first, here)) break;
      if (isDefinite) {
        definite = true;
        at++;
        count++;
        continue;
      }
      // المصدر ذاته, الوزير نفسه
      if (definite && SAME.has(here)) {
        at++;
        continue;
      }
      if (here.startsWith('وال') && definite) {
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
      // ناشطون | بفتح تحقيق, مصادر | لوكالة الأناضول
      if (at > from && /^ب.{3}/.test(here) && !startingWithBa.has(here) && isEveryday(here.slice(1))) break;
      if (at > from && TELLERS.has(first) && here.startsWith('ل') && classWords.has(here.slice(1))) break;
      if (at > from && !bodies.has(here) && !offices.has(here) && !isEveryday(here) && count > 3) break;
      at++;
      count++;
    }
    return at;
  }

  /** Whether a title may end here or go on to its holder: أستاذ القانون بجامعة دمشق | فلان / أن / ،. */
  private settled(at: number): boolean {
    const token = this.tokens[at];
    if (!token || token.kind === 'comma' || token.kind === 'colon' || token.kind === 'mark') return true;
    const name = this.nameFrom(at);
    return (
      complementisers.has(token.key) ||
      (name?.type === 'person' && name.skip === 0) ||
      honorifics.has(token.key) ||
      offices.has(token.key)
    );
  }

  /** Whether an adjective can be of a definite noun: الوزارة الجديدة, الوزير الجديد; not الوزارة المواطنين. */
  private agrees(noun: string, adjective: string): boolean {
    if (!adjective.startsWith('ال')) return true;
    if (noun.endsWith('ه')) return /[هيا]$/.test(adjective);
    const one = definiteBodies.has(noun) || offices.has(noun.replace(/^و?ال/, '')) || honorifics.has(noun);
    return !one || !/(?:ين|ات)$/.test(adjective) || noun.endsWith('ات');
  }

  /** Whether the words at a token can speak: a name, an office, a title, a body or a noun of people. */
  protected speaksAt(at: number): boolean {
    const first = this.word(at);
    const name = this.nameFrom(at);
    if (name) return name.skip === 0 && (name.type === 'person' || name.type === 'organization');
    return (
      first !== '' &&
      (offices.has(first) ||
        honorifics.has(first) ||
        speakingNouns.has(first) ||
        bodies.has(first) ||
        definiteBodies.has(first) ||
        (first.startsWith('ال') && offices.has(first.slice(2))))
    );
  }

  /** Whether a source is somebody, or a document: a name, an office, a body, دراسة. */
  protected speaksIn({ from, to }: Stretch): boolean {
    for (let at = from; at < Math.min(to, from + 3); at++) {
      if (this.nameAt[at] !== -1) return true;
      const here = this.word(at).replace(/^[وف](?=.{3})/, '');
      const bare = here.replace(/^ال/, '').replace(/(?:ات|ون|ين|ه)$/, '');
      for (const one of [here, bare, `${bare}ه`])
        if (
          speakingNouns.has(one) ||
          offices.has(one) ||
          honorifics.has(one) ||
          bodies.has(one) ||
          definiteBodies.has(one)
        )
          return true;
    }
    return false;
  }

  protected titleBefore(at: number): boolean {
    for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
      const here = this.word(i);
      if (
        offices.has(here) ||
        offices.has(here.slice(1)) ||
        honorifics.has(here) ||
        offices.has(here.replace(/^ال/, ''))
      )
        return true;
      if (here === '') return false;
    }
    return false;
  }

  /** «كاي ايدي، مبعوث الأمم المتحدة السابق،»: after a name, a comma, an office and what belongs to it. */
  protected appositionAfter(at: number): number {
    if (this.key(at) !== '،') return at;
    const next = this.word(at + 1);
    if (!(offices.has(next) || honorifics.has(next) || offices.has(next.replace(/^ال/, '')))) return at;
    for (let i = at + 2; i < this.tokens.length && i < at + 22; i++) {
      if (!this.sameSentence(i, at)) return i;
      if (this.key(i) === '،') return i + 1;
      if (complementisers.has(this.key(i)) || this.tokens[i]?.kind === 'colon' || this.tokens[i]?.kind === 'mark')
        return i;
    }
    return at;
  }

  /** Past adverbs, prepositional phrases and insertions that may stand before what was said. */
  protected overAdverbials(from: number, stopAt: (at: number) => boolean): number {
    let at = from;
    for (let steps = 0; steps < 12; steps++) {
      const here = this.word(at);
      const before = at;
      if (stopAt(at)) return at;
      if (adverbs.has(here) || WITH_PRONOUN.has(here)) at++;
      else if (/^(?:ل|لـ)$/.test(here) && this.opensAt(at + 1)?.closed) at = (this.opensAt(at + 1) as Quoted).close + 1;
      else if (
        prepositions.has(here) ||
        /^(?:لل|لصحيف|لوكال|لقنا|لشبك|بال)/.test(here) ||
        (here.startsWith('ل') && this.nameFrom(at)?.skip === 1)
      ) {
        // في بيان | مقتل ثلاثة: where it was said, and no more of what follows.
        if (here === 'في' && VENUES.has(this.word(at + 1))) {
          at += 2;
          while ((isAdjective(this.word(at)) || /^صحا?في$/.test(this.word(at))) && !this.word(at).startsWith('ال'))
            at++;
        } else at = this.nounPhrase(prepositions.has(here) ? at + 1 : at);
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

  protected cueSoon(at: number): boolean {
    return Boolean(this.cues[at]) || Boolean(this.cues[at + 1]);
  }

  protected overBrackets(at: number): number {
    for (let i = at + 1; i < Math.min(at + 30, this.tokens.length); i++) if (this.key(i) === ')') return i + 1;
    return at + 1;
  }

  protected overDashes(at: number): number {
    for (let i = at + 1; i < Math.min(at + 30, this.tokens.length) && this.sameSentence(i, at); i++)
      if (this.tokens[i]?.kind === 'dash') return i + 1;
    return at;
  }

  protected overRelative(at: number): number {
    for (let i = at + 1; i < Math.min(at + 30, this.tokens.length); i++) {
      if (!this.sameSentence(i, at)) return i;
      const token = this.tokens[i] as Token;
      const pair = this.opensAt(i);
      if (pair?.closed && pair.close - i < 8) {
        i = pair.close;
        continue;
      }
      if (token.kind === 'comma' || token.kind === 'colon' || token.kind === 'mark' || complementisers.has(token.key))
        return i;
    }
    return at + 1;
  }

  protected trimmed(from: number, to: number): Stretch | null {
    let end = to;
    // مصدر أمني لبي بي سي, شهود لوكالة الأناضول: to whom it was said. But مراسل لوكالة …, تقرير لصحيفة ….
    if (!OF_OUTLETS.has(this.word(from).replace(/^ال/, '')))
      for (let at = from + 1; at < to; at++) if (this.toOutlet(at)) end = Math.min(end, at);
    while (
      end > from &&
      this.tokens[end - 1]?.kind !== 'word' &&
      this.tokens[end - 1]?.kind !== 'number' &&
      this.key(end - 1) !== ')'
    )
      end--;
    return end > from ? { from, to: end } : null;
  }

  private toOutlet(at: number): boolean {
    const here = this.key(at);
    const name = here.slice(1);
    return (
      TO_MEDIUM.test(here) ||
      (here.startsWith('ل') && (OUTLETS.has(name) || OUTLETS.has(`${name} ${this.key(at + 1)}`)))
    );
  }

  /** Whether a subject may begin here at all: no particle and no preposition, a conjunction aside. */
  private opensSubject(at: number): boolean {
    const first = this.word(at);
    const bare = first.replace(/^[وف](?=.{2})/, '');
    return !(first === '' || (this.nameFrom(at) === null && (isFunction(first) || isFunction(bare) || isVerb(first))));
  }

  private opensSpeaker(at: number): boolean {
    const name = this.nameFrom(at);
    if (name) return name.type === 'person' || name.type === 'organization';
    const here = this.word(at).replace(/^و(?=.{3})/, '');
    const bare = here.replace(/^ال/, '');
    return [here, bare].some(
      (one) => offices.has(one) || honorifics.has(one) || speakingNouns.has(one) || definiteBodies.has(one),
    );
  }

  /** The subject before a verb that has none after it: لكن مسؤولا قال إن; وكانت مصادر قد كشفت أن. */
  protected subjectBefore(cue: Cue): Stretch | null {
    if (cue.skip > 0) return null;
    // …، يؤكد السكان أن: after a comma, the verb has its subject after it; بما وصفته: the subject is in the verb.
    if (this.tokens[cue.at - 1]?.kind === 'comma' && this.speaksAt(cue.at + 1)) return null;
    if (/^[بكل]?ما$/.test(this.key(cue.at - 1)) && cue.pronoun) return null;
    let end = cue.at;
    // والتي اعتبر أن: the subject is in the verb.
    if (/^[وف]?(?:الذي|التي|الذين)$/.test(this.key(end - 1))) return null;
    while (
      end > 0 &&
      ['قد', 'كان', 'كانت', 'ايضا', 'وقد'].includes(this.key(end - 1)) &&
      this.sameSentence(end - 1, cue.at)
    ) {
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
      if (
        [
          'لكن',
          'ولكن',
          'بينما',
          'فيما',
          'الا',
          'ان',
          'وكان',
          'وكانت',
          'كان',
          'كانت',
          'حيث',
          'وفيما',
          'كما',
          'بعدما',
          'بعد',
          'اذ',
          'عندما',
          'حين',
          'غير',
          'انه',
          'انها',
          'ما',
        ].includes(token.key)
      )
        break;
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
    // أصدر الاتحاد بيانا نفت فيه: the noun before is what the verb tells of.
    if (!this.opensSubject(from) && this.tokens[cue.at - 1]?.kind !== 'comma' && !this.tokens[cue.at - 1]?.tanwin) {
      // بين مقاتلي الحركة وآخرين يقولون: the nearest words that can speak and reach to the verb.
      for (let at = from + 1; at < end; at++)
        if (
          !prepositions.has(this.word(at - 1)) &&
          this.opensSpeaker(at) &&
          !this.governed(at) &&
          this.nounPhrase(at) >= end
        )
          return this.trimmed(at, end);
    }
    const first = this.word(from);
    if (TIME.has(first.replace(/^[وف]/, ''))) return null;
    if (first === '' || particles.has(first) || adverbs.has(first) || weekdays.has(first)) return null;
    if (prepositions.has(first) || /^(?:بال|لل)/.test(first)) return null;
    const bare = first.replace(/^[وف](?=.{2})/, '');
    const name = this.nameFrom(from);
    if (this.governed(from)) return null;
    // ولا, وقد: a particle with its conjunction.
    if (bare !== first && !name && (particles.has(bare) || prepositions.has(bare))) return null;
    const noun =
      name !== null ||
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
    return this.trimmed(from, end);
  }

  /** في تصريح لهسبريس، أوضح: a name with a preposition before it is to whom it was said, not who said it. */
  private governed(at: number): boolean {
    const name = this.nameFrom(at);
    return name !== null && name.skip > 0 && /^[بلك]/.test(this.key(at));
  }
}
