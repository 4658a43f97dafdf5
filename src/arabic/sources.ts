/** Whom a source names: by a name in it, by the document or the body that it is of, by a title, by a description. */
import type { EntityType } from '../core/article/article.ts';
import { issuerOf } from './actors.ts';
import { pointedAt } from './anaphors.ts';
import { describedBefore, kinsman, ofSeveral, several } from './described.ts';
import { bare, type Figure, type Figures, ofMany, unjoined } from './figures.ts';
import { Heads } from './heads.ts';
import type { Holders } from './holders.ts';
import { describes } from './lexicon/adjectives.ts';
import { documents, ministries, papers } from './lexicon/callings.ts';
import { canTell, isHuman } from './lexicon/humans.ts';
import { bodies, classWords, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import { firstNameFrom, type Name } from './names.ts';
import type { Reading, Stretch } from './reading.ts';
import { holderOf, type Inside, type Source, sourceOf } from './source.ts';
import { met, type Spoken } from './spoken.ts';
import { byTitle } from './titled.ts';
import type { Turns } from './turns.ts';
import { couldBeName, isEveryday, nisbas } from './vocabulary.ts';

/** A state or its adjective, without what tells the two apart: أمريكا, الأمريكية. */
const nation = (word: string): string =>
  bare(word)
    .replace(/ميرك/, 'مريك')
    .replace(/(?<=.{3})(?:يه|يا|ي|ا|ه)$/, '');

/** Finds the figure behind each source. */
export class Sources {
  private readonly text: string;
  private readonly reading: Reading;
  private readonly names: readonly Name[];
  private readonly figures: Figures;
  private readonly holders: Holders;
  private readonly turns: Turns;
  private readonly heads: Heads;

  constructor(
    text: string,
    reading: Reading,
    names: readonly Name[],
    figures: Figures,
    holders: Holders,
    turns: Turns,
  ) {
    this.text = text;
    this.reading = reading;
    this.names = names;
    this.figures = figures;
    this.holders = holders;
    this.turns = turns;
    this.heads = new Heads(reading, names, figures);
  }

  /** The speaker that a source names; nobody where its words cannot speak, unless it is `sure` that they do: قالت … إن. */
  resolve(named: Stretch, sure = false): Spoken {
    const inside: Inside[] = [];
    for (let index = firstNameFrom(this.names, named.from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.to > named.to) break;
      if (name.from >= named.from) inside.push({ name, figure: this.figures.of[index] as Figure });
    }
    const head = unjoined(this.reading.key(named.from));
    const first = inside[0];
    const person = holderOf(this.holders, named, inside, head);
    const joint = this.joint(named, inside);
    if (joint) return met(joint, named.from, 'joint');
    // ويتهم محتجون فلانا: many, and one who is named after them.
    const one = inside.find(({ name }) => name.type === 'person');
    if (person && one && one.name.from > named.from && ofMany(head) && !head.startsWith('ال'))
      return this.resolve({ from: named.from, to: one.name.from });
    if (person) return met(person, named.from, 'named');
    if (first && inside.length === 1 && first.name.from === named.from && first.name.to >= named.to && head !== 'موقع')
      return met(this.ministry(named) ?? this.figures.behindCapital(first.figure), named.from, 'named');
    const ministry = this.ministry(named);
    if (ministry) return met(ministry, named.from, 'body');

    const source = sourceOf(this.reading, named, inside, head);
    const { from, words, role, meaning, kin, definite } = source;
    const document = this.document(source) ?? this.site(source);
    if (document) return document;
    // صحيفة «المنارة», موقع المنارة: the name after a word of its class.
    const classed = this.classed(source, inside);
    if (classed) return met(classed, from, 'named');
    // فالحكومة الأمريكية نفسها لديها …: the name that opens it, whatever was taken for more of it.
    if (first && first.name.from === from && first.name.type === 'organization' && first.name.to < named.to)
      return met(first.figure, from, 'named');
    // الوزارة, المعهد, الحركة: the body with that head which was named last before, or first after.
    if (meaning.length === 1 && definite && (definiteBodies.has(`ال${role}`) || bodies.has(role))) {
      const body = this.heads.bodyWith(role, from);
      if (body) return met(body, from, 'body');
    }
    const known =
      pointedAt(this.turns, source) ??
      describedBefore(this.reading, this.turns, source) ??
      kinsman(this.figures, source) ??
      byTitle(this.reading, this.turns, this.figures, source);
    if (known) return known;
    // A surname that was not seen to be one.
    if (words.length === 1 && !definite && !kin) {
      const person = this.figures.withWord(role).findLast((other) => other.type === 'person' && other.named);
      if (person) return met(person, from, 'named');
    }
    if (role !== '') {
      const known = this.figures.withWord(role).find((other) =>
        // الدراسة is not معدو الدراسة.
        other.type !== 'person' || (!other.named && !documents.has(role))
          ? meaning.every((word) => other.words.has(word)) && other.words.size - meaning.length < 6
          : false,
      );
      if (known) return met(known, from, known.named ? 'named' : 'described');
    }
    if (!sure && !this.tells(source)) return { figure: null, way: 'nobody', share: 0 };
    const fuller = this.fuller(source);
    if (fuller) return met(fuller, from, 'described');
    // قادة, طلبة: several persons are not she.
    const people = several(role) && isHuman(role) && !role.endsWith('ات');
    const feminine = /(?:ه|ات)$|^احدي$/.test(role) && !people && role !== 'عمده';
    const gender = feminine || (first?.name.from === from && first.name.type === 'place') ? 'f' : null;
    const canonical = this.plain(source).replace(/^(مسؤول|مصدر|متحدث|ناطق|خبير|محلل|مسئول)ا$/, '$1');
    const type: EntityType =
      bodies.has(head) || definiteBodies.has(head) ? 'organization' : documents.has(bare(head)) ? 'work' : 'person';
    return met(
      this.figures.describe(canonical, meaning, type, gender, from, several(role) || ofSeveral(meaning)),
      from,
      'described',
    );
  }

  /** بيان لوزارة الزراعة, تقرير: the body that made it, or whoever issued it, speaks; null where nobody stands behind it. */
  private document(source: Source): Spoken | null {
    const [word = ''] = source.words;
    const [body] = source.inside;
    // بيان لوزارة الزراعة, بيانات وزارة التجارة: the body speaks.
    if (papers.has(word) && body?.name.type === 'organization' && body.name.from === source.from + 1)
      return this.from(body.name, word, source.from, body.figure);
    // تقرير جديد للأمم المتحدة, بيان مشترك لوزارة الصحة: the same, with what kind of paper it is between.
    const kind = body ? source.words.slice(1, body.name.from - source.from) : [];
    const of = body?.name.type === 'organization' && this.reading.key(body.name.from);
    if (
      papers.has(word) &&
      body &&
      of &&
      (body.name.skip > 0 ? /^ل/ : /^لل.{3}/).test(of) &&
      kind.length === 1 &&
      describes(kind[0] as string)
    )
      return this.from(body.name, word, source.from, body.figure);
    const behind = this.heads.behind.get(word);
    if (behind && source.from !== behind.from) return { ...this.resolve(behind), way: 'document' };
    // مراسلة رئيس المجلس, تغريدة الوزير: whoever wrote it.
    const writer = this.reading.word(source.from + 1);
    if (papers.has(word) && source.to > source.from + 1 && !source.head.startsWith('ال') && offices.has(bare(writer))) {
      const by = { from: source.from + 1, to: source.to };
      this.heads.behind.set(word, by);
      return { ...this.resolve(by), way: 'document' };
    }
    if (papers.has(word)) {
      const issuer = issuerOf(this.holders, source.from + 1);
      if (issuer && issuer.from > source.from) {
        this.heads.behind.set(word, issuer);
        return { ...this.resolve(issuer), way: 'document' };
      }
    }
    return null;
  }

  /** خارجية أمريكا, الخارجية الأمريكية: the ministry that the text names in full; null for none, and for what is no ministry. */
  private ministry({ from, to }: Stretch): Figure | null {
    const head = bare(unjoined(this.reading.key(from)));
    if (!ministries.has(head) || to !== from + 2) return null;
    const state = nation(this.reading.word(from + 1));
    const fits = ({ type, words }: Figure) =>
      type === 'organization' && words.has(head) && [...words].some((word) => nation(word) === state);
    return this.figures.withWord('وزاره').findLast(fits) ?? null;
  }

  /** Whether a noun phrase names or describes somebody who can speak, or a text: never النور, التوصل. */
  private tells({ from, to, inside: [first] }: Source): boolean {
    if (first?.name.from === from) return true;
    const word = this.reading.word(from);
    if (word === '') return this.reading.tokens[from]?.kind === 'number' || to > from + 1;
    const noun = unjoined(word);
    const plain = bare(noun);
    return (
      canTell(plain) ||
      canTell(noun) ||
      offices.has(plain) ||
      honorifics.has(noun) ||
      bodies.has(plain) ||
      definiteBodies.has(noun) ||
      classWords.has(plain) ||
      speakingNouns.has(noun) ||
      documents.has(plain) ||
      nisbas.has(noun) ||
      several(plain) ||
      /^كبير(?:ه)?$/.test(plain) ||
      (!isEveryday(word) && couldBeName(word))
    );
  }

  /** أعضاء اللجنة: أعضاء لجنة المسرح, where the text names the body; null where it names none. */
  private fuller({ from, to, meaning }: Source): Figure | null {
    const body = this.reading.word(from + 1);
    if (to !== from + 2 || !body.startsWith('ال') || !(definiteBodies.has(body) || bodies.has(bare(body)))) return null;
    const of = this.heads.bodyWith(bare(body), from);
    if (!of || of.words.size < 2) return null;
    const canonical = `${this.describe({ from, to: from + 1 })} ${of.canonical}`;
    const words = [...meaning, ...of.words];
    return this.figures.describe(canonical, words, 'person', null, from, several(meaning[0] ?? ''));
  }

  /** موقع الفرقة, صفحة الوزارة: the body behind it speaks. */
  private site({ from, words, meaning, role, inside: [first] }: Source): Spoken | null {
    const between = first ? words.slice(1, first.name.from - from) : [];
    if (
      /^(?:موقع|صفحه|حساب)$/.test(role) &&
      first?.name.type === 'organization' &&
      between.length > 0 &&
      between.every((word) => /^(?:رسمي|رسميه|الكتروني|الكترونيه|خاص|خاصه)$/.test(word))
    )
      return met(first.figure, from, 'document');
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
      if (known) return met(known, from, 'document');
    }
    return null;
  }

  /** تقرير ديوان المحاسبة: from here on the report is that body's. */
  private from({ from, to }: Name, paper: string, at: number, figure: Figure): Spoken {
    this.heads.behind.set(paper, { from, to });
    return met(figure, at, 'document');
  }

  /** صندوق النقد والولايات المتحدة: two who say the same. */
  private joint(source: Stretch, inside: readonly Inside[]): Figure | null {
    const second = inside.findLast(
      ({ name }) => name.skip === 1 && name.from > source.from && this.reading.key(name.from).startsWith('و'),
    );
    if (!second || second.name.to < source.to || second.name.type === 'group') return null;
    // وزير الداخلية والبلديات: only what stands right before is joined, and it must be able to speak.
    const before = inside.findLast(({ name }) => name.to <= second.name.from);
    const alone = second.name.from === source.from + 1 && this.heads.bodies.has(bare(this.reading.word(source.from)));
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
    // مجلة الأعمال الأميركية فوربس: what it is, and then its name.
    const [what, called] = inside;
    if (
      classWords.has(head) &&
      called?.name.type === 'organization' &&
      called.name.from === what?.name.to &&
      called.name.skip === 0 &&
      called.name.to === source.to
    )
      return called.figure;
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
    this.heads.classes.set(head, figure);
    return figure;
  }

  /** A description without what is attached before it: وفقا للباحثين, وفقا لقوانين الولاية. */
  private plain({ from, to, head }: Source): string {
    const written = this.describe({ from, to });
    const whole = this.reading.key(from);
    if (/^لل.{3}/.test(whole)) return written.replace(/^لل/, 'ال');
    const of = /^[وف]?(?:وفقا?|طبقا|خلافا|نقلا)$/.test(this.reading.word(from - 1));
    if (of && whole === head && bare(whole) === whole.slice(1)) return written.slice(1);
    return written.slice(whole.length - head.length);
  }

  private describe({ from, to }: Stretch): string {
    return this.text.slice(this.reading.tokens[from]?.start ?? 0, this.reading.tokens[to - 1]?.end ?? 0);
  }
}
