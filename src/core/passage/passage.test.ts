import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EDITS, dense, named, randomOf, repeating, trial, type Verdict } from '../../../scripts/links/trial.ts';
import { NOWHERE, OPEN_PANEL, type Place, readPlace } from '../article/address.ts';
import { blocksOf, edited, edits, offsetOf, type Paragraph, withNeighbours, WORDS } from '../../testing/edits.ts';
import type { Article } from '../article/article.ts';
import { kinds, verbClasses } from '../dataset/schema.ts';
import { checkOf, findQuotation } from './check.ts';
import { checkOfPlace, findPlace } from './place.ts';
import { findPassage, readPassage, writePassage } from './passage.ts';

const library = Object.values(
  import.meta.glob<Article>('../../../public/data/articles/*.json', { import: 'default', eager: true }),
);

type Blocks = Pick<Article, 'blocks'>;
const textOf = (...texts: string[]): Blocks => ({
  blocks: texts.map((text, index) => ({ id: `p${index + 1}`, type: 'paragraph', gap: 1, text })),
});
const linkOf = (article: Blocks, words: string): string => {
  for (const { id, text } of article.blocks) {
    const start = text.indexOf(words);
    if (start >= 0) return writePassage(article, { block: id, start, end: start + words.length }) ?? '';
  }
  throw new Error(`${words} is not in the text`);
};
const open = (article: Blocks, link: string) => {
  const passage = readPassage(link);
  if (!passage) throw new Error(`${link} is no passage link`);
  return findPassage(article, passage);
};

const FIRST = 'أكد الوزير أن المفاوضات ستبدأ غدا في العاصمة، وأن الوفد وصل إليها صباح اليوم قادما من باريس';
const article = textOf(
  FIRST,
  'وأضاف الوزير أن بلاده مستعدة للتعاون، ورحب بما قاله الأمين العام للأمم المتحدة في جنيف أمس',
);

describe('a passage link', () => {
  test('says article words by number, and is read back', () => {
    expect(linkOf(article, 'المفاوضات ستبدأ غدا')).toMatch(/^p1\.4-6_[A-Za-z0-9]{8}$/);
    expect(linkOf(article, 'الوزير أن بلاده مستعدة للتعاون')).toMatch(/^p2\.2-6~[A-Za-z0-9]{10}$/);
    expect(linkOf(article, 'العاصمة')).toMatch(/^p1\.8_[A-Za-z0-9]{8}$/);
  });

  test('a stretch that ends within words means those whole words; one without words means none', () => {
    const inside = writePassage(article, {
      block: 'p1',
      start: FIRST.indexOf('فاوض'),
      end: FIRST.indexOf('بدأ غد') + 2,
    });
    expect(inside).toBe(linkOf(article, 'المفاوضات ستبدأ'));
    const lone = textOf('قال – ثم سكت');
    expect(writePassage(lone, { block: 'p1', start: 4, end: 5 })).toBeNull();
    expect(writePassage(article, { block: 'p9', start: 0, end: 5 })).toBeNull();
  });

  test.each<[string, Blocks, string, string | null]>([
    ['the same text', article, 'exact', null],
    [
      'tashkeel, hamza seats, tatweel and punctuation',
      textOf(FIRST.replace('المفاوضات ستبدأ', 'المُفاوضـات؛ سَتبدا').replace('أن', 'ان'), article.blocks[1]?.text ?? ''),
      'exact',
      null,
    ],
    ['another paragraph before it', textOf('خبر عاجل', FIRST, article.blocks[1]?.text ?? ''), 'moved', null],
    ['paragraphs that changed places', textOf(article.blocks[1]?.text ?? '', FIRST), 'moved', null],
    ['a word put in before it', textOf(`عاجل ${FIRST}`, article.blocks[1]?.text ?? ''), 'moved', null],
    [
      'a word changed within it',
      textOf(FIRST.replace('غدا', 'الخميس'), article.blocks[1]?.text ?? ''),
      'changed',
      'المفاوضات ستبدأ الخميس في العاصمة، وأن الوفد وصل',
    ],
    ['its paragraph gone', textOf(article.blocks[1]?.text ?? ''), 'gone', null],
  ])('survives %s', (_, edited, kind, words) => {
    const chosen = 'المفاوضات ستبدأ غدا في العاصمة، وأن الوفد وصل';
    const found = open(edited, linkOf(article, chosen));
    expect(found.kind).toBe(kind);
    if (found.kind === 'gone') return;
    if (found.kind === 'changed') expect(found.edited?.words).toBe('المفاوضات ستبدأ الخميس في');
    expect(found.range.words).toBe(
      words ?? (kind === 'exact' && edited !== article ? 'المُفاوضـات؛ سَتبدا غدا في العاصمة، وأن الوفد وصل' : chosen),
    );
    const block = edited.blocks.find(({ id }) => id === found.range.block);
    expect(block?.text.slice(found.range.start, found.range.end)).toBe(found.range.words);
  });

  test('is never answered with the same words said by somebody else', () => {
    const before = textOf('قال الوزير إن الحرب انتهت أمس', 'وقالت المعارضة إن الحرب انتهت أمس ولم يصدقها أحد');
    const link = linkOf(before, 'الحرب انتهت أمس');
    const after = textOf('لم يقل الوزير شيئا', 'وقالت المعارضة إن الحرب انتهت أمس ولم يصدقها أحد');
    expect(open(before, link).kind).toBe('exact');
    expect(open(after, link)).toMatchObject({ kind: 'gone', nearest: { block: 'p1' } });
  });

  test('two places that are the same to every reader are not told apart by chance', () => {
    const twice = textOf('مقدمة', 'قال إن الحرب انتهت أمس في حلب', 'قال إن الحرب انتهت أمس في حلب');
    const link = linkOf(twice, 'الحرب انتهت أمس');
    expect(open(twice, link).kind).toBe('exact');
    expect(open(textOf(...twice.blocks.map(({ text }) => text).slice(1), 'x', 'y'), link).kind).toBe('exact');
    expect(open(textOf('مقدمة', 'س', 'ع', ...twice.blocks.slice(1).map(({ text }) => text)), link).kind).toBe('gone');
  });

  test.each([
    '',
    'p1',
    'p1.1',
    'p1.1~abcdef',
    'p1.1~abcdefgh',
    'p1.1-4~abcdefg',
    'p1.4-1~abcdefgh',
    'p1.0~abcdefg',
    'p1.1_abcdefg',
    'p1.1-4_abcdefg',
    'p1.1~abcdefgh',
  ])('"%s" is no passage', (text) => {
    expect(readPassage(text)).toBeNull();
  });

  test('a number beyond every text costs nothing', () => {
    expect(open(article, 'p1.1-999999~abcdefgh').kind).toBe('gone');
    expect(open(article, 'p1.999999~abcdefg').kind).toBe('gone');
  });
});

describe('in the library', () => {
  const seed = library.find(({ id }) => id === 'shamkhani-mamlouk') as Article;
  const stretches = fc
    .tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 400 }))
    .map(([which, where, from, length]) => {
      const of = library[which % library.length] as Article;
      const block = of.blocks[where % of.blocks.length] as Article['blocks'][number];
      const start = from % block.text.length;
      return { of, range: { block: block.id, start, end: Math.min(block.text.length, start + length) } };
    });

  test('every passage is found where it stands, and its link adds at most 40 characters to the site’s address', () => {
    fc.assert(
      fc.property(stretches, ({ of, range }) => {
        const link = writePassage(of, range);
        if (link === null) return;
        expect(open(of, link).kind).toBe('exact');
        expect(`a/${of.id}/#${link}`.length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 2000 },
    );
  });

  // Links that were sent once. They must open for ever: this list only grows.
  test.each([
    ['l1.4-9~qvhjXWiJ', 'الثورة الإسلامية أمين المجلس الأعلى للأمن'],
    ['p2.6~ieRUqCm', 'تهانيه'],
    ['p1.1-4~2BCmDbFY', 'وخلال اللقاء الذي جري'],
    ['p2.6_ieRKgE23', 'تهانيه'],
    ['h1.1-4_z3EzkDBT', 'شمخاني يلتقي رئيس مكتب'],
    ['p1.28-36~BhX23QLb', 'القادة العسكريون السوريون شرحاً عن إحتلال الجيش التركي لبعض'],
    ['p1.28-36~BhXe23QsLb', 'القادة العسكريون السوريون شرحاً عن إحتلال الجيش التركي لبعض'],
    ['p1.1-4~2BCbmDbSFY', 'وخلال اللقاء الذي جري'],
  ])('%s still opens the seed article', (link, words) => {
    expect(open(seed, link)).toMatchObject({ kind: 'exact', range: { words } });
  });

  test.each(['WAZ', 'WAZek'])('q4~%s still opens its quotation', (check) => {
    expect(findQuotation(seed.quotations, 'q4', check)).toEqual({ kind: 'exact', id: 'q4' });
  });

  // And whole places, one of each kind, as they stand after the `#` (the embedded view has the same, after `?view=embed`).
  test.each<[string, Place]>([
    ['p2.6_ieRKgE23', { ...NOWHERE, passages: ['p2.6_ieRKgE23'] }],
    [
      'p1.28-36~BhX23QLb,p2.6_ieRKgE23,p2.6~ieRUqCm',
      { ...NOWHERE, passages: ['p1.28-36~BhX23QLb', 'p2.6_ieRKgE23', 'p2.6~ieRUqCm'] },
    ],
    ['q=q4~WAZ', { ...NOWHERE, focus: { kind: 'quotation', id: 'q4', check: 'WAZ' } }],
    ['q=q4~WAZek', { ...NOWHERE, focus: { kind: 'quotation', id: 'q4', check: 'WAZek' } }],
    ['q=q4', { ...NOWHERE, focus: { kind: 'quotation', id: 'q4' } }],
    ['e=shamkhani.3~LSWgC', { ...NOWHERE, focus: { kind: 'entity', id: 'shamkhani', place: 2, check: 'LSWgC' } }],
    ['g=iltaqa.2~PMg79', { ...NOWHERE, focus: { kind: 'glossary', id: 'iltaqa', place: 1, check: 'PMg79' } }],
    ['e=shamkhani.3', { ...NOWHERE, focus: { kind: 'entity', id: 'shamkhani', place: 2 } }],
    ['g=iltaqa.2', { ...NOWHERE, focus: { kind: 'glossary', id: 'iltaqa', place: 1 } }],
    ['v=speakers', { ...NOWHERE, panel: OPEN_PANEL }],
    [
      'v=speakers&s=shamkhani&k=indirect&c=attitude&w=%D8%AD%D9%84%D8%A8',
      {
        ...NOWHERE,
        panel: { ...OPEN_PANEL, speaker: 'shamkhani', kind: 'indirect', verb: 'attitude', query: 'حلب' },
      },
    ],
    ['v=about&o=aleppo', { ...NOWHERE, panel: { ...OPEN_PANEL, view: 'about', about: 'aleppo' } }],
    [
      'p2.6_ieRKgE23&q=q4~WAZ&v=speakers',
      {
        passages: ['p2.6_ieRKgE23'],
        focus: { kind: 'quotation', id: 'q4', check: 'WAZ' },
        panel: OPEN_PANEL,
      },
    ],
  ])('#%s still says what it said', (hash, place) => {
    expect(readPlace(`#${hash}`, { kinds, verbs: verbClasses })).toEqual(place);
    const { focus, panel } = place;
    if (focus?.kind === 'entity' || focus?.kind === 'glossary') {
      const places =
        focus.kind === 'entity'
          ? seed.mentions.filter(({ entity }) => entity === focus.id).map(({ range }) => range)
          : (seed.glossary.find(({ id }) => id === focus.id)?.occurrences ?? []);
      if (focus.check !== undefined)
        expect(findPlace(seed, places, focus.place, focus.check)).toEqual({ kind: 'exact', place: focus.place });
      expect(places.length).toBeGreaterThan(focus.place);
    }
    if (focus?.kind === 'quotation')
      expect(findQuotation(seed.quotations, focus.id, focus.check)).toEqual({ kind: 'exact', id: focus.id });
    for (const id of [panel?.speaker, panel?.about])
      if (id) expect(seed.entities.some((one) => one.id === id)).toBe(true);
    for (const link of place.passages) expect(open(seed, link).kind).toBe('exact');
  });
});

describe('a link to a quotation', () => {
  const said = (id: string, ...words: string[]) => ({
    id,
    contents: words.map((text) => ({ block: 'p1', start: 0, end: text.length, words: text })),
  });
  const link = checkOf(said('q1', 'الحرب انتهت', 'ولن تعود'));

  test('knows the same words again, whatever their tashkeel', () => {
    const now = [said('q1', 'الحربُ انتهت،', 'ولن تعود'), said('q2', 'شيء آخر')];
    expect(findQuotation(now, 'q1', link)).toEqual({ kind: 'exact', id: 'q1' });
  });

  test('follows them to another name, but not where two say the same', () => {
    const now = [said('q1', 'شيء آخر'), said('q2', 'الحرب انتهت', 'ولن تعود')];
    expect(findQuotation(now, 'q1', link)).toEqual({ kind: 'moved', id: 'q2' });
    expect(findQuotation([...now, { ...now[1], id: 'q3' } as (typeof now)[number]], 'q1', link)).toEqual({
      kind: 'changed',
      id: 'q1',
    });
  });

  test('says when the words are others, or nobody has its name', () => {
    expect(findQuotation([said('q1', 'شيء آخر')], 'q1', link)).toEqual({ kind: 'changed', id: 'q1' });
    expect(findQuotation([said('q1', 'شيء آخر')], 'q1', undefined)).toEqual({ kind: 'exact', id: 'q1' });
    expect(findQuotation([said('q2', 'شيء آخر')], 'q1', link)).toEqual({ kind: 'gone' });
  });
});

describe('a link to a mention', () => {
  const words = ['أكد أحمد في حلب أن أحمد', 'ثم قال أحمد إنه وأحمد سيعودان', 'وأحمد في حلب'];
  const placesIn = (blocks: Blocks) =>
    blocks.blocks.flatMap(({ id, text }) =>
      [...text.matchAll(/أحمد/g)].map(({ index }) => ({ block: id, start: index, end: index + 4 })),
    );
  const text = textOf(...words);
  const places = placesIn(text);
  const codes = places.map((place) => checkOfPlace(text, place));

  test('each has a code of its own, by its words and what stands beside them', () => {
    expect(places).toHaveLength(5);
    expect(new Set(codes).size).toBe(5);
    expect(codes.map((code, number) => findPlace(text, places, number, code))).toEqual(
      codes.map((_, place) => ({ kind: 'exact', place })),
    );
    const marked = textOf(...words.map((line) => line.replaceAll('أحمد', 'احمَد')));
    const there = placesIn(text).map(({ block, start, end }) => ({ block, start, end: end + 1 }));
    expect(findPlace(marked, there, 0, codes[0] ?? '')).toEqual({ kind: 'exact', place: 0 });
  });

  test('is followed to another number, and never to a mention beside other words', () => {
    const more = textOf('وصل أحمد', ...words);
    expect(codes.map((code, number) => findPlace(more, placesIn(more), number, code))).toEqual([
      // What stood at the beginning of the text stands beside another word now; the first mention is not it.
      { kind: 'moved', place: 1 },
      { kind: 'moved', place: 2 },
      { kind: 'moved', place: 3 },
      { kind: 'moved', place: 4 },
      { kind: 'moved', place: 5 },
    ]);
    const less = textOf(words[0] ?? '', 'ثم صرّح أحمد بأنه وأحمد سيعودان', words[2] ?? '');
    expect(findPlace(less, placesIn(less), 2, codes[2] ?? '')).toEqual({ kind: 'changed', place: 2 });
    expect(findPlace(textOf(words[0] ?? ''), places.slice(0, 2), 4, codes[4] ?? '')).toEqual({
      kind: 'changed',
      place: 0,
    });
  });
});

describe('an older link, whose codes are shorter', () => {
  const rest = 'اللقاء أمس وفد على حلب الجيش على';
  const before = textOf(
    `أمن الحرب على حلب المدينة سوريا من من وفد شمخاني الوزير اللقاء المدينة سوريا في سوريا الوزير أمس ${rest}`,
  );

  test('is not taken to words far off whose code is the same by chance', () => {
    const link = 'p1.1-11~ELz4pvr3';
    expect(open(before, link)).toMatchObject({ kind: 'exact', range: { start: 0 } });
    const after = textOf(
      `أمن الحرب على حلب المدينة وفد شمخاني الوزير اللقاء المدينة سوريا في سوريا الوزير أمس ${rest}`,
    );
    expect(open(after, link).kind).toBe('gone');
  });

  test('still follows a half that stands where it stood', () => {
    const now = textOf(FIRST.replace('غدا', 'الخميس'), article.blocks[1]?.text ?? '');
    const link = linkOf(article, 'المفاوضات ستبدأ غدا في العاصمة، وأن الوفد وصل');
    // As the code was made once: three characters for a half.
    const older = link.replace(/~(...).(...).(..)$/, '~$1$2$3');
    expect(open(article, older).kind).toBe('exact');
    expect(open(now, older)).toMatchObject({ kind: 'changed', kept: 'tail' });
    expect(open(textOf(`خبر عاجل ${FIRST.replace('غدا', 'الخميس')}`), older).kind).toBe('gone');
  });
});

describe('under edits', () => {
  // A vocabulary of twenty words is the hardest case: look-alikes everywhere.
  const texts = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 30 }), {
    minLength: 1,
    maxLength: 6,
  });

  test('the passage is found or said to be gone; never another', async ({ annotate }) => {
    const found = { exact: 0, moved: 0, changed: 0, gone: 0 };
    fc.assert(
      fc.property(texts, edits, fc.nat(), fc.nat({ max: 11 }), (paragraphs, changes, where, extra) => {
        let counter = 0;
        const first = paragraphs.map(
          (words, index): Paragraph => ({
            id: `p${index + 1}`,
            words: words.map((word) => ({ word, from: counter++ })),
          }),
        );
        const paragraph = first[where % first.length] as Paragraph;
        const start = where % paragraph.words.length;
        const chosen = paragraph.words.slice(start, start + 1 + extra);
        const link = writePassage(blocksOf(first), {
          block: paragraph.id,
          start: offsetOf(paragraph.words, start),
          end: offsetOf(paragraph.words, start + chosen.length) - 1,
        });
        const now = edited(first, changes);
        const finding = open(blocksOf(now), link ?? '');
        found[finding.kind]++;
        if (finding.kind === 'gone') return;
        const { range } = finding;
        const place = now.find(({ id }) => id === range.block) as Paragraph;
        const covered = place.words.filter((item, index) => {
          const at = offsetOf(place.words, index);
          return at >= range.start && at + item.word.length <= range.end;
        });
        // Equal words between equal neighbours are the same passage to any reader, whichever copy they are.
        const same = withNeighbours(now, covered) === withNeighbours(first, chosen);
        const kept = new Set(chosen.map(({ from }) => from));
        expect(same || covered.some(({ from }) => kept.has(from)), `${link} ${finding.kind} ${range.words}`).toBe(true);
      }),
      { numRuns: Number(import.meta.env['VITE_PASSAGE_RUNS'] ?? 5000) },
    );
    // Not by giving up: of these ruined texts most are still answered.
    const all = found.exact + found.moved + found.changed + found.gone;
    expect(found.gone / all).toBeLessThan(0.45);
    expect(found.moved).toBeGreaterThan(0);
    expect(found.changed).toBeGreaterThan(0);
    await annotate(JSON.stringify(found));
  });

  // The same as `npm run links`, smaller: every kind of edit, texts that repeat themselves, edits where they hurt.
  test.each<[string, (random: ReturnType<typeof randomOf>) => ReturnType<typeof named>]>([
    ['texts of twenty words', (random) => dense(random)],
    ['texts of ten words', (random) => dense(random, 10)],
    ['texts that repeat themselves', repeating],
    ['the library', (random) => named((library[random(library.length)] as Article).blocks)],
  ])('in %s no link leads wrong', async (name, make) => {
    const random = randomOf(1);
    const found: Record<Verdict, number> = { exact: 0, moved: 0, changed: 0, gone: 0, wrong: 0 };
    for (const edit of EDITS) {
      for (let run = 0; run < (name === 'the library' ? 60 : 300); run++) {
        const result = trial(random, make(random), edit);
        if (!result) continue;
        found[result.verdict]++;
        if (result.verdict === 'wrong') throw new Error(result.told());
      }
    }
    expect(Math.min(found.exact, found.moved, found.changed, found.gone)).toBeGreaterThan(0);
  });

  test('the judge can tell: a link that leads to others’ words is called wrong', () => {
    const random = randomOf(3);
    let caught = 0;
    for (let run = 0; run < 300; run++) {
      const text = repeating(random);
      // What a reader would do who trusts numbers alone: the words that stand there now, whatever they are.
      const result = trial(random, text, 'erase', 12, (_, address) => {
        const [block] = text.filter(({ id }) => id === address.block);
        const words = (block?.words ?? []).map(({ word }) => word);
        const start = words.slice(0, address.first - 1).join(' ').length + (address.first > 1 ? 1 : 0);
        const covered = words.slice(address.first - 1, address.last).join(' ');
        return { kind: 'exact', range: { block: address.block, start, end: start + covered.length, words: covered } };
      });
      if (result?.verdict === 'wrong') caught++;
    }
    expect(caught).toBeGreaterThan(200);
  });

  test('fifty passages of a hundred thousand words', () => {
    const random = randomOf(9);
    const blocks = Array.from({ length: 2000 }, (_, index) => ({
      id: `p${index + 1}`,
      type: 'paragraph' as const,
      gap: 1,
      text: Array.from({ length: 50 }, () => `${WORDS[random(WORDS.length)]}${random(400)}`).join(' '),
    }));
    const text: Blocks = { blocks };
    const edited: Blocks = { blocks: [...blocks.slice(1), ...blocks.slice(0, 1)] };
    for (let passage = 0; passage < 50; passage++) {
      const block = blocks[random(2000)] as (typeof blocks)[number];
      const start = random(200);
      const link = writePassage(text, {
        block: block.id,
        start,
        end: Math.min(block.text.length, start + 1 + random(300)),
      });
      expect(open(text, link ?? '').kind).toBe('exact');
      const now = open(edited, link ?? '');
      expect(['exact', 'gone']).toContain(now.kind);
      if (now.kind === 'exact') expect(now.range.block).toBe(block.id);
    }
  });
});
