/** What stands at a token: a name, the opening of marks, a noun, somebody or something that can speak. */
import type { Cue } from './cues.ts';
import { describes } from './lexicon/adjectives.ts';
import {
  adverbs,
  complementisers,
  particles,
  prepositions,
  startingWithBa,
  weekdays,
} from './lexicon/function-words.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import { Reading, type Stretch } from './reading.ts';
import type { Quoted } from './sentences.ts';
import {
  couldBeName,
  isEveryday,
  isFunction,
  isNamePart,
  isNoun,
  isVerb,
  nameParticles,
  nisbas,
} from './vocabulary.ts';

/** Shapes of verbal nouns, and the article: what a preposition is attached to. */
const NOUNS = /^(?:ال.*|ت..?ي.|ت.ا..|ا..?.?ا.ه?|است.*|ان..ا.|م.ا..ه|م...?ه|..ا.ه)$/;

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

  /**
   * After a title, the end of words that can only be a name, though no list has it: the token itself where none are. Two at least, and what
   * follows must end a noun phrase: سكوت بيسنت | بأن.
   */
  strangerAt(at: number): number {
    // فخر | الدين ألتون: the list has the end of it.
    const rest = this.nameFrom(at + 1);
    if (this.word(at + 1) === 'الدين' && rest?.type === 'person' && this.surname(at) && this.nameAt[at] === -1)
      return rest.to;
    let to = at;
    while (to - at < 5 && this.nameAt[to] === -1 && this.strange(to, at)) to++;
    // إيراج مسجدي،: the last of them may be a word of every day too.
    if (to > at && to - at < 5 && this.nameAt[to] === -1 && this.surname(to) && this.endsName(to + 1, true)) to++;
    if (to - at < 2) return at;
    // What does not look like a name is one only where a sign or a complementiser follows it.
    let likely = true;
    for (let i = at; i < to; i++) likely &&= couldBeName(this.word(i)) || i > at;
    return this.endsName(to, !likely) ? to : at;
  }

  /** Whether no name goes on at a token; `surely`: by a sign or a complementiser. */
  private endsName(at: number, surely: boolean): boolean {
    const next = this.tokens[at];
    if (next === undefined || next.kind !== 'word' || !this.sameLine(at, at - 1) || complementisers.has(next.key))
      return true;
    return (
      !surely &&
      (prepositions.has(next.key) ||
        particles.has(next.key) ||
        adverbs.has(next.key) ||
        /^(?:[بل]ال|لل|قول(?:ه|ها)$)/.test(next.key) ||
        (/^[بل]/.test(next.key) && isEveryday(next.key.slice(1))))
    );
  }

  /** Whether a word can be of such a name, which began at another. */
  private strange(at: number, first: number): boolean {
    const here = this.word(at);
    if (here === '' || (at > first && !this.joined(at)) || this.cues[at]) return false;
    if (at > first && (nameParticles.has(here) || here === 'الدين' || here === 'الله')) return true;
    if (!this.surname(at)) return false;
    // فخر الدين.
    if (at === first && this.word(at + 1) === 'الدين' && !here.startsWith('ال')) return true;
    if (here.startsWith('ال')) return at > first && !describes(here) && !isEveryday(here);
    // بريدغيت, not بتدبير.
    if (/^[بلك]/.test(here) && at === first && !isNamePart(here) && NOUNS.test(here.slice(1))) return false;
    return isNamePart(here) || ((couldBeName(here) || !isEveryday(here)) && !/^و.{4}/.test(here));
  }

  /** Whether a word holds no office, is no verb and holds no sentence together. */
  private surname(at: number): boolean {
    const here = this.word(at);
    return (
      here.length > 2 &&
      this.joined(at) &&
      !this.cues[at] &&
      !isFunction(here) &&
      !isVerb(here) &&
      !nisbas.has(here) &&
      !weekdays.has(here) &&
      !offices.has(here) &&
      !honorifics.has(here) &&
      !speakingNouns.has(here) &&
      !bodies.has(here) &&
      !/^(?:[وف]?[بل]ال|[وف]?لل|قول(?:ه|ها|هم)$)/.test(here)
    );
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
      offices.has(token.key) ||
      this.strangerAt(at) > at
    );
  }
}
