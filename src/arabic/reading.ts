/** A text as the steps read it: its tokens, with the questions that every step asks of them. */
import type { Layout } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Token indices, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A tokenised text with its sentences and marks. */
export class Reading {
  readonly tokens: readonly Token[];
  readonly layout: Layout;
  constructor(tokens: readonly Token[], layout: Layout) {
    this.tokens = tokens;
    this.layout = layout;
  }

  /** The folded word at an index; empty where a number, a sign or nothing stands. */
  word(at: number): string {
    const token = this.tokens[at];
    return token?.kind === 'word' ? token.key : '';
  }
  /** The folded word or the sign at an index; empty beyond the text. */
  key(at: number): string {
    return this.tokens[at]?.key ?? '';
  }
  /** Whether the token continues the line of the one before, with a space between. */
  joined(at: number): boolean {
    const [before, token] = [this.tokens[at - 1], this.tokens[at]];
    return token !== undefined && before !== undefined && token.line === before.line && token.spaced;
  }
  /** The folded word at an index where it goes on from the token before; else empty. */
  follower(at: number): string {
    return this.joined(at) ? this.word(at) : '';
  }
  /** Whether two tokens are of one sentence. */
  sameSentence(a: number, b: number): boolean {
    return this.layout.sentence[a] === this.layout.sentence[b];
  }
  /** Whether two tokens are of one line of the text. */
  sameLine(a: number, b: number): boolean {
    return this.tokens[a]?.line === this.tokens[b]?.line;
  }
}
