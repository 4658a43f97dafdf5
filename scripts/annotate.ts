/**
 * npm run annotate -- FILE|FOLDER... [--out DIR]
 *
 * Opens texts as the page does (.txt, .html, .docx, .json) and writes article files and the library's index to DIR (by itself
 * "annotated"), in the shape of public/data. Works on all cores, goes on past a file that cannot be read, names all of
 * those at the end, and leaves with 1 if there were any or nothing was there to read, with 2 where it was asked wrongly, with
 * 130 where it was stopped: what was done by then is in the index.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describeArticle } from '../src/core/dataset/describe.ts';
import type { Library, LibraryEntry } from '../src/core/dataset/library.ts';
import { readArticle } from '../src/core/dataset/read.ts';
import { bar } from './annotate/bar.ts';
import { crew } from './annotate/crew.ts';
import { gather } from './annotate/gather.ts';
import { inOrder } from './dataset/order.ts';

const usage = 'npm run annotate -- FILE|FOLDER... [--out DIR]';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(
    `${usage}\n\nReads .txt, .html, .docx and .json; writes article files and an index to DIR (by itself "annotated").`,
  );
  process.exit(0);
}
const at = args.indexOf('--out');
const out = at < 0 ? 'annotated' : args[at + 1];
const from = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
if (out === undefined || from.length === 0 || from.some((path) => path.startsWith('--'))) {
  console.error(usage);
  process.exit(2);
}

const { files, others, ...gathered } = gather(from);
const faults = [...gathered.faults];
const names = nameAll(files);
try {
  mkdirSync(join(out, 'articles'), { recursive: true });
} catch (error) {
  console.error(`${out}: nothing can be written there (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  process.exit(2);
}

const today = new Date().toISOString().slice(0, 10);
const begun = performance.now();
const progress = bar(files.length);
let words = 0;
let quotations = 0;
const written = new Set<string>();
process.once('SIGINT', () => finish(130));
await crew(
  files.map((file, index) => ({ file, id: names[index] as string, today })),
  ({ file }, answer) => {
    if (!answer.ok) faults.push({ file, why: answer.why });
    // Article files bring their own ids.
    else if (written.has(answer.id)) faults.push({ file, why: `another file has the id ${answer.id} already` });
    else {
      try {
        writeFileSync(join(out, 'articles', `${answer.id}.json`), answer.json);
        written.add(answer.id);
        words += answer.words;
        quotations += answer.quotations;
      } catch (error) {
        faults.push({ file, why: String(error) });
      }
    }
    progress.step(faults.length);
  },
);
finish(faults.length === 0 && files.length > 0 ? 0 : 1);

/** Writes the index, tells what became of all, and leaves with this code; with 1 if the index shows a fault more. */
function finish(code: number): never {
  progress.end();
  writeIndex();
  for (const { file, why } of faults) console.error(`${file}: ${why}`);
  const left = [...others]
    .map(([ending, count]) => `${count} ${ending === '' ? 'without an ending' : ending}`)
    .join(', ');
  if (left !== '') console.error(`left alone, being of other kinds: ${left}`);
  if (files.length === 0) console.error('there is nothing to read: .txt, .html, .docx or .json');
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${written.size} of ${files.length} texts, ${words} words, ${quotations} quotations in ${seconds.toFixed(1)} s → ${out}` +
      (faults.length === 0 ? '' : `; ${faults.length} could not be read`),
  );
  process.exit(code === 0 && faults.length > 0 ? 1 : code);
}

/** An id for each file from its name, none twice: "2017/خبر 3.txt" → "3", then "3-2". */
function nameAll(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const plain = basename(path, extname(path))
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
      .slice(0, 60);
    const stem = plain === '' ? 'text' : plain;
    let name = stem;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}-${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Of everything in the folder, what was there before included, in the order of `npm run dataset`. */
function writeIndex(): void {
  const folder = join(out as string, 'articles');
  const entries: LibraryEntry[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const read = readArticle(readFileSync(join(folder, name), 'utf8'));
    if (read.ok) entries.push(describeArticle(read.value));
    else faults.push({ file: join(folder, name), why: `${read.failure.where}: ${read.failure.kind}` });
  }
  const library: Library = { format: 'isnad-library', version: 1, articles: entries.sort(inOrder) };
  writeFileSync(join(out as string, 'index.json'), `${JSON.stringify(library, null, 1)}\n`);
}
