import { expect, test } from 'vitest';
import { type Inline, inlineXml } from './inline.ts';
import { readXml } from './tree.ts';

const stretch = (name: string, start: number, end: number, inner = false): Inline => ({
  name,
  start,
  end,
  inner,
  attributes: {},
});
const xml = (text: string, stretches: readonly Inline[]) => {
  let parts = 0;
  return inlineXml(text, stretches, () => `p${++parts}`);
};

test('stretches that nest stay whole', () => {
  expect(xml('قال نعم', [stretch('said', 4, 7), stretch('seg', 0, 3)])).toBe('<seg>قال</seg> <said>نعم</said>');
  expect(xml('abc', [stretch('b', 1, 2), stretch('a', 0, 3)])).toBe('<a>a<b>b</b>c</a>');
});

test('where two cross, the one that began later is cut, and its parts point to each other', () => {
  expect(xml('abc', [stretch('a', 0, 2), stretch('b', 1, 3)])).toBe(
    '<a>a<b xml:id="p1" next="#p2">b</b></a><b xml:id="p2" prev="#p1">c</b>',
  );
});

test('a name makes way for a quotation that begins inside it', () => {
  const made = xml('abc', [stretch('persName', 0, 3, true), stretch('said', 1, 2)]);
  expect(made).not.toMatch(/<persName[^>]*>[^<]*<said/);
  expect(readXml(`<r>${made}</r>`, '').ok).toBe(true);
});

test('letters of markup are escaped, those that XML cannot hold replaced', () => {
  expect(xml('<&>\r\0\ud800', [])).toBe('&lt;&amp;&gt;&#13;\ufffd\ufffd');
});
