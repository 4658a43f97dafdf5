import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { WEIGHTS } from './lexicon/weights.ts';
import type { Candidate } from './turns.ts';

const speakers = (text: string) => analyse(text).quotes.map(({ speaker }) => speaker);

test.each([
  ['who spoke last goes on', 'قال سامر العطار إن البحر هادئ. وأضاف أن الريح خفيفة.', ['سامر العطار', 'سامر العطار']],
  [
    'a feminine verb passes over a man',
    'قالت ليلى الحداد إن البحر هادئ. وقال سامر العطار إن الريح خفيفة. وأضافت أن السفن عادت.',
    ['ليلى الحداد', 'سامر العطار', 'ليلى الحداد'],
  ],
  [
    'who is told of within another’s words does not have the word',
    'قال سامر العطار إن بعض الرسائل ذكرت أن الريح خفيفة. وأضاف أن السفن عادت.',
    ['سامر العطار', 'بعض الرسائل', 'سامر العطار'],
  ],
  [
    'who is named within marks does not have the word',
    'قال سامر العطار: «تحدثنا طويلا. كان نادر المصري معنا على السفينة». وأضاف: «عدنا جميعا إلى الميناء».',
    ['سامر العطار', 'سامر العطار'],
  ],
  [
    'the subject of a sentence without a report',
    'قال سامر العطار إن البحر هادئ. وعلقت صحيفة «المنارة» على الخبر، فقالت إن السفن عادت. وأضافت الصحيفة أن الريح خفيفة.',
    ['سامر العطار', 'المنارة', 'المنارة'],
  ],
  [
    'a paper is not who speaks in it',
    'قالت صحيفة المنارة إن البحر هادئ. وأصدر أكبر نائب في البرلمان، سامر العطار، بيانا أكد فيه أن الريح شديدة.',
    ['صحيفة المنارة', 'سامر العطار'],
  ],
  [
    'a peer is no woman: نظيره ends in a pronoun',
    'اجتمع سامر العطار مع نظيره المصري نادر الخوري. وقال الخوري إن البحر هادئ. وأضاف أن الريح خفيفة.',
    ['نادر الخوري', 'نادر الخوري'],
  ],
  [
    'who acts in the sentence, before who spoke in the last',
    'قال سامر العطار إن البحر هادئ. ورد المتحدث باسم الميناء نادر الخوري، على كلامه، وأكد أن الريح شديدة.',
    ['سامر العطار', 'نادر الخوري'],
  ],
  [
    'several people, a participle in the plural',
    'اتفق بحارون وصيادون على مواعيد السفر، مؤكدين أن البحر هادئ.',
    ['بحارون'],
  ],
])('%s', (_, text, expected) => {
  expect(speakers(text)).toEqual(expected);
});

test('every choice is told to whoever watches, with signs that have a weight', () => {
  const choices: (readonly Candidate[])[] = [];
  analyse('قال سامر العطار إن البحر هادئ. وأضاف أن الريح خفيفة.', (_, candidates) => choices.push(candidates));
  expect(choices.map((candidates) => candidates.map(({ figure }) => figure.canonical))).toEqual([['سامر العطار']]);
  expect(choices[0]?.[0]?.features.every((feature) => feature in WEIGHTS)).toBe(true);
  expect(choices[0]?.[0]?.features).toContain('goes on');
});
