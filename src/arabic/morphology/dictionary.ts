/** The dictionary as the page asks it: words in, readings out. */
import type { Answer, Lemma, LemmaName, Occurrences, Reading } from '../../core/dictionary/answer.ts';
import { key } from '../characters.ts';
import { readLexicon } from './compact.ts';
import { endings } from './context.ts';
import { type Cut, cutWord } from './cut.ts';
import { PARTICLE } from './endings.ts';
import { agreesWithMarks, endsByItself, isMarked, toldByMarks, withMarks } from './marks.ts';
import { expand, type Lexicon } from './lexicon.ts';
import { Mark, type Option, optionOf, Role, scoreOf, Sort, State } from './option.ts';
import { shapeCost } from './prior.ts';
import { bestPath } from './rank.ts';
import type { Ending3 } from './case.ts';
import { lemmaOf, nameOf } from './lemmas.ts';
import { readingOf, unknownReading } from './reading.ts';
import { figureAt, letterName, listedNames, nisbaName, opensFigure, readUnknown, type Unknown } from './unknown.ts';

export interface Dictionary {
  /** How many entries it has. */
  readonly size: number;
  /**
   * The answer for one word of a text. The context is read from the words around it (at most a sentence's), which are the
   * text's words in order, signs among them (a full stop ends the context). An index outside gives no readings.
   */
  look(words: readonly string[], index: number): Answer;
  /** The answers for all words of a text, in order, each with its best reading alone; with `all`, with every reading. */
  analyse(words: readonly string[], all?: boolean): Answer[];
  /** What `analyse` takes each word for, without making its reading: a whole text is asked so. Null for signs and numbers. */
  lemmas(words: readonly string[]): (LemmaName | null)[];
  /** Each word vocalised by its best reading; a word that is not known is given back as it is written. */
  vocalise(words: readonly string[]): string[];
  /** Where the lemma of the word at `index`, and its root, occur among the words. Both hold `index` itself. */
  occurrences(words: readonly string[], index: number): Occurrences;
  /** An entry by its number; null if there is none. */
  lemma(id: number): Lemma | null;
  /** Entries of one root (letters with or without spaces), most common first. */
  family(root: string): Lemma[];
}

/** A written word's options, best first, each with what makes its reading, and the readings made so far. */
interface Known {
  readonly options: readonly Option[];
  readonly unknown: readonly (Unknown | null)[];
  /** By option and context: made once. */
  readonly readings: Map<number, Reading>;
  /** It may begin the full name of a public figure. */
  readonly opens: boolean;
}

const UNTOLD_ENDING: Ending3 = { case: null, state: null, mood: null };
const CASES: readonly Ending3['case'][] = [null, 'nominative', 'accusative', 'genitive'];
const STATES: readonly Ending3['state'][] = [null, 'definite', 'construct', 'indefinite'];
const MOODS: readonly Ending3['mood'][] = [null, 'indicative', 'subjunctive', 'jussive'];
/** So many endings there are, and none. */
const ENDINGS = 65;

/** What a shadda costs that the reading has and the writer, who marked its letter, has not. */
const UNDOUBLED = 350;
const MOST_OPTIONS = 12;
/** Options that are so much less likely than the best are left out: no context brings them back. */
const HOPELESS = 1000;
/** What the shape of a cut costs at least to be a far-fetched one (prior.ts). */
const FAR_FETCHED = 1200;
/** How likely a common word is that no title before it makes a name (ranking's scale). */
const EVERYDAY = 700;
/** Distinct written forms kept; a long book has some fifty thousand. */
const MOST_KEPT = 60_000;
/** Words to each side that one look-up reads. */
const SIGHT = 40;

/** Words of one sentence at most; a longer one is taken in pieces. */
const LONGEST = 200;

const SIGN = /^[^\p{L}\p{N}]+$/u;
const QUOTE = /^[\u0022«»“”„]$/;
const INNA = /^[وف]?[أإا]نّ?$/;
const STOP = /[.!؟?…:؛;\n]/;
const ARABIC = /[\u0621-\u063f\u0641-\u064a\u0671-\u06d3]/;

const blank = (sort: number): Option => ({
  cut: null,
  lemma: -1,
  pos: 'part',
  sort,
  role: Role.none,
  state: State.open,
  gender: 0,
  number: 0,
  human: false,
  agent: false,
  case: 0,
  conjunction: false,
  preposition: false,
  adverbial: false,
  comparative: false,
  attached: false,
  mark: Mark.none,
  participle: 0,
  time: false,
  title: false,
  passive: false,
  jussive: false,
  transitive: false,
  says: false,
  person: 0,
  told: null,
  score: 0,
});
const START = blank(Sort.start);
const SIGNED = blank(Sort.sign);
const COUNTED = blank(Sort.number);
const FOREIGN = blank(Sort.name);

function optionOfUnknown(unknown: Unknown, score: number, mark: number): Option {
  const { prefix, pos, ending } = unknown;
  const first = prefix.parts[0]?.kind;
  return {
    ...blank(pos === 'noun_prop' ? Sort.name : pos === 'adj' ? Sort.adjective : Sort.noun),
    pos,
    state: prefix.article ? State.article : State.open,
    gender: pos === 'noun_prop' ? 0 : /^(?:ية|ة|ات|يات)$/.test(ending) ? 2 : 1,
    conjunction: first === 'conjunction',
    preposition: prefix.preposition,
    mark,
    score,
  };
}

/** Options that a neighbour cannot tell apart have one number. */
function signature(option: Option): number {
  let sum = option.lemma;
  const add = (value: number, values: number) => {
    sum = sum * values + value;
  };
  add(option.sort, 10);
  add(option.state, 5);
  add(option.number, 4);
  add(option.gender, 3);
  add(option.person, 4);
  add(option.case, 4);
  add(
    Number(option.passive) +
      2 * Number(option.conjunction) +
      4 * Number(option.preposition) +
      8 * Number(option.attached),
    16,
  );
  return sum;
}

class Opened implements Dictionary {
  readonly size: number;
  readonly #lexicon: Lexicon;
  readonly #known = new Map<string, Known>();
  /** The same words within a full name. */
  readonly #named = new Map<string, Known>();
  #families: Map<string, number[]> | null = null;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.size = lexicon.entries.length;
  }

  look(words: readonly string[], index: number): Answer {
    const written = words[index];
    if (written === undefined) return { written: '', readings: [] };
    const from = Math.max(0, index - SIGHT);
    return this.analyse(words.slice(from, index + SIGHT), true)[index - from] as Answer;
  }

  analyse(words: readonly string[], all = false): Answer[] {
    const answers: Answer[] = [];
    this.#paths(words, (word, known, chosen, ending) => {
      if (!known) {
        answers.push({ written: word, readings: [] });
        return;
      }
      const readings = [this.#reading(word, known, chosen, ending)];
      if (all)
        for (let n = 0; n < known.options.length; n++)
          if (n !== chosen) readings.push(this.#reading(word, known, n, null));
      answers.push({ written: word, readings });
    });
    return answers;
  }

  lemmas(words: readonly string[]): (LemmaName | null)[] {
    const names: (LemmaName | null)[] = [];
    this.#paths(words, (word, known, chosen) => {
      const cut = known?.options[chosen]?.cut;
      if (cut) names.push(nameOf(this.#lexicon, cut.stem.lemma));
      else names.push(known ? this.#reading(word, known, chosen, null).lemma : null);
    });
    return names;
  }

  vocalise(words: readonly string[]): string[] {
    const vocalised: string[] = [];
    this.#paths(words, (word, known, chosen, ending) => {
      vocalised.push(known ? this.#reading(word, known, chosen, ending).vocalised : word);
    });
    return vocalised;
  }

  occurrences(words: readonly string[], index: number): Occurrences {
    const names = this.lemmas(words);
    const asked = names[index];
    if (!asked) return { lemma: [], root: [] };
    const lemma: number[] = [];
    const root: number[] = [];
    names.forEach((name, at) => {
      if (!name) return;
      if (name.lemma === asked.lemma && name.pos === asked.pos) lemma.push(at);
      if (asked.root !== null && name.root === asked.root) root.push(at);
    });
    return { lemma, root: asked.root === null ? lemma : root };
  }

  lemma(id: number): Lemma | null {
    return Number.isInteger(id) && id >= 0 ? lemmaOf(this.#lexicon, id) : null;
  }

  family(root: string): Lemma[] {
    if (!this.#families) {
      this.#families = new Map();
      this.#lexicon.entries.forEach((entry, id) => {
        if (entry.root === '') return;
        const ids = this.#families?.get(entry.root);
        if (ids) ids.push(id);
        else this.#families?.set(entry.root, [id]);
      });
    }
    const ids = this.#families.get(root.replaceAll(' ', '')) ?? [];
    return ids.map((id) => lemmaOf(this.#lexicon, id) as Lemma).sort((a, b) => b.band - a.band);
  }

  /** Calls back for each word in order, with its place among its options and its ending in context. */
  #paths(
    words: readonly string[],
    each: (word: string, known: Known | null, chosen: number, ending: Ending3 | null) => void,
  ): void {
    let start = 0;
    for (let at = 0; at <= words.length; at++) {
      const word = words[at];
      if (word !== undefined && at - start < LONGEST && !(STOP.test(word) && SIGN.test(word))) continue;
      // قال إن: what comes after the colon is still what إنّ asks for.
      if (word === ':' && INNA.test(words[at - 1] ?? '') && at - start < LONGEST) continue;
      const end = at + (word === undefined ? 0 : 1);
      this.#sentence(words.slice(start, end), each);
      start = end;
    }
  }

  #sentence(
    words: readonly string[],
    each: (word: string, known: Known | null, chosen: number, ending: Ending3 | null) => void,
  ): void {
    if (words.length === 0) return;
    const known = words.map((word) => (ARABIC.test(word) ? this.#find(word) : null));
    known.forEach((one, at) => {
      if (!one?.opens) return;
      const end = at + figureAt(words, at);
      for (let part = at; part < end; part++) known[part] = this.#find(words[part] as string, true);
    });
    // Quotation marks part nothing: ضد «داعش»، لشركة "تسلا".
    const seen = words.flatMap((word, at) => (QUOTE.test(word) || word === ':' ? [] : [at]));
    const lattice: (readonly Option[])[] = [
      [START],
      ...seen.map((at) => {
        const word = words[at] as string;
        return known[at]?.options ?? [SIGN.test(word) ? SIGNED : /\p{N}/u.test(word) ? COUNTED : FOREIGN];
      }),
    ];
    const path = bestPath(lattice);
    const chosen = path.map((place, at) => (lattice[at] as readonly Option[])[place] as Option);
    const ends = endings(chosen);
    let place = 0;
    words.forEach((word, at) => {
      if (seen[place] === at) place++;
      each(word, known[at] ?? null, path[place] ?? 0, ends[place] ?? null);
    });
  }

  /** The word's options; with `named` those alone that are names, where it has any: it stands in somebody's full name. */
  #find(word: string, named = false): Known {
    const kept = named ? this.#named : this.#known;
    const found = kept.get(word);
    if (found) return found;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = this.#options(word, named);
    kept.set(word, made);
    return made;
  }

  #options(word: string, named = false): Known {
    let cuts = cutWord(this.#lexicon, word);
    const marked = isMarked(word);
    const doubtful = new Set<Cut>();
    if (marked) {
      const agreeing = cuts.filter((cut) => {
        const vocalised = this.#vocalised(word, cut);
        const agrees = agreesWithMarks(word, vocalised, endsByItself(cut));
        if (agrees && !agreesWithMarks(word, vocalised, endsByItself(cut), true)) doubtful.add(cut);
        return agrees;
      });
      // Marks that no reading bears out are a slip of the writer's, or of ours.
      if (agreeing.length > 0) cuts = agreeing;
    }
    let pairs: { score: number; cut: Cut | null; unknown: Unknown | null; mark: number }[] = cuts.map((cut) => ({
      score: scoreOf(this.#lexicon, cut) - (doubtful.has(cut) ? UNDOUBLED : 0),
      cut,
      unknown: null,
      mark: Mark.none,
    }));
    let best = Number.NEGATIVE_INFINITY;
    for (const { score } of pairs) if (score > best) best = score;
    // The commonest word in a far-fetched shape scores no more than this.
    const fetched =
      best <= 15 * 81 - FAR_FETCHED && cuts.every((cut) => !cut.prefix.runOn && shapeCost(cut) > FAR_FETCHED);
    // بولاك is no dual of بول: where every cut is far-fetched, a name is likelier.
    const names =
      cuts.length === 0
        ? readUnknown(this.#lexicon, word)
        : fetched
          ? [...listedNames(word), ...readUnknown(this.#lexicon, word).filter(({ kind }) => kind === 'name')]
          : listedNames(word);
    const family = cuts.length === 0 ? null : nisbaName(this.#lexicon, word);
    if (family && !names.some(({ stem }) => stem === family.stem))
      pairs.push({ score: family.score, cut: null, unknown: family, mark: family.mark });
    const letter = letterName(word);
    if (letter) pairs.push({ score: letter.score, cut: null, unknown: letter, mark: letter.mark });
    const likely = names.length === 0 ? 0 : this.#likely(pairs);
    const governing = names.length > 0 && this.#governs(pairs);
    for (const unknown of names) {
      // وزير is an office wherever it stands.
      const mark = unknown.rule === 'listed name' && !governing && likely < EVERYDAY ? unknown.mark : Mark.none;
      // A name that is also a common word (دور، باب، صباح) is seldom meant; its neighbours bring it back.
      const common = (likely > 250 ? 250 : likely > 100 ? 200 : 0) + (governing && !unknown.prefix.article ? 200 : 0);
      const score = unknown.score - common - (unknown.prefix.preposition && common > 0 ? 100 : 0);
      // A name that the dictionary has is told better by it.
      const letters = key(unknown.lemma);
      const own = pairs.find(
        ({ cut }) =>
          cut !== null &&
          this.#lexicon.entries[cut.stem.lemma]?.code === 'np' &&
          key(cut.stem.vocalised + (cut.suffix.written === 'ة' ? 'ة' : '')) === letters &&
          // What a list has with its article (الكرملين) is cut from it here.
          cut.prefix.written === unknown.prefix.written + (unknown.stem === unknown.lemma ? '' : 'ال'),
      );
      if (own) {
        own.score = Math.max(own.score, score);
        own.mark = mark;
      } else pairs.push({ score, cut: null, unknown, mark });
    }
    if (named) {
      const entered = pairs.filter(({ cut }) => cut && this.#lexicon.entries[cut.stem.lemma]?.code === 'np');
      const listed = pairs.filter(({ unknown }) => unknown?.pos === 'noun_prop' && unknown.prefix.parts.length === 0);
      if (entered.length + listed.length > 0) pairs = [...entered, ...listed];
    }
    pairs.sort((a, b) => b.score - a.score);
    const seen = new Set<number | string>();
    const options: Option[] = [];
    const unknowns: (Unknown | null)[] = [];
    const floor = (pairs[0]?.score ?? 0) - HOPELESS;
    for (const { score, cut, unknown, mark } of pairs) {
      if (score < floor && options.length > 2) break;
      const told = marked && cut ? toldByMarks(word, cut) : null;
      const option = cut
        ? optionOf(this.#lexicon, cut, score, mark, told)
        : optionOfUnknown(unknown as Unknown, score, mark);
      const name = unknown ? `${unknown.lemma} ${unknown.pos}` : signature(option);
      if (seen.has(name)) continue;
      seen.add(name);
      options.push(option);
      unknowns.push(unknown);
      if (options.length === MOST_OPTIONS) break;
    }
    return { options, unknown: unknowns, readings: new Map(), opens: !named && opensFigure(word) };
  }

  /** Whether the best cut is a word that sentences are made with (أمام، أنا) or holds a preposition (باسم), spelt as it should be. */
  #governs(pairs: readonly { readonly score: number; readonly cut: Cut | null }[]): boolean {
    let top = pairs[0];
    for (const pair of pairs) if (top && pair.score > top.score) top = pair;
    if (!top?.cut || top.cut.strain > 0) return false;
    const { prefix, stem } = top.cut;
    return stem.kind === PARTICLE || prefix.preposition || this.#lexicon.entries[stem.lemma]?.code === 'nz';
  }

  /** How likely the word is to be no name, by the best cut that is spelt as it should be; 0 or more. */
  #likely(pairs: readonly { readonly score: number; readonly cut: Cut | null }[]): number {
    let top = pairs[0];
    let likely = 0;
    for (const pair of pairs) {
      if (top && pair.score > top.score) top = pair;
      const { score, cut } = pair;
      if (score > likely && cut?.strain === 0 && this.#lexicon.entries[cut.stem.lemma]?.code !== 'np') likely = score;
    }
    // علي is a name before it is a misspelt على.
    return top?.cut?.stem.kind === PARTICLE && top.cut.strain > 0 ? 0 : likely;
  }

  #vocalised(word: string, cut: Cut): string {
    return readingOf(this.#lexicon, word, cut, UNTOLD_ENDING).vocalised;
  }

  #reading(word: string, known: Known, at: number, ending: Ending3 | null): Reading {
    const name =
      at * ENDINGS +
      (ending
        ? 1 + CASES.indexOf(ending.case) + 4 * (STATES.indexOf(ending.state) + 4 * MOODS.indexOf(ending.mood))
        : 0);
    const made = known.readings.get(name);
    if (made) return made;
    const unknown = known.unknown[at];
    const cut = known.options[at]?.cut;
    const bare = unknown
      ? unknownReading(this.#lexicon, word, unknown)
      : readingOf(this.#lexicon, word, cut as Cut, ending ?? known.options[at]?.told ?? UNTOLD_ENDING);
    const reading = isMarked(word) ? { ...bare, vocalised: withMarks(word, bare.vocalised) } : bare;
    known.readings.set(name, reading);
    return reading;
  }
}

/**
 * Opens the data that `npm run lexicon` writes (the text of public/data/lexicon/lexicon.txt, or its bytes in UTF-8). Throws an
 * Error with a plain reason for data of another version or shape.
 */
export function openDictionary(data: string): Dictionary {
  const { entries, bands } = readLexicon(data);
  return new Opened(expand(entries, bands));
}
