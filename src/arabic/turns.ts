/** Who has the word: the turns that speakers took, and which of them a report without a subject means. */
import type { Attribution } from './attribution.ts';
import type { Figure } from './figures.ts';
import { type Feature, WEIGHTS } from './lexicon/weights.ts';

/** A figure that spoke, or that a sentence without a report is about. */
export interface Turn {
  readonly figure: Figure;
  /** The token of the cue, or of the name. */
  readonly at: number;
  readonly sentence: number;
  readonly line: number;
  /** How it came to speak: by a verb, by a participle, by a noun such as بحسب; or it is only what a sentence is about. */
  readonly by: 'verb' | 'participle' | 'accord' | 'topic' | 'subject';
  /** Told within what another said. */
  readonly nested: boolean;
}

/** What is asked: who says this, told here. */
export interface Asked {
  readonly attribution: Attribution;
  readonly sentence: number;
  readonly line: number;
  readonly plural: boolean;
  /** The figure within whose words this is told. */
  readonly outer: Figure | null;
  /** The subject that the sentence names before the cue. */
  readonly subject: Figure | null;
  /** The subject of the verb nearest before. */
  readonly actor: Figure | null;
}

/** One of those who may be meant, with what speaks for it. */
export interface Candidate {
  readonly figure: Figure;
  readonly features: readonly Feature[];
}

/** Told of every choice among candidates before it is made: what training learns from. */
export type Observe = (attribution: Attribution, candidates: readonly Candidate[]) => void;

/** So many turns are remembered: who was not heard for longer is not meant by a verb alone. */
const REMEMBERED = 24;
const LATEST = 8;

/** The turns taken so far, the latest of them only. */
export class Turns {
  private readonly turns: Turn[] = [];
  private readonly spoken = new Map<Figure, number>();
  private readonly observe: Observe | undefined;

  constructor(observe?: Observe) {
    this.observe = observe;
  }

  /** Hands the word to somebody. */
  take(turn: Turn): void {
    this.turns.push(turn);
    if (turn.by !== 'topic' && turn.by !== 'subject')
      this.spoken.set(turn.figure, (this.spoken.get(turn.figure) ?? 0) + 1);
    if (this.turns.length > REMEMBERED) this.turns.shift();
  }

  /** The latest figure to have the word that fits. */
  latest(fits: (figure: Figure) => boolean): Figure | null {
    for (let i = this.turns.length - 1; i >= 0; i--) {
      const { figure, nested, by } = this.turns[i] as Turn;
      if (!nested && by !== 'topic' && fits(figure)) return figure;
    }
    return this.turns.findLast(({ figure }) => fits(figure))?.figure ?? null;
  }
  /** Whether somebody’s turn is remembered. */
  has(figure: Figure): boolean {
    return this.turns.some((turn) => turn.figure === figure);
  }
  /** 0 for the one who spoke last, larger for those before; -1 for who did not speak. */
  since(figure: Figure): number {
    const at = this.turns.findLastIndex((turn) => turn.figure === figure);
    return at < 0 ? -1 : this.turns.length - 1 - at;
  }

  /** Those whom a report without a subject may mean, the latest first. */
  candidates(asked: Asked): Candidate[] {
    const seen = new Map<Figure, Turn>();
    for (let i = this.turns.length - 1; i >= 0 && seen.size < LATEST; i--) {
      const turn = this.turns[i] as Turn;
      if (!seen.has(turn.figure)) seen.set(turn.figure, turn);
    }
    const { sentence, line } = asked;
    for (const figure of [asked.actor, asked.subject, asked.outer])
      if (figure && !seen.has(figure))
        seen.set(figure, { figure, at: asked.attribution.cue.from, sentence, line, by: 'subject', nested: false });
    let rank = 0;
    const main = this.turns.findLast(({ nested, by }) => !nested && (by === 'verb' || by === 'participle'))?.figure;
    return [...seen].map(([figure, turn]) => ({
      figure,
      features: this.features(asked, turn, rank++, main === figure),
    }));
  }

  private features(asked: Asked, turn: Turn, rank: number, main: boolean): Feature[] {
    const { attribution, sentence, line, plural, outer, subject, actor } = asked;
    const { figure } = turn;
    const found: Feature[] = [];
    const participle = attribution.by === 'participle';
    const { gender } = attribution;
    if (gender !== null && figure.gender !== null)
      found.push(gender === figure.gender ? 'agrees' : figure.type === 'person' ? 'disagrees, person' : 'disagrees');
    else if (gender === 'm') found.push('may agree');
    // قالوا, never of one person; قال, never of several.
    if (plural && !figure.many) found.push(figure.type === 'person' ? 'one person for many' : 'one for many');
    if (!plural && figure.many) found.push(gender === 'm' ? 'many for him' : 'many for one');
    if (rank < 4) found.push(`rank ${rank}` as Feature);
    // Whoever spoke last outside another's words, and not in an aside.
    if (main) found.push(participle ? 'main, participle' : outer ? 'main, within' : 'main');
    const same = turn.sentence === sentence;
    if (same) found.push(participle ? 'same sentence, participle' : 'same sentence, verb');
    else if (turn.sentence === sentence - 1) found.push('sentence before');
    if (turn.line === line) found.push('same paragraph');
    if (turn.nested)
      found.push(
        outer ? 'nested, within' : participle && same ? 'nested, participle' : same ? 'nested, verb' : 'nested',
      );
    if (figure === outer) found.push(participle ? 'outer, participle' : 'outer');
    // Nobody has spoken in this sentence yet: whom it names first, or who acts in it, is the one.
    const fresh = this.turns.at(-1)?.sentence !== sentence;
    if (figure === subject) found.push(fresh ? 'subject, first' : participle ? 'subject, participle' : 'subject');
    if (figure === actor) found.push(fresh ? 'actor, first' : participle ? 'actor, participle' : 'actor');
    if (turn.by === 'topic') found.push(participle ? 'topic, participle' : 'topic');
    if (turn.by === 'accord') found.push('accord');
    if (figure.type === 'person') found.push(figure.named ? 'person' : 'described');
    else if (figure.type === 'organization') found.push('body');
    else if (figure.type === 'place') found.push('place');
    else found.push('thing');
    const times = this.spoken.get(figure) ?? 0;
    if (times > 1) found.push('spoke before');
    if (times > 3) found.push('spoke often');
    // Somebody else has taken the sentence up.
    const another = fresh && (actor ?? subject) !== null && figure !== actor && figure !== subject;
    if (another && rank === 0) found.push('another acts');
    else if (attribution.class === 'continue' && rank === 0 && !turn.nested && turn.by !== 'topic')
      found.push('goes on');
    return found;
  }

  /** Who is meant, and how sure that is beside the others: from 0 to 1; null where nobody spoke. */
  meant(asked: Asked): { readonly figure: Figure; readonly share: number } | null {
    const candidates = this.candidates(asked);
    this.observe?.(asked.attribution, candidates);
    let best: Figure | null = null;
    let most = -Infinity;
    let sum = 0;
    for (const { figure, features } of candidates) {
      let score = 0;
      for (const feature of features) score += WEIGHTS[feature];
      sum += Math.exp(score);
      if (score > most) [best, most] = [figure, score];
    }
    return best && { figure: best, share: Math.exp(most) / sum };
  }
}
