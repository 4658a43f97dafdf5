import { afterEach, expect, test } from 'vitest';
import { canPaint, createBrush } from './paint.ts';

afterEach(() => {
  CSS.highlights.clear();
  document.body.replaceChildren();
});

const text = () => document.body.appendChild(document.createTextNode('قال الوزير إنّ الهدنة خطوة'));
const stretch = (node: Text, start: number, end: number) =>
  new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
const painted = (name: string) => new Set(CSS.highlights.get(name));

test('this browser can paint', () => {
  expect(canPaint()).toBe(true);
});

test('a brush paints and takes away, and what was never painted is nothing to take', () => {
  const node = text();
  const brush = createBrush('isnad-a');
  const [first, second] = [stretch(node, 0, 3), stretch(node, 4, 10)];
  brush.add([first, second]);
  brush.add([first]);
  expect(painted('isnad-a')).toEqual(new Set([first, second]));
  brush.remove([first, stretch(node, 0, 3)]);
  expect(painted('isnad-a')).toEqual(new Set([second]));
});

test('a brush takes away its own ranges and no other', () => {
  const node = text();
  const [brush, other] = [createBrush('isnad-a'), createBrush('isnad-a')];
  const [mine, theirs] = [stretch(node, 0, 3), stretch(node, 4, 10)];
  brush.add([mine]);
  other.add([theirs]);
  brush.remove([theirs]);
  expect(painted('isnad-a')).toEqual(new Set([mine, theirs]));
  brush.remove([mine]);
  expect(painted('isnad-a')).toEqual(new Set([theirs]));
});

test('a brush leaves other names alone, and its own name keeps the height it was given first', () => {
  const node = text();
  const foreign = new Highlight(stretch(node, 0, 3));
  CSS.highlights.set('somebody-else', foreign);
  createBrush('isnad-a', 3).add([stretch(node, 4, 10)]);
  createBrush('isnad-a', 7).add([stretch(node, 11, 14)]);
  expect(CSS.highlights.get('somebody-else')).toBe(foreign);
  expect(foreign.size).toBe(1);
  expect(CSS.highlights.get('isnad-a')?.priority).toBe(3);
});
