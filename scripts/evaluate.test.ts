import { expect, test } from 'vitest';
import { analyse } from '../src/arabic/analyse.ts';
import { libraryGold } from './evaluate/gold.ts';
import { count, emptyTally, rates } from './evaluate/score.ts';

const TEXT = 'قال الوزير إن الحرب انتهت. وأضاف أن السلام بدأ في حلب.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const war = { ...at('الحرب انتهت'), speaker: 'الوزير', kind: 'indirect' };
const peace = { ...at('السلام بدأ في حلب'), speaker: 'الوزير', kind: 'indirect' };
const aleppo = { ...at('حلب'), type: 'place' };

test('what agrees in all is counted in all', () => {
  const tally = emptyTally();
  const told = { quotes: [war, peace], entities: [aleppo] };
  count(tally, TEXT, told, told);
  expect(tally).toEqual({
    gold: 2,
    predicted: 2,
    found: 2,
    exact: 2,
    speaker: 2,
    kind: 2,
    goldEntities: 1,
    predictedEntities: 1,
    entities: 1,
  });
});

test.each([
  ['a complementiser and a full stop make no other edge', { ...at('إن الحرب انتهت.') }, { found: 1, exact: 1 }],
  ['half of the words are enough to be found, not to be exact', { ...at('الحرب') }, { found: 0, exact: 0 }],
  ['other words are another quotation', { ...at('السلام بدأ') }, { found: 0, exact: 0 }],
])('%s', (_, stretch, told) => {
  const tally = emptyTally();
  count(
    tally,
    TEXT,
    { quotes: [war], entities: [] },
    { quotes: [{ ...stretch, speaker: 'وزير الخارجية', kind: 'direct' }], entities: [] },
  );
  expect(tally).toMatchObject({ ...told, kind: 0 });
});

test('a speaker is right by a part of the name, whatever its spelling, and not by another', () => {
  const right = (speaker: string) => {
    const tally = emptyTally();
    count(
      tally,
      TEXT,
      { quotes: [{ ...war, speaker: 'أحمد العلي' }], entities: [] },
      { quotes: [{ ...war, speaker }], entities: [] },
    );
    return tally.speaker;
  };
  expect(['احمد العلى', 'العلي', 'أحمد بن سالم العلي'].map(right)).toEqual([1, 1, 1]);
  expect(['أحمد سالم', ''].map(right)).toEqual([0, 0]);
});

test('rates of nothing are 0', () => {
  expect(rates(0, 0, 0)).toEqual({ p: 0, r: 0, f1: 0 });
});

/** Floors that only rise: what the engine reaches on the library's hand-annotated articles. */
test('the engine agrees with the library as well as it did', () => {
  const tally = emptyTally();
  for (const { text, told } of libraryGold()) count(tally, text, told, analyse(text));
  const found = rates(tally.found, tally.gold, tally.predicted).f1;
  const exact = rates(tally.exact, tally.gold, tally.predicted).f1;
  const entities = rates(tally.entities, tally.goldEntities, tally.predictedEntities).f1;
  const whole = rates(tally.speaker, tally.gold, tally.predicted).f1;
  const told = { found, exact, whole, entities };
  console.log(
    `library: ${Object.entries(told)
      .map(([name, rate]) => `${name} ${rate.toFixed(3)}`)
      .join(', ')}`,
  );
  expect(found).toBeGreaterThanOrEqual(0.92);
  expect(exact).toBeGreaterThanOrEqual(0.885);
  expect(whole).toBeGreaterThanOrEqual(0.825);
  expect(entities).toBeGreaterThanOrEqual(0.72);
});
