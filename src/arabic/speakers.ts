/** Who the sources are: one speaker for all the ways an article names them, and the speaker that a verb alone means. */
import type { Attribution } from './attribution.ts';
import { key } from './characters.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import { nisbas } from './vocabulary.ts';
import type { Reading, Stretch } from './reading.ts';
import type { Layout } from './sentences.ts';
import type { Token } from './tokens.ts';

export interface Person {
  /** The fullest form in the text. */
  canonical: string;
  readonly words: Set<string>;
  readonly titles: Set<string>;
  gender: 'm' | 'f' | null;
  readonly person: boolean;
  last: number;
  mentions: number;
}

/** A word less its conjunction or preposition, where the rest is a word that we know or has the article. */
function unjoined(word: string): string {
  const known = (rest: string) =>
    offices.has(rest) ||
    honorifics.has(rest) ||
    bodies.has(rest) ||
    speakingNouns.has(rest) ||
    definiteBodies.has(rest);
  if (known(word)) return word;
  const rest = word.slice(1);
  return /^[وفبلك]/.test(word) && (known(rest) || /^ال.{2}/.test(rest)) ? rest : word;
}

const bare = (word: string) => word.replace(/^(?:[وف]?[بكل]?ال|لل)/, '').replace(/^ل(?=.{3})/, '');
const DOCUMENTS = new Set(['دراسه', 'تقرير', 'بيان', 'استطلاع', 'بحث', 'تعميم', 'وثيقه', 'رساله', 'مسح', 'ورقه']);
const EMPTY = new Set(['ذاته', 'ذاتها', 'نفسه', 'نفسها', 'المذكور', 'السابق', 'السابقه', 'الحالي', 'اعلاه']);

export class Speakers {
  readonly all: Person[] = [];
  private readonly stack: Person[] = [];
  /** Bodies of more than one word, by the head of their name. */
  private readonly bodies = new Map<string, Name[]>();
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly layout: Layout;
  private readonly names: readonly Name[];
  constructor(text: string, { tokens, layout }: Reading, names: readonly Name[]) {
    this.text = text;
    this.tokens = tokens;
    this.layout = layout;
    this.names = names;
    // Every person that is named, with the titles that stand before; whole names first, so that a surname finds its own.
    for (const name of names) if (name.type === 'person' && name.to - name.from > 1) this.learn(name);
    for (const name of names) if (name.type === 'person' && name.to - name.from === 1) this.learn(name);
    this.documents();
    let next = 0;
    for (let i = 0; i < tokens.length; i++) {
      while ((names[next]?.to ?? Infinity) <= i) next++;
      const name = names[next];
      if (name && name.from === i && name.type === 'organization' && name.to - name.from > 1) this.remember(name);
      else if (tokens[i]?.kind === 'word' && !(name && name.from <= i)) {
        // لجنة التحكيم: no name, but a body that may be meant by its head alone.
        const plain = unjoined((tokens[i] as Token).key);
        if (!bodies.has(plain)) continue;
        let to = i + 1;
        while (to < i + 4 && /^(?:ال|لل)/.test(tokens[to]?.key ?? '') && !definiteBodies.has(tokens[to]?.key ?? ''))
          to++;
        if (to > i + 1)
          this.remember({
            from: i,
            to,
            skip: (tokens[i] as Token).key.length - plain.length,
            type: 'organization',
            by: 'head',
          });
      }
    }
  }

  private words(name: Name): string[] {
    const words: string[] = [];
    for (let i = name.from; i < name.to; i++)
      words.push(i === name.from ? (this.tokens[i] as Token).key.slice(name.skip) : (this.tokens[i] as Token).key);
    return words;
  }
  private written(name: Name): string {
    const first = this.tokens[name.from] as Token;
    let start = first.start;
    for (let n = 0; n < name.skip; start++) if (key(this.text.charAt(start)) !== '') n++;
    return this.text.slice(start, (this.tokens[name.to - 1] as Token).end);
  }

  private learn(name: Name): Person {
    const words = this.words(name);
    let best: Person | null = null;
    for (const other of this.all) {
      if (!other.person) continue;
      const shared = words.filter((word) => other.words.has(word)).length;
      if (shared !== words.length && shared !== other.words.size) continue;
      // A surname alone means the one who is named most.
      if (!best || other.mentions > best.mentions) best = other;
    }
    if (best) {
      best.mentions++;
      if (words.length > best.words.size) best.canonical = this.written(name);
      for (const word of words) best.words.add(word);
    } else {
      best = {
        canonical: this.written(name),
        words: new Set(words),
        titles: new Set(),
        gender: null,
        person: true,
        last: name.from,
        mentions: 1,
      };
      this.all.push(best);
    }
    // Titles before the name, as far as the noun phrase reaches back: to its head, an office or an honorific.
    const before: string[] = [];
    for (let i = name.from - 1, steps = 0; i >= 0 && steps < 14; i--, steps++) {
      const token = this.tokens[i] as Token;
      if (token.kind === 'comma' && steps === 0) continue;
      if (token.kind !== 'word' || token.line !== (this.tokens[name.from] as Token).line) break;
      const plain = unjoined(token.key);
      const word = bare(plain);
      before.push(word);
      if (offices.has(plain) || offices.has(word)) {
        for (const title of before) best.titles.add(title);
        if (!bodies.has(plain)) break;
      } else if (honorifics.has(plain)) for (const title of before) best.titles.add(title);
      else if (['ان', 'قال', 'مع', 'بين', 'عن', 'بعد', 'قبل'].includes(plain)) break;
    }
    // بيالا كاليشي، الكاتبة الكاميرونية: an apposition after the name.
    if (this.tokens[name.to]?.kind === 'comma') {
      for (let i = name.to + 1; i < name.to + 7; i++) {
        const token = this.tokens[i];
        if (token?.kind !== 'word') break;
        const word = bare(token.key);
        if (i === name.to + 1 && !(offices.has(word) || offices.has(token.key) || honorifics.has(token.key))) break;
        best.titles.add(word);
      }
    }
    return best;
  }

  private describe({ from, to }: Stretch): string {
    return this.text.slice((this.tokens[from] as Token).start, (this.tokens[to - 1] as Token).end);
  }

  /** The speaker that a source names. */
  resolve(source: Stretch): Person {
    const inside = this.names.filter((name) => name.from >= source.from && name.to <= source.to);
    const head = unjoined((this.tokens[source.from] as Token).key);
    const person = inside.find(({ type }) => type === 'person');
    const bodyFirst =
      bodies.has(head) ||
      (inside[0]?.from === source.from && inside[0].type !== 'person' && inside[0].type !== 'group');
    if (person && !(bodyFirst && person.from > source.from + 2)) {
      // محامي موراي, شقيقة جاكسون: another person than the one named, unless the name is the last one.
      const kin =
        /^(?:محامي|محاميه|والد|والده|شقيق|شقيقه|زوجه|ابن|ابنه|متحدث|ناطق|فريق|حمله|مكتب|وكيل)$/.test(head) &&
        person.from === source.from + 1;
      if (!kin) {
        const last = inside.filter(({ type }) => type === 'person').at(-1) as Name;
        return this.touch(this.learn(head === 'شقيقه' || head === 'والده' ? last : person), source.from);
      }
    }
    const words: string[] = [];
    for (let i = source.from; i < source.to; i++) {
      const token = this.tokens[i] as Token;
      if (token.kind === 'word') words.push(bare(unjoined(token.key)));
    }
    const behind = this.behind.get(words[0] ?? '');
    if (behind && source.from !== behind.from) return this.resolve(behind);
    const meaning = words.filter((word) => !EMPTY.has(word) && !EMPTY.has(`ال${word}`));
    // الوزير and وزير الخارجية mean somebody who is known; وزير سابق does not.
    const definite =
      words.length > 1 ? this.definite(source) : /^(?:ال|وال)/.test((this.tokens[source.from] as Token).key);
    if (
      inside.length === 1 &&
      inside[0]?.from === source.from &&
      inside[0].to >= source.to &&
      inside[0].type !== 'person'
    ) {
      const known = this.all.find(
        (other) => !other.person && [...this.words(inside[0] as Name)].every((word) => other.words.has(word)),
      );
      if (known) return this.touch(known, source.from);
    }
    // الوزارة, المعهد, الحركة: the body with that head which was named last before, or first after.
    if (meaning.length === 1 && definiteBodies.has(`ال${meaning[0]}`)) {
      const body = this.bodyWith(meaning[0] as string, source.from);
      if (body) return this.touch(body, source.from);
    }
    // سموه, معاليه: a title with a pronoun means whoever spoke last.
    if (/^(?:سمو|معالي|فضيلت|سعادت|جلالت|فخامت|سيادت|دولت|غبطت|نيافت)ه$/.test(head)) {
      const last = [...this.stack].reverse().find((other) => other.person);
      if (last) return this.touch(last, source.from);
    }
    // المتحدث ذاته, المسؤول نفسه: whoever spoke last.
    if (
      /^(?:متحدث|متحدثه|مسوول|مسووله|مصدر|ناطق)$/.test(meaning[0] ?? '') &&
      meaning.length === 1 &&
      (this.tokens[source.from] as Token).key.startsWith('ال') &&
      this.stack.length > 0
    ) {
      const woman = (meaning[0] as string).endsWith('ه');
      for (let i = this.stack.length - 1; i >= 0; i--) {
        const other = this.stack[i] as Person;
        if (other.gender === null || (other.gender === 'f') === woman) return this.touch(other, source.from);
      }
    }
    if (definite) {
      // الوزير، المسؤول الحكومي، المتحدث ذاته: the last one whose titles have these words.
      let best: Person | null = null;
      let score = 0;
      for (const other of this.all) {
        const role = meaning[0];
        if (role === undefined) break;
        const pool = other.person ? other.titles : other.words;
        if (other.person && !offices.has(role) && !honorifics.has(`ال${role}`)) continue;
        // المسؤول الأميركي may be any official; وزير الخارجية only one who was called so.
        const official = role === 'مسوول' && this.stack.includes(other) && [...pool].some((word) => offices.has(word));
        const peer = [...pool].some((word) => word.startsWith('نظير')) && offices.has(role);
        if (!pool.has(role) && !official && !peer) continue;
        const stems = new Set([...pool].map((word) => word.replace(/ه$/, '')));
        const shared =
          meaning.filter((word) => stems.has(word.replace(/ه$/, ''))).length +
          (official || peer ? 0.5 : 0) +
          (meaning.some((word, at) => at > 0 && nisbas.has(`ال${word}`) && stems.has(word.replace(/ه$/, ''))) ? 1 : 0);
        const clash = meaning
          .slice(1)
          .some(
            (word) =>
              nisbas.has(`ال${word}`) &&
              !stems.has(word.replace(/ه$/, '')) &&
              [...stems].some((title) => nisbas.has(`ال${title}`)),
          );
        if (clash) continue;
        const recent = this.stack.indexOf(other);
        if (!other.person && !meaning.every((word) => stems.has(word.replace(/ه$/, '')))) continue;
        const value =
          shared +
          (recent >= 0 ? 0.3 + (0.1 * (recent + 1)) / this.stack.length : 0) -
          (other.last > source.from ? 0.4 : 0);
        if (value > score) {
          best = other;
          score = value;
        }
      }
      if (best) return this.touch(best, source.from);
    }
    const known = this.all.find(
      (other) =>
        !other.person &&
        meaning.length > 0 &&
        meaning.every((word) => other.words.has(word)) &&
        other.words.size - meaning.length < 6,
    );
    if (known) return this.touch(known, source.from);
    const gender =
      (meaning[0] ?? '').endsWith('ه') || (inside[0]?.from === source.from && inside[0].type === 'place') ? 'f' : null;
    const fresh: Person = {
      canonical: this.describe(source)
        .replace(/^[و](?=ال)/, '')
        .replace(/^(مسؤول|مصدر|متحدث|ناطق|خبير|محلل|مسئول)ا$/, '$1'),
      words: new Set(meaning),
      titles: new Set(),
      gender,
      person: false,
      last: source.from,
      mentions: 1,
    };
    this.all.push(fresh);
    return this.touch(fresh, source.from);
  }

  private remember(name: Name): void {
    const head = bare(this.words(name)[0] as string);
    const same = this.bodies.get(head);
    if (same) same.push(name);
    else this.bodies.set(head, [name]);
  }

  /** The body whose name begins with this word: the last one named before a token, else the first one after. */
  private bodyWith(word: string, at: number): Person | null {
    const named = this.bodies.get(word);
    if (!named) return null;
    let best = named[0] as Name;
    for (const name of named) {
      if (name.from >= at) break;
      best = name;
    }
    const words = new Set(this.words(best).map(bare));
    const known = this.all.find((other) => !other.person && [...words].every((one) => other.words.has(one)));
    if (known) return known;
    const fresh: Person = {
      canonical: this.written(best),
      words,
      titles: new Set(),
      gender: word.endsWith('ه') ? 'f' : 'm',
      person: false,
      last: at,
      mentions: 1,
    };
    this.all.push(fresh);
    return fresh;
  }

  /** دراسة … نشرها معهد ليبنيز: what the document says, the body behind it says. */
  private readonly behind = new Map<string, Stretch>();
  private documents(): void {
    for (const name of this.names) {
      if (name.type !== 'organization') continue;
      const made = this.tokens[name.from - 1]?.key ?? '';
      if (!/^(?:نشر|اجر|اعد|اصدر|انجز|كتب|وضع)ت?(?:ها|ه)$|^(?:اجرا|اجرت|اعدت)(?:ها|ه)$/.test(made)) continue;
      for (let i = name.from - 2; i >= Math.max(0, name.from - 9); i--) {
        const word = bare((this.tokens[i] as Token).key.replace(/^و(?=ال)/, ''));
        if (DOCUMENTS.has(word)) {
          this.behind.set(word, { from: name.from, to: name.to });
          break;
        }
      }
    }
  }

  private definite({ from, to }: Stretch): boolean {
    for (let i = from; i < to; i++) {
      const word = (this.tokens[i] as Token).key;
      if (['في', 'من', 'باسم', 'لدي'].includes(word)) return false;
      if (/^(?:ال|وال|لل)/.test(word)) return true;
    }
    return false;
  }

  private touch(person: Person, at: number): Person {
    person.last = at;
    return person;
  }

  /** Somebody was named as a speaker: the next verb without a subject is theirs. */
  push(person: Person): void {
    const at = this.stack.indexOf(person);
    if (at >= 0) this.stack.splice(at, 1);
    this.stack.push(person);
  }

  /** The speaker that a verb without a subject means. */
  implied({ cue, gender }: Attribution, sentenceSubject: Person | null): Person | null {
    if (sentenceSubject) return sentenceSubject;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const person = this.stack[i] as Person;
      if (gender === null || person.gender === null || person.gender === gender) return person;
    }
    void cue;
    return this.stack.at(-1) ?? null;
  }

  /** The first person or body that the sentence names before a token, not after a preposition: its likely subject. */
  sentenceSubject(at: number): Person | null {
    let from = at;
    while (from > 0 && this.layout.sentence[from - 1] === this.layout.sentence[at]) from--;
    for (const name of this.names) {
      if (name.from < from || name.from >= at || (name.type !== 'person' && name.type !== 'organization')) continue;
      if (
        name.skip > 1 ||
        (name.skip === 1 && !(name.from - from < 3 && (this.tokens[name.from] as Token).key.startsWith('و')))
      )
        continue;
      const before = this.tokens[name.from - 1]?.key ?? '';
      if (name.from > from && ['في', 'من', 'الي', 'عن', 'علي', 'مع', 'بين', 'ضد'].includes(before)) continue;
      if (name.type === 'person') return this.learn(name);
      if (name.from - from < 5) return this.resolve(name);
    }
    return null;
  }
  /** The person whom a sentence without a report is about: named among its first words. */
  topic(sentence: number): Person | null {
    if (!this.starts) {
      this.starts = new Map();
      for (let i = this.tokens.length - 1; i >= 0; i--) this.starts.set(this.layout.sentence[i] as number, i);
    }
    const from = this.starts.get(sentence);
    if (from === undefined) return null;
    for (const name of this.names) {
      if (name.from < from) continue;
      if (name.from > from + 7 || this.layout.sentence[name.from] !== sentence) return null;
      if (name.type !== 'person' || name.skip > 1) continue;
      const before = this.tokens[name.from - 1]?.key ?? '';
      if (name.from > from && ['في', 'من', 'الي', 'عن', 'علي', 'مع', 'بين', 'ضد', 'حول'].includes(before)) continue;
      return this.learn(name);
    }
    return null;
  }
  private starts: Map<number, number> | null = null;

  isTitle(word: string): boolean {
    return offices.has(word) || honorifics.has(word) || speakingNouns.has(word) || definiteBodies.has(word);
  }
}
