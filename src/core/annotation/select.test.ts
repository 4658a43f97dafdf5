import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textAndSpan } from '../../testing/arabic.ts';
import type { Block } from '../article/article.ts';
import { faultOfRange } from '../text/range.ts';
import { cutOf, KNOWS_NOTHING, type Knowledge, possibleCuts } from './clitics.ts';
import { snap, snapAcross, stepEdge } from './select.ts';
import { keyOfWord, knowledgeOf, tokensOf } from './tokens.ts';

const knowing =
  (names: string, words = ''): Knowledge =>
  (key) =>
    names.split(' ').map(keyOfWord).includes(key)
      ? 'name'
      : words.split(' ').map(keyOfWord).includes(key)
        ? 'word'
        : null;

describe('attached letters', () => {
  test.each<[string, string, string, Knowledge]>([
    ['وشمخاني', 'و', 'شمخاني', knowing('شمخاني')],
    ['بشمخاني', 'ب', 'شمخاني', knowing('شمخاني')],
    ['وبشمخاني', 'وب', 'شمخاني', knowing('شمخاني')],
    ['كشمخاني', 'ك', 'شمخاني', knowing('شمخاني')],
    ['والقاهرة', 'و', 'القاهرة', KNOWS_NOTHING],
    ['وبالقاهرة', 'وب', 'القاهرة', KNOWS_NOTHING],
    ['كالقاهرة', 'ك', 'القاهرة', KNOWS_NOTHING],
    ['والدول', 'و', 'الدول', KNOWS_NOTHING],
    ['والدفاع', 'و', 'الدفاع', KNOWS_NOTHING],
    ['بالغاز', 'ب', 'الغاز', KNOWS_NOTHING],
    ['وللأمم', 'و', 'للأمم', KNOWS_NOTHING],
    ['ولبنان', 'و', 'لبنان', KNOWS_NOTHING],
    ['بفلسطين', 'ب', 'فلسطين', KNOWS_NOTHING],
    ['وبباريس', 'وب', 'باريس', KNOWS_NOTHING],
    ['لكندا', 'ل', 'كندا', KNOWS_NOTHING],
    ['ووزير', 'و', 'وزير', KNOWS_NOTHING],
    ['وبسام', 'و', 'بسام', knowing('سام')],
    ['وبعد', 'و', 'بعد', knowing('', 'عد')],
    ['ولكن', 'و', 'لكن', knowing('', 'كن')],
    ['وقال', 'و', 'قال', knowing('', 'قال')],
    ['فأعلن', 'ف', 'أعلن', knowing('', 'أعلن')],
    ['لدمشق', 'ل', 'دمشق', knowing('', 'دمشق')],
    ['سيعود', 'س', 'يعود', knowing('', 'يعود')],
    ['وسيعود', 'وس', 'يعود', knowing('', 'يعود')],
  ])('%s is %s + %s', (word, clitics, rest, knows) => {
    const key = keyOfWord(word);
    const cut = cutOf(key, knows);
    expect(cut?.clitics).toBe(clitics);
    expect(key.slice(cut?.letters)).toBe(keyOfWord(rest));
  });

  // Each with what would remain told to be a word, and often a name: the table stands against it.
  test.each([
    'وزير',
    'باريس',
    'فلسطين',
    'كوريا',
    'لبنان',
    'بيروت',
    'كندا',
    'فرنسا',
    'ليبيا',
    'ولاية',
    'والد',
    'والده',
    'والدته',
    'واحد',
    'وسام',
    'بسام',
    'كامل',
    'كمال',
    'كريم',
    'لسان',
    'لجنة',
    'ورقة',
    'وحدة',
    'بالغ',
    'بالغة',
    'فالنسيا',
    'بالتيمور',
    'كاليفورنيا',
    'باليستي',
    'والتر',
    'واليا',
    'سيناء',
    'سينما',
    'فيينا',
    'كتاب',
    'كلام',
  ])('%s is whole', (word) => {
    const rests = [1, 2].map((letters) => keyOfWord(word).slice(letters));
    expect(cutOf(keyOfWord(word), (key) => (rests.includes(key) ? 'name' : null))).toBeNull();
    expect(possibleCuts(keyOfWord(word))).toEqual([]);
  });

  test.each([
    ['nothing is known of what remains', 'وشمخاني', KNOWS_NOTHING],
    ['the whole word is a name', 'بلمختار', knowing('بلمختار لمختار', 'لمختار')],
    ['two letters remain that are only a word', 'ونفط', knowing('', 'نف')],
    ['ك before a mere word', 'كنائب', knowing('', 'نائب')],
    ['the name bears a pronoun', 'وجيشها', knowing('جيش')],
    ['what follows ال is too short to be sure', 'والدم', KNOWS_NOTHING],
    ['س stands before no verb', 'سلام', knowing('', 'لام')],
  ])('nothing is cut where %s', (_, word, knows) => {
    expect(cutOf(keyOfWord(word), knows)).toBeNull();
  });

  test('an article knows its own words and the names it is given', () => {
    const blocks: Block[] = [{ id: 'p1', type: 'paragraph', gap: 0, text: 'قال «حسن» إنه وحسين…' }];
    const knows = knowledgeOf(blocks, ['حسين علي']);
    expect(['حسن', 'حسين', 'علي'].map(knows)).toEqual(['word', 'name', null]);
    expect(tokensOf(blocks)).toBe(tokensOf(blocks));
  });
});

/** `|` marks the two ends of a stretch, or a caret. */
function marked(text: string): { text: string; start: number; end: number } {
  const [before = '', inside = '', after] = text.split('|');
  return after === undefined
    ? { text: before + inside, start: before.length, end: before.length }
    : { text: before + inside + after, start: before.length, end: before.length + inside.length };
}
const show = (text: string, span: { start: number; end: number } | null | undefined) =>
  span ? text.slice(span.start, span.end) : null;

describe('snap', () => {
  test.each([
    ['قال الو|زير الخار|جية أمس', 'الوزير الخارجية'],
    ['قال| الوزير |أمس', 'الوزير'],
    ['قال الوز|ير أمس', 'الوزير'],
    ['قال |أمس: «|نعم', 'أمس'],
    ['قال: |«سنعود غدا».| وسكت', 'سنعود غدا'],
    ['قال إن |الهدنة «خطوة مهمة».|', 'الهدنة «خطوة مهمة»'],
    ['|«نعم» قالها ثم عاد،| وسكت', '«نعم» قالها ثم عاد'],
    ['|«نعم» و«لا».|', '«نعم» و«لا»'],
    ['|"نعم" قالها، ثم "لا".|', '"نعم" قالها، ثم "لا"'],
    ['قال |"سنعود غدا".|', 'سنعود غدا'],
    ['|الأمم المتحدة (يونيسف)،|', 'الأمم المتحدة (يونيسف)'],
    ['من |(سانا)| أمس', 'سانا'],
    ['بلغت |5%| و|', '5%'],
    ['بلغت |-5 درجات| تحت', '-5 درجات'],
    ['إنّ |الحقَّ| يعلو', 'الحقَّ'],
    ['أين |كنت؟|', 'كنت'],
  ])('%s → %s', (given, wanted) => {
    const { text, start, end } = marked(given);
    expect(show(text, snap(text, { start, end }, KNOWS_NOTHING)?.kept)).toBe(wanted);
  });

  test.each([
    ['التقى |وشمخاني| أمس', 'وشمخاني', 'شمخاني'],
    ['زار |وَبِدمشقَ| أمس', 'وَبِدمشقَ', 'دمشقَ'],
    ['زار |والقاهرة وبيروت| أمس', 'والقاهرة وبيروت', 'القاهرة وبيروت'],
    ['ثم |و«الحوار» مستمر|', 'و«الحوار» مستمر', '«الحوار» مستمر'],
    ['ثم |و«الحوار»| مستمر', 'و«الحوار»', 'الحوار'],
    ['كان |وزير الخارجية| هناك', 'وزير الخارجية', 'وزير الخارجية'],
  ])('%s: %s, trimmed %s', (given, kept, trimmed) => {
    const { text, start, end } = marked(given);
    const found = snap(text, { start, end }, knowing('شمخاني دمشق', 'زير'));
    expect([show(text, found?.kept), show(text, found?.trimmed)]).toEqual([kept, trimmed]);
    expect(found?.cut === null).toBe(kept === trimmed);
  });

  test.each(['قال| – |ثم', '| |قال', 'قال |«| ', '|'])('«%s» means no word', (given) => {
    const { text, start, end } = marked(given);
    expect(snap(text, { start, end }, KNOWS_NOTHING)).toBeNull();
  });

  test('whatever is selected, what is meant is whole characters of whole words, and means itself', () => {
    const everything: Knowledge = () => 'word';
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const found = snap(text, { start, end }, everything);
        if (!found) return;
        for (const span of [found.kept, found.trimmed]) {
          const words = text.slice(span.start, span.end);
          expect(words).toMatch(/^\S[\s\S]*\S$|^\S$/);
          expect(words).toMatch(/[\p{L}\p{N}]/u);
          expect(faultOfRange({ block: 'p', ...span, words }, text)).toBeNull();
        }
        expect(snap(text, found.kept, everything)?.kept).toEqual(found.kept);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('over several blocks', () => {
  const blocks: Block[] = ['قال إن الحوار مستمر.', 'وأضاف والقاهرة معه.', 'ثم سكت'].map((text, index) => ({
    id: `p${index + 1}`,
    type: 'paragraph',
    gap: 1,
    text,
  }));
  const from = { block: 'p1', offset: 8 };
  const to = { block: 'p3', offset: 0 };

  test('one range a block, in text order, whichever end came first', () => {
    const words = (...args: Parameters<typeof snapAcross>) => snapAcross(...args).map(({ words }) => words);
    expect(words(blocks, from, to, 'keep', KNOWS_NOTHING)).toEqual(['الحوار مستمر', 'وأضاف والقاهرة معه']);
    expect(words(blocks, to, from, 'keep', KNOWS_NOTHING)).toEqual(['الحوار مستمر', 'وأضاف والقاهرة معه']);
    const knows = knowing('أضاف');
    expect(words(blocks, { block: 'p2', offset: 1 }, { block: 'p3', offset: 2 }, 'trim', knows)).toEqual([
      'أضاف والقاهرة معه',
      'ثم',
    ]);
    expect(words(blocks, from, { block: 'p9', offset: 0 }, 'keep', KNOWS_NOTHING)).toEqual([]);
  });
});

describe('stepEdge', () => {
  test.each<[string, 'start' | 'end', 'grow' | 'shrink', 'word' | 'clitic' | 'sentence', string | null]>([
    ['قال |الوزير| أمس.', 'end', 'grow', 'word', 'الوزير أمس'],
    ['قال |الوزير| أمس.', 'start', 'grow', 'word', 'قال الوزير'],
    ['|قال الوزير| أمس.', 'start', 'grow', 'word', null],
    ['|قال الوزير| أمس.', 'start', 'shrink', 'word', 'الوزير'],
    ['|قال الوزير| أمس.', 'end', 'shrink', 'word', 'قال'],
    ['|قال| الوزير أمس.', 'end', 'shrink', 'word', null],
    ['ثم |وبدمشق| أمس.', 'start', 'shrink', 'clitic', 'بدمشق'],
    ['ثم و|بدمشق| أمس.', 'start', 'shrink', 'clitic', 'دمشق'],
    ['ثم وب|دمشق| أمس.', 'start', 'grow', 'clitic', 'بدمشق'],
    ['ثم |وزير| أمس.', 'start', 'shrink', 'clitic', null],
    ['قال نعم. |ثم| عاد إليها. وسكت.', 'end', 'grow', 'sentence', 'ثم عاد إليها'],
    ['قال نعم. |ثم عاد إليها|. وسكت.', 'end', 'grow', 'sentence', 'ثم عاد إليها. وسكت'],
    ['قال نعم. |ثم عاد إليها|. وسكت.', 'start', 'grow', 'sentence', 'قال نعم. ثم عاد إليها'],
    ['قال |أمس| «نعم» وسكت', 'end', 'grow', 'word', 'أمس «نعم»'],
    ['قال |«نعم» أمس| وسكت', 'start', 'shrink', 'word', 'أمس'],
  ])('%s: %s %s by %s → %s', (given, edge, way, unit, wanted) => {
    const { text, start, end } = marked(given);
    expect(show(text, stepEdge(text, { start, end }, edge, way, unit))).toBe(wanted);
  });
});
