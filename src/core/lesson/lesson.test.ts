import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { buildArticle, type Mutable } from '../../testing/article.ts';
import { hostileFiles, hostileWords } from '../../testing/hostile.ts';
import { buildLesson, buildResult } from '../../testing/lesson.ts';
import { packLesson, packResult } from './compact.ts';
import { writeCsv } from './csv.ts';
import { writePassage } from '../passage/passage.ts';
import type { Answer, Lesson, LessonResult, Task, Work } from './lesson.ts';
import { markAnswer, missingIn, nextStepId, quotationOf, rightSpeaker } from './mark.ts';
import { readLesson, readPackedLesson, readPackedResult, readResult } from './read.ts';
import { lessonSchema, type resultSchema, type workSchema } from './schema.ts';
import { tableOf } from './table.ts';

const article = buildArticle();

describe('the schemas', () => {
  test('say what the types say', () => {
    expectTypeOf<v.InferOutput<typeof lessonSchema>>().toEqualTypeOf<Mutable<Lesson>>();
    expectTypeOf<v.InferOutput<typeof resultSchema>>().toEqualTypeOf<Mutable<LessonResult>>();
    expectTypeOf<v.InferOutput<typeof workSchema>>().toEqualTypeOf<Mutable<Work>>();
  });
});

describe('a lesson', () => {
  test('takes every passage link that can be made, of one word or of many', () => {
    for (const { id, text } of article.blocks) {
      for (let start = 0; start < text.length; start++) {
        const links = [1, 8, 20, 60].map((length) => writePassage(article, { block: id, start, end: start + length }));
        const lesson = buildLesson();
        for (const step of lesson.steps) step.passages = links.filter((link) => link !== null);
        expect(readLesson(JSON.stringify(lesson)).ok, `${id} ${start} ${links.join()}`).toBe(true);
      }
    }
  });

  test('is read back from its file, and from its short form', () => {
    const lesson = { ...buildLesson(), texts: [article] };
    expect(readLesson(`\ufeff${JSON.stringify(lesson, null, 2)}`)).toEqual({ ok: true, value: lesson });
    expect(readPackedLesson(packLesson(lesson))).toEqual({ ok: true, value: lesson });
    expect(readPackedLesson(packLesson(buildLesson()))).toEqual({ ok: true, value: buildLesson() });
  });

  test('says in short less than half of what its file says', () => {
    expect(packLesson(buildLesson()).length).toBeLessThan(JSON.stringify(buildLesson()).length / 2);
  });

  const words = fc.oneof(fc.string({ maxLength: 60, unit: 'grapheme' }), fc.constantFrom(...hostileWords));
  const maybe = fc.option(words, { nil: null });
  const passage = fc.constantFrom('p1.4-6~abcdefg', 'h1.1-9~abcdefgh', 'p2.6~ieRUqCm');
  const task: fc.Arbitrary<Task | null> = fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('open' as const), question: words, answer: maybe }),
    fc.record({
      kind: fc.constant('choice' as const),
      question: words,
      options: fc.array(words, { minLength: 3, maxLength: 6 }),
      right: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
      explanation: maybe,
    }),
    fc.record({
      kind: fc.constant('speaker' as const),
      quotation: fc.constantFrom('q1~abc', 'q22'),
      options: fc.uniqueArray(fc.constantFrom('nasir', 'sara', 'x-1'), { maxLength: 3 }),
    }),
  );
  const lessons = fc
    .record({
      title: words,
      author: maybe,
      level: fc.constantFrom('beginner', 'intermediate', 'advanced', null),
      intro: maybe,
      steps: fc.array(
        fc.record({
          article: fc.constantFrom('truce', 'other.one', 'third-1'),
          passages: fc.array(passage, { maxLength: 3 }),
          note: maybe,
          task,
          words: fc.array(fc.constantFrom('g1', 'hudna'), { maxLength: 2 }),
        }),
        { maxLength: 8 },
      ),
    })
    .map(
      ({ steps, ...rest }): Lesson => ({
        ...buildLesson(),
        ...(rest as Pick<Lesson, 'level'> & Pick<Lesson, 'title' | 'author' | 'intro'>),
        steps: steps.map((step, index) => ({ ...step, id: `s${index * 3 + 1}` })),
      }),
    );

  test('whatever it holds, its short form gives it back', () => {
    // Nothing and an empty text are one in the short form: both say nothing.
    const plain = (lesson: Lesson) =>
      JSON.parse(JSON.stringify(lesson, (_, value: unknown) => (value === '' ? null : value))) as unknown;
    fc.assert(
      fc.property(lessons, (lesson) => {
        const read = readPackedLesson(packLesson(lesson));
        expect(read.ok ? plain(read.value) : read).toEqual(plain(lesson));
      }),
    );
  });

  test.each(hostileFiles)('refuses %s', (_, file, kind) => {
    const read = readLesson(file);
    expect(read.ok ? 'read' : read.failure.kind).toBe(kind);
  });

  test('whatever stands in a file or a short form, there is an answer and no fall', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        for (const read of [readLesson, readResult, readPackedLesson, readPackedResult])
          expect(read(text).ok).toBe(false);
      }),
    );
  });

  test('a short form with one thing in it replaced is read or refused, never half', () => {
    const places = (value: unknown): number =>
      Array.isArray(value) ? value.reduce<number>((sum, item) => sum + places(item), 1) : 1;
    const replaced = (value: unknown, at: { left: number }, by: unknown): unknown => {
      if (at.left-- === 0) return by;
      return Array.isArray(value) ? value.map((item) => replaced(item, at, by)) : value;
    };
    const packed = JSON.parse(packLesson(buildLesson())) as unknown;
    fc.assert(
      fc.property(fc.nat(places(packed) - 1), fc.jsonValue(), (left, by) => {
        const read = readPackedLesson(JSON.stringify(replaced(packed, { left }, by)));
        if (read.ok) expect(v.is(lessonSchema, read.value)).toBe(true);
        else expect(['shape', 'content', 'otherFormat', 'newerVersion']).toContain(read.failure.kind);
      }),
    );
  });

  test('keeps hostile words as the words they are, and gives no object a parent', () => {
    const lesson = buildLesson();
    lesson.title = hostileWords[0] ?? '';
    lesson.intro = hostileWords.join('\n');
    expect(readLesson(JSON.stringify(lesson))).toEqual({ ok: true, value: lesson });
    const poisoned = JSON.stringify(lesson).replace('{', '{"__proto__":{"hurt":1},"constructor":{"prototype":{}},');
    expect(readLesson(poisoned)).toEqual({ ok: true, value: lesson });
    expect('hurt' in {}).toBe(false);
  });

  test('half a character is shown as what cannot be read', () => {
    const file = JSON.stringify(buildLesson()).replace('مَن قال ماذا؟', String.raw`a\ud800b\udc00c\ud83d\ude00`);
    const read = readLesson(file);
    expect(read.ok && read.value.title).toBe('a\ufffdb\ufffdc😀');
  });

  test('carried texts are held to what every article is held to', () => {
    const text = buildArticle();
    const [mention] = text.mentions;
    if (mention) mention.range.start += 1;
    expect(readLesson(JSON.stringify({ ...buildLesson(), texts: [text] }))).toMatchObject({
      failure: { kind: 'content', where: expect.stringContaining('texts/truce/mentions') },
    });
    expect(readLesson(JSON.stringify({ ...buildLesson(), texts: [article, article] }))).toMatchObject({
      failure: { kind: 'content', detail: 'duplicateId' },
    });
  });

  // Sent once: they must open for ever. This list only grows.
  test.each([
    '[1,"Les0nLes0n12","عنوان",["truce"],[[1,0,"p1.3-5~abcdefg","ملاحظة"],[2,0,"",null,[0,"سؤال؟","جواب"],"hudna"],[3,0,"",null,[1,"أيّ؟",["أ","ب"],[1],"لأنّ"]],[7,0,"",null,[2,"q1~abc","nasir,sara"]]],"سميرة",2,"مقدّمة"]',
    '[1,"Les0nLes0n12"]',
  ])('a short form of version 1 is read: %s', (packed) => {
    const read = readPackedLesson(packed);
    expect(read.ok && packLesson(read.value)).toBe(packed);
  });
});

describe('a result', () => {
  test('is read back from its file, and from its short form', () => {
    const result = buildResult();
    expect(readResult(JSON.stringify(result))).toEqual({ ok: true, value: result });
    expect(readPackedResult(packResult(result))).toEqual({ ok: true, value: result });
  });

  test.each<[string, (result: Record<string, unknown>) => void]>([
    ['a 13th month', (result) => (result['finished'] = '2026-13-01T10:00:00Z')],
    ['no time', (result) => (result['finished'] = '2026-11-20')],
    ['an answer to no step', (result) => (result['answers'] = { x1: { kind: 'open', text: 'x' } })],
    ['a thousand answers', (result) => (result['answers'] = thousandAnswers())],
    ['an answer of another shape', (result) => (result['answers'] = { s1: { kind: 'choice', chosen: 'nasir' } })],
    ['a name without end', (result) => (result['student'] = 'ل'.repeat(200))],
  ])('is refused with %s', (_, change) => {
    const result = buildResult() as unknown as Record<string, unknown>;
    change(result);
    expect(readResult(JSON.stringify(result))).toMatchObject({ ok: false, failure: { kind: 'shape' } });
  });
  const thousandAnswers = () =>
    Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`s${index}`, { kind: 'open', text: '' }]));
});

describe('marking', () => {
  const [, open, choice, speaker] = buildLesson().steps.map(({ task }) => task as Task) as [Task, Task, Task, Task];
  const chosen = (...indexes: number[]): Answer => ({ kind: 'choice', chosen: indexes });
  const named = (id: string): Answer => ({ kind: 'speaker', chosen: id });

  test.each<[string, Task, Answer | undefined, string]>([
    ['the right option', choice, chosen(1), 'right'],
    ['another option', choice, chosen(0), 'wrong'],
    ['the right one and another', choice, chosen(0, 1), 'wrong'],
    ['the same option said twice', choice, chosen(1, 1), 'right'],
    ['two right ones in any order', { ...choice, right: [0, 2] } as Task, chosen(2, 0), 'right'],
    ['half of what is right', { ...choice, right: [0, 2] } as Task, chosen(2), 'wrong'],
    ['no option at all', choice, chosen(), 'wrong'],
    ['nothing', choice, undefined, 'unanswered'],
    ['a choice for which nothing is right', { ...choice, right: [] } as Task, chosen(1), 'unmarked'],
    ['an answer to what was another task', choice, named('nasir'), 'unanswered'],
    ['own words', open, { kind: 'open', text: 'كلام' }, 'unmarked'],
    ['no words', open, { kind: 'open', text: '  ' }, 'unanswered'],
    ['the speaker', speaker, named('nasir'), 'right'],
    ['another speaker', speaker, named('sara'), 'wrong'],
  ])('%s', (_, task, answer, mark) => {
    expect(markAnswer(task, answer, article)).toBe(mark);
  });

  test('the speaker is read from the article as it is now', () => {
    expect(rightSpeaker(article, speaker)).toBe('nasir');
    const corrected = buildArticle();
    for (const quotation of corrected.quotations) if (quotation.id === 'q1') quotation.speaker = 'sara';
    expect(markAnswer(speaker, named('sara'), corrected)).toBe('right');
  });

  test('what cannot be known is not marked: no article, other words, a speaker who is not offered', () => {
    expect(markAnswer(speaker, named('nasir'), null)).toBe('unmarked');
    const edited = buildArticle();
    for (const quotation of edited.quotations) {
      if (quotation.id !== 'q1') continue;
      for (const range of quotation.contents) range.words = 'شيء آخر';
    }
    expect(quotationOf(edited, speaker)).toBeNull();
    expect(markAnswer(speaker, named('nasir'), edited)).toBe('unmarked');
    expect(markAnswer({ ...speaker, options: ['sara'] } as Task, named('sara'), article)).toBe('unmarked');
  });

  test('a quotation that got another name is followed', () => {
    const renamed = buildArticle();
    for (const quotation of renamed.quotations) if (quotation.id === 'q1') quotation.id = 'q77';
    expect(rightSpeaker(renamed, speaker)).toBe('nasir');
  });
});

describe('what a lesson lacks', () => {
  test('is nothing where all is there', () => expect(missingIn(buildLesson())).toEqual([]));

  test('is told step by step', () => {
    const lesson = buildLesson();
    lesson.title = ' ';
    for (const { task } of lesson.steps) {
      if (task?.kind === 'open') task.question = '';
      if (task?.kind === 'choice') Object.assign(task, { options: ['أ', ''], right: [] });
      if (task?.kind === 'speaker') task.options = ['nasir'];
    }
    expect(missingIn(lesson)).toEqual([
      { step: null, what: 'title' },
      { step: 's2', what: 'question' },
      { step: 's3', what: 'emptyOption' },
      { step: 's3', what: 'right' },
      { step: 's4', what: 'speakers' },
    ]);
    expect(missingIn({ ...buildLesson(), steps: [] })).toEqual([{ step: null, what: 'steps' }]);
  });

  test('a new step has a number of its own', () => {
    expect(nextStepId([])).toBe('s1');
    expect(nextStepId([{ id: 's9' }, { id: 's2' }])).toBe('s10');
  });
});

describe('the table of a class', () => {
  const articleOf = (id: string) => (id === 'truce' ? article : null);
  const other = (change: Partial<LessonResult>): LessonResult => ({ ...buildResult(), id: 'Another00001', ...change });

  test('has a column for each question and tells how many had it right', () => {
    const table = tableOf(
      buildLesson(),
      [buildResult(), other({ student: 'عمر', answers: { s3: { kind: 'choice', chosen: [0] } } })],
      articleOf,
    );
    expect(table.steps.map(({ id }) => id)).toEqual(['s2', 's3', 's4']);
    expect(table.rows.map(({ marks }) => marks)).toEqual([
      ['unmarked', 'right', 'right'],
      ['unanswered', 'wrong', 'unanswered'],
    ]);
    expect(table.rows.map(({ right, marked }) => [right, marked])).toEqual([
      [2, 2],
      [0, 1],
    ]);
    expect(table.shares).toEqual([null, 0.5, 1]);
  });

  test('the same sheet counts once, as it was finished last; sheets of other lessons not at all', () => {
    const later = { ...buildResult(), finished: '2026-11-21T09:00:00+03:00', answers: {} };
    for (const order of [
      [buildResult(), later],
      [later, buildResult()],
    ]) {
      const table = tableOf(buildLesson(), [...order, other({ lesson: 'AnotherLesson' })], articleOf);
      expect(table.rows.map(({ result }) => result.finished)).toEqual([later.finished]);
    }
  });
});

describe('the table as a file', () => {
  test.each([
    ['ليلى', 'ليلى'],
    ['قال: "نعم"، ثم', '"قال: ""نعم""، ثم"'],
    ['a,b', '"a,b"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r\'=1"'],
    [' =1', "' =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200f=1', "'\u200f=1"],
    ['＝1', "'＝1"],
    ['a\n=1', '"a\n\'=1"'],
    ['1 = 1', '1 = 1'],
    ['', ''],
  ])('%j is written %j', (value, written) => {
    expect(writeCsv([[value]])).toBe(`\ufeff${written}\r\n`);
  });

  test('rows and numbers', () => {
    expect(writeCsv([['أ', 1], [0.5]])).toBe('\ufeffأ,1\r\n0.5\r\n');
  });
});
