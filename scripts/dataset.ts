/**
 * npm run dataset                        checks every file of public/data and prints what is wrong, where
 * npm run dataset -- --write             makes the index anew from the articles first
 * npm run dataset -- --against FILE      also holds the article of that name against a published text, letter for letter
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, plainText } from '../src/core/article/article.ts';
import { describeArticle } from '../src/core/dataset/describe.ts';
import type { Library } from '../src/core/dataset/library.ts';
import { readArticle, readLibrary } from '../src/core/dataset/read.ts';
import { verifyArticle } from '../src/core/dataset/verify.ts';
import { FIRST, inOrder } from './dataset/order.ts';

const folder = join('public', 'data');
const args = process.argv.slice(2);
let faults = 0;
const say = (file: string, where: string, message: string) => {
  faults++;
  console.error(`${file}: ${where === '' ? '' : `${where}: `}${message}`);
};

const articles: Article[] = [];
for (const name of readdirSync(join(folder, 'articles'))
  .filter((file) => file.endsWith('.json'))
  .sort()) {
  const file = join(folder, 'articles', name);
  const read = readArticle(readFileSync(file, 'utf8'));
  if (!read.ok) {
    // A fault of content has brothers: name them all, so that one run is enough to mend the file.
    if (read.failure.kind === 'content') {
      for (const fault of verifyArticle(JSON.parse(readFileSync(file, 'utf8')) as Article)) {
        say(file, fault.path, `${fault.kind}: ${fault.detail}`);
      }
    } else say(file, read.failure.where, `${read.failure.kind}: ${read.failure.detail}`);
    continue;
  }
  if (name !== `${read.value.id}.json`) say(file, 'id', `is ${read.value.id}`);
  articles.push(read.value);
}
articles.sort(inOrder);

const library: Library = { format: 'isnad-library', version: 1, articles: articles.map(describeArticle) };
const json = `${JSON.stringify(library, null, 1)}\n`;
const index = join(folder, 'index.json');
if (args.includes('--write') && faults === 0) writeFileSync(index, json);
const stored = existsSync(index) ? readFileSync(index, 'utf8') : '';
const read = readLibrary(stored);
if (!read.ok) say(index, read.failure.where, `${read.failure.kind}: ${read.failure.detail}`);
else if (stored !== json) say(index, '', 'does not match the articles: npm run dataset -- --write');

const against = args[args.indexOf('--against') + 1];
if (args.includes('--against')) {
  const seed = articles.find((article) => article.id === FIRST);
  if (against === undefined || !existsSync(against)) say(String(against), '', 'no such file');
  else if (seed === undefined) say(FIRST, '', 'is not in the library');
  else if (plainText(seed) !== readFileSync(against, 'utf8'))
    say(FIRST, 'blocks', `the text is not that of ${against}`);
}

for (const article of articles) {
  const { words, quotations, glossary } = describeArticle(article);
  console.log(
    `${article.id.padEnd(20)} ${words} words, ${article.mentions.length} mentions, ${quotations} quotations, ${glossary} glossary entries`,
  );
}
console.log(faults === 0 ? `${articles.length} articles, no fault` : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
