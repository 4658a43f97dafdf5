/**
 * The words that name who speaks, read once more when it is known where the content begins: long chains of titles, insertions,
 * appositions and names in marks after the verb; relatives, أما and particles before it.
 */
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import { adverbs, complementisers, particles, prepositions, relatives } from './lexicon/function-words.ts';
import { bodies, classWords, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import { ofMany } from './figures.ts';
import type { Name } from './names.ts';
import type { Reading, Stretch } from './reading.ts';
import { couldBeName, doubtfulNames, givenNames, isEveryday, isNamePart, isVerb, nisbas } from './vocabulary.ts';

/** Prepositions that a title goes on over: المتحدث باسم, مفاوض التغيير المناخي عن, رئيس الوفد إلى. */
const IN_TITLES = new Set(['في', 'باسم', 'لدي', 'عن', 'الي', 'علي', 'ل', 'ب', 'من']);
/** Where and how something was said, not who said it: في مؤتمر, في تصريح, في وقت. */
const VENUES =
  /^(?:ال|لل|ب|ل)?(?:موتمر|تصريح|تصريحات|حديث|حديثه|حديثها|حوار|حواره|مقابله|لقاء|لقاءه|بيان|كلمه|كلمته|كلمتها|اتصال|رساله|خطاب|خطابه|تغريده|تقرير|تقريره|مقال|مقاله|جلسه|ختام|وقت|مداخله|مداخلته|معرض|اطار|سياق|منشور|تدوينه|مستهل|اعقاب|ضوء|حين|اشاره|رد|رده|رسالته|بيانه|بيانها|افتتاح|اجتماع|ندوه|حفل|شهاده|شهادته|بدايه|نهايه|تعليق|تعليقه|ظل|موجز|ايجاز|احاطه|برنامج|حلقه)$|^(?:هذا|هذه|ذات|نفس|الشان)$/;
/** After the verb, no subject: واصل الحديث عن, تابع حديثه. */
const SPEECH = new Set(
  'الحديث حديثه حديثها كلامه كلامها القول قوله قولها الكلام تصريحاته تصريحاتها كلمته كلمتها الحوار الانتباه النظر الانظار الضوء'.split(
    ' ',
  ),
);
/** Between a verb and its subject: to whom, where. */
const TO_WHOM = new Set(['له', 'لها', 'لهم', 'لنا', 'لي', 'فيه', 'فيها', 'عنه', 'عنها', 'ايضا', 'كذلك']);
/** After these a noun is no subject. */
const GOVERNS = new Set(['في', 'من', 'الي', 'عن', 'علي', 'مع', 'ضد', 'بين', 'حول', 'خلال', 'بعد', 'قبل']);
/** Verbs with the one spoken to right after them. */
const TO_SOMEBODY = new Set(['أبلغ', 'أخبر', 'طمأن', 'نصح', 'سأل', 'حذّر', 'أنذر', 'هدّد', 'شكر', 'أعلم', 'ذكّر']);
/** Prepositions after which a name is another's: the deputy of, the lawyer of, the office of. */
const OF_ANOTHER = new Set([
  'باسم',
  'محامي',
  'محاميه',
  'والد',
  'والده',
  'شقيق',
  'شقيقه',
  'زوجه',
  'مكتب',
  'حمله',
  'فريق',
]);
const REACH = 34;

/** Whether a word can open a person's name, be it a word of every day too: سلمى. */
const canName = (word: string): boolean =>
  doubtfulNames.has(word) || givenNames.has(word) || isNamePart(word) || (couldBeName(word) && !isEveryday(word));

/** Reads the sources of reports once more, and names persons whom only their place tells. */
export class Subjects {
  /** Persons whom no list knew, named by where they stand: after their title, right before what they said. */
  private readonly named: Name[] = [];
  private readonly reading: Reading;
  private readonly names: readonly Name[];
  private readonly cues: readonly (Cue | null)[];
  private readonly nameAt: Int32Array;

  constructor(reading: Reading, names: readonly Name[], cues: readonly (Cue | null)[]) {
    this.reading = reading;
    this.names = names;
    this.cues = cues;
    this.nameAt = new Int32Array(reading.tokens.length).fill(-1);
    names.forEach((name, index) => this.nameAt.fill(index, name.from, name.to));
  }

  private nameFrom(at: number): Name | null {
    const name = this.names[this.nameAt[at] ?? -1];
    return name && name.from === at ? name : null;
  }

  /** All names, those whom only their place names among them, in text order. */
  withNamed(): readonly Name[] {
    if (this.named.length === 0) return this.names;
    // The same words may have been read for several reports.
    const fresh = new Map(this.named.map((name) => [name.from, name]));
    return [...this.names, ...fresh.values()].sort((a, b) => a.from - b.from);
  }

  /** The attribution with the source that its sentence gives it; itself where that is the one it has. */
  read(attribution: Attribution): Attribution {
    const { by, cue, source } = attribution;
    if (by === 'headline' || by === 'trailing') return attribution;
    if (by === 'saying' || by === 'accord') {
      const longer = source && this.extended(source.from, this.clauseEdge(source.to), source);
      return longer ? { ...attribution, source: longer } : attribution;
    }
    if (by === 'participle') return attribution;
    // بـ: no word.
    if (source && source.to === source.from + 1 && this.reading.word(source.from).length < 2)
      return { ...attribution, source: null, elided: true };
    const marked = this.marked(attribution);
    if (marked) return marked;
    const edge = this.edge(attribution);
    // واصل الحديث عن حياته: the verb's object, not its subject.
    if (source && source.from >= cue.from && SPEECH.has(this.reading.key(source.from)))
      return { ...attribution, source: null, elided: true };
    // أصدر فلان بيانا أكد فيه أن: the paper is no subject, whoever acts before is.
    const inIt = /^فيه(?:ا|ما|م)?$/.test(this.reading.word(cue.from + 1));
    if (inIt && (source === null || source.from < cue.from)) return { ...attribution, source: null, elided: true };
    if (source && source.from < cue.from) {
      // … ولكنه أكد: the subject is in the pronoun.
      const last = this.reading.word(source.to - 1);
      if (/^(?:[وف]?لكن|[وف]?ان|بان)(?:ه|ها|هم|هما)$/.test(last)) return { ...attribution, source: null, elided: true };
      // وتعقيبا على قرار المحكمة، أكد الأمين العام أن; مع نظيره، قال فلان إن: the verb has a subject of its own.
      const comma = source.to < cue.from && this.reading.tokens[cue.from - 1]?.kind === 'comma';
      const verb = this.cues[cue.from]?.form.verb;
      const told = by !== 'noun' && verb !== undefined && !verb.object && !TO_SOMEBODY.has(verb.lemma);
      const own = comma || told ? this.head(cue.from + 1, edge) : -1;
      const after = own >= 0 && this.personal(own) ? this.phrase(own, edge) : null;
      if (after && after.to <= edge) return { ...attribution, source: after, elided: false };
      // للاشتراك في التحالف، أشار إلى أن: what a preposition governs, before a comma, is no subject.
      const { word: before, maqsura } = {
        word: this.reading.word(source.from - 1),
        maqsura: this.reading.tokens[source.from - 1]?.maqsura,
      };
      if (comma && GOVERNS.has(before) && (before !== 'علي' || maqsura))
        return { ...attribution, source: null, elided: true };
      const longer = this.backward(source);
      return longer === source ? attribution : { ...attribution, source: longer };
    }
    const head = source?.from ?? this.head(cue.from + 1, edge);
    if (head >= 0) {
      const longer = this.extended(head, edge, source);
      if (longer) return { ...attribution, source: longer, elided: false };
    }
    if (source) return attribution;
    // نقل عن مسؤول أن: nobody is named who relayed it.
    if (
      this.cues[cue.from]?.form.verb.lemma === 'نقل' &&
      this.reading.word(cue.from + 1) === 'عن' &&
      this.heads(cue.from + 2)
    ) {
      const relayed = this.extended(cue.from + 2, edge, null);
      if (relayed) return { ...attribution, source: relayed, elided: false };
    }
    const before = this.before(attribution);
    return before ? { ...attribution, source: before, elided: false } : attribution;
  }

  /** أعلنت شركة «المنارة» استحواذها على: the name in marks is the body's, and what was said comes after. */
  private marked(attribution: Attribution): Attribution | null {
    const { by, cue, source, content } = attribution;
    if (by !== 'noun' || !source || source.from !== cue.from + 1 || source.to !== content.from) return null;
    const head = this.reading.word(source.from);
    if (source.to !== source.from + 1 || !(classWords.has(head) || bodies.has(head))) return null;
    const pair = this.reading.layout.quoted[this.reading.layout.inside[content.from] ?? -1];
    if (pair?.open !== content.from || !pair.closed || pair.close - pair.open > 9 || content.to < pair.close + 3)
      return null;
    const after = pair.close + 1;
    return { ...attribution, source: { from: source.from, to: after }, content: { from: after, to: content.to } };
  }

  /** العديد من المصادر غير الرسمية: what stands before an adjective and is of the same noun phrase. */
  private backward(source: Stretch): Stretch {
    const { reading } = this;
    let { from } = source;
    if (reading.word(from - 1) !== 'غير' || this.nameAt[from] !== -1) return source;
    from -= 2;
    if (from < 0 || !reading.word(from).startsWith('ال')) return source;
    if (
      reading.word(from - 1) === 'من' &&
      /^(?:ال)?(?:عديد|كثير|عدد|بعض|مجموعه|عشرات|ميات|الاف)$/.test(reading.word(from - 2))
    )
      from -= 2;
    return { from, to: source.to };
  }

  /** Whether a person's name or title, or a word for people, opens here. */
  private personal(at: number): boolean {
    const word = this.reading.word(at);
    return (
      this.nameFrom(at)?.type === 'person' ||
      offices.has(word) ||
      honorifics.has(word) ||
      (word.startsWith('ال') && offices.has(word.slice(2)))
    );
  }

  /** Where what was said, with its complementiser and its preposition, begins. */
  private edge({ cue, content }: Attribution): number {
    let edge = content.from;
    while (edge > cue.from + 1) {
      const token = this.reading.tokens[edge - 1];
      if (!token) break;
      const opens =
        (token.kind === 'mark' && this.opening(edge - 1)) ||
        token.kind === 'colon' ||
        token.kind === 'comma' ||
        complementisers.has(token.key);
      if (!opens && !(prepositions.has(token.key) && edge > cue.from + 2)) break;
      edge--;
    }
    return edge;
  }

  private opening(at: number): boolean {
    return this.reading.layout.quoted[this.reading.layout.inside[at] ?? -1]?.close !== at;
  }

  /** For a source that nothing follows but the end of its clause. */
  private clauseEdge(at: number): number {
    const { reading } = this;
    let edge = at;
    while (edge < at + 16 && reading.tokens[edge] && reading.sameSentence(edge, at - 1)) {
      const token = reading.tokens[edge];
      if (token?.kind === 'comma' || token?.kind === 'stop' || token?.kind === 'colon') break;
      if (complementisers.has(reading.key(edge)) || /^(?:قوله|قولها|قولهم)$/.test(reading.key(edge))) break;
      edge++;
    }
    return edge;
  }

  /** Whether a word may head a subject: of persons, of bodies, or a definite noun. */
  private heads(at: number): boolean {
    const word = this.reading.word(at);
    const name = this.nameFrom(at);
    if (name) return name.skip === 0 && name.type !== 'date' && name.type !== 'work' && name.type !== 'event';
    if (word === '' || this.nameAt[at] !== -1) return false;
    if (offices.has(word) || honorifics.has(word) || speakingNouns.has(word) || bodies.has(word)) return true;
    if (definiteBodies.has(word) || nisbas.has(word) || classWords.has(word)) return true;
    if (ofMany(word) && !isVerb(word) && !this.cues[at]) return true;
    return /^ال.{3}/.test(word) && !adverbs.has(word) && !particles.has(word) && !SPEECH.has(word) && !isVerb(word);
  }

  /** Right after the verb, or after to whom it was said: where a subject that was not seen begins; -1 for none. */
  private head(from: number, edge: number): number {
    let at = from;
    for (; at < edge; at++) {
      if (TO_WHOM.has(this.reading.word(at))) continue;
      // في هذا الصدد, في الوقت نفسه.
      if (this.reading.word(at) !== 'في' || !/^(?:هذا|هذه|ذات|نفس)$/.test(this.reading.word(at + 1))) break;
      at += 2;
    }
    return at < edge && this.heads(at) ? at : -1;
  }

  /** A person's title from its first word to the name that it leads to, before an edge; null where it leads to none beyond what is known. */
  private extended(head: number, edge: number, known: Stretch | null): Stretch | null {
    const { reading } = this;
    const first = reading.word(head).replace(/^[لب](?=ال|لل)|^ل(?=ل)/, '');
    const plain = known ? reading.word(head).replace(/^(?:[لب]|لل)/, '') : first;
    const name = this.nameFrom(head);
    const personal =
      offices.has(first) ||
      offices.has(first.replace(/^ال/, '')) ||
      offices.has(plain) ||
      honorifics.has(first) ||
      honorifics.has(`ال${plain}`) ||
      speakingNouns.has(first) ||
      nisbas.has(first) ||
      first.startsWith('كبير') ||
      (first.startsWith('ال') && !definiteBodies.has(first) && !bodies.has(first.slice(2)));
    if (name?.type === 'person') return known ? null : { from: head, to: name.to };
    if (name && !known) return { from: head, to: name.to };
    const stranger = name ? head : this.stranger(head, edge);
    if (stranger > head) {
      this.named.push({ from: head, to: stranger, skip: 0, type: 'person', by: 'cue' });
      return { from: head, to: stranger };
    }
    const held = personal ? this.holder(head, edge) : null;
    if (held !== null && (!known || held > known.to)) return { from: head, to: held };
    // مؤسس «المنارة», صحيفة «المنارة».
    const pair =
      known && reading.tokens[known.to]?.kind === 'mark'
        ? reading.layout.quoted[reading.layout.inside[known.to] ?? -1]
        : undefined;
    if (
      known &&
      pair?.open === known.to &&
      pair.closed &&
      pair.close - pair.open < 10 &&
      pair.close < edge &&
      (personal || classWords.has(first) || bodies.has(first))
    )
      return { from: head, to: pair.close + 1 };
    if (known) return null;
    // لجنة التحكيم, البيان: the noun and what is definite after it.
    let to = head + 1;
    // صحيفة المنارة.
    const called = this.nameFrom(to);
    if (called?.type === 'organization' && called.skip === 0 && called.to <= edge) to = called.to;
    while (to < edge && /^(?:ال|لل|باسم$)/.test(reading.word(to)) && !this.cues[to] && !adverbs.has(reading.word(to)))
      to++;
    return { from: head, to };
  }

  /** The end of the name that a title leads to, or null. */
  private holder(head: number, edge: number): number | null {
    const { reading } = this;
    let last: number | null = null;
    let at = head;
    while (at < edge && at < head + REACH) {
      const name = this.nameFrom(at);
      if (name?.type === 'person' && (name.skip === 0 || at === head)) {
        if (OF_ANOTHER.has(reading.key(at - 1)) || (reading.key(at - 2) === 'باسم' && at - 2 >= head)) return null;
        last = name.to;
        at = name.to;
        // جامعة الملك عبد العزيز الدكتور فلان: the last one holds it.
        if (at < edge && honorifics.has(reading.word(at)) && this.titled(at, edge)) continue;
        // مدرب غزلان الهضبة فلان: one word that was taken for a name, and then a whole one.
        if (name.to - name.from === 1) {
          let next = at;
          while (next < edge && reading.word(next).startsWith('ال') && this.nameAt[next] === -1) next++;
          const whole = this.nameFrom(next);
          if (next > at && next < edge && whole?.type === 'person' && whole.to - whole.from > 1 && whole.skip === 0)
            return whole.to;
        }
        break;
      }
      if (name) {
        at = name.to;
        continue;
      }
      const word = reading.word(at);
      if (word === '') {
        const next = this.over(at, edge);
        if (next <= at) break;
        at = next;
        continue;
      }
      // كبير الباحثين الذين قاموا بالدراسة، سيث بولاك.
      if (relatives.has(word)) {
        let comma = at;
        while (comma < edge && reading.tokens[comma]?.kind !== 'comma') comma++;
        if (comma >= edge || this.nameFrom(comma + 1)?.type !== 'person') break;
        at = comma + 1;
        continue;
      }
      if (at > head) {
        if (prepositions.has(word) && (!IN_TITLES.has(word) || VENUES.test(reading.word(at + 1)))) break;
        if (!prepositions.has(word) && (particles.has(word) || adverbs.has(word) || VENUES.test(word))) break;
        if ((this.cues[at] || isVerb(word)) && !word.startsWith('ال') && !isEveryday(word)) break;
        // الدكتور علي الموسى | أن: whoever stands between a title and what was said.
        const before = reading.word(at - 1);
        const titled =
          offices.has(reading.word(head)) && (nisbas.has(before) || before.startsWith('ال')) && canName(word);
        if (this.honours(at - 1) || (titled && !word.startsWith('ال') && !isEveryday(word))) {
          const end = this.unlisted(at, edge);
          if (end > at) {
            this.named.push({ from: at, to: end, skip: 0, type: 'person', by: 'title' });
            return end;
          }
        }
      }
      at++;
    }
    return last;
  }

  /** Whether a word stands right before a person's name: الدكتور, القاص, المحامي. */
  private honours(at: number): boolean {
    const word = this.reading.word(at);
    return honorifics.has(word) || (word.startsWith('ال') && offices.has(word.slice(2)));
  }

  /** Whether titles and then a person's name follow. */
  private titled(from: number, edge: number): boolean {
    let at = from;
    while (at < edge && (honorifics.has(this.reading.word(at)) || offices.has(this.reading.word(at)))) at++;
    return at < edge && (this.nameFrom(at)?.type === 'person' || this.unlisted(at, edge) > at);
  }

  /** Past a sign within a title: a comma before the name, a body's name in marks, an insertion. */
  private over(at: number, edge: number): number {
    const { reading } = this;
    const token = reading.tokens[at];
    const next = reading.word(at + 1);
    if (token?.kind === 'comma') {
      const goes =
        this.nameFrom(at + 1)?.type === 'person' ||
        honorifics.has(next) ||
        offices.has(next) ||
        offices.has(next.replace(/^ال/, '')) ||
        nisbas.has(next);
      return goes ? at + 1 : at;
    }
    if (token?.kind === 'mark') {
      const pair = reading.layout.quoted[reading.layout.inside[at] ?? -1];
      return pair && pair.open === at && pair.closed && pair.close - at < 8 && pair.close < edge ? pair.close + 1 : at;
    }
    if (token?.kind === 'dash' || token?.key === '(') {
      const close = token.kind === 'dash' ? 'dash' : ')';
      for (let i = at + 1; i < edge && i < at + 30; i++)
        if (reading.tokens[i]?.kind === close || reading.key(i) === close) return i + 1;
    }
    return at;
  }

  /** «كتب اريك اريكسون رئيس تحرير …»: the end of two or three words that can only be a name, before an office; the start where they are none. */
  private stranger(at: number, edge: number): number {
    const { reading } = this;
    let to = at;
    while (to < edge && to - at < 3 && this.nameAt[to] === -1 && couldBeName(reading.word(to))) {
      const word = reading.word(to);
      if (/^[وبلف]?ال/.test(word) && to === at) return at;
      if (to > at && (!reading.joined(to) || offices.has(word) || bodies.has(word) || honorifics.has(word))) break;
      to++;
    }
    if (this.between(at, edge)) return edge;
    const next = reading.tokens[to]?.kind === 'comma' ? reading.word(to + 1) : reading.word(to);
    return to - at >= 2 && (offices.has(next) || honorifics.has(next)) ? to : at;
  }

  /** «قالت ليلى الحداد إن …»: two or three words between a verb and what was said, the last of them a family's name. */
  private between(at: number, edge: number): boolean {
    const { reading } = this;
    const first = reading.word(at);
    if (edge - at < 2 || edge - at > 3 || !this.cues[at - 1] || /^[وبلف]?ال/.test(first)) return false;
    if (offices.has(first) || bodies.has(first) || speakingNouns.has(first) || classWords.has(first) || ofMany(first))
      return false;
    for (let i = at; i < edge; i++)
      if (
        this.nameAt[i] !== -1 ||
        reading.word(i) === '' ||
        prepositions.has(reading.word(i)) ||
        particles.has(reading.word(i))
      )
        return false;
    const last = reading.word(edge - 1);
    return isNamePart(last) && !nisbas.has(last) && !adverbs.has(last) && complementisers.has(reading.key(edge));
  }

  /** The end of two or three words that nobody knows, between a title and what was said; the start where they are none. */
  private unlisted(at: number, edge: number): number {
    const { reading } = this;
    let to = at;
    while (to < edge && to - at < 4 && this.nameAt[to] === -1 && reading.word(to) !== '' && reading.joined(to)) {
      const word = reading.word(to);
      if (prepositions.has(word) && !(word === 'علي' && to === at && !reading.tokens[to]?.maqsura)) break;
      if (to === at && (word.startsWith('ال') || honorifics.has(word) || bodies.has(word) || nisbas.has(word))) {
        // تركي العسيري: a given name that is a nationality too, before a name with the article.
        if (!(nisbas.has(word) && reading.word(to + 1).startsWith('ال') && !word.startsWith('ال'))) return at;
      }
      if (to > at && offices.has(word)) break;
      to++;
    }
    const closed = to === edge || ['comma', 'colon', 'mark'].includes(reading.tokens[to]?.kind ?? '');
    const first = reading.word(at);
    return closed && to - at >= 2 && (first === 'علي' || isNamePart(first) || couldBeName(first) || nisbas.has(first))
      ? to
      : at;
  }

  /** The subject before its verb, where it was not seen: الذي قال, أما فلان، فقال. */
  private before({ cue, gender }: Attribution): Stretch | null {
    const { reading } = this;
    let at = cue.from;
    while (/^(?:قد|فقد|كان|كانت|ايضا|لا|لم|سبق)$/.test(reading.word(at - 1)) && reading.sameSentence(at - 1, cue.from))
      at--;
    const attached = this.cues[cue.from]?.skip ?? 0;
    if (attached === 0 && /^[وف]?(?:الذي|التي|الذين)$/.test(reading.word(at - 1))) {
      const feminine = reading.word(at - 1).endsWith('التي');
      if (gender === null || feminine || gender === 'm') return this.antecedent(at - 1);
    }
    // أما القاص فلان، فيقول: the one who is set against the others.
    if (reading.word(at).startsWith('ف') || reading.word(at - 1) === 'فقد' || attached > 0) return this.setApart(at);
    // وكان وزراء الخارجية العرب قد حذروا.
    if (/^[وف]?قد$/.test(reading.word(at)) && attached === 0) {
      for (let i = at - 1; i > at - 14 && reading.sameSentence(i, at); i--) {
        if (!/^[وف]?كانت?$/.test(reading.word(i))) continue;
        return this.heads(i + 1) ? { from: i + 1, to: at } : null;
      }
    }
    const end = reading.tokens[at - 1]?.kind === 'comma' ? at - 1 : at;
    const name = this.names[this.nameAt[end - 1] ?? -1];
    if (!name || name.to !== end || (name.type !== 'person' && name.type !== 'organization') || name.skip > 0)
      return null;
    const opens = reading.word(name.from - 1);
    const particle = /^(?:ان|لكن|ولكن|لان|بينما|فيما|كما|كان|كانت|وكان|وكانت|حيث|اذ)$/.test(opens);
    return particle ? { from: name.from, to: end } : null;
  }

  /** The noun phrase right after the last verb before a token, in its sentence and outside marks: who acts there. */
  actorBefore(at: number): Stretch | null {
    const { reading } = this;
    for (let i = at - 1; i >= Math.max(0, at - 40) && reading.sameSentence(i, at); i--) {
      const word = reading.word(i);
      if (word === '' || this.nameAt[i] !== -1 || (reading.layout.inside[i] ?? -1) >= 0) continue;
      const turn = /^(?:جهت|جانب|بدور)(?:ه|ها|هم)$/.test(reading.word(i - 1)) && !word.startsWith('ال');
      if (!(turn || this.cues[i] || isVerb(word)) || prepositions.has(word) || this.cues[i]?.form.form === 'participle')
        continue;
      const phrase = this.phrase(i + 1, at);
      if (phrase) return phrase;
    }
    return null;
  }

  /** Behind a document: بيان صدر عن الوزارة, كلمة بعث بها فلان, ورقة أعدها فلان. */
  issuer(from: number): Stretch | null {
    const { reading } = this;
    for (let i = from; i < from + 8 && reading.sameSentence(i, from); i++) {
      const word = reading.word(i);
      if (complementisers.has(word) || this.cues[i]?.form.verb.clause) return null;
      let at = -1;
      if (/^(?:صدر|صدرت|صادر|صادره|الصادر|الصادره)$/.test(word) && reading.word(i + 1) === 'عن') at = i + 2;
      else if (/^(?:بعث|بعثت|ارسل|ادلي|ادلت|القي|تقدم|تقدمت)$/.test(word) && /^بها?$/.test(reading.word(i + 1)))
        at = i + 2;
      else if (
        /^(?:اعد|اعدت|اصدر|اصدرت|القا|القت|نشر|نشرت|اجر|اجرا|اجرت|كتب|كتبت|وجه|وجهت|وزع|وزعت|تلا|تلت)(?:ها|ه)$/.test(
          word,
        )
      )
        at = i + 1;
      if (at >= 0) return this.phrase(at, at + 20);
    }
    return null;
  }

  /** Whom a noun phrase names that opens at a token: a person with titles, a body, several people; null for any other. */
  phrase(at: number, edge: number): Stretch | null {
    const { reading } = this;
    const word = reading.word(at);
    const name = this.nameFrom(at);
    const human =
      name !== null ||
      offices.has(word) ||
      honorifics.has(word) ||
      offices.has(word.replace(/^ال/, '')) ||
      bodies.has(word) ||
      definiteBodies.has(word) ||
      classWords.has(word) ||
      nisbas.has(word) ||
      ofMany(word) ||
      (/^(?:اكبر|ابرز|كبير|احد|احدي)$/.test(word) && offices.has(reading.word(at + 1)));
    if (!human || !(this.heads(at) || /^(?:اكبر|ابرز|كبير|احد|احدي)$/.test(word))) return null;
    let reach = at + 1;
    while (
      reach < edge &&
      reach < at + 24 &&
      reading.sameSentence(reach, at) &&
      !complementisers.has(reading.key(reach))
    )
      reach++;
    const whole = this.extended(at, reach, null);
    if (!whole) return null;
    // صحيفة «المنارة».
    const pair =
      reading.tokens[whole.to]?.kind === 'mark'
        ? reading.layout.quoted[reading.layout.inside[whole.to] ?? -1]
        : undefined;
    if ((classWords.has(word) || bodies.has(word)) && pair?.closed && pair.close - pair.open < 10)
      return { from: at, to: pair.close + 1 };
    return whole;
  }

  /** The noun phrase that a relative pronoun is of. */
  private antecedent(relative: number): Stretch | null {
    const { reading } = this;
    const end = reading.tokens[relative - 1]?.kind === 'comma' ? relative - 1 : relative;
    const name = this.names[this.nameAt[end - 1] ?? -1];
    if (name && name.to === end)
      return name.type === 'date' || name.type === 'event' ? null : { from: name.from, to: end };
    let from = end;
    while (from > 0 && end - from < 8 && reading.sameSentence(from - 1, end - 1)) {
      const inner = this.names[this.nameAt[from - 1] ?? -1];
      const word = reading.word(from - 1);
      if (word === '') break;
      if (inner) {
        from = inner.from;
        continue;
      }
      const definite = /^(?:ال|لل)/.test(word) || nisbas.has(word);
      if (definite) {
        from--;
        continue;
      }
      if (
        /^(?:بعض|احد|احدي|ممثل|ممثله)$/.test(word) ||
        offices.has(word) ||
        bodies.has(word) ||
        speakingNouns.has(word)
      )
        from--;
      break;
    }
    return from < end ? { from, to: end } : null;
  }

  /** أما X، … ف: X, up to its comma or its relative. */
  private setApart(at: number): Stretch | null {
    const { reading } = this;
    let start = at;
    while (
      start > 0 &&
      at - start < 30 &&
      reading.sameSentence(start - 1, at) &&
      !/^[وف]?اما$/.test(reading.word(start))
    )
      start--;
    if (!/^[وف]?اما$/.test(reading.word(start)) || !this.heads(start + 1)) return null;
    let edge = start + 1;
    while (edge < at && reading.tokens[edge]?.kind !== 'comma' && !relatives.has(reading.word(edge))) edge++;
    const held = this.holder(start + 1, edge);
    return { from: start + 1, to: held ?? edge };
  }
}
