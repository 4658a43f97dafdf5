/** Who the sources are: one speaker for all the ways an article names them, and the speaker that a verb alone means. */
import type { EntityType } from '../core/article/article.ts';
import type { Attribution } from './attribution.ts';
import { bare, type Figure, type Figures, unjoined } from './figures.ts';
import { bodies, definiteBodies, honorifics, offices } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import type { Reading, Stretch } from './reading.ts';
import { nisbas } from './vocabulary.ts';

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
  | 'nobody';

export interface Spoken {
  readonly figure: Figure | null;
  readonly way: Way;
}

const DOCUMENTS = new Set(['دراسه', 'تقرير', 'بيان', 'استطلاع', 'بحث', 'تعميم', 'وثيقه', 'رساله', 'مسح', 'ورقه']);
const EMPTY = new Set(['ذاته', 'ذاتها', 'نفسه', 'نفسها', 'المذكور', 'السابق', 'السابقه', 'الحالي', 'اعلاه']);
const KIN = /^(?:محامي|محاميه|والد|والده|شقيق|شقيقه|زوجه|ابن|ابنه|متحدث|ناطق|فريق|حمله|مكتب|وكيل)$/;
/** Not the subject: a name after one of these. */
const BEFORE_OTHERS = new Set(['في', 'من', 'الي', 'عن', 'علي', 'مع', 'بين', 'ضد', 'حول']);
/** So many speakers are remembered: who was not heard for longer is not meant by a verb alone. */
const REMEMBERED = 24;

export class Speakers {
  private readonly stack: Figure[] = [];
  /** Bodies by the head of their name, in text order. */
  private readonly bodies = new Map<string, Name[]>();
  /** دراسة … نشرها معهد ليبنيز: what the document says, the body behind it says. */
  private readonly behind = new Map<string, Stretch>();
  private readonly starts: number[] = [];
  private readonly text: string;
  private readonly reading: Reading;
  private readonly names: readonly Name[];
  private readonly figures: Figures;

  constructor(text: string, reading: Reading, names: readonly Name[], figures: Figures) {
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
      if (name && name.from === i && name.type === 'organization' && name.to - name.from > 1) this.remember(name);
      else if (tokens[i]?.kind === 'word' && !(name && name.from <= i)) {
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
    return { figure, way };
  }

  /** The speaker that a source names. */
  resolve(source: Stretch): Spoken {
    const inside: { name: Name; figure: Figure }[] = [];
    for (let index = this.nameAt(source.from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.to > source.to) break;
      if (name.from >= source.from) inside.push({ name, figure: this.figures.of[index] as Figure });
    }
    const head = unjoined(this.reading.key(source.from));
    const first = inside[0];
    const persons = inside.filter(({ name }) => name.type === 'person');
    const person = persons[0];
    const bodyFirst =
      bodies.has(head) ||
      (first?.name.from === source.from && first.name.type !== 'person' && first.name.type !== 'group');
    if (person && !(bodyFirst && person.name.from > source.from + 2)) {
      // محامي موراي, شقيقة جاكسون: another person than the one named, unless the name is the last one.
      const kin = KIN.test(head) && person.name.from === source.from + 1;
      if (!kin)
        return this.met(
          (head === 'شقيقه' || head === 'والده' ? (persons.at(-1) ?? person) : person).figure,
          source.from,
          'named',
        );
    }
    if (first && inside.length === 1 && first.name.from === source.from && first.name.to >= source.to)
      return this.met(first.figure, source.from, 'named');

    const words: string[] = [];
    for (let i = source.from; i < source.to; i++)
      if (this.reading.word(i) !== '') words.push(bare(unjoined(this.reading.word(i))));
    const behind = this.behind.get(words[0] ?? '');
    if (behind && source.from !== behind.from) return { ...this.resolve(behind), way: 'document' };
    const meaning = words.filter((word) => !EMPTY.has(word) && !EMPTY.has(`ال${word}`));
    const role = meaning[0] ?? '';
    const definite = words.length > 1 ? this.definite(source) : /^(?:ال|وال)/.test(this.reading.key(source.from));
    // الوزارة, المعهد, الحركة: the body with that head which was named last before, or first after.
    if (meaning.length === 1 && definiteBodies.has(`ال${role}`)) {
      const body = this.bodyWith(role, source.from);
      if (body) return this.met(body, source.from, 'body');
    }
    // سموه, معاليه: a title with a pronoun means whoever spoke last.
    if (/^(?:سمو|معالي|فضيلت|سعادت|جلالت|فخامت|سيادت|دولت|غبطت|نيافت)ه$/.test(head)) {
      const last = this.stack.findLast((other) => other.type === 'person' && other.named);
      if (last) return this.met(last, source.from, 'pronoun');
    }
    // المتحدث ذاته, المسؤول نفسه: whoever spoke last.
    if (/^(?:متحدث|متحدثه|مسوول|مسووله|مصدر|ناطق)$/.test(role) && meaning.length === 1 && definite) {
      const woman = role.endsWith('ه');
      const last = this.stack.findLast((other) => other.gender === null || (other.gender === 'f') === woman);
      if (last) return this.met(last, source.from, 'pronoun');
    }
    if (definite && role !== '') {
      const titled = this.titled(role, meaning, source.from);
      if (titled) return this.met(titled, source.from, 'title');
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
    const gender = role.endsWith('ه') || (first?.name.from === source.from && first.name.type === 'place') ? 'f' : null;
    const canonical = this.describe(source)
      .replace(/^[و](?=ال)/, '')
      .replace(/^(مسؤول|مصدر|متحدث|ناطق|خبير|محلل|مسئول)ا$/, '$1');
    const type: EntityType =
      bodies.has(head) || definiteBodies.has(head) ? 'organization' : DOCUMENTS.has(bare(head)) ? 'work' : 'person';
    return this.met(this.figures.describe(canonical, meaning, type, gender, source.from), source.from, 'described');
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
      ...(official ? this.stack : []),
    ]);
    for (const other of [...candidates, ...this.figures.withWord(role)]) {
      const person = other.type === 'person' && other.named;
      const pool = person ? other.titles : other.words;
      if (person && !offices.has(role) && !honorifics.has(`ال${role}`)) continue;
      // المسؤول الأميركي may be any official; وزير الخارجية only one who was called so.
      const anyOfficial = official && this.stack.includes(other) && [...pool].some((word) => offices.has(word));
      const peer = offices.has(role) && (pool.has('نظيره') || pool.has('نظيرها'));
      if (!pool.has(role) && !anyOfficial && !peer) continue;
      const stems = new Set([...pool].map((word) => word.replace(/ه$/, '')));
      const has = (word: string) => stems.has(word.replace(/ه$/, ''));
      const national = (word: string) => nisbas.has(`ال${word}`);
      if (meaning.slice(1).some((word) => national(word) && !has(word)) && [...stems].some(national)) continue;
      if (!person && !meaning.every(has)) continue;
      const recent = this.stack.indexOf(other);
      const value =
        meaning.filter(has).length +
        (anyOfficial || peer ? 0.5 : 0) +
        (meaning.some((word, index) => index > 0 && national(word) && has(word)) ? 1 : 0) +
        (recent >= 0 ? 0.3 + (0.1 * (recent + 1)) / this.stack.length : 0) -
        (other.last > at ? 0.4 : 0);
      if (value > score) [best, score] = [other, value];
    }
    return best;
  }

  /** The body whose name begins with this word: the last one named before a token, else the first one after. */
  private bodyWith(word: string, at: number): Figure | null {
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

  /** Somebody was named as a speaker: the next verb without a subject is theirs. */
  push(figure: Figure): void {
    const at = this.stack.indexOf(figure);
    if (at >= 0) this.stack.splice(at, 1);
    this.stack.push(figure);
    if (this.stack.length > REMEMBERED) this.stack.shift();
  }

  /** The speaker that a verb without a subject means: the subject of its sentence, else who spoke last and agrees in gender. */
  implied({ gender }: Attribution, sentenceSubject: Figure | null): Spoken {
    if (sentenceSubject) return { figure: sentenceSubject, way: 'governing' };
    const fits = (other: Figure) => gender === null || other.gender === null || other.gender === gender;
    const figure = this.stack.findLast(fits) ?? this.stack.at(-1) ?? null;
    return { figure, way: figure ? 'current' : 'nobody' };
  }

  /** The first person or body that the sentence names before a token, not after a preposition: its likely subject. */
  sentenceSubject(at: number): Figure | null {
    const from = this.starts[this.reading.layout.sentence[at] as number] ?? at;
    for (let index = this.nameAt(from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.from >= at) return null;
      if (name.from < from || (name.type !== 'person' && name.type !== 'organization')) continue;
      if (name.skip > 1 || (name.skip === 1 && !(name.from - from < 3 && this.reading.key(name.from).startsWith('و'))))
        continue;
      if (name.from > from && BEFORE_OTHERS.has(this.reading.key(name.from - 1))) continue;
      if (name.type === 'person' || name.from - from < 5) return this.figures.of[index] ?? null;
    }
    return null;
  }

  /** The person whom a sentence without a report is about: named among its first words. */
  topic(sentence: number): Figure | null {
    const from = this.starts[sentence];
    if (from === undefined) return null;
    for (let index = this.nameAt(from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.from > from + 7 || this.reading.layout.sentence[name.from] !== sentence) return null;
      if (name.type !== 'person' || name.skip > 1) continue;
      if (name.from > from && BEFORE_OTHERS.has(this.reading.key(name.from - 1))) continue;
      return this.figures.of[index] ?? null;
    }
    return null;
  }
}
