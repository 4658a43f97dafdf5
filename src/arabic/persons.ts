/** Persons: a given name and what follows, or whatever stands after a title, an office or a verb of saying. */
import { cueForms } from './lexicon/reporting.ts';
import { isAdjective } from './lexicon/adjectives.ts';
import { complementisers, startingWithBa } from './lexicon/function-words.ts';
import { bodies, definiteBodies, honorifics, offices } from './lexicon/titles.ts';
import { opensListed } from './gazetteer.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
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
  nameParticles,
  nisbas,
  remembered,
} from './vocabulary.ts';

/** How many letters at most may be attached before a word: و or ف, then ب, ك or ل. */
export function proclitics(word: string): number {
  const first = 'وف'.includes(word.charAt(0)) ? 1 : 0;
  return 'بكل'.includes(word.charAt(first) || ' ') ? first + 1 : first;
}
const MOST = 6;
/** Titles that are other words as often: الفريق is a team too. They need a name that a list knows. */
const VAGUE: ReadonlySet<string> = new Set([
  'الفريق',
  'الحكم',
  'اول',
  'المقدم',
  'الحارس',
  'النجم',
  'المعارض',
  'المواطن',
  'البطل',
  'الموسيقي',
  'القتيل',
  'الضابط',
  'الرائد',
  'المرشح',
  'المدافع',
  'الشاب',
  'الطفل',
  'الناقد',
  'النجمه',
  'المتهم',
  'الجندي',
  'الطالب',
  'المتحدث',
  'الاسير',
]);
const SURNAMES: ReadonlySet<string> = new Set([
  'الخطيب',
  'القاضي',
  'الامير',
  'الحكيم',
  'الطيب',
  'المفتي',
  'الحارس',
  'الشاعر',
  'الكاتب',
  'النجار',
  'الملا',
]);
/** Verbal nouns by their shape: انعدام, اجتماع, استخدام, إغاثة, تنظيم. */
const MASDAR = /^(?:ا[نجحخ].{1,2}ا.|است..ا.|ا.ت.ا.|ا..ا.ه|ت..ي.|م.ا..ه)$/;

/** How many folded letters of a word are proclitics, for which `known` accepts the rest: the fewest; -1 for none that fits. */
export function cliticsBefore(word: string, known: (rest: string) => boolean): number {
  if (known(word)) return 0;
  const most = proclitics(word);
  for (let n = 1; n <= most; n++) if (word.length - n >= 3 && known(word.slice(n))) return n;
  return -1;
}

/** Whether a word goes on to something else: a conjunction or a preposition is attached to a word that we know. */
const opensAnother = remembered((word: string): boolean => {
  const rest = word.slice(1);
  if (!/^[وفلكب]/.test(word) || isNamePart(word)) return false;
  if (word.startsWith('ب') && startingWithBa.has(word)) return false;
  if (rest.length < 3) return isFunction(rest);
  // A verb cannot follow ب, ل or ك: بوناب is a name.
  if (/^[بكل]/.test(word))
    return (
      isFunction(rest) ||
      givenNames.has(rest) ||
      nisbas.has(rest) ||
      offices.has(rest) ||
      opensListed(rest) ||
      isNoun(rest) ||
      /^ل.{3}/.test(rest) ||
      MASDAR.test(rest) ||
      (/^ال.{2}/.test(rest) && (!word.startsWith('ك') || isEveryday(rest)))
    );
  return (
    isFunction(rest) ||
    cueForms.has(rest) ||
    givenNames.has(rest) ||
    nisbas.has(rest) ||
    offices.has(rest) ||
    opensListed(rest) ||
    isEveryday(rest) ||
    /^ل.{3}/.test(rest) ||
    /^ال.{2}/.test(rest)
  );
});

/** السيد, والسيد, للسيد: a title, with whatever is attached to it. */
const isTitle = remembered(
  (word) =>
    honorifics.has(word) ||
    honorifics.has(word.replace(/^[وفبلك](?=ال)/, '')) ||
    honorifics.has(word.replace(/^لل/, 'ال')),
);

/** The persons of a text, put one by one as the passes find them. */
export class Persons {
  /** The words of the names that were found, for those who are named by one of them later. */
  readonly known = new Set<string>();
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
    for (let i = name.from; i < name.to; i++) {
      const word = i === name.from ? this.word(i).slice(name.skip) : this.word(i);
      if (!nameParticles.has(word) && word.length > 2) this.known.add(word);
    }
  }

  /** The end of the name that begins at a token, by what each word may be; `from` where none does. */
  private extent(from: number, skip: number, titled = false): number {
    let to = from;
    let strangers = 0;
    while (to - from < MOST && to < this.taken.length && !this.taken[to]) {
      const here = to === from ? this.word(to).slice(skip) : this.word(to);
      if (here === '' || (to > from && !this.reading.joined(to))) break;
      if (
        nameParticles.has(here) &&
        this.word(to + 1) !== '' &&
        this.reading.joined(to + 1) &&
        !this.taken[to + 1] &&
        (here !== 'لا' || to > from)
      ) {
        const next = this.word(to + 1);
        if (
          isNamePart(next) ||
          doubtfulNames.has(next) ||
          couldBeName(next) ||
          next.startsWith('ال') ||
          nameParticles.has(next) ||
          here === 'ال'
        ) {
          to += 2;
          continue;
        }
        if (here !== 'الله' && here !== 'الدين') break;
      }
      if (
        to > from &&
        (here === 'الله' ||
          (here === 'ال' && nameParticles.has('ال')) ||
          here === 'الدين' ||
          here === 'الزهراء' ||
          here === 'الاسلام' ||
          here === 'بك' ||
          here === 'باشا' ||
          here === 'اغا' ||
          here === 'افندي')
      ) {
        to++;
        continue;
      }
      // محمد علي، علي حسن: the name, where على would be a preposition.
      if (here === 'علي' && !this.reading.tokens[to]?.maqsura) {
        const next = this.word(to + 1);
        if (to === from || next === '' || isNamePart(next) || complementisers.has(next)) {
          to++;
          continue;
        }
      }
      if (isNamePart(here)) {
        if (to > from && this.reading.tokens[to]?.maqsura && isFunction(here)) break;
        to++;
        continue;
      }
      if (
        to > from &&
        doubtfulNames.has(here) &&
        !isFunction(here) &&
        !bodies.has(here) &&
        !honorifics.has(here) &&
        !cueForms.has(here) &&
        (to === from + 1 || !isEveryday(here)) &&
        !this.describes(to)
      ) {
        to++;
        continue;
      }
      if (to > from && here.startsWith('و')) break;
      const family =
        to > from && here.startsWith('ال') && isNamePart(here.slice(2)) && !this.word(to - 1).startsWith('ال');
      const given = this.word(from).slice(skip);
      if ((family || to === from + 1) && (givenNames.has(given) || given === 'علي') && this.surname(to, titled)) {
        to++;
        if (here.startsWith('ال')) break;
        continue;
      }
      // أحمد الخطيب: a calling that is a family name.
      if (to === from + 1 && SURNAMES.has(here) && givenNames.has(this.word(from).slice(skip))) {
        to++;
        break;
      }
      if (!couldBeName(here) || (to > from && opensAnother(here))) break;
      if (this.reading.tokens[to]?.tanwin) break;
      if (++strangers > 2) break;
      to++;
      // After a given name, a word with the article is of the family, and the last: عمرو السولية.
      if (here.startsWith('ال') && to - from > 1 && !this.word(to).startsWith('ال')) break;
    }
    return to;
  }

  /** Whether an everyday word after a given name is the family name here: رؤوف الباسطي, محمد صديقي،. */
  private surname(at: number, titled: boolean): boolean {
    const here = this.word(at);
    const next = this.reading.tokens[at + 1];
    const closed =
      next === undefined ||
      next.kind !== 'word' ||
      next.line !== this.reading.tokens[at]?.line ||
      isFunction(next.key) ||
      complementisers.has(next.key);
    // اللواء منصور التركي; محمد الشرقي، خالد الغربي إن.
    if ((titled || closed) && here.startsWith('ال') && nisbas.has(here) && !here.endsWith('ه')) return true;
    if (
      isFunction(here) ||
      /^قول(?:ه|ها|هم)$/.test(here) ||
      nisbas.has(here) ||
      cueForms.has(here) ||
      offices.has(here) ||
      bodies.has(here) ||
      honorifics.has(here) ||
      definiteBodies.has(here) ||
      isVerb(here)
    )
      return false;
    if (this.reading.tokens[at]?.tanwin || opensAnother(here)) return false;
    // خالد السليمان, سعد الفهد: a given name with the article.
    if (here.startsWith('ال') && isNamePart(here.slice(2))) return true;
    if (here.startsWith('ال') && here.endsWith('ي') && (closed || !isAdjective(here))) return true;
    if (here.startsWith('ال'))
      return !isEveryday(here) || (here.endsWith('ي') && !isNoun(here.slice(2, -1) === '' ? here : here.slice(2)));
    return isEveryday(here) && here.length > 2 && (titled || closed) && !here.endsWith('ا');
  }

  /** مايكل سعيدا, محمد كريم جدا: a doubtful word that is an adjective here. */
  private describes(at: number): boolean {
    const token = this.reading.tokens[at];
    return Boolean(token?.tanwin);
  }

  private take(from: number, skip: number, by: Name['by'], least: number): boolean {
    const to = this.extent(from, skip, by === 'title');
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
        (couldBeName(this.word(i + 1)) || this.surname(i + 1, true))
      ) {
        if (this.take(i, 0, 'title', 2)) continue;
      }
      if (
        titled &&
        !(VAGUE.has(before.replace(/^[وفبلك](?=ال)/, '')) && !isNamePart(here)) &&
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
      const clitic = cliticsBefore(here, (rest) => givenNames.has(rest));
      if (clitic >= 0 && !(clitic > 0 && (startingWithBa.has(here) || isEveryday(here)))) {
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
      if (reading.joined(i) && !here.startsWith('ال') && this.officeBefore(i)) {
        if (this.take(i, 0, 'title', familyNames.has(here) ? 1 : 2)) continue;
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
        const family = familyNames.has(next) && !isEveryday(next) && !nisbas.has(next);
        const apposed = couldBeName(next) && !opensAnother(next) && this.apposition(i + 2);
        if ((family || apposed) && this.take(i, 0, 'given', 2)) continue;
      }
    }
  }

  /** A doubtful first word and what follows it. */
  private take2(from: number, by: Name['by']): boolean {
    const rest = this.extent(from + 1, 0);
    if (rest <= from + 1) return false;
    const name: Name = { from, to: rest, skip: 0, type: 'person', by };
    if (!this.put(name)) return false;
    this.learn(name);
    return true;
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
          : listed || (couldBeName(next.key) && next.kind === 'word' && !here.startsWith('ال')))
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
      if (!definite && !head && !nisbas.has(here) && here !== 'في' && here !== 'باسم' && !isEveryday(here))
        return false;
      if (cueForms.has(here) || isVerb(here) || complementisers.has(here)) return false;
    }
    return false;
  }
}
