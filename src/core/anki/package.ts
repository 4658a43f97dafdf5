/** An Anki package (.apkg): the database and an empty list of media, zipped. */
import { strToU8, zipSync } from 'fflate';
import { type DeckOptions, writeCollection } from './collection.ts';
import type { Note } from './note.ts';

export function writePackage(notes: readonly Note[], options: DeckOptions): Uint8Array<ArrayBuffer> {
  const inOrder = [...notes].sort((a, b) => a.made - b.made);
  const files = { 'collection.anki2': writeCollection(inOrder, options), media: strToU8('{}') };
  return new Uint8Array(zipSync(files, { level: 6, mtime: options.now }));
}
