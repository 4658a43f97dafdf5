import { expect, test } from 'vitest';
import { inflected, learn, pack, shapeBy } from './model.ts';

test('what the table learns of names and words, it tells of others of their kind', () => {
  const names = ['ستيفن', 'ستيوارت', 'سترومبولي', 'ستانلي'].map((name): [string, number] => [name, 1]);
  const words = inflected(['كتاب', 'كاتب', 'مكتب'], ['كتب', 'اكتتب']);
  const looks = shapeBy(pack(learn(names, words, () => true)));
  expect(looks('ستيلي')).toBeGreaterThan(0);
  expect(looks('مكتبات')).toBeLessThan(0);
});
test('the same lists give the same table', () => {
  const table = () => pack(learn([['نيلسن', 1]], inflected(['بيت'], ['سكن']), () => true));
  expect(table()).toBe(table());
});
