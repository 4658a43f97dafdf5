import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLibrary } from '../src/core/dataset/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-annotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (script: string, ...args: readonly string[]) => {
  // The loader that the project's scripts run by, from whatever folder.
  const tsx = resolve('node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, resolve(script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const text = (number: number) =>
  `الوزير يعلن الاتفاق رقم ${number}\n\nقال وزير الخارجية سامي الحداد إن الاتفاق رقم ${number} مع الجانب الآخر قد وقع في دمشق.`;

test('a folder becomes a library that the dataset’s check accepts; bad files are told, and the rest goes on', () => {
  mkdirSync(join(folder, 'in', 'deep'), { recursive: true });
  for (let number = 0; number < 12; number++) writeFileSync(join(folder, 'in', `text-${number}.txt`), text(number));
  writeFileSync(join(folder, 'in', 'deep', 'text-1.html'), `<html><body><p>${text(99)}</p></body></html>`);
  writeFileSync(join(folder, 'in', 'bad.json'), '{"text": ');
  writeFileSync(join(folder, 'in', 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0]));
  writeFileSync(join(folder, 'in', 'notes.md'), 'of no kind that is read');
  symlinkSync('nothing', join(folder, 'in', 'dangling.txt'));
  symlinkSync(join('..', 'in'), join(folder, 'in', 'deep', 'round'));
  const out = join('public', 'data');
  const annotated = run('scripts/annotate.ts', 'in', join('in', 'text-1.txt'), 'nowhere', '--out', out);
  expect(annotated.status).toBe(1);
  expect(annotated.stderr).toContain('nowhere: no such file');
  expect(annotated.stderr).toContain(`${join('in', 'bad.json')}: damaged`);
  expect(annotated.stderr).toContain(`${join('in', 'picture.txt')}: binary`);
  expect(annotated.stderr).toContain(`${join('in', 'dangling.txt')}: no such file`);
  expect(annotated.stderr).toContain('left alone, being of other kinds: 1 .md');
  expect(annotated.stdout).toContain('13 of 15 texts');
  expect(readdirSync(join(folder, out, 'articles'))).toContain('text-1-2.json');
  const library = readLibrary(readFileSync(join(folder, out, 'index.json'), 'utf8'));
  expect(library.ok && library.value.articles).toHaveLength(13);
  const checked = run('scripts/dataset.ts');
  expect(checked.stderr).toBe('');
  expect(checked.stdout).toContain('13 articles, no fault');

  rmSync(join(folder, 'in', 'bad.json'));
  rmSync(join(folder, 'in', 'dangling.txt'));
  rmSync(join(folder, 'in', 'picture.txt'));
  expect(run('scripts/annotate.ts', 'in', '--out', out).status).toBe(0);
  expect(run('scripts/annotate.ts').status).toBe(2);
  expect(run('scripts/annotate.ts', 'in', '--out', join('in', 'notes.md'))).toMatchObject({ status: 2 });
  mkdirSync(join(folder, 'hollow'));
  const hollow = run('scripts/annotate.ts', 'hollow', '--out', 'nothing');
  expect(hollow.status).toBe(1);
  expect(hollow.stderr).toContain('there is nothing to read');
});
