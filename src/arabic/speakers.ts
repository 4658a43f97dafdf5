/** Who the sources are: one speaker for all the ways an article names them, and the speaker that a verb alone means. */
import type { EntityType } from '../core/article/article.ts';
import type { Attribution } from './attribution.ts';
import { wordSet } from './characters.ts';
import { type Cue, cueOf } from './cues.ts';
import { actorBefore, issuerOf, peoplePhrase } from './actors.ts';
import { bare, type Figure, type Figures, ofMany, unjoined } from './figures.ts';
import { prepositions } from './lexicon/function-words.ts';
import type { Holders } from './holders.ts';
import { bodies, classWords, definiteBodies, honorifics, offices } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import type { Reading, Stretch } from './reading.ts';
import { type Asked, type Observe, Turns } from './turns.ts';
import { couldBeName, isEveryday, isVerb, nisbas } from './vocabulary.ts';

/** How a speaker was found: a key of the reasons that the reader is told (lexicon/reasons.ts). */
export type Way =
  | 'named'
  | 'title'
  | 'pronoun'
  | 'body'
  | 'document'
  | 'described'
  | 'governing'
  | 'current'
  | 'joint'
  | 'nobody';

/** Who said something, as far as can be told. */
export interface Spoken {
  readonly figure: Figure | null;
  readonly way: Way;
  /** How sure the speaker is beside others who may be meant, from 0 to 1. */
  readonly share: number;
}

const DOCUMENTS = wordSet(`
دراسة تقرير بيان استطلاع بحث تعميم وثيقة رسالة مسح ورقة دراسات تقارير بيانات استطلاعات أبحاث وثائق معلومات أنباء أخبار أرقام إحصاءات إحصائيات نتائج`);
const EMPTY = new Set(['ذاته', 'ذاتها', 'نفسه', 'نفسها', 'المذكور', 'السابق', 'السابقه', 'الحالي', 'اعلاه']);
const KIN = /^(?:محامي|محاميه|والد|والده|شقيق|شقيقه|زوجه|ابن|ابنه|متحدث|ناطق|فريق|حمله|مكتب|وكيل)$/;
/** So many reports before one may stand around it. */
const NEIGHBOURS = 12;
/** Not the subject: a name after one of these. */
const BEFORE_OTHERS = new Set(['في', 'من', 'الي', 'عن', 'علي', 'مع', 'بين', 'ضد', 'حول', 'باسم', 'لدي']);
/** Meant by these, where nothing more is said: whoever spoke last. */
const ANAPHORS = wordSet('متحدث متحدثة مسؤول مسؤولة مصدر ناطق ناطقة مسئول');
/** Issued by whoever speaks in it. */
const ISSUED = wordSet('بيان رسالة بلاغ نداء');
/** Behind these stands whoever issued, held or wrote them. */
const PAPERS = wordSet(
  'بيان رسالة بلاغ كلمة ورقة دراسة تقرير وثيقة خطاب تصريح تصريحات مذكرة تغريدة مقال بحث تعميم برقية بيانات تقارير أرقام إحصاءات نتائج معلومات دراسات',
);
/** Callings that a text takes up for somebody it has named without one. */
const CALLED = wordSet(`
كاتب كاتبة صحفي صحفية صحافي صحافية باحث باحثة خبير خبيرة محلل محللة إعلامي إعلامية فنان فنانة مدرب لاعب لاعبة نجم نجمة مخرج مخرجة ممثل ممثلة روائي روائية شاعر شاعرة
ناشط ناشطة طبيب طبيبة محامي محامية أكاديمي أكاديمية مهاجم حارس مفكر مؤرخ ناقد ناقدة سياسي سيناتور نائب نائبة مغني مغنية مطرب مطربة شيخ داعية سيدة أستاذ أستاذة دكتور دكتورة`);
/** Offices that a mere calling does not stand for. */
const RANKED = wordSet('وزير وزيرة رئيس رئيسة ملك ملكة أمير أميرة سفير سفيرة جنرال لواء عميد');

interface Inside {
  readonly name: Name;
  readonly figure: Figure;
}

/** Whether a calling and a figure are of one gender, as far as is known. */
const agrees = (role: string, figure: Figure): boolean =>
  figure.gender === null || (figure.gender === 'f') === (role.endsWith('ه') && role !== 'داعيه');

/** Finds the figure behind each source, and behind each verb that names none. */
export class Speakers {
  private readonly turns: Turns;
  /** Bodies that only a class word and their marks make, by the class word. */
  private readonly classes = new Map<string, Figure>();
  /** Bodies by the head of their name, in text order. */
  private readonly bodies = new Map<string, Name[]>();
  /** دراسة … نشرها معهد ليبنيز: what the document says, the body behind it says. */
  private readonly behind = new Map<string, Stretch>();
  private readonly starts: number[] = [];
  private readonly text: string;
  private readonly reading: Reading;
  private readonly names: readonly Name[];
  private readonly figures: Figures;
  private readonly holders: Holders;

  constructor(
    text: string,
    reading: Reading,
    names: readonly Name[],
    figures: Figures,
    holders: Holders,
    observe?: Observe,
  ) {
    this.turns = new Turns(observe);
    this.holders = holders;
    this.text = text;
    this.reading = reading;
    this.names = names;
    this.figures = figures;
    const { tokens, layout } = reading;
    for (let i = tokens.length - 1; i >= 0; i--) this.starts[layout.sentence[i] as number] = i;
    this.findBodies();
    for (const name of names) if (name.type === 'organization') this.findDocument(name);
  }

  /** The index of the first name that does not end before a token. */
  private nameAt(at: number): number {
    let [low, high] = [0, this.names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.names[middle] as Name).to <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private findBodies(): void {
    const { tokens } = this.reading;
    let next = 0;
    for (let i = 0; i < tokens.length; i++) {
      while ((this.names[next]?.to ?? Infinity) <= i) next++;
      const name = this.names[next];
      if (name && name.from === i && name.type === 'organization') {
        if (name.to - name.from > 1) this.remember(name);
        this.rememberClass(name);
      }
      if (tokens[i]?.kind === 'word' && !(name && name.from <= i)) {
        // لجنة التحكيم: no name, but a body that may be meant by its head alone.
        const plain = unjoined(this.reading.key(i));
        if (!bodies.has(plain)) continue;
        let to = i + 1;
        while (to < i + 4 && /^(?:ال|لل)/.test(this.reading.word(to)) && !definiteBodies.has(this.reading.word(to)))
          to++;
        if (to > i + 1)
          this.remember({
            from: i,
            to,
            skip: this.reading.key(i).length - plain.length,
            type: 'organization',
            by: 'head',
          });
      }
    }
  }
  /** صحيفة المنارة: meant by الصحيفة later. */
  private rememberClass(name: Name): void {
    const at = this.reading.tokens[name.from - 1]?.kind === 'mark' ? name.from - 2 : name.from - 1;
    const word = unjoined(this.reading.word(at));
    if (!classWords.has(word)) return;
    const same = this.bodies.get(word);
    if (same) same.push(name);
    else this.bodies.set(word, [name]);
  }
  private remember(name: Name): void {
    const head = bare(this.figures.words(name)[0] as string);
    const same = this.bodies.get(head);
    if (same) same.push(name);
    else this.bodies.set(head, [name]);
  }
  private findDocument(name: Name): void {
    // دراسة حديثة لمعهد النوارس: a document of a body.
    if (name.skip > 0 && this.reading.key(name.from)[name.skip - 1] === 'ل') {
      for (let i = name.from - 1; i >= Math.max(0, name.from - 2); i--) {
        const word = bare(unjoined(this.reading.key(i)));
        if (DOCUMENTS.has(word)) this.behind.set(word, { from: name.from, to: name.to });
      }
      return;
    }
    const made = this.reading.key(name.from - 1);
    if (!/^(?:نشر|اجر|اعد|اصدر|انجز|كتب|وضع)ت?(?:ها|ه)$|^(?:اجرا|اجرت|اعدت)(?:ها|ه)$/.test(made)) return;
    for (let i = name.from - 2; i >= Math.max(0, name.from - 9); i--) {
      const word = bare(this.reading.key(i).replace(/^و(?=ال)/, ''));
      if (DOCUMENTS.has(word)) {
        this.behind.set(word, { from: name.from, to: name.to });
        return;
      }
    }
  }

  private describe({ from, to }: Stretch): string {
    return this.text.slice(this.reading.tokens[from]?.start ?? 0, this.reading.tokens[to - 1]?.end ?? 0);
  }
  private met(figure: Figure, at: number, way: Way): Spoken {
    figure.last = at;
    return { figure, way, share: 1 };
  }

  /** The person of a source among those that it names: the holder of its titles. */
  private holder(source: Stretch, inside: readonly Inside[], head: string): Figure | null {
    const persons = inside.filter(({ name }) => name.type === 'person');
    const person = persons[0];
    if (!person) return null;
    const first = inside[0];
    const bodyFirst =
      bodies.has(head) ||
      (first?.name.from === source.from && first.name.type !== 'person' && first.name.type !== 'group');
    if (bodyFirst && person.name.from > source.from + 2) return null;
    // محامي موراي, شقيقة جاكسون: another person than the one named, unless the name is the last one.
    if (KIN.test(head) && persons.length === 1 && this.kinOf(source.from, person.name.from)) return null;
    // المتحدثة باسم أشتون.
    const before = this.reading.word(person.name.from - 1);
    if (before === 'باسم' || (honorifics.has(before) && this.reading.word(person.name.from - 2) === 'باسم'))
      return null;
    // جامعة الملك عبد العزيز الدكتور فلان: right after a body's name, a person gives it its name.
    const inBody = inside.some(({ name }) => name.type === 'organization' && name.to === person.name.from);
    const last = persons.at(-1) as Inside;
    const whole =
      last.name.to === source.to &&
      last.name.skip === 0 &&
      last.name.to - last.name.from > 1 &&
      person.name.to - person.name.from === 1 &&
      person.name.from > source.from;
    return ((inBody || whole || KIN.test(head)) && persons[1] ? (whole ? last : persons[1]) : person).figure;
  }

  /** تقرير ديوان المحاسبة: from here on the report is that body's. */
  private from({ from, to }: Name, paper: string, at: number, figure: Figure): Spoken {
    this.behind.set(paper, { from, to });
    return this.met(figure, at, 'document');
  }

  /** Whether only titles stand between a kinsman's word and a name: محامي الرئيس فلان, وكيل أعمال المهاجم البلجيكي فلان. */
  private kinOf(head: number, name: number): boolean {
    for (let i = head + 1; i < name; i++) {
      const word = this.reading.word(i);
      if (word !== 'اعمال' && !honorifics.has(word) && !(nisbas.has(word) && word.startsWith('ال'))) return false;
    }
    return true;
  }

  /** The speaker that a source names. */
  resolve(source: Stretch): Spoken {
    const inside: Inside[] = [];
    for (let index = this.nameAt(source.from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.to > source.to) break;
      if (name.from >= source.from) inside.push({ name, figure: this.figures.of[index] as Figure });
    }
    const head = unjoined(this.reading.key(source.from));
    const first = inside[0];
    const person = this.holder(source, inside, head);
    const joint = this.joint(source, inside);
    if (joint) return this.met(joint, source.from, 'joint');
    if (person) return this.met(person, source.from, 'named');
    if (
      first &&
      inside.length === 1 &&
      first.name.from === source.from &&
      first.name.to >= source.to &&
      head !== 'موقع'
    )
      return this.met(this.figures.behindCapital(first.figure), source.from, 'named');

    const words: string[] = [];
    for (let i = source.from; i < source.to; i++)
      if (this.reading.word(i) !== '') words.push(bare(unjoined(this.reading.word(i))));
    // محامي موراي: never the one who is named, nor one who is called so.
    const kin = KIN.test(head) && inside[0]?.name.type === 'person' && this.kinOf(source.from, inside[0].name.from);
    // بيان لوزارة الزراعة, بيانات وزارة التجارة: the body speaks.
    const body = inside[0];
    if (PAPERS.has(words[0] ?? '') && body?.name.type === 'organization' && body.name.from === source.from + 1)
      return this.from(body.name, words[0] as string, source.from, body.figure);
    const behind = this.behind.get(words[0] ?? '');
    if (behind && source.from !== behind.from) return { ...this.resolve(behind), way: 'document' };
    if (PAPERS.has(words[0] ?? '') && !person) {
      const issuer = issuerOf(this.holders, source.from + 1);
      if (issuer && issuer.from > source.from) {
        this.behind.set(words[0] as string, issuer);
        return { ...this.resolve(issuer), way: 'document' };
      }
    }
    const meaning = words.filter((word) => !EMPTY.has(word) && !EMPTY.has(`ال${word}`));
    const role = meaning[0] ?? '';
    const definite = kin
      ? false
      : words.length > 1
        ? this.definite(source)
        : /^(?:ال|وال)/.test(this.reading.key(source.from));
    // موقع الفرقة, صفحة الوزارة: the body behind it speaks.
    const between = first ? words.slice(1, first.name.from - source.from) : [];
    if (
      /^(?:موقع|صفحه|حساب)$/.test(role) &&
      first?.name.type === 'organization' &&
      between.length > 0 &&
      between.every((word) => /^(?:رسمي|رسميه|الكتروني|الكترونيه|خاص|خاصه)$/.test(word))
    )
      return this.met(first.figure, source.from, 'document');
    if (/^(?:موقع|صفحه|حساب)$/.test(role) && meaning.length > 1) {
      const rest = meaning.slice(1);
      const known = this.figures
        .withWord(rest[0] as string)
        .findLast(
          (other) =>
            other.type === 'organization' &&
            other.words.size > 1 &&
            rest.every((word) => other.words.has(word)) &&
            !other.words.has(role),
        );
      if (known) return this.met(known, source.from, 'document');
    }
    // صحيفة «المنارة», موقع المنارة: the name after a word of its class.
    const classed = this.classed(source, inside);
    if (classed) return this.met(classed, source.from, 'named');
    // الوزارة, المعهد, الحركة: the body with that head which was named last before, or first after.
    if (meaning.length === 1 && definite && (definiteBodies.has(`ال${role}`) || bodies.has(role))) {
      const body = this.bodyWith(role, source.from);
      if (body) return this.met(body, source.from, 'body');
    }
    // سموه, معاليه: a title with a pronoun means whoever spoke last.
    if (/^(?:سمو|معالي|فضيلت|سعادت|جلالت|فخامت|سيادت|دولت|غبطت|نيافت)ه$/.test(head)) {
      const last = this.turns.latest((other) => other.type === 'person' && other.named);
      if (last) return this.met(last, source.from, 'pronoun');
    }
    // البيان, الرسالة: what the body that spoke last has issued.
    if (definite && meaning.length === 1 && ISSUED.has(role)) {
      const last = this.turns.latest((other) => other.type === 'organization');
      if (last) return this.met(last, source.from, 'document');
    }
    // المسؤول الأميركي: an official who was only described, of that nationality.
    if (definite && ANAPHORS.has(role) && meaning.length === 2 && nisbas.has(`ال${meaning[1]}`)) {
      const stem = (meaning[1] as string).replace(/ه$/, '');
      const last =
        this.turns.latest(
          (other) =>
            other.type === 'person' &&
            !other.named &&
            agrees(role, other) &&
            other.words.has(role) &&
            [...other.words].some((word) => word.replace(/ه$/, '') === stem),
        ) ??
        this.turns.latest(
          (other) =>
            other.type === 'person' &&
            !other.named &&
            agrees(role, other) &&
            [...other.words].some((word) => word.replace(/ه$/, '') === stem),
        );
      if (last) return this.met(last, source.from, 'title');
    }
    // المتحدث ذاته, المسؤول نفسه: whoever spoke last.
    if (ANAPHORS.has(role) && meaning.length === 1 && definite) {
      const fits = (other: Figure) => agrees(role, other) && other.type === 'person';
      const last =
        this.turns.latest((other) => fits(other) && !other.named && (other.words.has(role) || role === 'مصدر')) ??
        this.turns.latest(fits);
      if (last) return this.met(last, source.from, 'pronoun');
    }
    if (definite && role !== '') {
      const whole = inside.length > 0 ? meaning : meaning.slice(0, this.beforePreposition(source, meaning.length));
      const titled = this.titled(role, whole, source.from);
      if (titled) return this.met(titled, source.from, 'title');
    }
    // السويسري المتوج: the one whose nationality the text has told.
    if (definite && nisbas.has(`ال${role}`) && !ofMany(role)) {
      const last = this.figures
        .withTitle(role)
        .filter((other) => other.type === 'person' && agrees(role, other))
        .sort((a, b) => this.nearness(b) - this.nearness(a))[0];
      if (last) return this.met(last, source.from, 'title');
    }
    // الكاتبة, المدرب: nobody has been called so; whoever spoke last, and holds no other office.
    if (
      definite &&
      CALLED.has(role) &&
      meaning.slice(1).every((word) => !nisbas.has(`ال${word}`)) &&
      meaning.length < 3
    ) {
      const last = this.turns.latest((other) => other.type === 'person' && other.named && agrees(role, other));
      if (last && ![...last.titles].some((title) => RANKED.has(title))) return this.met(last, source.from, 'pronoun');
    }
    // A surname that was not seen to be one.
    if (words.length === 1 && !definite && !kin) {
      const person = this.figures.withWord(role).findLast((other) => other.type === 'person' && other.named);
      if (person) return this.met(person, source.from, 'named');
    }
    if (role !== '') {
      const known = this.figures
        .withWord(role)
        .find((other) =>
          other.type !== 'person' || !other.named
            ? meaning.every((word) => other.words.has(word)) && other.words.size - meaning.length < 6
            : false,
        );
      if (known) return this.met(known, source.from, known.named ? 'named' : 'described');
    }
    const gender =
      /(?:ه|ات)$/.test(role) || (first?.name.from === source.from && first.name.type === 'place') ? 'f' : null;
    const canonical = this.describe(source)
      .replace(/^[و](?=ال)/, '')
      .replace(/^(مسؤول|مصدر|متحدث|ناطق|خبير|محلل|مسئول)ا$/, '$1');
    const type: EntityType =
      bodies.has(head) || definiteBodies.has(head) ? 'organization' : DOCUMENTS.has(bare(head)) ? 'work' : 'person';
    return this.met(
      this.figures.describe(canonical, meaning, type, gender, source.from, ofMany(role)),
      source.from,
      'described',
    );
  }

  /** So many words of a source stand before its first preposition: الوزير الفرنسي | على سؤال. */
  private beforePreposition({ from, to }: Stretch, all: number): number {
    for (let i = from + 1; i < to; i++)
      if (prepositions.has(this.reading.word(i)) && this.reading.word(i) !== 'باسم') return i - from;
    return all;
  }

  private nearness(figure: Figure): number {
    const since = this.turns.since(figure);
    return since < 0 ? -1e9 + figure.mentions : -since;
  }

  /** صندوق النقد والولايات المتحدة: two who say the same. */
  private joint(source: Stretch, inside: readonly Inside[]): Figure | null {
    const second = inside.findLast(
      ({ name }) => name.skip === 1 && name.from > source.from && this.reading.key(name.from).startsWith('و'),
    );
    if (!second || second.name.to < source.to || second.name.type === 'group') return null;
    // وزير الداخلية والبلديات: only what stands right before is joined, and it must be able to speak.
    const before = inside.findLast(({ name }) => name.to <= second.name.from);
    const alone = second.name.from === source.from + 1 && this.bodies.has(bare(this.reading.word(source.from)));
    if (!alone && before?.name.to !== second.name.from) return null;
    const head = unjoined(this.reading.key(source.from));
    if (before && before.name.type !== second.name.type && (offices.has(head) || bodies.has(head))) return null;
    const left = this.resolve({ from: source.from, to: second.name.from }).figure;
    if (!left || left === second.figure) return null;
    const canonical = `${left.canonical} و${second.figure.canonical}`;
    const known = this.figures
      .withWord(bare([...second.figure.words][0] ?? ''))
      .find((other) => other.canonical === canonical);
    return (
      known ??
      this.figures.describe(canonical, [...left.words, ...second.figure.words], left.type, null, source.from, true)
    );
  }

  /** The body that a class word and a name, in marks or not, make: صحيفة «المنارة», شبكة المنارة الأميركية. */
  private classed(source: Stretch, inside: readonly Inside[]): Figure | null {
    const head = unjoined(this.reading.key(source.from));
    if (!classWords.has(head) && !bodies.has(head)) return null;
    let at = source.from + 1;
    // موقع صحيفة: two of them.
    if (classWords.has(this.reading.word(at))) at++;
    const marked = this.reading.tokens[at]?.kind === 'mark';
    const named = inside.find(({ name }) => name.from === (marked ? at + 1 : at) && name.type === 'organization');
    if (named && classWords.has(head)) return named.figure;
    const pair = marked ? this.reading.layout.quoted[this.reading.layout.inside[at] ?? -1] : undefined;
    if (!pair?.closed || pair.close >= source.to || pair.close - at > 7) return null;
    const words: string[] = [];
    for (let i = at + 1; i < pair.close; i++) if (this.reading.key(i) !== '') words.push(bare(this.reading.key(i)));
    if (words.length === 0) return null;
    const known = this.figures
      .withWord(words[0] as string)
      .find((other) => words.every((word) => other.words.has(word)));
    if (known) return known;
    const figure = this.figures.describe(
      this.describe({ from: at + 1, to: pair.close }),
      [...words, head],
      'organization',
      head.endsWith('ه') ? 'f' : 'm',
      source.from,
    );
    this.classes.set(head, figure);
    return figure;
  }

  /** الوزير، المسؤول الحكومي، الوزير الألماني: the one whose titles have these words, and no other nationality. */
  private titled(role: string, meaning: readonly string[], at: number): Figure | null {
    let best: Figure | null = null;
    let score = 0;
    const official = role === 'مسوول';
    const candidates = new Set([
      ...this.figures.withTitle(role),
      ...this.figures.withTitle('نظيره'),
      ...this.figures.withTitle('نظيرها'),
      ...(official ? this.figures.withTitle('وزير') : []),
    ]);
    for (const other of [...candidates, ...this.figures.withWord(role)]) {
      const person = other.type === 'person' && other.named;
      const pool = person ? other.titles : other.words;
      if (person && !offices.has(role) && !honorifics.has(`ال${role}`)) continue;
      // المسؤول الأميركي may be any official; وزير الخارجية only one who was called so.
      const anyOfficial = official && this.turns.has(other) && [...pool].some((word) => offices.has(word));
      const peer = offices.has(role) && (pool.has('نظيره') || pool.has('نظيرها'));
      if (!pool.has(role) && !anyOfficial && !peer) continue;
      if (person && !anyOfficial && !peer && !other.heads.has(role)) continue;
      // عالم الآثار إليات مزار: the name of another.
      if (
        person &&
        meaning.some(
          (word, index) =>
            index > 1 && !pool.has(word) && couldBeName(word) && !isEveryday(word) && !nisbas.has(`ال${word}`),
        )
      )
        continue;
      const stems = new Set([...pool].map((word) => word.replace(/ه$/, '')));
      const has = (word: string) => stems.has(word.replace(/ه$/, ''));
      const national = (word: string) => nisbas.has(`ال${word}`);
      if (meaning.slice(1).some((word) => national(word) && !has(word)) && [...stems].some(national)) continue;
      if (!person && !meaning.every(has)) continue;
      const since = this.turns.since(other);
      const value =
        meaning.filter(has).length +
        (anyOfficial || peer ? 0.5 : 0) +
        (meaning.some((word, index) => index > 0 && national(word) && has(word)) ? 1 : 0) +
        (since >= 0 ? 0.3 + 0.1 / (1 + since) : 0) -
        (other.last > at ? 0.4 : 0);
      if (value > score) [best, score] = [other, value];
    }
    return best;
  }

  /** The body whose name begins with this word: the last one named before a token, else the first one after. */
  private bodyWith(word: string, at: number): Figure | null {
    const marked = this.classes.get(word);
    if (marked) return marked;
    const named = this.bodies.get(word);
    if (!named) return null;
    let [low, high] = [0, named.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((named[middle] as Name).from < at) low = middle + 1;
      else high = middle;
    }
    const best = named[Math.max(0, low - 1)] as Name;
    const index = this.nameAt(best.from);
    if (this.names[index] === best) return this.figures.of[index] ?? null;
    const words = this.figures.words(best).map(bare);
    const known = this.figures.withWord(word).find((other) => words.every((one) => other.words.has(one)));
    return (
      known ??
      this.figures.describe(this.figures.written(best), words, 'organization', word.endsWith('ه') ? 'f' : 'm', at)
    );
  }

  private definite({ from, to }: Stretch): boolean {
    for (let i = from; i < to; i++) {
      const word = this.reading.key(i);
      if (['في', 'من', 'باسم', 'لدي'].includes(word)) return false;
      if (/^(?:ال|وال|لل)/.test(word)) return true;
    }
    return false;
  }

  /** A speaker for each attribution, in text order: who has the word decides who is meant by a verb without a subject. */
  run(attributions: readonly Attribution[], cues: readonly (Cue | null)[]): Spoken[] {
    const { layout, tokens } = this.reading;
    const spokenIn = new Set<number>();
    const done: Spoken[] = [];
    let seen = 0;
    attributions.forEach((attribution, index) => {
      const at = attribution.cue.from;
      const sentence = layout.sentence[at] as number;
      const line = tokens[at]?.line ?? 0;
      const around = this.around(attributions, index);
      const outer = around >= 0 ? (done[around]?.figure ?? null) : null;
      // ستون أورد رواية أخرى. وقال …: a sentence without a report hands its subject on.
      for (; seen < sentence; seen++) {
        const topic = spokenIn.has(seen) || this.isSaid(seen, attributions, index) ? null : this.topic(seen);
        if (topic)
          this.turns.take({ ...topic, sentence: seen, line: tokens[topic.at]?.line ?? 0, by: 'topic', nested: false });
      }
      const spoken = attribution.source
        ? this.resolve(attribution.source)
        : this.implied({
            attribution,
            sentence,
            line,
            plural: cues[at]?.form.plural ?? false,
            outer,
            actor: this.actor(at),
            subject: this.subject(at, around >= 0 ? (attributions[around] as Attribution).content.from : null),
          });
      done.push(spoken);
      const { figure } = spoken;
      if (!figure) return;
      // قال X, قالت Y: the verb before its subject tells the gender of a person.
      if (attribution.source && attribution.source.from > at && figure.type === 'person')
        figure.gender ??= attribution.gender;
      const quoted = attribution.by !== 'trailing' && (layout.inside[at] ?? -1) >= 0;
      if (around < 0 && !quoted) spokenIn.add(sentence);
      if (attribution.by === 'headline') return;
      const by =
        attribution.by === 'participle'
          ? 'participle'
          : attribution.by === 'accord' || attribution.by === 'trailing'
            ? 'accord'
            : 'verb';
      this.turns.take({ figure, at, sentence, line, by, nested: around >= 0 || quoted });
    });
    return done;
  }

  /** The speaker that a verb without a subject means. */
  private implied(asked: Asked): Spoken {
    const meant = this.turns.meant(asked);
    if (!meant) return { figure: null, way: 'nobody', share: 0 };
    const { figure, share } = meant;
    return { figure, share, way: this.turns.since(figure) < 0 && figure === asked.subject ? 'governing' : 'current' };
  }

  /** The attribution within whose content another is told, the innermost of its neighbours; -1 for none. */
  private around(attributions: readonly Attribution[], index: number): number {
    const { from } = (attributions[index] as Attribution).cue;
    for (let i = index - 1; i >= Math.max(0, index - NEIGHBOURS); i--) {
      const { content } = attributions[i] as Attribution;
      if (content.from <= from && from < content.to) return i;
    }
    return -1;
  }

  /** Whether a sentence is all somebody's words: it begins within marks, or within what was reported before. */
  private isSaid(sentence: number, attributions: readonly Attribution[], index: number): boolean {
    const at = this.starts[sentence] ?? 0;
    if ((this.reading.layout.inside[at] ?? -1) >= 0) return true;
    for (let i = index - 1; i >= Math.max(0, index - NEIGHBOURS); i--) {
      const { content } = attributions[i] as Attribution;
      if (content.from <= at && at < content.to) return true;
    }
    return false;
  }

  /** The first person or body that the sentence names before a token, not after a preposition: its likely subject. */
  sentenceSubject(at: number, within: number | null): Figure | null {
    const from = Math.max(this.starts[this.reading.layout.sentence[at] as number] ?? at, within ?? 0);
    for (let index = this.nameAt(from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.from >= at) return null;
      if (name.from < from || (name.type !== 'person' && name.type !== 'organization')) continue;
      if (name.skip > 1 || (name.skip === 1 && !(name.from - from < 3 && this.reading.key(name.from).startsWith('و'))))
        continue;
      if (name.from > from && this.governed(name.from)) continue;
      if (name.type === 'person' || name.from - from < 5) return this.figures.of[index] ?? null;
    }
    return null;
  }

  /** Whether a preposition stands before a name: it is no subject. */
  private governed(at: number): boolean {
    const before = this.reading.tokens[at - 1];
    return before !== undefined && BEFORE_OTHERS.has(before.key) && !(before.key === 'علي' && !before.maqsura);
  }

  /** Whom the sentence names first; within what another said, whoever opens that. */
  private subject(at: number, within: number | null): Figure | null {
    const named = this.sentenceSubject(at, within);
    if (named || within === null) return named;
    const phrase = peoplePhrase(this.holders, within, at);
    return phrase && this.known(phrase);
  }

  /** Whom the verb nearest before a report has as its subject, where that can be told. */
  private actor(at: number): Figure | null {
    const phrase = actorBefore(this.holders, at);
    return phrase && this.known(phrase);
  }
  /** The figure of a noun phrase that stands for somebody whom the text names, or for several people. */
  private known(phrase: Stretch): Figure | null {
    const { figure, way } = this.resolve(phrase);
    if (!figure || (way === 'described' && !figure.many && !figure.named && figure.type !== 'organization'))
      return null;
    return figure;
  }

  /** The person whom a sentence without a report is about: named among its first words, or right after a verb. */
  private topic(sentence: number): { readonly figure: Figure; readonly at: number } | null {
    const from = this.starts[sentence];
    if (from === undefined) return null;
    // وعلقت صحيفة «المنارة» على الخبر: the verb opens it.
    if (isVerb(this.reading.word(from)) || cueOf(this.reading.word(from))) {
      let edge = from + 1;
      while (this.reading.tokens[edge] && this.reading.sameSentence(edge, from)) edge++;
      const phrase = peoplePhrase(this.holders, from + 1, edge);
      const figure = phrase && this.known(phrase);
      if (figure) return { figure, at: from + 1 };
    }
    for (let index = this.nameAt(from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.from > from + 30 || this.reading.layout.sentence[name.from] !== sentence) return null;
      if (name.type !== 'person' || name.skip > 1 || (this.reading.layout.inside[name.from] ?? -1) >= 0) continue;
      const before = this.reading.word(name.from - 1);
      const early = name.from <= from + 7 && !(name.from > from && this.governed(name.from));
      if (early || ((isVerb(before) || cueOf(before)) && !this.governed(name.from - 1)))
        return { figure: this.figures.of[index] as Figure, at: name.from };
    }
    return null;
  }
}
