/** Notes as a text that Anki imports (its file headers say how): the second choice, where a package is not wanted. */
import { fields, type Note } from './note.ts';

/** A note type of that name must be there for the fields to be met; Anki asks otherwise. */
export function writeNotes(notes: readonly Note[], deck: string): string {
  const heads = [
    '#separator:tab',
    '#html:true',
    '#notetype:Isnad',
    `#deck:${oneLine(deck)}`,
    `#columns:${['GUID', ...fields, 'Tags'].join('\t')}`,
    '#guid column:1',
    `#tags column:${fields.length + 2}`,
  ];
  const rows = notes.map((note) => [note.guid, ...note.fields, note.tags.join(' ')].map(quoted).join('\t'));
  return `${[...heads, ...rows].join('\n')}\n`;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
const quoted = (cell: string): string => (/["\t\n]|^#/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
