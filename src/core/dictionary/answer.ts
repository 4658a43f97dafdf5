/** What the dictionary says of a word: its readings, best first, each with its lemma, its cut and the reason. */
import type { Bilingual } from '../bilingual.ts';

/** The word classes of the analyser, named as the common Arabic tag sets name them. */
export type WordClass =
  | 'noun'
  | 'verb'
  | 'adj'
  | 'adj_comp'
  | 'adj_num'
  | 'noun_prop'
  | 'noun_num'
  | 'noun_quant'
  | 'adv'
  | 'adv_rel'
  | 'prep'
  | 'conj'
  | 'conj_sub'
  | 'pron'
  | 'pron_dem'
  | 'pron_rel'
  | 'pron_interrog'
  | 'verb_pseudo'
  | 'part'
  | 'part_neg'
  | 'part_verb'
  | 'part_fut'
  | 'part_focus'
  | 'part_restrict'
  | 'part_interrog'
  | 'part_voc'
  | 'part_det'
  | 'abbrev';

/** A verb's form: I to X, and the four-letter ones. */
export type VerbForm = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | 'q1' | 'q2' | 'q4';

export type Topic =
  | 'politics'
  | 'military'
  | 'economy'
  | 'law'
  | 'religion'
  | 'sport'
  | 'health'
  | 'education'
  | 'media'
  | 'technology'
  | 'environment'
  | 'society'
  | 'family'
  | 'culture'
  | 'travel'
  | 'energy'
  | 'transport'
  | 'geography'
  | 'time'
  | 'body'
  | 'food';

/** Which entry it is: what tells occurrences of a word apart. */
export type LemmaName = Pick<Lemma, 'id' | 'lemma' | 'root' | 'pos'>;

/** An entry of the dictionary. Arabic is fully vocalised; a list is empty where there is nothing to say. */
export interface Lemma {
  /** Its place in the dictionary; the same for as long as the dictionary's version is. -1: not in the dictionary. */
  readonly id: number;
  readonly lemma: string;
  /** Root letters separated by spaces (ك ت ب); null for loan words, names and particles. */
  readonly root: string | null;
  readonly pos: WordClass;
  /** One to four glosses, most usual first. */
  readonly english: readonly string[];
  /** A plain Arabic synonym or definition; empty if there is none. */
  readonly arabic: string;
  readonly topic: Topic | null;
  /** How common the word is in news: 0 (rare) to 7 (in every article). */
  readonly band: number;
  /** Plurals (of a noun or an adjective): broken ones vocalised, sound ones as whole words. */
  readonly plurals: readonly string[];
  /** The feminine, where it is not the masculine with ة. */
  readonly feminine: string | null;
  readonly verb: {
    readonly form: VerbForm;
    readonly imperfect: string;
    readonly masdars: readonly string[];
    readonly active: string;
    /** The passive participle; null for a verb without an object. */
    readonly passive: string | null;
    /** The prepositions that belong to it (عَن). */
    readonly prepositions: readonly string[];
    readonly transitive: boolean;
    readonly intransitive: boolean;
    /** A verb of saying: its class (announced, denied, …) and the words that introduce what was said. */
    readonly saying: { readonly class: string; readonly frames: readonly string[] } | null;
  } | null;
}

/** A part of the written word. The pieces of a reading, joined, are the word as it is written. */
export interface Piece {
  readonly kind:
    | 'conjunction'
    | 'question'
    | 'preposition'
    | 'article'
    | 'future'
    | 'emphasis'
    | 'negation'
    | 'person'
    | 'stem'
    | 'ending'
    | 'pronoun'
    | 'relative';
  /** As it stands in the text. */
  readonly written: string;
  /** UTF-16 offsets in the written word. */
  readonly start: number;
  /** Exclusive. Equal to start for a piece that the spelling swallows (the ا of the article in للأمم). */
  readonly end: number;
  readonly vocalised: string;
  /** What it means or does; null for the stem, whose meaning is the lemma's. */
  readonly gloss: Bilingual | null;
}

export interface Features {
  readonly form?: VerbForm;
  readonly tense?: 'perfect' | 'imperfect' | 'imperative';
  readonly mood?: 'indicative' | 'subjunctive' | 'jussive';
  readonly voice?: 'active' | 'passive';
  readonly person?: 1 | 2 | 3;
  readonly gender?: 'm' | 'f';
  readonly number?: 'singular' | 'dual' | 'plural';
  /** A plural of another pattern than its singular (كتب of كتاب). */
  readonly broken?: boolean;
  /** A participle or a verbal noun of a verb of the dictionary; `lemma` is then the participle's own entry, or the verb's. */
  readonly derived?: 'active participle' | 'passive participle' | 'masdar';
  readonly case?: 'nominative' | 'accusative' | 'genitive';
  /** Definite: by the article, by a pronoun, or by the noun after it. */
  readonly state?: 'definite' | 'indefinite' | 'construct';
  /** A noun that does the work of a preposition or adverb here (بعد، مع، اليوم). */
  readonly adverbial?: boolean;
  /** Names a person. */
  readonly human?: boolean;
}

/** One step of the way from the written word to the lemma, in the order taken. */
export interface Step {
  /** The rule's name (`RULES` of src/arabic/morphology). */
  readonly rule: string;
  /** The rule in a sentence. */
  readonly told: Bilingual;
  /** The letters before the step, and after it. */
  readonly from: string;
  readonly to: string;
}

export interface Reading {
  /** In the dictionary; a name (transliterated); a guess from the word's pattern; or not known at all. */
  readonly kind: 'known' | 'name' | 'guess' | 'unknown';
  readonly lemma: Lemma;
  readonly pos: WordClass;
  /** The whole word, vocalised, with the ending that the context asks for where the rules can tell it. */
  readonly vocalised: string;
  readonly pieces: readonly Piece[];
  readonly features: Features;
  readonly trace: readonly Step[];
  /** For a name that no list knows: its letters in Latin script (Blaskhart). */
  readonly latin: string | null;
}

/** The readings of one word, the best in its context first; never empty for an Arabic word, empty for signs and numbers. */
export interface Answer {
  /** As it stands in the text. */
  readonly written: string;
  readonly readings: readonly Reading[];
}

/** Where words of one lemma or one root stand among the words of a text. */
export interface Occurrences {
  /** Places in the list of words that was given, in order. */
  readonly lemma: readonly number[];
  readonly root: readonly number[];
}
