import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicText } from '../../testing/arabic.ts';
import type { Article } from '../article/article.ts';
import { readDirectives, type TextDirective, writeDirectives } from './directive.ts';
import { findFragment } from './fragment.ts';
import { directivesOf, originalLink } from './original.ts';
import { findPassage, readPassage, writePassage } from './passage.ts';

const library = Object.values(
  import.meta.glob<Article>('../../../public/data/articles/*.json', { import: 'default', eager: true }),
);

type Blocks = Pick<Article, 'blocks'>;
const textOf = (...texts: string[]): Blocks => ({
  blocks: texts.map((text, index) => ({ id: `p${index + 1}`, type: 'paragraph', gap: 1, text })),
});
const found = (text: Blocks, address: string): string[] | null => {
  const [directive] = readDirectives(address);
  if (!directive) throw new Error(`${address} is no directive`);
  return findFragment(text, directive)?.map(({ block, words }) => `${block}: ${words}`) ?? null;
};
const plain = { prefix: null, end: null, suffix: null };

describe('text directives', () => {
  test.each<[string, TextDirective[]]>([
    ['#:~:text=قال', [{ ...plain, start: 'قال' }]],
    ['https://isnad.example/a/x/#q=q7:~:text=%D9%82%D8%A7%D9%84', [{ ...plain, start: 'قال' }]],
    ['#:~:text=a,b', [{ ...plain, start: 'a', end: 'b' }]],
    ['#:~:text=p-,a', [{ ...plain, prefix: 'p', start: 'a' }]],
    ['#:~:text=a,-s', [{ ...plain, start: 'a', suffix: 's' }]],
    ['#:~:text=p-,a,b,-s', [{ prefix: 'p', start: 'a', end: 'b', suffix: 's' }]],
    ['#:~:text=a%2Cb%2Dc%26d', [{ ...plain, start: 'a,b-c&d' }]],
    [
      '#:~:text=a&text=b',
      [
        { ...plain, start: 'a' },
        { ...plain, start: 'b' },
      ],
    ],
    ['#:~:other=x&text=b', [{ ...plain, start: 'b' }]],
    ['#x:~:text=a:~:text=b', [{ ...plain, start: 'a:~:text=b' }]],
  ])('%s is read', (address, directives) => {
    expect(readDirectives(address)).toEqual(directives);
  });

  test.each([
    '',
    '#q=q7',
    '#text=a',
    '#:~:',
    '#:~:text=',
    '#:~:text=,',
    '#:~:text=-',
    '#:~:text=p-',
    '#:~:text=-s',
    '#:~:text=-,a',
    '#:~:text=a,-',
    '#:~:text=a-b',
    '#:~:text=a,b,c',
    '#:~:text=p-,a,b,c,-s',
    '#:~:text=%E0%A4%A',
    '#:~:text=%',
    `#:~:text=${'a'.repeat(70_000)}`,
  ])('%.40s names nothing', (address) => {
    expect(readDirectives(address)).toEqual([]);
  });

  test('are fifty at most', () => {
    expect(readDirectives(`#:~:${'text=a&'.repeat(1000)}`)).toHaveLength(50);
  });

  test('come back as they were written, in plain ASCII', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const orNull = fc.option(part, { nil: null });
    const directives = fc.array(fc.record({ prefix: orNull, start: part, end: orNull, suffix: orNull }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(directives, (directives) => {
        const written = writeDirectives(directives);
        expect(written).toMatch(/^[\w.%=&,:~-]*$/);
        expect(readDirectives(`#${written}`)).toEqual(directives);
        expect(readDirectives(new URL(`https://isnad.example/#${written}`).href)).toEqual(directives);
      }),
    );
  });
});

describe('the words that a directive names', () => {
  const text = textOf(
    'شمخاني يلتقي مملوك',
    'أكّد علي شمخاني أنّ الحربَ انتهـت في سنة ٢٠١٧، وأنّ المذكرة وُقّعت. قال: «لن نعود».',
    'والمذكرة التي وقّعها علي مملوك على الورق؛ قال: «لن نعود» أيضًا.',
    'SANA said Beyoncé sang in “Café”.',
  );

  test.each<[string, string, string[] | null]>([
    ['as they are written', 'أكّد علي', ['p2: أكّد علي']],
    ['without tashkeel', 'الحرب انتهت', ['p2: الحربَ انتهـت']],
    ['with tashkeel that the text does not have', 'شَمْخاني يلتقي', ['p1: شمخاني يلتقي']],
    ['with other hamza seats', 'اكد علي', ['p2: أكّد علي']],
    ['ي for ى', 'علي الورق', ['p3: على الورق']],
    ['with other digits', 'سنة 2017', ['p2: سنة ٢٠١٧']],
    ['ه for ة', 'المذكره', ['p2: المذكرة']],
    ['the first of several', 'لن نعود', ['p2: لن نعود']],
    ['across runs of space', 'علي  شمخاني', ['p2: علي شمخاني']],
    ['whatever the case and accents', 'sana SAID beyonce', ['p4: SANA said Beyoncé']],
    ['with quotation marks', '«لن نعود»', ['p2: «لن نعود»']],
    ['whole words alone', 'مذكرة', null],
    ['not across blocks', 'مملوك أكّد', null],
    ['not what is not there', 'القاهرة', null],
    ['with a prefix', 'علي-,مملوك', ['p3: مملوك']],
    ['with a prefix in the block before', 'مملوك-,أكّد', ['p2: أكّد']],
    ['with a suffix', 'قال,-«لن نعود» أيضًا', null],
    ['with a suffix that begins at once', 'قال:,-«لن نعود» أيضًا', ['p3: قال:']],
    ['with a suffix in the block after', 'مملوك,-أكّد', ['p1: مملوك']],
    ['from a beginning to an end', 'علي شمخاني,المذكرة', ['p2: علي شمخاني أنّ الحربَ انتهـت في سنة ٢٠١٧، وأنّ المذكرة']],
    ['from block to block', '«لن نعود»,علي', ['p2: «لن نعود».', 'p3: والمذكرة التي وقّعها علي']],
    [
      'to the end that has the suffix',
      'يلتقي,علي,-مملوك',
      [
        'p1: يلتقي مملوك',
        'p2: أكّد علي شمخاني أنّ الحربَ انتهـت في سنة ٢٠١٧، وأنّ المذكرة وُقّعت. قال: «لن نعود».',
        'p3: والمذكرة التي وقّعها علي',
      ],
    ],
    ['an end before the beginning is none', 'المذكرة,شمخاني', null],
    ['a prefix elsewhere is none', 'يلتقي-,شمخاني', null],
    ['no words at all', '%D9%8E', null],
  ])('%s', (_, directive, ranges) => {
    expect(found(text, `#:~:text=${directive}`)).toEqual(ranges);
  });

  test('stand where the ranges say, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(arabicText(), { minLength: 1, maxLength: 4 }), arabicText(12), (texts, words) => {
        const blocks = textOf(...texts);
        for (const range of findFragment(blocks, { ...plain, start: words }) ?? []) {
          const block = blocks.blocks.find(({ id }) => id === range.block);
          expect(block?.text.slice(range.start, range.end)).toBe(range.words);
          expect(range.words).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a common word is not looked at a second time for each of its places', () => {
    const long = textOf(...Array.from({ length: 2000 }, () => 'في البيت في الدار في السوق في المدينة '.repeat(8)));
    for (const directive of ['في-,القاهرة', 'في,القاهرة', 'ا', 'في,-القاهرة', 'في,البيت,-القاهرة'])
      expect(found(long, `#:~:text=${directive}`)).toBeNull();
  });
});

describe('a directive for a passage', () => {
  const article = library.find(({ id }) => id === 'shamkhani-mamlouk') as Article;
  const rangeOf = (text: Blocks, block: string, words: string) => {
    const start = text.blocks.find(({ id }) => id === block)?.text.indexOf(words) ?? -1;
    if (start < 0) throw new Error(`${words} is not in ${block}`);
    return { block, start, end: start + words.length };
  };

  test('is the exact words, and beside them what tells them from others', () => {
    const text = textOf('قالت إن الحرب انتهت أمس', 'وقال إن الحرب انتهت، ثم سكت');
    expect(directivesOf(text, [rangeOf(text, 'p1', 'انتهت أمس')])).toEqual([{ ...plain, start: 'انتهت أمس' }]);
    expect(directivesOf(text, [rangeOf(text, 'p2', 'لحرب انته')])).toEqual([{ ...plain, start: 'الحرب انتهت،' }]);
    expect(directivesOf(text, [rangeOf(text, 'p2', 'الحرب')])).toEqual([
      { ...plain, start: 'الحرب', suffix: 'انتهت،' },
    ]);
    expect(directivesOf(text, [rangeOf(text, 'p1', 'إن الحرب')])).toEqual([
      { ...plain, prefix: 'قالت', start: 'إن الحرب' },
    ]);
  });

  test('from block to block is one, and passages apart are several', () => {
    const text = textOf('بدأ الاجتماع في دمشق صباحًا', 'وانتهى مساءً', 'ثم عاد الوفد');
    const whole = text.blocks.map(({ id, text }) => ({ block: id, start: 0, end: text.length }));
    expect(directivesOf(text, whole)).toEqual([{ ...plain, start: 'بدأ الاجتماع في', end: 'ثم عاد الوفد' }]);
    expect(
      directivesOf(
        text,
        [whole[0], whole[2]].filter((range) => range !== undefined),
      ),
    ).toHaveLength(2);
  });

  test('is not made where nothing tells the passage from another', () => {
    const twice = textOf('قال', 'قال');
    expect(directivesOf(twice, [{ block: 'p1', start: 0, end: 3 }])).toEqual([
      { ...plain, start: 'قال', suffix: 'قال' },
    ]);
    const thrice = textOf(...Array.from({ length: 30 }, () => 'قال'));
    expect(directivesOf(thrice, [{ block: 'p15', start: 0, end: 3 }])).toEqual([]);
    expect(directivesOf(twice, [{ block: 'p9', start: 0, end: 3 }])).toEqual([]);
  });

  test('of the library leads back to its words, and nowhere else', () => {
    let made = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 400 }), (which, where, from, length) => {
        const of = library[which % library.length] as Article;
        const block = of.blocks[where % of.blocks.length] as Article['blocks'][number];
        const start = from % block.text.length;
        const range = { block: block.id, start, end: Math.min(block.text.length, start + length) };
        const [directive] = directivesOf(of, [range]);
        if (!directive) return;
        made++;
        const again = readDirectives(`#${writeDirectives([directive])}`);
        expect(again).toEqual([directive]);
        const passage = readPassage(writePassage(of, range) ?? '');
        const whole = passage && findPassage(of, passage);
        expect(findFragment(of, directive)).toEqual(whole && 'range' in whole ? [whole.range] : null);
      }),
      { numRuns: 2000 },
    );
    expect(made).toBeGreaterThan(1800);
  });

  test('makes a link to the original, if that is known', () => {
    const p1 = rangeOf(article, 'p1', 'القادة العسكريون السوريون');
    expect(originalLink(article, [p1])).toBeNull();
    const at = (url: string, ranges = [p1]) => originalLink({ ...article, original: { url } }, ranges);
    const written = `:~:text=${encodeURIComponent('القادة العسكريون السوريون')}`;
    expect(at('https://news.example/1')).toBe(`https://news.example/1#${written}`);
    expect(at('https://news.example/1#part')).toBe(`https://news.example/1#part${written}`);
    expect(at('https://news.example/1#part:~:text=x')).toBe(`https://news.example/1#part${written}`);
    expect(at('https://news.example/1', [])).toBe('https://news.example/1');
  });
});
