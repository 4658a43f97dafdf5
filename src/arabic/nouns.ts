/** What stands at a token: a name, the opening of marks, a noun, somebody or something that can speak. */
import type { Cue } from './cues.ts';
import { adverbs, complementisers, particles, prepositions, startingWithBa } from './lexicon/function-words.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import { Reading, type Stretch } from './reading.ts';
import type { Quoted } from './sentences.ts';
import { isEveryday, isNoun, isVerb } from './vocabulary.ts';

/** A text with its names and its reporting words, and what may stand at each token. */
export class Nouns extends Reading {
  /** For each token, the index of its name in `names`, or -1. */
  readonly nameAt: Int32Array;
  readonly names: readonly Name[];
  readonly cues: readonly (Cue | null)[];
  constructor({ tokens, layout }: Reading, names: readonly Name[], cues: readonly (Cue | null)[]) {
    super(tokens, layout);
    this.names = names;
    this.cues = cues;
    this.nameAt = new Int32Array(tokens.length).fill(-1);
    names.forEach((name, index) => this.nameAt.fill(index, name.from, name.to));
  }

  /** The marks that open at a token; null for a mark that closes, and for any other token. */
  opensAt(at: number): Quoted | null {
    const token = this.tokens[at];
    if (token?.kind !== 'mark') return null;
    const pair = this.layout.quoted[this.layout.inside[at] ?? -1];
    return pair && pair.open === at ? pair : null;
  }

  /** The name that begins at a token, or null. */
  nameFrom(at: number): Name | null {
    const name = this.names[this.nameAt[at] ?? -1];
    return name && name.from === at ? name : null;
  }

  /** Whether a token is a finite verb; فكرة with its ة is none, though فكره could be. */
  verbAt(at: number): boolean {
    const here = this.word(at);
    return isVerb(here) && !(here.endsWith('ه') && !this.tokens[at]?.heh);
  }

  /** Whether the noun phrase can open at this token. */
  nounAt(at: number): boolean {
    const here = this.word(at);
    if (here === '') return false;
    if (this.nameFrom(at)) return true;
    if (particles.has(here) || prepositions.has(here) || complementisers.has(here) || adverbs.has(here)) return false;
    if (this.cues[at] || this.verbAt(at)) return false;
    // لشبكة سي ان ان, بشكل: a prepositional phrase.
    if (
      /^[لب]/.test(here) &&
      here.length > 3 &&
      !(here.startsWith('ب') && startingWithBa.has(here)) &&
      !(here.startsWith('ل') && (bodies.has(here) || offices.has(here) || isNoun(here))) &&
      !this.nameFrom(at)
    ) {
      const rest = here.slice(1);
      if (
        here.startsWith('ب') ||
        rest.startsWith('ل') ||
        bodies.has(rest) ||
        offices.has(rest) ||
        isEveryday(rest) ||
        speakingNouns.has(rest) ||
        this.nameFrom(at + 1) !== null
      )
        return false;
    }
    return true;
  }

  /** As a noun phrase, or one that is pointed at: هذا البرنامج. */
  contentAt(at: number): boolean {
    return /^(?:هذا|هذه|ذلك|تلك|هولاء|ما|كل|جميع|اي|عدم)$/.test(this.word(at)) || this.nounAt(at);
  }

  /** Whether the words at a token can speak: a name, an office, a title, a body or a noun of people. */
  speaksAt(at: number): boolean {
    const first = this.word(at);
    const name = this.nameFrom(at);
    if (name) return name.skip === 0 && (name.type === 'person' || name.type === 'organization');
    return (
      first !== '' &&
      (offices.has(first) ||
        honorifics.has(first) ||
        speakingNouns.has(first) ||
        bodies.has(first) ||
        definiteBodies.has(first) ||
        (first.startsWith('ال') && offices.has(first.slice(2))))
    );
  }

  /** Whether a source is somebody, or a document: a name, an office, a body, دراسة. */
  speaksIn({ from, to }: Stretch): boolean {
    for (let at = from; at < Math.min(to, from + 3); at++) {
      if (this.nameAt[at] !== -1) return true;
      const here = this.word(at).replace(/^[وف](?=.{3})/, '');
      const bare = here.replace(/^ال/, '').replace(/(?:ات|ون|ين|ه)$/, '');
      for (const one of [here, bare, `${bare}ه`])
        if (
          speakingNouns.has(one) ||
          offices.has(one) ||
          honorifics.has(one) ||
          bodies.has(one) ||
          definiteBodies.has(one)
        )
          return true;
    }
    return false;
  }

  /** Whether a noun phrase that can speak opens at a token, a conjunction aside. */
  opensSpeaker(at: number): boolean {
    const name = this.nameFrom(at);
    if (name) return name.type === 'person' || name.type === 'organization';
    const here = this.word(at).replace(/^و(?=.{3})/, '');
    const bare = here.replace(/^ال/, '');
    return [here, bare].some(
      (one) => offices.has(one) || honorifics.has(one) || speakingNouns.has(one) || definiteBodies.has(one),
    );
  }

  /** Whether one of the eight words before a token, with no sign between, is a title. */
  titleBefore(at: number): boolean {
    for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
      const here = this.word(i);
      if (
        offices.has(here) ||
        offices.has(here.slice(1)) ||
        honorifics.has(here) ||
        offices.has(here.replace(/^ال/, ''))
      )
        return true;
      if (here === '') return false;
    }
    return false;
  }

  /** Whether a title may end here or go on to its holder: أستاذ القانون بجامعة دمشق | فلان / أن / ،. */
  settled(at: number): boolean {
    const token = this.tokens[at];
    if (!token || token.kind === 'comma' || token.kind === 'colon' || token.kind === 'mark') return true;
    const name = this.nameFrom(at);
    return (
      complementisers.has(token.key) ||
      (name?.type === 'person' && name.skip === 0) ||
      honorifics.has(token.key) ||
      offices.has(token.key)
    );
  }
}
