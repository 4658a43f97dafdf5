import { expect, test } from 'vitest';
import { kindOf } from './kind.ts';

test.each([
  ['{"format":"isnad-article"}', 'article'],
  ['{"format":"isnad-library"}', 'library'],
  ['{"version":1,"format":"isnad-lesson","steps":[]}', 'lesson'],
  ['{"format":"isnad-result"}', 'result'],
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
