import { expect, test } from 'vitest';
import { layOut } from './sentences.ts';
import { tokenise } from './tokens.ts';

test.each([
  ['قال نعم. وأضاف لا.', 2],
  ['قال د. خالد إن الأمر بسيط.', 1],
  ['انتظر .. ثم قال نعم.', 1],
  ['هل جاء؟ نعم', 2],
  ['سطر\nسطر', 2],
  ['بلغ 2.5 مليون.', 1],
])('the sentences of: %s', (text, number) => {
  expect((layOut(tokenise(text)).sentence.at(-1) ?? -1) + 1).toBe(number);
});

test.each([
  ['قال «نعم» ثم «لا»', ['نعم', 'لا']],
  ['قال "نعم" ثم "لا"', ['نعم', 'لا']],
  // Turned round, as many houses print them.
  ['بـ”الإرهابية“ قال', ['الارهابيه']],
  // Forgotten: the line ends it.
  ['قال "نعم ثم ذهب\nوعاد', ['نعم ثم ذهب …']],
  ['بلا علامات', []],
  // Within one another.
  ['قال «إن تنظيم «الفجر» عاد» ثم «لا»', ['ان تنظيم « الفجر » عاد', 'لا']],
  // One that closes what nothing opened.
  ['وقال «نعم». لذلك عاد». وأضاف «لا».', ['نعم', 'لا']],
])('the marks of: %s', (text, expected) => {
  const tokens = tokenise(text);
  const inside = layOut(tokens).quoted.map(({ open, close, closed }) => {
    const words = tokens.slice(open + 1, close).map(({ key }) => key);
    return words.join(' ') + (closed ? '' : ' …');
  });
  expect(inside).toEqual(expected);
});
