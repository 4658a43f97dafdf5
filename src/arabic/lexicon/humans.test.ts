import { expect, test } from 'vitest';
import { canTell, isHuman, isSeveral, isText } from './humans.ts';

test.each(['خبير', 'خبيره', 'خبيران', 'مسوولين', 'قضاه', 'شخص', 'مصدرين'])('%s is of people', (noun) => {
  expect(isHuman(noun)).toBe(true);
});
test.each(['نور', 'توصل', 'تراث', 'اموال', 'قهوه', 'جسر'])('%s tells nothing', (noun) => {
  expect(canTell(noun)).toBe(false);
});
test('a law and a study are texts, experts are several', () => {
  expect([isText('قانون'), isText('دراسه'), isText('خبير'), isSeveral('خبراء'), isSeveral('خبير')]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});
