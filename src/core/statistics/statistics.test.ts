import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle, say } from '../../testing/article.ts';
import { buildLayer } from '../../testing/layers.ts';
import type { Codebook } from '../annotation/codebook.ts';
import { countWords } from '../text/words.ts';
import { gather } from './gather.ts';
import { tablesOf } from './statistics.ts';
import { type Label, sortRows, type Table, type TableId } from './table.ts';

const article = buildArticle();
const gathered = gather([{ article }]);
const words = article.blocks.reduce((total, { text }) => total + countWords(text), 0);

const nameOf = (label: Label): string => {
  if (label.kind === 'entity') return label.name.en;
  if (label.kind === 'tag') return label.name ?? label.id;
  return 'value' in label ? label.value : label.kind;
};
const find = (tables: readonly Table[], id: TableId) => tables.find((table) => table.id === id) as Table;
const rowsOf = ({ rows }: Table) => rows.map(({ label, values }) => [nameOf(label), ...values]);
const counts = (table: Table) =>
  rowsOf(table).map((row) => row.filter((_, index) => table.columns[index - 1]?.unit !== 'share'));

describe('the tables of an article', () => {
  const tables = tablesOf(gathered);

  test('share of voice gives each word once, the nested ones to whom they are nested for', () => {
    // q3 has six words, two of which are q4's.
    expect(counts(find(tables, 'voices'))).toEqual([
      ['narrator', words - 15],
      ['Ahmad Nasir', 3 + 4 + 2],
      ['Sara', 4],
      ['a security source', 2],
    ]);
    const { totals } = find(tables, 'voices');
    expect(totals[0]).toBe(words);
    expect(totals[1]).toBeCloseTo(1, 12);
  });

  test('whatever order the file has them in, and where inner and outer are the same words', () => {
    const same = buildLayer('b', (layer) => {
      layer.quotations.reverse();
      const [inner, outer] = [
        layer.quotations.find(({ id }) => id === 'q4'),
        layer.quotations.find(({ id }) => id === 'q3'),
      ];
      if (inner && outer) inner.contents = structuredClone(outer.contents);
    });
    const voices = find(tablesOf(gather([{ article, layer: same }])), 'voices');
    expect(counts(voices)).toContainEqual(['Ahmad Nasir', 3 + 4 + 6]);
    expect(counts(voices)).toContainEqual(['Sara', 0]);

    const reversed = buildLayer('b', (layer) => {
      layer.quotations.reverse();
      // Nested by its place alone.
      for (const quotation of layer.quotations) quotation.parent = null;
    });
    expect(counts(find(tablesOf(gather([{ article, layer: reversed }])), 'voices'))).toEqual(
      counts(find(tables, 'voices')),
    );
  });

  test('by speaker, kind and class of verb', () => {
    expect(counts(find(tables, 'speakers'))).toEqual([
      ['Ahmad Nasir', 3, 1, 1, 1],
      ['Sara', 1, 0, 1, 0],
      ['a security source', 1, 0, 1, 0],
    ]);
    expect(find(tables, 'speakers').totals).toEqual([5, 1, 1, 3, 1]);
    expect(counts(find(tables, 'kinds'))).toEqual([
      ['indirect', 3, 4 + 4 + 2],
      ['mixed', 1, 3],
      ['direct', 1, 2],
    ]);
    expect(counts(find(tables, 'verbs')).map(([name, count]) => [name, count])).toEqual([
      ['say', 3],
      ['continue', 1],
      ['accord', 1],
    ]);
  });

  test('matrices: verbs by speaker, speakers by whom they speak about', () => {
    const verbs = find(tables, 'speakerVerbs');
    expect(verbs.columns.map(({ label }) => nameOf(label))).toEqual(['quotations', 'say', 'continue', 'accord']);
    expect(rowsOf(verbs)[0]).toEqual(['Ahmad Nasir', 3, 2, 1, 0]);
    const about = find(tables, 'speakerEntities');
    expect(about.columns.map(({ label }) => nameOf(label))).toEqual([
      'quotations',
      'Damascus',
      'Ahmad Nasir',
      'Shamkhani',
    ]);
    expect(rowsOf(about)).toEqual([
      ['Ahmad Nasir', 3, 1, 0, 0],
      ['Sara', 1, 0, 1, 0],
      ['a security source', 1, 0, 0, 1],
    ]);
  });

  test('overt and implied sources', () => {
    const layer = buildLayer('b', (made) => {
      const [first] = made.quotations;
      if (first) first.source = null;
    });
    const table = find(tablesOf(gather([{ article, layer }])), 'sources');
    expect(rowsOf(table)[0]).toEqual(['Ahmad Nasir', 3, 2, 1, 1 / 3]);
    expect(table.totals).toEqual([5, 4, 1, 1 / 5]);
  });

  test('tags by the codebook’s names; one with two is under both, and there is no sum', () => {
    const layer = buildLayer('b', (made) => {
      const [first, second] = made.quotations;
      if (first) first.tags = ['t1', 't2', 't2'];
      if (second) second.tags = ['t1'];
    });
    const codebook = { tags: [{ id: 't1', name: 'وعد' }] } as unknown as Codebook;
    const table = find(tablesOf(gather([{ article, layer }]), codebook), 'tags');
    expect(counts(table).map(([name, count]) => [name, count])).toEqual([
      ['untagged', 3],
      ['وعد', 2],
      ['t2', 1],
    ]);
    expect(table.totals).toEqual([null, null, null]);
  });

  test('of nothing are empty', () => {
    for (const table of tablesOf(gather([]))) expect(table.rows).toEqual([]);
  });

  test('a speaker whom the layer does not know is nobody', () => {
    const layer = buildLayer('b', (made) => {
      for (const quotation of made.quotations) quotation.speaker = 'stranger';
    });
    expect(counts(find(tablesOf(gather([{ article, layer }])), 'speakers'))).toEqual([['nobody', 5, 1, 3, 1]]);
  });
});

describe('the shelf', () => {
  const second = buildArticle();
  second.id = 'second';
  for (const entity of second.entities) {
    if (entity.id === 'nasir') entity.name = say('احمد  ناصر', 'A. Nasir');
  }
  const tables = tablesOf(gather([{ article }, { article: second }]));

  test('one name is one person in every article, who has none is another in each', () => {
    expect(counts(find(tables, 'speakers')).map(([name, count]) => [name, count])).toEqual([
      ['Ahmad Nasir', 6],
      ['Sara', 2],
      ['a security source', 1],
      ['a security source', 1],
    ]);
    expect(find(tables, 'voices').totals[0]).toBe(2 * words);
  });

  test('a verified identifier joins two names', () => {
    const renamed = buildArticle();
    renamed.id = 'third';
    const authority = [{ register: 'wikidata', id: 'Q1' }];
    const first = buildArticle();
    for (const one of [first, renamed])
      for (const entity of one.entities) if (entity.id === 'sara') entity.authority = authority;
    for (const entity of renamed.entities) if (entity.id === 'sara') entity.name = say('سارة الصحفية', 'Sara J.');
    const rows = counts(find(tablesOf(gather([{ article: first }, { article: renamed }])), 'speakers'));
    expect(rows.map(([name, count]) => [name, count])).toContainEqual(['Sara', 2]);
  });

  test('keys are unlike each other', () => {
    for (const { rows, columns } of tables) {
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    }
  });
});

test('whatever is quoted, shares of voice add up to all words, and every table to all quotations', () => {
  const ids = article.quotations.map(({ id }) => id);
  const who = fc.constantFrom('nasir', 'sara', null, 'stranger');
  fc.assert(
    fc.property(fc.subarray(ids), fc.array(who, { minLength: 5, maxLength: 5 }), (kept, speakers) => {
      const layer = buildLayer('b', (made) => {
        made.quotations = made.quotations.filter(({ id }) => kept.includes(id));
        made.quotations.forEach((quotation, index) => (quotation.speaker = speakers[index] ?? null));
      });
      const tables = tablesOf(gather([{ article, layer }]));
      expect(find(tables, 'voices').totals[0]).toBe(words);
      for (const id of ['speakers', 'kinds', 'verbs', 'speakerVerbs', 'sources'] as const) {
        expect(find(tables, id).totals[0]).toBe(kept.length);
      }
    }),
  );
});

test('sortRows keeps the order of equal rows', () => {
  const row = (key: string, value: number) => ({ key, label: { kind: 'nobody' } as const, values: [value] });
  const rows = [row('a', 1), row('b', 2), row('c', 1)];
  expect(sortRows(rows, 0, 'ascending').map(({ key }) => key)).toEqual(['a', 'c', 'b']);
  expect(sortRows(rows, 0, 'descending').map(({ key }) => key)).toEqual(['b', 'a', 'c']);
});
