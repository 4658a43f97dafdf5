import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../../testing/article.ts';
import { hardArticle, layerOver } from '../../../testing/hard-layers.ts';
import { publishedLayer } from '../../annotation/layer.ts';
import { readArticle } from '../../dataset/read.ts';
import { write } from './write.ts';

const folder = process.env['ISNAD_CONFORMANCE'];
const schema = folder ? join(folder, 'tei_all.rng') : '';
const has = (command: string) => spawnSync('which', [command]).status === 0;
const ready = existsSync(schema) && has('jing');
if (!ready) {
  process.stderr.write(
    'TEI is NOT held against its schema: set ISNAD_CONFORMANCE to a folder with tei_all.rng, install jing\n',
  );
}

const shipped = Object.values(
  import.meta.glob<string>('../../../../public/data/articles/*.json', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).flatMap((source) => {
  const read = readArticle(source);
  return read.ok ? [read.value] : [];
});

describe.skipIf(!ready)('TEI is valid against tei_all', () => {
  const validate = (files: readonly string[]): string => {
    const place = mkdtempSync(join(tmpdir(), 'tei-'));
    try {
      const paths = files.map((text, at) => {
        const path = join(place, `${at}.xml`);
        writeFileSync(path, text);
        return path;
      });
      execFileSync('jing', [schema, ...paths], { encoding: 'utf8' });
      return '';
    } catch (error) {
      return String((error as { stdout?: unknown }).stdout ?? error);
    } finally {
      rmSync(place, { recursive: true });
    }
  };
  const texts = [
    ...[...shipped, buildArticle()].map((article) => write(article, publishedLayer(article))),
    ...fc
      .sample(
        hardArticle.chain((article) => layerOver(article).map((layer) => ({ article, layer }))),
        { numRuns: 40, seed: 4 },
      )
      .map(({ article, layer }) => write(article, layer)),
  ].map(({ files }) => files[0]?.text ?? '');

  test('every article of the library, and generated layers that overlap in every way', () => {
    expect(shipped.length).toBeGreaterThan(3);
    expect(validate(texts)).toBe('');
  });

  test('the validator would notice', () => {
    expect(validate([(texts[0] ?? '').replace('<said ', '<said whom="#x" ')])).toMatch(/whom/);
  });
});
