/** One of the processes of `npm run annotate`: a file in, an article's text out. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { openText } from '../../src/arabic/open.ts';
import { describeArticle } from '../../src/core/dataset/describe.ts';
import { INTAKE_LIMITS } from '../../src/core/intake/fault.ts';
import type { Answer, Task } from './crew.ts';

process.on('message', (task: Task) => process.send?.(answer(task)));

function answer({ file, id, today }: Task): Answer {
  try {
    // A file too large is refused before it is read.
    if (statSync(file).size > INTAKE_LIMITS.bytes) return { ok: false, why: 'tooLarge' };
    const opened = openText({ kind: 'file', name: basename(file), bytes: readFileSync(file) }, { today, id });
    if (!opened.ok) {
      const { kind, detail } = opened.failure;
      return { ok: false, why: detail === '' ? kind : `${kind} (${detail})` };
    }
    const { article } = opened.value;
    const { words, quotations } = describeArticle(article);
    return { ok: true, id: article.id, json: `${JSON.stringify(article, null, 1)}\n`, words, quotations };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
