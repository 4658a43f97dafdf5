/** Bodies that a text means by the head of their name alone, and documents that it means by their word alone. */
import { bare, type Figure, type Figures, unjoined } from './figures.ts';
import { documents } from './lexicon/callings.ts';
import { bodies, classWords, definiteBodies } from './lexicon/titles.ts';
import { firstNameFrom, type Name } from './names.ts';
import type { Reading, Stretch } from './reading.ts';

/** The bodies of a text by their heads, and who stands behind its documents. */
export class Heads {
  /** Bodies that only a class word and their marks make, by the class word. */
  readonly classes = new Map<string, Figure>();
  /** Bodies by the head of their name, in text order. */
  readonly bodies = new Map<string, Name[]>();
  /** دراسة … نشرها معهد ليبنيز: what the document says, the body behind it says. */
  readonly behind = new Map<string, Stretch>();
  private readonly reading: Reading;
  private readonly names: readonly Name[];
  private readonly figures: Figures;

  constructor(reading: Reading, names: readonly Name[], figures: Figures) {
    this.reading = reading;
    this.names = names;
    this.figures = figures;
    this.findBodies();
    for (const name of names) if (name.type === 'organization') this.findDocument(name);
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
    const key = this.reading.key(name.from);
    if (name.skip > 0 ? key[name.skip - 1] === 'ل' : /^لل.{3}/.test(key)) {
      for (let i = name.from - 1; i >= Math.max(0, name.from - 2); i--) {
        const word = bare(unjoined(this.reading.key(i)));
        if (documents.has(word)) this.behind.set(word, { from: name.from, to: name.to });
      }
      return;
    }
    const made = this.reading.key(name.from - 1);
    if (!/^(?:نشر|اجر|اعد|اصدر|انجز|كتب|وضع)ت?(?:ها|ه)$|^(?:اجرا|اجرت|اعدت)(?:ها|ه)$/.test(made)) return;
    for (let i = name.from - 2; i >= Math.max(0, name.from - 9); i--) {
      const word = bare(this.reading.key(i).replace(/^و(?=ال)/, ''));
      if (documents.has(word)) {
        this.behind.set(word, { from: name.from, to: name.to });
        return;
      }
    }
  }

  /** The body whose name begins with this word: the last one named before a token, else the first one after. */
  bodyWith(word: string, at: number): Figure | null {
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
    const index = firstNameFrom(this.names, best.from);
    if (this.names[index] === best) return this.figures.of[index] ?? null;
    const words = this.figures.words(best).map(bare);
    const known = this.figures.withWord(word).find((other) => words.every((one) => other.words.has(one)));
    return (
      known ??
      this.figures.describe(this.figures.written(best), words, 'organization', word.endsWith('ه') ? 'f' : 'm', at)
    );
  }
}
