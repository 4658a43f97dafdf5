import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { arabicText } from '../testing/arabic.ts';
import { caretAt, liveRangeIn, offsetIn, piecesOf, staticRangeIn } from './offsets.ts';

afterEach(() => document.body.replaceChildren());

/** A block as the surface makes it: text, and the pieces between two cuts in spans of their own. */
function block(text: string, cuts: readonly number[] = []): HTMLElement {
  const element = document.createElement('p');
  element.dir = 'rtl';
  const edges = [0, ...[...cuts].sort((a, b) => a - b), text.length];
  edges.slice(1).forEach((end, index) => {
    const words = document.createTextNode(text.slice(edges[index], end));
    if (index % 2 === 0) return element.append(words);
    const span = document.createElement('span');
    span.className = 'leaf';
    span.append(words);
    element.append(span);
  });
  document.body.append(element);
  return element;
}

const text = 'قال وشمخاني في دمشق إنّ';
// قال ·وشمخاني· في ·دمشق· إنّ
const cut = () => block(text, [4, 11, 15, 19]);

describe('a block and its nodes', () => {
  test('its pieces are its text nodes, in order and without a gap', () => {
    expect(piecesOf(cut()).map(({ node, start, end }) => [node.data, start, end])).toEqual([
      ['قال ', 0, 4],
      ['وشمخاني', 4, 11],
      [' في ', 11, 15],
      ['دمشق', 15, 19],
      [' إنّ', 19, 23],
    ]);
    expect(piecesOf(block(''))).toEqual([{ node: expect.any(Text), start: 0, end: 0 }]);
    expect(piecesOf(document.createElement('p'))).toEqual([]);
  });

  test('at a seam a stretch begins in the node that follows and ends in the node before', () => {
    const range = staticRangeIn(piecesOf(cut()), 4, 11);
    expect([range?.startContainer.textContent, range?.startOffset]).toEqual(['وشمخاني', 0]);
    expect([range?.endContainer.textContent, range?.endOffset]).toEqual(['وشمخاني', 7]);
  });

  test('a stretch may begin inside a clickable word, without its و', () => {
    expect(liveRangeIn(cut(), 5, 11)?.toString()).toBe('شمخاني');
  });

  test.each([
    ['empty', 4, 4],
    ['backwards', 6, 4],
    ['before the text', -1, 3],
    ['behind the text', 20, 24],
    ['wholly behind it', 30, 40],
  ])('there is no stretch that is %s', (_, start, end) => {
    const element = cut();
    expect(staticRangeIn(piecesOf(element), start, end)).toBeNull();
    expect(liveRangeIn(element, start, end)).toBeNull();
  });

  test('there is no stretch in an element without text', () => {
    expect(liveRangeIn(document.createElement('p'), 0, 1)).toBeNull();
  });

  test('every stretch holds its own words, and its ends are found again', () => {
    const blocks = arabicText(30).chain((text) =>
      fc.record({
        text: fc.constant(text),
        cuts: fc.array(fc.nat(text.length), { maxLength: 6 }),
        a: fc.nat(text.length),
        b: fc.nat(text.length),
      }),
    );
    fc.assert(
      fc.property(blocks, ({ text, cuts, a, b }) => {
        const element = block(text, cuts);
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const range = liveRangeIn(element, start, end);
        expect(range?.toString() ?? '').toBe(text.slice(start, end));
        if (range) {
          expect(offsetIn(element, range.startContainer, range.startOffset)).toBe(start);
          expect(offsetIn(element, range.endContainer, range.endOffset)).toBe(end);
        }
        element.remove();
      }),
    );
  });
});

describe('offsetIn', () => {
  test('counts the text before a point between nodes', () => {
    const element = cut();
    expect([0, 1, 2, 3, 4, 5].map((child) => offsetIn(element, element, child))).toEqual([0, 4, 11, 15, 19, 23]);
    const leaf = element.children[0] as Element;
    expect([offsetIn(element, leaf, 0), offsetIn(element, leaf, 1)]).toEqual([4, 11]);
  });

  test('knows no point that lies elsewhere', () => {
    const element = cut();
    const other = block('نص آخر');
    expect(offsetIn(element, other.firstChild as Node, 1)).toBeNull();
    expect(offsetIn(element, document.body, 0)).toBeNull();
    expect(offsetIn(element, document.createTextNode('قال'), 0)).toBeNull();
  });
});

describe('caretAt', () => {
  test('finds the letter under a point, in a clickable word and outside of one', () => {
    const element = cut();
    for (const at of [1, 6, 13, 17]) {
      const rect = liveRangeIn(element, at, at + 1)?.getBoundingClientRect() as DOMRect;
      // The right edge of a letter is where it begins.
      const caret = caretAt(rect.right - 0.5, rect.top + rect.height / 2);
      expect(caret && offsetIn(element, caret.node, caret.offset)).toBe(at);
    }
  });

  test('finds nothing outside of the page', () => {
    cut();
    expect(caretAt(-50, -50)).toBeNull();
  });
});
