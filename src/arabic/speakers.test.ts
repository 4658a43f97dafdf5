import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';

/** Speaker, content and kind of each quotation. */
const said = (text: string) =>
  analyse(text).quotes.map(({ start, end, speaker, kind }) => `${speaker} | ${text.slice(start, end)} | ${kind}`);

test.each([
  [
    'a preposition and a noun phrase',
    'وشدد باراك أوباما على ضرورة وقف الحرب.',
    ['باراك أوباما | ضرورة وقف الحرب | indirect'],
  ],
  ['a bare noun phrase', 'ورفض محمود عباس الاتهامات الإسرائيلية.', ['محمود عباس | الاتهامات الإسرائيلية | indirect']],
  [
    'a surname means the whole name',
    'قال باراك أوباما إن السلام ممكن. وأكد أوباما أن الحرب انتهت.',
    ['باراك أوباما | السلام ممكن | indirect', 'باراك أوباما | الحرب انتهت | indirect'],
  ],
  [
    'a title means its holder',
    'التقى وزير الخارجية عادل الجبير الصحافيين. وقال الوزير إن الحل سياسي.',
    ['عادل الجبير | الحل سياسي | indirect'],
  ],
  [
    'a nationality tells two ministers apart',
    'قال وزير الخارجية عادل الجبير مع نظيره الألماني زيغمار غابرييل إن الحل قريب. وشدد الوزير الألماني على أهمية الحوار.',
    ['عادل الجبير | الحل قريب | indirect', 'زيغمار غابرييل | أهمية الحوار | indirect'],
  ],
  [
    'to whom it was said is not what was said',
    'وأوضح خالد الحربي لـ«عكاظ» أن العمل انتهى.',
    ['خالد الحربي | العمل انتهى | indirect'],
  ],
  [
    'a subject after what it was said to',
    'وقال لـ«الاقتصادية» خالد الحربي، عضو المجلس، إن السوق واعد.',
    ['خالد الحربي | السوق واعد | indirect'],
  ],
  [
    'a title that goes on with ب before its holder',
    'وأوضح المتحدث الأمني بوزارة الداخلية اللواء منصور التركي أن الوضع مستقر.',
    ['منصور التركي | الوضع مستقر | indirect'],
  ],
  [
    'marks first, the verb after',
    '«السلام ممكن بعد سنوات من الحرب الطويلة»، قال باراك أوباما.',
    ['باراك أوباما | السلام ممكن بعد سنوات من الحرب الطويلة | direct'],
  ],
  [
    'a headline',
    'أوباما: السلام ممكن\n\nالتقى باراك أوباما الصحافيين في واشنطن أمس.',
    ['باراك أوباما | السلام ممكن | direct'],
  ],
  [
    'according to',
    'بحسب وزارة الصحة، ارتفع عدد الإصابات في المدينة.',
    ['وزارة الصحة | ارتفع عدد الإصابات في المدينة | indirect'],
  ],
  [
    'a noun of saying, and who tells that it was said',
    'ونقلت الوكالة عن محمود عباس قوله إن السلام ممكن.',
    ['الوكالة | محمود عباس قوله إن السلام ممكن | indirect', 'محمود عباس | السلام ممكن | indirect'],
  ],
  [
    'a body by its head, and what does not agree with it',
    'ذكرت وزارة الصحة أن الوباء انتهى. ودعت الوزارة المواطنين إلى غسل الأيدي.',
    ['وزارة الصحة | الوباء انتهى | indirect', 'وزارة الصحة | المواطنين إلى غسل الأيدي | indirect'],
  ],
  [
    'a document speaks for the body behind it',
    'ذكرت دراسة حديثة لمعهد واشنطن أن المياه تتراجع.',
    ['معهد واشنطن | المياه تتراجع | indirect'],
  ],
])('%s', (_, text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  ['an event', 'التقى وزير الخارجية نظيره الألماني في برلين وبحث معه العلاقات.'],
  ['done, not said', 'وبعد أن رفض العرض غادر المدينة.'],
  ['a noun that looks like a verb', 'فضل المسؤول عدم ذكر اسمه.'],
])('nobody said: %s', (_, text) => {
  expect(said(text)).toEqual([]);
});
