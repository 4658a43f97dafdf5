/** The dictionary's source files: which they are, and all their entries, those of one root together. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, readEntry } from '../../src/arabic/morphology/entry.ts';

const FOLDER = path.join('src', 'arabic', 'lexicon', 'dictionary');
/** How common each entry is (lemma, code, root, bands), as `npm run lexicon -- --count` found it. */
export const BANDS = path.join(FOLDER, 'bands.txt');
/** What the reader loads. */
export const OUTPUT = path.join('public', 'data', 'lexicon', 'lexicon.txt');

export interface Source {
  readonly entries: readonly Entry[];
  /** By entry, its file and line. */
  readonly places: readonly string[];
  /** Lines that are no entry. */
  readonly faults: string[];
}

/** Reads every .tsv of the folder. */
export function readSource(folder = FOLDER): Source {
  const faults: string[] = [];
  const found: { entry: Entry; place: string }[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()) {
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .forEach((line, at) => {
        if (line === '') return;
        const entry = readEntry(line);
        const place = `${file}:${at + 1}`;
        if (typeof entry === 'string') faults.push(`${place}: ${entry}`);
        else found.push({ entry, place });
      });
  }
  found.sort((a, b) =>
    a.entry.root === b.entry.root ? (a.entry.lemma < b.entry.lemma ? -1 : 1) : a.entry.root < b.entry.root ? -1 : 1,
  );
  return { entries: found.map(({ entry }) => entry), places: found.map(({ place }) => place), faults };
}

/** By lemma, code and root: how common. Empty before the first count. */
export function readBands(): Map<string, string> {
  if (!existsSync(BANDS)) return new Map();
  return new Map(
    readFileSync(BANDS, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const at = line.lastIndexOf('\t');
        return [line.slice(0, at), line.slice(at + 1)];
      }),
  );
}
