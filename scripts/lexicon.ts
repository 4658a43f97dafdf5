/**
 * npm run lexicon                   checks the dictionary's source and writes the file that the reader loads
 * npm run lexicon -- --count FILE   first counts how common each entry is, from written forms and counts (`form<tab>count` a line)
 * npm run lexicon -- --missing N    also prints the N most frequent forms of that file that no entry answers
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { checkEntries } from '../src/arabic/morphology/check.ts';
import { writeLexicon } from '../src/arabic/morphology/compact.ts';
import { countLemmas } from './lexicon/count.ts';
import { BANDS, OUTPUT, readBands, readSource } from './lexicon/source.ts';

const { values } = parseArgs({ options: { count: { type: 'string' }, missing: { type: 'string' } } });
const { entries, faults, places } = readSource();
for (const { at, fault } of checkEntries(entries)) faults.push(`${places[at]}: ${fault}`);
for (const fault of faults) console.error(fault);

const name = (at: number) => `${entries[at]?.lemma}\t${entries[at]?.code}\t${entries[at]?.root}`;
let known = readBands();
if (values.count !== undefined) {
  const forms = readFileSync(values.count, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [form = '', count = '0'] = line.split('\t');
      return [form, Number(count)] as const;
    });
  const { bands, missing, covered } = countLemmas(entries, forms);
  known = new Map(bands.map((band, at) => [name(at), band]));
  writeFileSync(BANDS, `${[...known].map(([entry, band]) => `${entry}\t${band}`).join('\n')}\n`);
  console.log(`${(100 * covered).toFixed(2)} % of the counted words have an entry`);
  for (const [form, count] of missing.slice(0, Number(values.missing ?? 0))) console.log(`${form}\t${count}`);
}
const bands = entries.map(({ forms }, at) => {
  const [given] = forms.get('c') ?? [];
  return given === undefined ? (known.get(name(at)) ?? '') : Number(given).toString(36);
});
const text = writeLexicon({ entries, bands });
mkdirSync(path.dirname(OUTPUT), { recursive: true });
writeFileSync(OUTPUT, text);
console.log(
  `${entries.length} entries, ${text.length} letters, ${gzipSync(text, { level: 9 }).length} bytes compressed, ${faults.length} faults`,
);
process.exit(faults.length === 0 ? 0 : 1);
