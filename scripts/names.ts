/**
 * npx tsx scripts/names.ts [--write]: learns how names differ, letter by letter, from the words of every day, from the engine's lists of
 * names, its everyday words and the dictionary's source alone; prints how many names and words that it did not learn from the table
 * tells apart. `--write` puts the table into src/arabic/lexicon/shapes.ts, and the words of the dictionary that the everyday list lacks
 * into src/arabic/lexicon/ordinary.ts. The same lists give the same files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { key } from '../src/arabic/characters.ts';
import { NOUNS, VERBS } from '../src/arabic/lexicon/everyday.ts';
import { arabFamilyNames, foreignFamilyNames } from '../src/arabic/lexicon/family-names.ts';
import { nounStem } from '../src/arabic/lexicon/forms.ts';
import { months } from '../src/arabic/lexicon/function-words.ts';
import { arabGivenNames, foreignGivenNames } from '../src/arabic/lexicon/given-names.ts';
import { byLastName } from '../src/arabic/lexicon/leaders.ts';
import { groups, organizations } from '../src/arabic/lexicon/organizations.ts';
import { cities, countries, regions } from '../src/arabic/lexicon/places.ts';
import { readBands, readSource } from './lexicon/source.ts';
import { inflected, learn, pack, shapeBy, wrapped } from './names/model.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean' } } });

const SHAPES = 'src/arabic/lexicon/shapes.ts';
const ORDINARY = 'src/arabic/lexicon/ordinary.ts';
/** A word of this band or commoner goes into the list; rarer ones are told by their shape. */
const LEAST = 2;
/** Above this shape a word could be taken for a name. */
const DOUBT = -3;

const split = (list: string) => list.trim().split(/\s+/);
const names = [...new Set([...foreignGivenNames, ...foreignFamilyNames, ...arabGivenNames, ...arabFamilyNames])].filter(
  (name) => name.length > 2,
);
/** Names of every kind: none of them is called an ordinary word. */
const proper = new Set(names);
for (const name of [...countries, ...regions, ...cities, ...organizations, ...byLastName, ...groups, ...months])
  if (!name.includes(' ')) proper.add(name).add(name.replace(/^ال/, ''));

const bands = readBands();
const nouns = new Map<string, number>();
const verbs = new Map<string, number>();
const note = (words: Map<string, number>, written: string, band: number) => {
  const word = key(written);
  if (word.length > 2 && !word.includes(' ')) words.set(word, Math.max(band, words.get(word) ?? 0));
};
for (const { lemma, code, root, forms } of readSource().entries) {
  if (code === 'np') continue;
  const band = Number.parseInt(bands.get(`${lemma}\t${code}\t${root}`) || '0', 36);
  note(code.startsWith('v') ? verbs : nouns, lemma, band);
  for (const one of forms.get('pl') ?? []) note(nouns, one, band);
  // A verbal noun of three letters that is in use is an entry of its own; the others would forbid names.
  for (const one of forms.get('m') ?? []) if (one.length > 4) note(nouns, one, band);
}

const everydayNouns = split(NOUNS).map(key);
const everydayVerbs = split(VERBS).map((pair) => key(pair.split('/')[0] as string));
const known = new Set([...everydayNouns.map(nounStem), ...everydayVerbs]);
const lacking = (words: Map<string, number>) =>
  [...words]
    .filter(([word, band]) => band >= LEAST && !proper.has(word) && !known.has(nounStem(word)))
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([word]) => word);
const moreNouns = lacking(nouns);
const moreVerbs = lacking(verbs);

const words = inflected(
  [...everydayNouns, ...moreNouns].filter((word) => !proper.has(word)),
  [...everydayVerbs, ...moreVerbs].filter((word) => !proper.has(word)),
);
const named = names.map((name): [string, number] => [name, 1]);

/** One in five is kept back, by its letters. */
const kept = ([word]: readonly [string, number]) =>
  [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 0) % 5 === 0;
const trial = shapeBy(pack(learn(named, words, (one) => !kept(one))));
const share = (all: readonly (readonly [string, number])[], least: number) => {
  const back = all.filter(kept);
  return ((100 * back.filter(([word]) => trial(word) > least).length) / back.length).toFixed(1).padStart(5);
};
const fresh = named.filter(([name]) => !nouns.has(name) && !verbs.has(name) && !known.has(name));
console.log(`${names.length} names, ${words.length} forms of words; kept back, above each mark:`);
for (const least of [-4, -2, 0, 1, 2, 3, 4, 6])
  console.log(`  ${String(least).padStart(2)}: names ${share(fresh, least)} %, words ${share(words, least)} %`);

const table = pack(learn(named, words, () => true));
const looks = shapeBy(table);
/** A word whose shape says enough need not be listed. */
const mistaken = (all: readonly string[]) => all.filter((word) => looks(word) > DOUBT);
console.log(
  `table ${table.length} letters; ${mistaken(moreNouns).length} nouns and ${mistaken(moreVerbs).length} verbs that the everyday list lacks`,
);
if (values.write) {
  const head = readFileSync(SHAPES, 'utf8').split('`')[0] as string;
  writeFileSync(SHAPES, `${head}\`\n${wrapped(table.split(' '))}\`;\n`);
  writeFileSync(
    ORDINARY,
    `/** Words of the dictionary that everyday.ts lacks and that are no names, the commoner first; written by scripts/names.ts. */

/** Nouns, adjectives and verbal nouns, with their broken plurals. */
export const MORE_NOUNS = \`\n${wrapped(mistaken(moreNouns))}\`;

/** Verbs, in the perfect of "he". */
export const MORE_VERBS = \`\n${wrapped(mistaken(moreVerbs))}\`;
`,
  );
}
