import { describe, expect, test } from 'vitest';
import type { Article } from '../../core/article/article.ts';
import { createLookup } from '../../core/article/lookup.ts';
import { rightSpeaker } from '../../core/lesson/mark.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import { writePassage } from '../../core/passage/passage.ts';
import type { Quotation } from '../../core/quotation/quotation.ts';
import { buildArticle, rangeOf } from '../../testing/article.ts';
import { buildLesson } from '../../testing/lesson.ts';
import { readFile } from './arrivals.ts';
import { asSent, glossaryFor, newLesson, newTask, quotationsFor, randomId, speakerOptions, withStep } from './fresh.ts';
import { fileName } from './files.ts';

const article: Article = buildArticle();
const lookup = createLookup(article);
const link = (block: string, words: string) => writePassage(article, rangeOf(block, words)) ?? '';

test('a lesson is sent with the texts that it has steps of, and no others', () => {
  const lesson = { ...buildLesson(), texts: [buildArticle(), { ...buildArticle(), id: 'my.left' }] };
  expect(asSent(lesson).texts.map(({ id }) => id)).toEqual(['truce']);
});

describe('a new lesson', () => {
  test('has an id that nobody else has', () => {
    const ids = new Set(Array.from({ length: 500 }, randomId));
    expect(ids.size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{12}$/);
  });

  test('takes steps to its limit, and no more', () => {
    let lesson = newLesson('', null);
    for (let step = 0; step < LESSON_LIMITS.steps + 3; step++) lesson = withStep(lesson, 'truce', []);
    expect(lesson.steps).toHaveLength(LESSON_LIMITS.steps);
    expect(lesson.steps.at(-1)?.id).toBe(`s${LESSON_LIMITS.steps}`);
    expect(withStep(lesson, 'truce', [])).toBe(lesson);
  });
});

describe('a task made from the annotation', () => {
  test('asks about quotations that the passage touches, by cue or by content', () => {
    const ids = (...links: string[]) => quotationsFor(article, links).map(({ id }) => id);
    expect(ids(link('p1', 'الحوار مستمر'))).toEqual(['q2']);
    expect(ids(link('p1', 'قال'))).toEqual(['q1']);
    expect(ids(link('h1', 'دمشق'))).toEqual([]);
    expect(ids()).toEqual(article.quotations.filter(({ speaker }) => speaker !== null).map(({ id }) => id));
    expect(newTask('speaker', lookup, [link('h1', 'دمشق')])).toBeNull();
  });

  test('offers the right speaker among others who could be', () => {
    for (const quotation of article.quotations) {
      if (quotation.speaker === null) continue;
      const options = speakerOptions(lookup, quotation);
      expect(options).toContain(quotation.speaker);
      expect(options).not.toContain('damascus-street');
      expect(new Set(options).size).toBe(options.length);
      expect(options.length).toBeGreaterThan(1);
    }
    const task = newTask('speaker', lookup, [link('p1', 'الحوار مستمر')]);
    expect(task && rightSpeaker(article, task)).toBe('nasir');
  });

  test('the place of the right one does not depend on which it is', () => {
    const [first] = article.quotations;
    const options = speakerOptions(lookup, first as Quotation);
    const order = article.entities.map(({ id }) => id);
    expect(options).toEqual([...options].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  test('offers glossary words of the passage alone', () => {
    for (const entry of article.glossary) {
      const at = entry.occurrences[0];
      const own = at && writePassage(article, at);
      if (own) expect(glossaryFor(article, [own])).toContain(entry);
    }
    expect(glossaryFor(article, [])).toBe(article.glossary);
  });
});

test.each([
  ['درس: «الهدنة» / ١', 'lesson.json', 'درس-«الهدنة»-١.lesson.json'],
  ['../../etc/passwd', 'lesson.json', 'etc-passwd.lesson.json'],
  ['a\u202egpj.exe\u0000', 'lesson.json', 'a-gpj-exe.lesson.json'],
  ['', 'csv', 'isnad.csv'],
  ['ط'.repeat(300), 'csv', `${'ط'.repeat(60)}.csv`],
])('a file for %j is called so', (title, ending, name) => {
  expect(fileName(title, ending)).toBe(name);
});

test('a file that arrives is a lesson, a result, or told to be neither', () => {
  expect(readFile({ name: 'x', text: JSON.stringify(buildLesson()) })).toMatchObject({ kind: 'lesson', by: 'file' });
  expect(readFile({ name: 'x', text: '{"format":"isnad-result","version":2}' })).toMatchObject({
    kind: 'fault',
    name: 'x',
    fault: 'newerVersion',
  });
  expect(readFile({ name: 'x', text: 'PK' })).toMatchObject({ kind: 'fault', fault: 'notJson' });
});
