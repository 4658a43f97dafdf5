/**
 * Files that reached the app from outside: opened with it by the system, shared to it, or dropped on the page. They wait
 * here, as text that nobody has checked yet, until the page that knows their kind takes them.
 */
import { create } from 'zustand';

export interface IncomingFile {
  readonly name: string;
  readonly text: string;
  /** Words that another app shared, rather than a file: nowhere else are they kept. */
  readonly shared?: true;
  /** What is no UTF-8 text, but may be a text all the same; `text` is empty then. */
  readonly bytes?: Uint8Array;
}

interface Incoming {
  readonly files: readonly IncomingFile[];
  readonly add: (file: IncomingFile) => void;
  /** Takes a file off the list: whoever shows it calls this. */
  readonly take: (file: IncomingFile) => void;
  /** What the reader wants to have opened, and as what, until the page for that takes it. */
  readonly wanted: { readonly file: IncomingFile; readonly as: 'text' | 'layer' } | null;
  readonly want: (wanted: Incoming['wanted']) => void;
}

export const useIncoming = create<Incoming>()((set) => ({
  files: [],
  add: (file) => set(({ files }) => ({ files: [...files, file] })),
  wanted: null,
  want: (wanted) => set({ wanted }),
  take: (file) => set(({ files }) => ({ files: files.filter((other) => other !== file) })),
}));
