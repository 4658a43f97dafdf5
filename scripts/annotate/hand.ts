/** One of the processes of `npm run annotate`: a file in, an article's text out. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { openText } from '../../src/arabic/open.ts';
import { describeArticle } from '../../src/core/dataset/describe.ts';
import { INTAKE_LIMITS, type IntakeFault } from '../../src/core/intake/fault.ts';
import type { Answer, Task } from './crew.ts';

const WHY: Readonly<Record<IntakeFault['kind'], string>> = {
  empty: 'there is no text in it',
  binary: 'it is no text, whatever its name says',
  pdf: 'PDF is not read; save its text',
  oldWord: 'a Word document of the old kind; save it as .docx',
  notArabic: 'most of it is not Arabic',
  tooLarge: `more than ${INTAKE_LIMITS.bytes / 1_000_000} MB or ${INTAKE_LIMITS.units / 1_000_000} million letters`,
  damaged: 'the file is broken or incomplete',
  noArticle: 'no article was found in it',
};

process.on('message', (task: Task) => process.send?.(answer(task)));

function answer({ file, id, today }: Task): Answer {
  try {
    // A file too large is refused before it is read.
    if (statSync(file).size > INTAKE_LIMITS.bytes) return { ok: false, why: `tooLarge: ${WHY.tooLarge}` };
    const opened = openText({ kind: 'file', name: basename(file), bytes: readFileSync(file) }, { today, id });
    if (!opened.ok) {
      const { kind, detail } = opened.failure;
      return { ok: false, why: `${kind}: ${WHY[kind]}${detail === '' ? '' : ` (${detail})`}` };
    }
    const { article } = opened.value;
    const { words, quotations } = describeArticle(article);
    return { ok: true, id: article.id, json: `${JSON.stringify(article, null, 1)}\n`, words, quotations };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
