/** Whom and what the names mean: one figure for all the forms of a name, with the titles that stand beside it. */
import type { EntityType } from '../core/article/article.ts';
import { key, wordSet } from './characters.ts';
import { cueOf } from './cues.ts';
import { mensNames, womensNames } from './lexicon/genders.ts';
import { isSeveral } from './lexicon/humans.ts';
import { bodies, classWords, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import { sameState, stateOf } from './lexicon/states.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { isVerb, nisbas } from './vocabulary.ts';

/** A person, a place or a body that a text names or describes, by all the forms of its name. */
export interface Figure {
  readonly type: EntityType;
  /** False where it is only described: مصدر أمني. */
  readonly named: boolean;
  /** The fullest form in the text, as written. */
  canonical: string;
  readonly words: Set<string>;
  readonly titles: Set<string>;
  /** The first words of the titles: نائب of نائب الرئيس, never رئيس. */
  readonly heads: Set<string>;
  gender: 'm' | 'f' | null;
  /** Several persons: مسؤولون, شهود. A body is one. */
  readonly many: boolean;
  mentions: number;
  /** The token where it was met last. */
  last: number;
}

/** Whether a given name is a woman’s or a man’s; null where it may be either, or is not known. */
const ofGender = (given: string): Figure['gender'] =>
  womensNames.has(given) ? 'f' : mensNames.has(given) ? 'm' : null;

const MANY =
  wordSet(`مصادر بعض عدد شهود خبراء نشطاء علماء سكان أهالي نواب قادة وزراء زعماء أطباء ناشطات معظم أغلب كثير عشرات مئات آلاف نقاد كتاب
رجال طلاب طلبة عمال أعضاء رؤساء آباء أصحاب مواطنات محامو مسؤولو منظمو مستخدمو مؤلفو متعاملو معدا دول جهات أوساط دوائر`);

/** Of men, though they end in ة. */
const MEN = wordSet('عمدة خليفة داعية علامة أسامة حمزة طلحة رحالة نابغة بحاثة');

/** One, though they end as several do. */
const ONE = wordSet(
  'قانون تلفزيون مليون صندوق زيتون كانون عثمانون إيمون سيمون ماكرون هارون خلدون زيدون حمدون سعدون تلفزيون بنتاغون بنتاجون بليون تريليون جيون لجون',
);

/** Whether a noun names several persons. */
export const ofMany = (word: string): boolean =>
  MANY.has(word) || isSeveral(word) || (/.{3}ون$/.test(word) && !ONE.has(word));

/** So many figures are compared with a name or a title: the latest that share a word with it. */
const CANDIDATES = 40;

/** A word less its conjunction or preposition, where the rest is a word that we know or has the article. */
export function unjoined(word: string): string {
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

/** عبد الملك and عبدالملك, أبو الغيط and أبوالغيط are one word. */
function joinedParts(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const next = words[i + 1];
    if ((words[i] === 'عبد' || words[i] === 'ابو' || words[i] === 'ابي') && next !== undefined) {
      joined.push(`${words[i]}${next}`);
      i++;
    } else joined.push(words[i] as string);
  }
  return joined;
}

/** A word without the article: الوزير → وزير. */
export function bare(word: string): string {
  const rest = word.replace(/^(?:[وف]?[بكل]?ال|لل)/, '');
  // لجنة is no word with a preposition, and neither is what the article was taken off.
  return rest !== word || bodies.has(word) || offices.has(word) ? rest : word.replace(/^ل(?=.{3})/, '');
}

/** One figure for all mentions of the same, and those who are only described. */
export class Figures {
  /** The figure of each name, in the order of the names. */
  readonly of: Figure[] = [];
  private readonly byWord = new Map<string, Figure[]>();
  private readonly byTitle = new Map<string, Figure[]>();
  private readonly exact = new Map<string, Figure>();
  private readonly firstAt = new Map<Figure, number>();
  private readonly text: string;
  private readonly reading: Reading;

  constructor(text: string, reading: Reading, names: readonly Name[]) {
    this.text = text;
    this.reading = reading;
    // Whole names first, so that a surname finds its own.
    const inOrder = (fits: (name: Name) => boolean) => {
      names.forEach((name, index) => {
        if (fits(name)) this.of[index] = name.type === 'person' ? this.person(name) : this.thing(name);
      });
    };
    inOrder((name) => name.type !== 'person' || name.to - name.from > 1);
    inOrder((name) => name.type === 'person' && name.to - name.from === 1);
    names.forEach((name, index) => {
      const figure = this.of[index] as Figure;
      if (!this.firstAt.has(figure)) this.firstAt.set(figure, name.from);
    });
  }

  /** The token where a figure is named first; -1 for one who is never named. */
  first(figure: Figure): number {
    return this.firstAt.get(figure) ?? -1;
  }

  /** The folded words of a name, without what is attached before the first. */
  words(name: Name): string[] {
    const words: string[] = [];
    for (let i = name.from; i < name.to; i++)
      words.push(i === name.from ? this.reading.key(i).slice(name.skip) : this.reading.key(i));
    return words;
  }

  /** Where a name starts in the text: behind the letters attached to its first word. */
  start(name: Name): number {
    const token = this.reading.tokens[name.from];
    let start = token?.start ?? 0;
    for (let n = 0; n < name.skip; start++) if (key(this.text.charAt(start)) !== '') n++;
    // Tashkeel of the letter taken off goes with it.
    while (start < (token?.end ?? 0) && key(this.text.charAt(start)) === '') start++;
    return start;
  }
  /** A name as the text writes it, without what is attached before it. */
  written(name: Name): string {
    return this.text.slice(this.start(name), this.reading.tokens[name.to - 1]?.end ?? 0);
  }

  /** A new figure, for somebody who is only described. */
  describe(
    canonical: string,
    words: Iterable<string>,
    type: EntityType,
    gender: Figure['gender'],
    at: number,
    many = false,
  ): Figure {
    const figure: Figure = {
      type,
      named: false,
      canonical,
      words: new Set(words),
      titles: new Set(),
      heads: new Set(),
      gender,
      many,
      mentions: 0,
      last: at,
    };
    this.index(figure, figure.words);
    return figure;
  }

  /** The figures that share this word, the latest last; at most as many as are worth comparing. */
  withWord(word: string): readonly Figure[] {
    return this.byWord.get(word)?.slice(-CANDIDATES) ?? [];
  }
  /** The figures whose titles have this folded word, in the order in which they were met. */
  withTitle(word: string): readonly Figure[] {
    return this.byTitle.get(word)?.slice(-CANDIDATES) ?? [];
  }

  /** The state whose capital a figure is, where the text names it; else the figure itself. */
  behindCapital(figure: Figure): Figure {
    const state = figure.type === 'place' ? stateOf.get(key(figure.canonical)) : undefined;
    return (state !== undefined && this.exact.get(`place ${sameState.get(state) ?? state}`)) || figure;
  }

  private index(figure: Figure, words: Iterable<string>, into = this.byWord): void {
    for (const word of words) {
      const list = into.get(word);
      if (!list) into.set(word, [figure]);
      else if (!list.includes(figure, Math.max(0, list.length - CANDIDATES))) list.push(figure);
    }
  }

  private thing(name: Name): Figure {
    const words = this.words(name);
    // للأمم المتحدة is named الأمم المتحدة.
    const canonical = this.written(name).replace(/^لل(?=\p{L}{3})/u, 'ال');
    // The ل that swallowed the alif is no part of the canonical form: للأمم المتحدة.
    const plain = words.join(' ').replace(/^لل/, 'ال');
    const whole = `${name.type} ${sameState.get(plain) ?? plain}`;
    const known = this.exact.get(whole);
    if (known) {
      known.mentions++;
      // بريطانيا is the United Kingdom: the longer name stands for both.
      if (
        canonical.length > known.canonical.length &&
        sameState.has(plain) &&
        !/^(?:ل|ال.*ل)ل/.test(words[0] as string)
      ) {
        known.canonical = canonical;
        const fresh = words.map(bare).filter((word) => !known.words.has(word));
        for (const word of fresh) known.words.add(word);
        this.index(known, fresh);
      }
      return known;
    }
    const head = words[0] as string;
    const figure: Figure = {
      type: name.type,
      named: true,
      canonical,
      words: new Set(words.map(bare)),
      titles: new Set(),
      heads: new Set(),
      gender: this.genderOf(name, head),
      many: name.type === 'group',
      mentions: 1,
      last: name.from,
    };
    this.exact.set(whole, figure);
    this.index(figure, figure.words);
    return figure;
  }

  /** A place is she; a body is what its first word is, or the word of its class before it: شركة فيسبوك; null where neither tells. */
  private genderOf(name: Name, head: string): Figure['gender'] {
    if (name.type === 'place' || /(?:ه|ات)$/.test(head)) return 'f';
    if (name.type !== 'organization') return null;
    if (bodies.has(bare(head)) || definiteBodies.has(head)) return 'm';
    const marked = this.reading.tokens[name.from - 1]?.kind === 'mark';
    const before = bare(unjoined(this.reading.word(name.from - (marked ? 2 : 1))));
    if (!classWords.has(before) && !bodies.has(before)) return null;
    return before.endsWith('ه') ? 'f' : 'm';
  }

  private person(name: Name): Figure {
    const words = joinedParts(this.words(name));
    let best: Figure | null = null;
    for (const word of new Set(words)) {
      for (const other of this.withWord(word)) {
        if (other.type !== 'person' || !other.named) continue;
        const shared = words.filter((one) => other.words.has(one)).length;
        if (shared !== words.length && shared !== other.words.size) continue;
        // A surname alone means the one who is named most.
        if (!best || other.mentions > best.mentions) best = other;
      }
    }
    if (best) {
      best.mentions++;
      if (words.length > best.words.size) {
        best.canonical = this.written(name);
        best.gender = ofGender(words[0] as string) ?? best.gender;
      }
      const fresh = words.filter((word) => !best?.words.has(word));
      for (const word of fresh) best.words.add(word);
      this.index(best, fresh);
    } else {
      best = {
        type: 'person',
        named: true,
        canonical: this.written(name),
        words: new Set(words),
        titles: new Set(),
        heads: new Set(),
        gender: words.length > 1 ? ofGender(words[0] as string) : null,
        many: false,
        mentions: 1,
        last: name.from,
      };
      this.index(best, best.words);
    }
    this.titles(name, best);
    return best;
  }

  /** Written with ة: وزيرة; نظيره ends in a pronoun. */
  private feminine(at: number): boolean {
    if (MEN.has(bare(unjoined(this.reading.key(at))))) return false;
    return /ة[\u064b-\u0652]*$/.test(
      this.text.slice(this.reading.tokens[at]?.start ?? 0, this.reading.tokens[at]?.end ?? 0),
    );
  }

  /** Titles before the name, as far as the noun phrase reaches back, and an apposition after it. */
  private titles(name: Name, person: Figure): void {
    const { tokens } = this.reading;
    const titles: string[] = [];
    const before: string[] = [];
    for (let i = name.from - 1, steps = 0; i >= 0 && steps < 14; i--, steps++) {
      const token = tokens[i];
      if (token?.kind === 'comma' && steps === 0) continue;
      if (token?.kind !== 'word' || !this.reading.sameLine(i, name.from)) break;
      const plain = unjoined(token.key);
      const word = bare(plain);
      before.push(word);
      // السويسري فلان.
      if (steps === 0 && nisbas.has(plain) && plain.startsWith('ال')) {
        titles.push(word);
        person.heads.add(word);
      }
      if (offices.has(plain) || offices.has(word)) {
        titles.push(...before);
        if (offices.has(word) && this.feminine(i)) person.gender ??= 'f';
        // نائب الأمين العام: the deputy, not the one whose deputy he is.
        const above = this.reading.sameLine(i - 1, i) ? unjoined(this.reading.word(i - 1)) : '';
        if (offices.has(above)) {
          titles.push(above);
          person.heads.add(above);
          break;
        }
        if (!bodies.has(plain)) {
          person.heads.add(word);
          break;
        }
      } else if (honorifics.has(plain)) {
        titles.push(...before);
        person.heads.add(word);
        if (steps < 2 && this.feminine(i)) person.gender ??= 'f';
      } else if (
        ['ان', 'مع', 'بين', 'عن', 'بعد', 'قبل'].includes(plain) ||
        (!bodies.has(plain) && (cueOf(plain) || isVerb(plain)))
      )
        break;
    }
    // بيالا كاليشي، الكاتبة الكاميرونية.
    const comma = tokens[name.to]?.kind === 'comma';
    // صرح فلان المتحدث باسم الوزارة: without a comma only where he is who speaks.
    const told = !comma && tokens[name.to]?.kind === 'word' && cueOf(this.reading.word(name.from - 1)) !== null;
    if (comma || told) {
      const first = comma ? name.to + 1 : name.to;
      for (let i = first; i < first + 8; i++) {
        const token = tokens[i];
        // مؤسس «المنارة» ورئيسها.
        if (token?.kind === 'mark' && i > first) continue;
        if (token?.kind !== 'word') break;
        const word = bare(token.key);
        if (i === first && !(offices.has(word) || offices.has(token.key) || honorifics.has(token.key))) break;
        if (i === first && this.feminine(i)) person.gender ??= 'f';
        if (i === first) person.heads.add(word);
        titles.push(word);
      }
    }
    const fresh = titles.filter((title) => !person.titles.has(title));
    for (const title of fresh) person.titles.add(title);
    this.index(person, fresh, this.byTitle);
  }
}
