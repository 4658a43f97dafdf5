import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, blocksOf, edited, edits, offsetOf, type Paragraph, WORDS, withNeighbours } from '../../testing/edits.ts';
import type { Block } from '../article/article.ts';
import { nearlySame } from './align.ts';
import { anchorAll, quotesOf } from './reanchor.ts';

const textOf = (...texts: string[]): Block[] =>
  texts.map((text, index) => ({ id: `p${index + 1}`, type: 'paragraph', gap: 1, text }));
const FIRST = 'أكد الوزير أن المفاوضات ستبدأ غدا في العاصمة، وأن الوفد وصل إليها صباح اليوم قادما من باريس';
const SECOND = 'وأضاف الوزير أن بلاده «مستعدة للتعاون»، ورحب بما قاله الأمين العام للأمم المتحدة في جنيف أمس';
const before = textOf(FIRST, SECOND);

function anchor(words: string, after: readonly Block[]) {
  const block = before.find(({ text }) => text.includes(words));
  if (!block) throw new Error(`${words} is not in the text`);
  const range = { block: block.id, start: block.text.indexOf(words), words, end: 0 };
  const [found] = anchorAll(quotesOf([{ ...range, end: range.start + words.length }], before), after);
  if (found && found.kind !== 'orphan') {
    const { block: id, start, end, words: now } = found.range;
    expect(after.find((one) => one.id === id)?.text.slice(start, end)).toBe(now);
  }
  return found?.kind === 'orphan' ? `orphan: ${found.reason}` : `${found?.kind}: ${found?.range.words}`;
}

describe('a range in an edited text', () => {
  test.each<[string, string, Block[], string]>([
    ['the same text', 'المفاوضات', before, 'exact: المفاوضات'],
    ['a paragraph before it', 'المفاوضات', textOf('خبر عاجل', FIRST, SECOND), 'moved: المفاوضات'],
    ['paragraphs that changed places', 'المفاوضات ستبدأ غدا', textOf(SECOND, FIRST), 'moved: المفاوضات ستبدأ غدا'],
    ['words put in before it', 'العاصمة', textOf(`عاجل جدا ${FIRST}`, SECOND), 'moved: العاصمة'],
    [
      'its own letter changed',
      'المفاوضات',
      textOf(FIRST.replace('المفاوضات', 'المفاوظات'), SECOND),
      'changed: المفاوظات',
    ],
    ['tashkeel', 'العاصمة', textOf(FIRST.replace('العاصمة', 'العاصِمة'), SECOND), 'changed: العاصِمة'],
    [
      'a word put into it',
      'المفاوضات ستبدأ غدا في العاصمة',
      textOf(FIRST.replace('غدا', 'غدا صباحا'), SECOND),
      'changed: المفاوضات ستبدأ غدا صباحا في العاصمة',
    ],
    [
      'its last word gone',
      'المفاوضات ستبدأ غدا في العاصمة',
      textOf(FIRST.replace('العاصمة، ', ''), SECOND),
      'changed: المفاوضات ستبدأ غدا في',
    ],
    ['an attached letter before it', 'العاصمة', textOf(FIRST.replace('العا', 'بالعا'), SECOND), 'moved: العاصمة'],
    ['another letter attached', 'لأمم المتحدة', textOf(FIRST, SECOND.replace('للأمم', 'بلأمم')), 'exact: لأمم المتحدة'],
    ['marks that are of it', '«مستعدة للتعاون»', textOf(FIRST, `ثم ${SECOND}`), 'moved: «مستعدة للتعاون»'],
    ['its neighbour changed', 'العاصمة', textOf(FIRST.replace('وأن', 'ثم'), SECOND), 'exact: العاصمة'],
    ['its paragraph gone', 'المفاوضات ستبدأ غدا', textOf('x', SECOND), 'orphan: gone'],
    ['itself replaced', 'العاصمة', textOf(FIRST.replace('العاصمة', 'جنيف'), SECOND), 'orphan: gone'],
    ['itself gone', 'العاصمة', textOf(FIRST.replace(' العاصمة،', ''), SECOND), 'orphan: gone'],
    // hypothesis/client#7571: the paragraph was deleted, the same words stand in another one.
    ['only a look-alike left', 'الوزير أن', textOf('مقدمة', SECOND), 'orphan: gone'],
    ['no text left', 'الوزير أن', textOf('', ''), 'orphan: gone'],
  ])('after %s', (_, words, after, told) => {
    expect(anchor(words, after)).toBe(told);
  });

  test('is found by its words alone where nothing is known of the text around it, if they are many', () => {
    const quote = (words: string) => ({ block: 'p1', start: FIRST.indexOf(words), words, before: null, after: null });
    const after = textOf('مقدمة', FIRST, SECOND);
    const [long, short] = anchorAll([quote('المفاوضات ستبدأ غدا في العاصمة، وأن الوفد'), quote('الوزير')], after);
    expect(long).toMatchObject({ kind: 'moved', range: { block: 'p2' } });
    expect(short).toMatchObject({ kind: 'orphan' });
  });

  test('two ranges that stood apart never end up in one place', () => {
    const twice = textOf('قال نعم للحرب ثم مضى', 'وبعد أيام', 'قال نعم للحرب ثم مضى');
    const ranges = ['p1', 'p3'].map((block) => ({ block, start: 4, end: 13, words: 'نعم للحرب' }));
    const anchored = anchorAll(quotesOf(ranges, twice), twice.slice(1));
    const places = anchored.flatMap((found) => (found.kind === 'orphan' ? [] : [found.range.block]));
    expect(places).toEqual(['p3']);
  });
});

test.each([
  ['قال', 'كال', true],
  ['من', 'عن', false],
  ['حلب', 'حلبي', true],
  ['أمن', 'دعم', false],
  ['وزير', 'وزيد', true],
  ['وزير', 'زير', true],
  ['المفاوضات', 'المفاوظة', false],
  ['المفاوضات', 'المفاضات', true],
  ['دمشق', 'دمشقيين', false],
])('%s and %s are nearly the same: %s', (a, b, same) => {
  expect(nearlySame(a, b)).toBe(same);
});

describe('under edits', () => {
  const texts = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 60 }), {
    minLength: 1,
    maxLength: 8,
  });
  const chosen = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.oneof(fc.nat(2), fc.nat(15))), {
    minLength: 1,
    maxLength: 8,
  });

  test('each range is found or an orphan; never another', async ({ annotate }) => {
    const count = { exact: 0, moved: 0, changed: 0, orphan: 0 };
    fc.assert(
      fc.property(texts, edits, chosen, (paragraphs, changes, picks) => {
        let counter = 0;
        const first = paragraphs.map(
          (words, index): Paragraph => ({
            id: `p${index + 1}`,
            words: words.map((word) => ({ word, from: counter++ })),
          }),
        );
        const now = edited(first, changes);
        const stretches = picks.map(([where, from, extra]) => {
          const { id, words } = first[where % first.length] as Paragraph;
          const start = from % words.length;
          const some = words.slice(start, start + 1 + extra);
          const begin = offsetOf(words, start);
          const text = some.map(({ word }) => word).join(' ');
          return { some, range: { block: id, start: begin, end: begin + text.length, words: text } };
        });
        const anchored = anchorAll(
          quotesOf(
            stretches.map(({ range }) => range),
            blocksOf(first).blocks,
          ),
          blocksOf(now).blocks,
        );
        anchored.forEach((found, index) => {
          count[found.kind]++;
          if (found.kind === 'orphan') return;
          const { range } = found;
          const { some } = stretches[index] as (typeof stretches)[number];
          const place = now.find(({ id }) => id === range.block) as Paragraph;
          const covered = place.words.filter((item, at) => {
            const begin = offsetOf(place.words, at);
            return begin >= range.start && begin + item.word.length <= range.end;
          });
          const kept = new Set(some.map(({ from }) => from));
          // The same words put in by the edit, where the old ones were taken out: nobody can tell that they are others.
          const put =
            covered.length === some.length &&
            covered.every(({ from, word }, at) => from === null && bare(word) === bare(some[at]?.word ?? ''));
          // Equal words between equal neighbours are the same to any reader, whichever copy they are.
          const same = covered.length > 0 && withNeighbours(now, covered) === withNeighbours(first, some);
          expect(same || put || covered.some(({ from }) => kept.has(from)), `found ${JSON.stringify(found)}`).toBe(
            true,
          );
        });
      }),
      { numRuns: Number(import.meta.env['VITE_REANCHOR_RUNS'] ?? 3000) },
    );
    const all = count.exact + count.moved + count.changed + count.orphan;
    expect(count.orphan / all).toBeLessThan(0.3);
    expect(count.changed).toBeGreaterThan(0);
    await annotate(JSON.stringify(count));
  });
});
