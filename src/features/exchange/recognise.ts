/** Which of our formats some files are of, by their names and by how they begin. A guess, for the reader to correct. */
import type { FormatId, TextFile } from '../../core/formats/format.ts';

/** The format that all these files together look like; null where nothing speaks for any. */
export function recognise(files: readonly TextFile[]): FormatId | null {
  const names = files.map(({ name }) => name.toLowerCase());
  const ends = (...endings: readonly string[]) => names.some((name) => endings.some((ending) => name.endsWith(ending)));
  const head = (files[0]?.text ?? '').slice(0, 4000);
  if (ends('.ann')) return 'brat';
  if (/"format"\s*:\s*"isnad-(?:layer|article)"/.test(head)) return 'isnad';
  // Perhaps with its type system beside it.
  if (files.some(({ text }) => /"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"/.test(text.slice(0, 4000)))) return 'cas';
  if (ends('.jsonld') || /"https?:\/\/www\.w3\.org\/ns\/anno\.jsonld"/.test(head)) return 'w3c';
  if (ends('.xml', '.tei') || /^\ufeff?\s*<\?xml|<TEI\b/.test(head)) return 'tei';
  if (ends('.conll', '.conllu', '.conllup', '.bio') || /^# (?:global\.columns|newdoc|isnad)/m.test(head))
    return 'conll';
  if (ends('.csv')) return 'csv';
  if (ends('.tsv')) return 'tsv';
  if (ends('.json')) return 'isnad';
  return null;
}
