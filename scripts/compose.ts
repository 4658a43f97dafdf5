/**
 * npm run compose -- DRAFT.json [OUT.json]
 *
 * Finds the offsets of a hand-written draft (README, "Adding an article") and writes the article file. Prints every
 * passage that the text does not have and leaves with 1, having written nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeArticle, type Draft } from '../src/core/dataset/compose.ts';
import { readArticle } from '../src/core/dataset/read.ts';
import { verifyArticle } from '../src/core/dataset/verify.ts';

const [from, to] = process.argv.slice(2);
if (from === undefined) {
  console.error('npm run compose -- DRAFT.json [OUT.json]');
  process.exit(2);
}
const draft = JSON.parse(readFileSync(from, 'utf8')) as Draft;
const { article, problems } = composeArticle(draft);
const json = `${JSON.stringify(article, null, 1)}\n`;
const faults = problems.length > 0 ? [] : verifyArticle(article);
for (const problem of problems) console.error(problem);
for (const fault of faults) console.error(`${fault.path}: ${fault.kind}: ${fault.detail}`);
const read = problems.length === 0 ? readArticle(json) : null;
if (read && !read.ok) console.error(`${read.failure.where}: ${read.failure.kind}: ${read.failure.detail}`);
if (problems.length > 0 || faults.length > 0 || !read?.ok) process.exit(1);
const out = to ?? join('public', 'data', 'articles', `${article.id}.json`);
writeFileSync(out, json);
console.log(
  `${out}: ${article.mentions.length} mentions, ${article.quotations.length} quotations, ${article.glossary.length} glossary entries`,
);
