import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';

const names = (text: string) =>
  analyse(text).entities.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

test.each([
  ['التقى الوزير في بغداد وبدمشق', ['place بغداد', 'place دمشق']],
  // The ل has swallowed the alif: the name stands as it is written.
  ['دعا للأمم المتحدة', ['organization للأمم المتحدة']],
  ['قال الرئيس باراك أوباما إن', ['person باراك أوباما']],
  ['وزير الخارجية البريطاني فيليب هاموند', ['person فيليب هاموند']],
  ['قال د. خالد السليمان إن', ['person خالد السليمان']],
  ['اللواء منصور التركي أكد', ['person منصور التركي']],
  ['علي عبد الله صالح رفض', ['person علي عبد الله صالح']],
  ['قالت أم محمد إنها تنتظر', ['person أم محمد']],
  ['أعلنت وزارة الخارجية الروسية أن', ['organization وزارة الخارجية الروسية']],
  ['أعلنت الحكومة التركية أن', ['organization الحكومة التركية']],
  // The class word is no part of the name.
  ['ذكرت صحيفة هآرتس أن', ['organization هآرتس']],
  ['سيطر تنظيم داعش على قرى', ['organization داعش']],
  ['في 25 يناير 2011 وفي آب / أغسطس', ['date 25 يناير 2011', 'date آب / أغسطس']],
  ['عام 2015', ['date 2015']],
  ['قال محمود عباس إن عباس سيعود', ['person محمود عباس', 'person عباس']],
])('%s', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each([
  'رفض المسؤول التعليق على القضية أمس الثلاثاء',
  'الوضع السياسي الإيراني معقد',
  'قرر المجلس تأجيل الجلسة المقبلة',
  'وأن الأمر لا يزال قيد البحث',
  'بلغ عددهم 2500 شخص تقريبا في 3 قرى',
  'انتشرت قوات الأمن في الشوارع',
])('no name in: %s', (text) => {
  expect(names(text)).toEqual([]);
});
