/**
 * npm run schema: writes public/schema, the JSON Schemas of the dataset files, from the shapes that the reader itself
 * checks. A unit test holds the files to what this writes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publishedSchemas } from './schema/published.ts';

const folder = path.join('public', 'schema');
mkdirSync(folder, { recursive: true });
for (const { file, json } of publishedSchemas()) {
  writeFileSync(path.join(folder, file), json);
  console.log(path.join(folder, file));
}
