/** Files as other tools and other hands make them: what is sure comes in, what is not is listed. */
import { expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import type { Article } from '../article/article.ts';
import type { FormatId, Import, TextFile } from './format.ts';
import { formats } from './formats.ts';

async function take(id: FormatId, files: readonly TextFile[], article: Article | null = null): Promise<Import> {
  const read = (await formats[id].load()).read(files, { article, now: '2026-11-01T00:00:00Z' });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const told = ({ layers }: Import) => {
  const [layer] = layers;
  return {
    quotations: layer?.quotations.map(({ kind, contents, speaker }) => [
      kind,
      contents.map(({ words }) => words),
      speaker,
    ]),
    mentions: layer?.mentions.map(({ entity, range }) => [entity, range.words]),
    entities: layer?.entities.map(({ id, type, name }) => [id, type, name.ar]),
  };
};

test('TEI by hand: indented, said around a name, a quotation in pieces, one inside another, a note beside the text', async () => {
  const text = `<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>خبر</title></titleStmt></fileDesc>
    <profileDesc><particDesc><listPerson><person xml:id="nasir"><persName>أحمد ناصر</persName></person></listPerson></particDesc></profileDesc>
  </teiHeader>
  <text><body><div>
    <head>عنوان
      الخبر</head>
    <p>
      <said who="#nasir" xml:id="s1" next="#s2">«الهدنة</said> — قال
      <persName ref="#nasir">ناصر</persName> —
      <said who="#nasir" xml:id="s2" prev="#s1">باقية»</said><note>تعليق</note>.
    </p>
    <p>وقالت <persName>سارة</persName> <said direct="false">إن ناصرا قال <q>نعم</q></said></p>
  </div></body></text>
</TEI>`;
  const back = await take('tei', [{ name: 'x.xml', text }]);
  expect(back.article?.blocks.map(({ type, text }) => [type, text])).toEqual([
    ['section', 'عنوان الخبر'],
    ['paragraph', '«الهدنة — قال ناصر — باقية».'],
    ['paragraph', 'وقالت سارة إن ناصرا قال نعم'],
  ]);
  const { quotations, mentions, entities } = told(back);
  expect(quotations).toEqual([
    ['direct', ['«الهدنة', 'باقية»'], 'nasir'],
    ['indirect', ['إن ناصرا قال نعم'], null],
    ['direct', ['نعم'], null],
  ]);
  const [, outer, inner] = back.layers[0]?.quotations ?? [];
  expect(inner?.parent).toBe(outer?.id);
  expect(mentions?.map(([, words]) => words)).toEqual(['ناصر', 'سارة']);
  expect(entities?.map(([, , name]) => name)).toEqual(['أحمد ناصر', 'سارة']);
  expect(back.report.left).toMatchObject([{ of: 'article', detail: 'note × 1' }]);
});

test('brat without our notes: names by their words, a quotation with a cue, a relation that we do not know', async () => {
  const text = 'قال 😀 أحمد ناصر نعم\nوصل ناصر\n';
  const ann = [
    'T1\tPerson 6 15\tأحمد ناصر',
    'T2\tPerson 24 28\tناصر',
    'T3\tQuotation 16 19\tنعم',
    'T4\tCue 0 3\tقال',
    'E1\tQuotation:T3 Cue:T4 Speaker:T1',
    'T5\tPerson 0 3\tليس هنا',
    'T6\tPerson 90 99\tبعيد',
    'R1\tKnows Arg1:T1 Arg2:T2',
  ].join('\n');
  const back = await take('brat', [
    { name: 'a.txt', text },
    { name: 'a.ann', text: ann },
  ]);
  const { quotations, mentions } = told(back);
  expect(mentions?.map(([, words]) => words)).toEqual(['أحمد ناصر', 'ناصر']);
  expect(quotations?.[0]?.slice(0, 2)).toEqual(['indirect', ['نعم']]);
  expect(quotations?.[0]?.[2]).toBe(mentions?.[0]?.[0]);
  expect(back.report.left.map(({ why }) => why)).toEqual(['offsets', 'offsets', 'unknownKind']);
});

test('a CAS as INCEpTION writes it, with its own named entities and a quotation without links', async () => {
  const sofaString = 'قال أحمد ناصر نعم';
  const cas = {
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString },
      {
        '%ID': 2,
        '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
        '@sofa': 1,
        begin: 4,
        end: 13,
        value: 'PER',
        identifier: 'http://www.wikidata.org/entity/Q1',
      },
      { '%ID': 3, '%TYPE': 'webanno.custom.Quotation', '@sofa': 1, begin: 14, end: 17, kind: 'direct' },
      { '%ID': 4, '%TYPE': 'webanno.custom.Quotation', '@sofa': 1, begin: 14, end: 99, kind: 'direct' },
      { '%ID': 5, '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token', '@sofa': 1, begin: 0, end: 3 },
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4, 5] } },
  };
  const back = await take('cas', [{ name: 'x.json', text: JSON.stringify(cas) }]);
  expect(told(back).quotations).toEqual([['direct', ['نعم'], null]]);
  expect(told(back).mentions?.map(([, words]) => words)).toEqual(['أحمد ناصر']);
  expect(told(back).entities?.[0]?.slice(1)).toEqual(['person', 'أحمد ناصر']);
  expect(back.report.left.map(({ why }) => why)).toEqual(['offsets', 'shape']);
});

test('CoNLL-2003: words with names in the last column', async () => {
  const text = '-DOCSTART- -X- O O\n\nقال VB O O\nأحمد NN O B-PER\nناصر NN O I-PER\n\nفي IN O O\nدمشق NN O B-LOC\n';
  const back = await take('conll', [{ name: 'x.conll', text }]);
  expect(back.article?.blocks.map(({ text }) => text)).toEqual(['قال أحمد ناصر', 'في دمشق']);
  expect(told(back).mentions?.map(([, words]) => words)).toEqual(['أحمد ناصر', 'دمشق']);
  expect(told(back).entities?.map(([, type]) => type)).toEqual(['person', 'place']);
});

test('Web Annotations of others: a comment alone is not a quotation, one that identifies is a mention', async () => {
  const article = buildArticle();
  const quote = (exact: string) => ({ source: 'https://x.example/', selector: [{ type: 'TextQuoteSelector', exact }] });
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: [
      {
        id: 'https://x.example/1',
        type: 'Annotation',
        body: { type: 'TextualBody', value: 'لماذا؟', purpose: 'commenting' },
        target: quote('الهدنة «خطوة مهمة»'),
      },
      {
        id: 'https://x.example/2',
        type: 'Annotation',
        body: { source: 'https://www.wikidata.org/wiki/Q1', purpose: 'identifying' },
        target: quote('شمخاني غادر، بحسب مصدر أمني'),
      },
      {
        id: 'https://x.example/3',
        type: 'Annotation',
        body: { type: 'TextualBody', value: 'direct', purpose: 'classifying' },
        target: quote('وأضاف ناصر أنّ الحوار مستمر'),
      },
    ],
  };
  const back = await take('w3c', [{ name: 'x.jsonld', text: JSON.stringify(page) }], article);
  expect(told(back).quotations).toEqual([['direct', ['وأضاف ناصر أنّ الحوار مستمر'], null]]);
  expect(told(back).mentions?.map(([, words]) => words)).toEqual(['شمخاني غادر، بحسب مصدر أمني']);
  expect(back.report.left).toEqual([
    { of: 'quotation', id: 'https-x.example-1', why: 'unknownKind', detail: 'https://x.example/1' },
  ]);
});

test('a table touched by a spread-sheet: other columns, semicolons, no table of entities', async () => {
  const article = buildArticle();
  const pieces = 'quotation;role;number;block;start;end;words\nq9;content;1;p1;;;«خطوة مهمة»، وأضاف ناصر\n';
  const quotations = 'quotation;kind;speaker;speaker_name;colour\nq9;direct;nasir;أحمد ناصر;red\n';
  const back = await take(
    'csv',
    [
      { name: 'a.csv', text: quotations },
      { name: 'b.csv', text: pieces },
    ],
    article,
  );
  expect(told(back).quotations).toEqual([['direct', ['«خطوة مهمة»، وأضاف ناصر'], 'nasir']]);
  expect(told(back).entities).toEqual([['nasir', 'person', 'أحمد ناصر']]);
});
