import { expect, test } from 'vitest';
import { articleOfLayer, kindOf } from './kind.ts';

test.each([
  ['{"format":"isnad-article"}', 'article'],
  ['{"format":"isnad-library"}', 'library'],
  ['{"version":1,"format":"isnad-lesson","steps":[]}', 'lesson'],
  ['{"format":"isnad-result"}', 'result'],
  ['{"format":"isnad-layer"}', 'layer'],
  ['{"format":"isnad-codebook"}', 'codebook'],
  ['{"format":"isnad-shelf"}', 'shelf'],
  ['{"format":"isnad-something"}', 'other'],
  ['{"format":"toString"}', 'other'],
  ['{"format":["isnad-article"]}', 'other'],
  ['{}', 'other'],
  ['[1,2]', 'other'],
  ['null', 'text'],
  ['"قال"', 'text'],
  ['قال الوزير', 'text'],
  ['', 'text'],
  ['{"format":"isnad-article"', 'text'],
])('%s is %s', (source, kind) => {
  expect(kindOf(source)).toBe(kind);
});

test.each([
  ['{"format":"isnad-layer","article":"truce"}', 'truce'],
  ['{"format":"isnad-layer","article":"my.abc"}', 'my.abc'],
  ['{"format":"isnad-layer","article":"../x"}', null],
  ['{"format":"isnad-layer","article":1}', null],
  ['{"format":"isnad-layer"}', null],
  ['{"format":"isnad-article","article":"truce"}', null],
  ['', null],
])('%s is for %s', (source, article) => {
  expect(articleOfLayer(source)).toBe(article);
});
