/** The correction that was made last in an own text, until it is taken back or let go; and why one was not kept. */
import { create } from 'zustand';

interface Corrected {
  readonly last: {
    /** Ids of the text and of the correction. */
    readonly text: string;
    readonly id: string;
    /** What was done, to be told. */
    readonly words: string;
    /** The quotation it was made on, if that still stands: the keyboard goes on from there. */
    readonly quotation: string | null;
  } | null;
  /** `elsewhere`: another tab changed the text first. */
  readonly fault: 'full' | 'newer' | 'failed' | 'elsewhere' | null;
  /** Raised with each change of a text's corrections: what shows them asks anew. */
  readonly count: number;
}

export const useCorrected = create<Corrected>()(() => ({ last: null, fault: null, count: 0 }));
