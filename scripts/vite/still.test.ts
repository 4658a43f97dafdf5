import { describe, expect, test } from 'vitest';
import { checkStill, putStill } from './still.ts';

describe('a page’s text is refused', () => {
  test('with a style in it', () => {
    expect(() => checkStill('<p style="color:red">نص</p>', '')).toThrow('style');
    expect(() => checkStill('<p title="a style=b">نص</p>', '')).not.toThrow();
  });

  test('with a class that no style sheet has', () => {
    expect(() => checkStill('<p class="text _page_lhska_50">نص</p>', '._column_lhska_63{}')).toThrow('_page_lhska_50');
    expect(() => checkStill('<p class="text _page_lhska_50">نص</p>', '._page_lhska_50{}')).not.toThrow();
  });
});

test('it goes into the root element as it is, dollar signs and all', () => {
  expect(putStill('<body><div id="root"></div></body>', "<p>$& $'</p>")).toBe(
    `<body><div id="root" data-still=""><p>$& $'</p></div></body>`,
  );
  expect(() => putStill('<body></body>', '<p></p>')).toThrow('index.html');
});
