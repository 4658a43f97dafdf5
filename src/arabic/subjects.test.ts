import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';

/** The source that the sentence gives each quotation, and its speaker. */
const heard = (text: string) =>
  analyse(text).quotes.map(({ source, speaker }) => [source ? text.slice(source.start, source.end) : null, speaker]);

test.each([
  [
    'a long title that goes on over a preposition and the name of a university',
    'ويقول أستاذ الأدب والنقد في جامعة دمشق الدكتور سامر العطار إن المكتبة ستفتح غدا.',
    'سامر العطار',
  ],
  [
    'a party in marks within the title',
    'وأكد رئيس حزب «الغد الأخضر» الدكتور سامر العطار أن الانتخابات ستؤجل.',
    'سامر العطار',
  ],
  [
    'an office, a comma, a calling, a name',
    'وذكر منسق مشروع القراءة، الكاتب السوري سامر العطار، أن الكتب وصلت.',
    'سامر العطار',
  ],
  ['a name that no list knows, after its title', 'ويرى الأكاديمي الدكتور علي القندلفت أن الحل قريب.', 'علي القندلفت'],
  ['أما sets one against the others', 'أما الكاتب سامر العطار، فيقول إن الرواية انتهت.', 'سامر العطار'],
  ['a relative pronoun', 'ووصل سامر العطار الذي قال إن الطريق مقطوع.', 'سامر العطار'],
  [
    'a relative of people without a name',
    'وانتقد بعض القنوات المحلية التي قالت إن الطريق مقطوع.',
    'بعض القنوات المحلية',
  ],
  ['a verb between كان and قد', 'وكان وزراء الزراعة العرب قد أكدوا أن القمح يكفي.', 'وزراء الزراعة العرب'],
  [
    'a relative clause between the title and the name',
    'وقال كبير الباحثين الذين أجروا الدراسة، سامر العطار، إن النتائج واضحة.',
    'سامر العطار',
  ],
  [
    'لجنة is no word with a preposition',
    'وقالت لجنة التحكيم -التي يرأسها سامر العطار- إن الرواية تستحق.',
    'لجنة التحكيم',
  ],
])('%s', (_, text, speaker) => {
  expect(heard(text).map(([, who]) => who)).toContain(speaker);
});

test.each([
  [
    'the object of the verb is not its subject',
    'قال سامر العطار إن البحر هادئ. ويواصل الحديث عن رحلته: «كنا عشرين بحارا على ظهر السفينة».',
  ],
  ['of two who are named, the lawyer', 'قال سامر العطار إن البحر هادئ. وأكد أن السفينة عادت.'],
])('%s', (_, text) => {
  expect(heard(text).at(-1)).toEqual([null, 'سامر العطار']);
});

test('the spokesman of somebody is not that one', () => {
  expect(heard('وقال محامي سامر العطار إن موكله بريء.')).toEqual([['محامي سامر العطار', 'محامي سامر العطار']]);
});
