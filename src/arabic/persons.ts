/** Persons: a given name and what follows, or whatever stands after a title, an office or a verb of saying. */
import { cliticsBefore, isTitle, opensAnother } from './attached.ts';
import { extent, surname } from './extents.ts';
import { complementisers, startingWithBa } from './lexicon/function-words.ts';
import { byLastName } from './lexicon/leaders.ts';
import { beforeFaith, beforeGod, familyEndings, products, verbalNames } from './lexicon/name-parts.ts';
import { cueForms } from './lexicon/reporting.ts';
import { bodies, classWords, definiteBodies, honorifics, offices, placeWords, vagueTitles } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { shape } from './shape.ts';
import {
  couldBeName,
  doubtfulNames,
  familyNames,
  givenNames,
  isEveryday,
  isFunction,
  isNamePart,
  isNoun,
  isVerb,
  looksNamed,
  nameParticles,
  nisbas,
} from './vocabulary.ts';

const lastNames: ReadonlySet<string> = new Set(byLastName);

/** Two words that no Arabic noun looks like, or one that looks much like a name beside one that looks a little like one. */
const foreignPair = (first: string, second: string): boolean =>
  (looksNamed(first) && looksNamed(second)) ||
  (looksNamed(second) &&
    first.length > 3 &&
    second.length > 3 &&
    couldBeName(first) &&
    shape(first) > 0.5 &&
    shape(first) + shape(second) > 7);

/** The persons of a text, put one by one as the passes find them. */
export class Persons {
  /** The words of the names that were found, for those who are named by one of them later. */
  readonly known = new Set<string>(byLastName);
  /** The last words of the names of several words. */
  private readonly last = new Set<string>(byLastName);
  private readonly reading: Reading;
  private readonly taken: Uint8Array;
  private readonly put: (name: Name) => boolean;
  constructor(reading: Reading, taken: Uint8Array, put: (name: Name) => boolean) {
    this.reading = reading;
    this.taken = taken;
    this.put = put;
  }

  private word(at: number): string {
    return this.reading.word(at);
  }

  /** Remembers the words of a name for those who are named by one of them later. */
  learn(name: Name): void {
    if (name.to - name.from > 1) this.last.add(this.word(name.to - 1));
    for (let i = name.from; i < name.to; i++) {
      const word = i === name.from ? this.word(i).slice(name.skip) : this.word(i);
      if (!nameParticles.has(word) && word.length > 2) this.known.add(word);
    }
  }

  private take(from: number, skip: number, by: Name['by'], least: number): boolean {
    const to = extent(this.reading, this.taken, from, skip, by === 'title');
    if (to - from < least) return false;
    const name: Name = { from, to, skip, type: 'person', by };
    if (!this.put(name)) return false;
    this.learn(name);
    return true;
  }

  /** The first pass: persons by a given name, a title, an office or a family name. */
  find(): void {
    const { reading, taken } = this;
    for (let i = 0; i < taken.length; i++) {
      const here = this.word(i);
      if (here === '' || taken[i]) continue;
      const before = this.word(i - 1);
      const titled = isTitle(before) && reading.joined(i);
      // علي عبد الله: a name, where على would be a preposition.
      if (
        here === 'علي' &&
        !(reading.tokens[i]?.maqsura ?? false) &&
        reading.joined(i + 1) &&
        (isNamePart(this.word(i + 1)) || nameParticles.has(this.word(i + 1))) &&
        this.take(i, 0, 'given', 2)
      )
        continue;
      // المهندس علي النقيدان: no preposition after a title.
      if (
        titled &&
        here === 'علي' &&
        !(reading.tokens[i]?.maqsura ?? false) &&
        reading.joined(i + 1) &&
        (couldBeName(this.word(i + 1)) || surname(this.reading, i + 1, true))
      ) {
        if (this.take(i, 0, 'title', 2)) continue;
      }
      if (
        titled &&
        !(vagueTitles.has(before.replace(/^[وفبلك](?=ال)/, '')) && !isNamePart(here)) &&
        !opensAnother(here) &&
        (couldBeName(here) || doubtfulNames.has(here) || nameParticles.has(here)) &&
        !isVerb(here) &&
        !nisbas.has(here)
      ) {
        if (this.take(i, 0, 'title', 1)) continue;
      }
      // أم محمد, أبو مازن.
      if (
        (here === 'ابو' || here === 'ام' || here === 'بن') &&
        reading.joined(i + 1) &&
        (isNamePart(this.word(i + 1)) || doubtfulNames.has(this.word(i + 1))) &&
        !taken[i + 1]
      ) {
        if (this.take(i, 0, 'given', 2)) continue;
      }
      if (isFunction(here)) continue;
      if (this.compound(i)) continue;
      // أسرة مرسي رفعت قضية: a family name that we know, and a verb.
      if (this.last.has(here) && (isEveryday(this.word(i + 1)) || isVerb(this.word(i + 1)))) continue;
      // "…"، يزيد فلان: a verb.
      if (verbalNames.has(here) && reading.tokens[i - 1]?.kind !== 'word') continue;
      const clitic = cliticsBefore(here, (rest) => givenNames.has(rest));
      if (clitic >= 0 && !(clitic > 0 && (startingWithBa.has(here) || (isEveryday(here) && !this.namesBehind(i))))) {
        const next = this.word(i + 1);
        const office = clitic === 0 && reading.joined(i) && this.officeBefore(i);
        // One given name alone is a person only after an office.
        if (this.take(i, clitic, office ? 'title' : 'given', office ? 1 : 2)) continue;
        if (next === '' && office && this.take(i, clitic, 'title', 1)) continue;
      }
      // سعيد عقل, كريم يونس: a doubtful given name before one that is none.
      if (
        doubtfulNames.has(here) &&
        !offices.has(here) &&
        !bodies.has(here) &&
        !honorifics.has(here) &&
        !cueForms.has(here) &&
        reading.joined(i + 1) &&
        !taken[i + 1]
      ) {
        const next = this.word(i + 1);
        const sure = isNamePart(next) && !isEveryday(next) && !opensAnother(next);
        const officed = this.officeBefore(i) && couldBeName(next) && !opensAnother(next);
        if ((sure && (familyNames.has(next) || officed)) || officed) {
          if (this.take2(i, 'given')) continue;
        }
      }
      if (opensAnother(here) || !couldBeName(here)) continue;
      if (
        products.has(
          this.word(reading.tokens[i - 1]?.kind === 'mark' ? i - 2 : i - 1).replace(/^(?:[وفب]|ال)+(?=.{3})/, ''),
        )
      )
        continue;
      if (reading.joined(i) && !here.startsWith('ال') && this.officeBefore(i)) {
        if (this.take(i, 0, 'title', familyNames.has(here) || looksNamed(here) ? 1 : 2)) continue;
      }
      // وراسموس روفر من البنك: two strangers after a conjunction, and where they are from.
      if (
        /^و.{4}/.test(here) &&
        reading.joined(i + 1) &&
        this.foreign(here.slice(1)) &&
        this.foreign(this.word(i + 1)) &&
        /^(?:من|في)$/.test(this.word(i + 2))
      ) {
        if (this.take(i, 1, 'given', 2)) continue;
      }
      // Two strangers, the second a family name: بيالا كاليشي; or before an apposition: …، الكاتبة.
      if (reading.joined(i + 1) && !here.startsWith('ال')) {
        const next = this.word(i + 1);
        const family =
          familyNames.has(next) &&
          !isEveryday(next) &&
          !nisbas.has(next) &&
          (!lastNames.has(next) || givenNames.has(here));
        const apposed = couldBeName(next) && !opensAnother(next) && this.apposition(i + 2);
        // ديكلان كوستيلو: two words that no Arabic noun looks like, where no place is meant.
        const foreign =
          foreignPair(here, next) && !opensAnother(next) && !taken[i + 1] && !this.placed(i) && !this.marked(i);
        if ((family || apposed || foreign) && this.take(i, 0, 'given', 2)) continue;
      }
    }
  }

  /** فخر الدين ألتون, هيبة الله أخوند زاده, خطيب زاده: everyday words that make a name together. */
  private compound(at: number): boolean {
    const next = this.word(at + 1);
    if (!this.reading.joined(at + 1) || this.taken[at + 1]) return false;
    const here = this.word(at);
    if (familyEndings.has(next))
      return !isVerb(here) && !cueForms.has(here.replace(/^[وف]/, '')) && this.take(at, 0, 'given', 2);
    const known = next === 'الدين' ? beforeFaith : next === 'الله' ? beforeGod : null;
    const skip = known === null ? -1 : cliticsBefore(here, (rest) => known.has(rest));
    if (skip < 0) return false;
    // بفضل الله, حبيب الله: God is meant, but where a name goes on.
    return this.take(at, skip, 'given', next === 'الدين' && skip === 0 ? 2 : 3);
  }

  /** وأحمد خالد صالح: a conjunction before a name, though أحمد with it is a verb too. */
  private namesBehind(at: number): boolean {
    const next = this.word(at + 1);
    return (
      this.word(at).startsWith('و') &&
      this.reading.joined(at + 1) &&
      isNamePart(next) &&
      !isEveryday(next.replace(/^ال/, ''))
    );
  }

  /** A doubtful first word and what follows it. */
  private take2(from: number, by: Name['by']): boolean {
    const rest = extent(this.reading, this.taken, from + 1, 0);
    if (rest <= from + 1) return false;
    const name: Name = { from, to: rest, skip: 0, type: 'person', by };
    if (!this.put(name)) return false;
    this.learn(name);
    return true;
  }

  /** في, إلى, مدينة: what follows is a place. */
  private placed(at: number): boolean {
    const before = this.word(at - 1).replace(/^[وف](?=.{2})/, '');
    return (
      /^(?:في|الي|من|بين|عبر|نحو|قرب)$/.test(before) ||
      placeWords.has(before) ||
      bodies.has(before) ||
      classWords.has(before)
    );
  }

  /** In marks of its own: a film, a programme, a company. */
  private marked(at: number): boolean {
    return this.reading.tokens[at - 1]?.kind === 'mark' && this.reading.tokens[at + 2]?.kind === 'mark';
  }

  /** A word that only a name of another language could be: no article, no clitic, no shape of a noun. */
  private foreign(word: string): boolean {
    return (
      word.length > 3 && couldBeName(word) && !word.startsWith('ال') && !/^[بلكفو]/.test(word) && !isEveryday(word)
    );
  }

  private apposition(at: number): boolean {
    if (this.reading.tokens[at]?.kind !== 'comma') return false;
    const next = this.word(at + 1);
    return honorifics.has(next) || offices.has(next);
  }

  /** Surnames and short forms of names that were found: the same word again, alone. */
  again(): void {
    const { taken, known, reading } = this;
    for (let i = 0; i < taken.length; i++) {
      const here = this.word(i);
      if (here === '' || taken[i]) continue;
      let clitic = cliticsBefore(here, (rest) => known.has(rest));
      // للأسد: the ل has swallowed the alif, and the name is written as it stands.
      if (clitic < 0 && here.startsWith('لل') && known.has(`ا${here.slice(1)}`)) {
        this.put({ from: i, to: i + 1, skip: 0, type: 'person', by: 'again' });
        continue;
      }
      clitic = Math.max(clitic, -1);
      if (clitic < 0 || here.length - clitic < 3) continue;
      const rest = here.slice(clitic);
      const followed = reading.joined(i + 1) && known.has(this.word(i + 1)) && !taken[i + 1];
      if (
        (isFunction(rest) && !(followed && clitic === 0)) ||
        (clitic > 0 && (startingWithBa.has(here) || (isEveryday(here) && !followed)))
      )
        continue;
      // كريم, منصور: an everyday word is the person again only where it cannot be itself.
      if (
        !followed &&
        isEveryday(rest) &&
        (isNoun(rest) ? !isNamePart(rest) && !(doubtfulNames.has(rest) && rest.endsWith('ي')) : isVerb(rest)) &&
        !cueForms.has(this.word(i - 1).replace(/^[وف]/, '')) &&
        !honorifics.has(this.word(i - 1))
      )
        continue;
      if (reading.tokens[i]?.tanwin) continue;
      let to = i + 1;
      while (
        to < taken.length &&
        !taken[to] &&
        reading.joined(to) &&
        // حذر زودر ميركل: two whom their last names name.
        !(this.last.has(this.word(to)) && this.last.has(this.word(to - 1))) &&
        (known.has(this.word(to)) ||
          nameParticles.has(this.word(to)) ||
          this.word(to) === 'بك' ||
          this.word(to) === 'باشا') &&
        !isFunction(this.word(to)) &&
        to - i < 4
      )
        to++;
      this.put({ from: i, to, skip: clitic, type: 'person', by: 'again' });
    }
  }

  /** A word after a verb of saying, before what was said: the name of somebody who was not named before. */
  afterCues(): void {
    const { reading, taken } = this;
    for (let i = 1; i < taken.length; i++) {
      if (taken[i]) continue;
      const here = this.word(i);
      if (here === '' || !reading.joined(i) || !couldBeName(here) || opensAnother(here)) continue;
      const cue = cueForms.get(this.word(i - 1).replace(/^[وف]/, ''));
      if (!cue || cue.verb.caution > 0 || cue.form === 'participle') continue;
      const next = reading.tokens[i + 1];
      if (!next) continue;
      const clause = complementisers.has(next.key) || next.kind === 'colon' || next.kind === 'mark';
      const listed = familyNames.has(here) || givenNames.has(here);
      if (
        !(clause
          ? !/^[بل]/.test(here) || listed
          : listed || (couldBeName(next.key) && next.kind === 'word' && (!here.startsWith('ال') || shape(here) > 2)))
      )
        continue;
      this.take(i, 0, 'cue', 1);
    }
  }

  /** Whether an office stands before: وزير الخارجية البريطاني [فيليب هاموند]. */
  private officeBefore(at: number): boolean {
    for (let i = at - 1, steps = 0; i >= 0 && steps < 10; i--, steps++) {
      const here = this.word(i);
      if (here === '') {
        // وزير الخارجية، أبو بكر القربي: a comma right before the name.
        if (steps === 0 && this.reading.tokens[i]?.kind === 'comma') continue;
        return false;
      }
      const bare = here.replace(/^(?:[وف]?[بكل]?)(?=.{3})/, '');
      if (offices.has(here) || offices.has(bare) || offices.has(bare.replace(/^ال/, ''))) return here !== 'باسم';
      if (this.taken[i]) continue;
      const definite = /^(?:[وبل]?ال|لل)/.test(here);
      const head = bodies.has(bare) || bodies.has(here) || definiteBodies.has(here);
      if (!definite && !head && !nisbas.has(here) && !/^(?:في|لدي|باسم)$/.test(here) && !isEveryday(here)) return false;
      if (cueForms.has(here) || isVerb(here) || complementisers.has(here)) return false;
    }
    return false;
  }
}
