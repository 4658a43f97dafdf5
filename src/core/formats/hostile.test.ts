import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { type Layer, publishedLayer } from '../annotation/layer.ts';
import { LIMITS } from '../dataset/schema.ts';
import type { ExportFile, FormatId, Import, ImportFault, TextFile } from './format.ts';
import { formats } from './formats.ts';

const now = '2026-11-01T00:00:00Z';
const article = buildArticle();
const ids = Object.keys(formats) as FormatId[];

async function sent(id: FormatId): Promise<readonly ExportFile[]> {
  return (await formats[id].load()).write(article, publishedLayer(article)).files;
}

async function take(id: FormatId, files: readonly TextFile[], given = article): Promise<Import | ImportFault> {
  const read = (await formats[id].load()).read(files, { article: given, now });
  return read.ok ? read.value : read.failure;
}

/** The same text in each file of the format. */
const filled = async (id: FormatId, text: string) => (await sent(id)).map(({ name }) => ({ name, text }));
const faultOf = (answer: Import | ImportFault) => ('kind' in answer ? answer.kind : null);
const accepted = (answer: Import | ImportFault): Import => {
  if ('kind' in answer) throw new Error(JSON.stringify(answer));
  return answer;
};

describe.each(ids)('%s, from hostile hands', (id) => {
  test.each(['', ' ', '{}', '[]', 'null', '<a/>', '"', '\0', '{"__proto__":1}', 'T1\tQuotation 0 5\tx', '#'])(
    'the file %j is told, not thrown at',
    async (text) => {
      const answer = await take(id, await filled(id, text));
      expect('kind' in answer || answer.layers.length === 1).toBe(true);
    },
  );

  test('no text at all makes it throw', async () => {
    const files = await sent(id);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(files.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(20),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('"', '<', '{', '\t', '-1', '9e99', '\ud800', '__proto__', '\r'),
        ),
        async (which, where, length, put) => {
          const broken = files.map((file, at) => {
            if (at !== which) return file;
            const from = Math.floor(where * file.text.length);
            return { ...file, text: file.text.slice(0, from) + put + file.text.slice(from + length) };
          });
          const answer = await take(id, broken);
          if ('kind' in answer) return;
          // Whatever came in stands in the text, word for word.
          const texts = new Map(article.blocks.map((block) => [block.id, block.text]));
          for (const { mentions, quotations } of answer.layers) {
            const ranges = [
              ...mentions.map(({ range }) => range),
              ...quotations.flatMap(({ contents, cue, source }) => [...contents, ...cue, ...(source ? [source] : [])]),
            ];
            for (const { block, start, end, words } of ranges) expect(texts.get(block)?.slice(start, end)).toBe(words);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('UTF-16 that was read as bytes', async () => {
    const files = (await sent(id)).map(({ name, text }) => ({ name, text: [...text].join('\0') }));
    expect(faultOf(await take(id, files))).toBe('encoding');
  });

  test('a file without end', async () => {
    expect(faultOf(await take(id, await filled(id, ' '.repeat(64_000_001))))).toBe('tooLarge');
  });

  test('a byte order mark and other line ends change nothing', async () => {
    const plain = accepted(await take(id, await sent(id)));
    const windows = (await sent(id)).map(({ name, text }) => ({
      name,
      // brat's offsets count each character of its text, so there the text is what it is.
      text: name.endsWith('.txt') ? text : `\ufeff${text.replace(/\r?\n/g, '\r\n')}`,
    }));
    expect(accepted(await take(id, windows))).toEqual(plain);
  });

  test('what is not of this format', async () => {
    const answer = await take(id, await filled(id, '{"type":"FeatureCollection","features":[]}'));
    if (id !== 'brat') expect(faultOf(answer)).not.toBeNull();
  });
});

describe('deep, and many', () => {
  const deep = 1_000_000;
  test.each([
    ['isnad', `${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['w3c', `{"type":"AnnotationPage","items":${'['.repeat(deep)}${']'.repeat(deep)}}`],
    ['w3c', `{"a":`.repeat(deep)],
    ['tei', '<TEI>'.repeat(deep)],
    ['tei', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
  ] as const)('%s, nested a million times', async (id, text) => {
    const answer = await take(id, [{ name: 'x', text }]);
    expect(faultOf(answer) ?? (answer as Import).layers.length).toBeTruthy();
  });

  test('a million annotations are refused by their number', async () => {
    const many = 1_000_000;
    const annotation = '{"type":"Annotation","target":"urn:x"}';
    const text = `{"type":"AnnotationPage","items":[${Array(many).fill(annotation).join(',')}]}`;
    expect(faultOf(await take('w3c', [{ name: 'x', text }]))).toBe('tooMany');
    const lines = Array.from({ length: many }, (_, at) => `T${at}\tPerson 0 4\tأحمد`).join('\n');
    const brat = [
      { name: 'x.txt', text: 'أحمد ناصر' },
      { name: 'x.ann', text: lines },
    ];
    expect(faultOf(await take('brat', brat))).toBe('tooMany');
    expect(many).toBeGreaterThan(LIMITS.items);
  });

  test('ten thousand annotations whose words are nowhere are orphans, soon', async () => {
    const item = (at: number) => ({
      id: `urn:x:${at}`,
      type: 'Annotation',
      body: [{ purpose: 'classifying', value: 'direct' }],
      target: { source: 'urn:x', selector: { type: 'TextQuoteSelector', exact: `كلام ${at} لم يقله أحد` } },
    });
    const text = JSON.stringify(Array.from({ length: 10_000 }, (_, at) => item(at)));
    const { report, layers } = accepted(await take('w3c', [{ name: 'x', text }]));
    expect(layers[0]?.quotations).toEqual([]);
    expect(report.orphans.length).toBe(10_000);
  });
});

describe('XML', () => {
  const bomb =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><TEI><text><p>&b;</p></text></TEI>';
  test.each([
    [bomb, 'doctype'],
    ['<!doctype TEI SYSTEM "file:///etc/passwd"><TEI/>', 'doctype'],
    ['<TEI><text><p>&undeclared;</p></text></TEI>', 'notXml'],
    ['<TEI><text><p></text></TEI>', 'notXml'],
    ['<html/>', 'otherFormat'],
    ['<TEI/>', 'shape'],
  ])('%s', async (text, kind) => {
    expect(faultOf(await take('tei', [{ name: 'x.xml', text }]))).toBe(kind);
  });

  test('a ring of pointers between parts ends', async () => {
    const text =
      '<TEI><text><p><said xml:id="a" next="#b">أحمد</said> <said xml:id="b" next="#a">ناصر</said></p></text></TEI>';
    const answer = accepted(await take('tei', [{ name: 'x.xml', text }]));
    expect(answer.article?.blocks[0]?.text).toBe('أحمد ناصر');
  });
});

describe('what is wrong in one record leaves the others whole', () => {
  const layer = publishedLayer(article);
  const asLayer = (change: (layer: Record<string, unknown>) => object): TextFile[] => [
    { name: 'x.json', text: JSON.stringify(change(JSON.parse(JSON.stringify(layer)) as Record<string, unknown>)) },
  ];
  const withQuotation = (change: object) =>
    asLayer((file) => ({
      ...file,
      quotations: [...layer.quotations, { ...layer.quotations[0], id: 'odd', parent: null, ...change }],
    }));
  const after = async (files: TextFile[]) => {
    const { layers, report } = accepted(await take('isnad', files));
    const [made] = layers as [Layer];
    expect(made.quotations.filter(({ id }) => id !== 'odd')).toEqual(layer.quotations);
    return { odd: made.quotations.find(({ id }) => id === 'odd'), report };
  };

  test('a kind that nobody knows, a confidence beyond one, an id with a bracket', async () => {
    for (const change of [
      { kind: 'shouted' },
      { provenance: { by: 'rule', rule: null, confidence: 7 } },
      { id: '<b>' },
    ]) {
      const { odd, report } = await after(withQuotation(change));
      expect(odd).toBeUndefined();
      expect(report.left.map(({ why }) => why)).toEqual(['shape']);
    }
  });

  test('people and parents that are not there', async () => {
    const { odd, report } = await after(withQuotation({ speaker: 'nobody', parent: 'q99' }));
    expect(odd).toMatchObject({ speaker: null, parent: null });
    expect(report.left.map(({ why, detail }) => [why, detail])).toEqual([
      ['unknownEntity', 'nobody'],
      ['unknownQuotation', 'q99'],
    ]);
  });

  test('one that stands inside itself', async () => {
    const { odd, report } = await after(withQuotation({ parent: 'odd' }));
    expect(odd?.parent).toBeNull();
    expect(report.left).toEqual([{ of: 'quotation', id: 'odd', why: 'selfParent', detail: 'odd' }]);
  });

  test('words that are not in the text: an orphan with all that was said of it', async () => {
    const range = { block: 'p1', start: 0, end: 9, words: 'كلام لم يرد في هذا النص أبدا' };
    const { odd, report } = await after(withQuotation({ contents: [range], note: 'ملاحظة', tags: ['t1'] }));
    expect(odd).toBeUndefined();
    expect(report.orphans).toMatchObject([
      { of: 'quotation', id: 'odd', role: 'content', words: range.words, record: { note: 'ملاحظة', tags: ['t1'] } },
    ]);
  });

  test('a cue that is gone leaves its quotation', async () => {
    const range = { block: 'p1', start: 0, end: 9, words: 'تمتم هامسا لنفسه' };
    const { odd, report } = await after(withQuotation({ cue: [range] }));
    expect(odd?.cue).toEqual([]);
    expect(report.orphans).toMatchObject([{ id: 'odd', role: 'cue', words: range.words }]);
  });

  test('__proto__ is a word like others', async () => {
    const text = JSON.stringify(layer).replace('{', '{"__proto__":{"polluted":true},');
    accepted(await take('isnad', [{ name: 'x.json', text }]));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a text that was edited since', () => {
  const edited = structuredClone(article);
  for (const block of edited.blocks) {
    if (block.id === 'p1') block.text = `وفي دمشق أمس، ${block.text} وانتهى الاجتماع.`;
  }
  edited.blocks.splice(1, 0, { id: 'new', type: 'lede', gap: 1, text: 'خبر عاجل من العاصمة السورية عن الهدنة' });

  test.each(ids.filter((id) => id !== 'isnad'))('%s finds its words again, or says that they are gone', async (id) => {
    const { layers, report } = accepted(await take(id, await sent(id), edited));
    const [made] = layers as [Layer];
    const texts = new Map(edited.blocks.map((block) => [block.id, block.text]));
    for (const { id: quotation, contents } of made.quotations) {
      const before = article.quotations.find((one) => one.id === quotation)?.contents ?? [];
      expect(contents.map(({ words }) => words)).toEqual(before.map(({ words }) => words));
      for (const { block, start, end, words } of contents) expect(texts.get(block)?.slice(start, end)).toBe(words);
    }
    const gone = new Set(report.orphans.map(({ id }) => id));
    for (const { id: quotation } of publishedLayer(article).quotations) {
      const isTold = made.quotations.some((one) => one.id === quotation) || gone.has(quotation);
      if (id !== 'conll') expect([quotation, isTold]).toEqual([quotation, true]);
    }
    expect(made.quotations.length).toBeGreaterThanOrEqual(id === 'conll' ? 2 : 4);
    expect(report.moved).toBeGreaterThan(3);
  });
});
