/**
 * The dictionary's file: one text, whose blocks are the columns of all entries (a column compresses better than a line). The
 * first line names the format, its version and the number of entries.
 */
import type { Topic } from '../../core/dictionary/answer.ts';
import { type Entry, readForms } from './entry.ts';

const NAME = 'isnad-lexicon';
const VERSION = 1;
const SAME = '"';

export interface Stored {
  readonly entries: readonly Entry[];
  readonly bands: readonly string[];
}

const columns: readonly ((entry: Entry) => string)[] = [
  (entry) => entry.lemma,
  (entry) => entry.root,
  (entry) => entry.code,
  (entry) =>
    [...entry.forms].map(([name, values]) => (values.length === 0 ? name : `${name}=${values.join(',')}`)).join(';'),
  (entry) => entry.english.join(';'),
  (entry) => entry.arabic,
  (entry) => entry.topic ?? '',
];

/** Entries as text; those of one root should stand together, for a root that is the one before it takes one letter. */
export function writeLexicon({ entries, bands }: Stored): string {
  const blocks = columns.map((column, place) => {
    let before = '';
    return entries.map((entry) => {
      const cell = column(entry);
      if (place !== 1) return cell;
      const written = cell === before && cell !== '' ? SAME : cell;
      before = cell;
      return written;
    });
  });
  return [`${NAME} ${VERSION} ${entries.length}`, ...blocks.flat(), ...bands].join('\n');
}

/** Reads what `writeLexicon` wrote; throws an Error that says what is wrong with anything else. */
export function readLexicon(text: string): Stored {
  const lines = text.split('\n');
  const [name, version, count] = (lines[0] ?? '').split(' ');
  if (name !== NAME) throw new Error('not a dictionary');
  if (Number(version) !== VERSION) throw new Error(`a dictionary of version ${version}, not ${VERSION}`);
  const size = Number(count);
  if (!Number.isInteger(size) || lines.length < 1 + size * (columns.length + 1))
    throw new Error('a dictionary cut short');
  const cell = (column: number, at: number): string => lines[1 + column * size + at] as string;
  const entries: Entry[] = [];
  const bands: string[] = [];
  // Most columns of forms are one of a few (t, h, pl=ات): read once and shared.
  const read = new Map<string, ReadonlyMap<string, readonly string[]>>();
  let root = '';
  for (let at = 0; at < size; at++) {
    const written = cell(1, at);
    root = written === SAME ? root : written;
    const column = cell(3, at);
    const forms = read.get(column) ?? readForms(column);
    read.set(column, forms);
    const topic = cell(6, at);
    entries.push({
      lemma: cell(0, at),
      root,
      code: cell(2, at),
      forms,
      english: cell(4, at).split(';'),
      arabic: cell(5, at),
      topic: topic === '' ? null : (topic as Topic),
    });
    bands.push(cell(7, at));
  }
  return { entries, bands };
}
