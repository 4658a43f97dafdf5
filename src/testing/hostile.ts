import type { Lesson } from '../core/lesson/lesson.ts';
import type { Mutable } from './article.ts';
import { buildLesson } from './lesson.ts';

const broken = (change: (lesson: Record<string, unknown>, typed: Mutable<Lesson>) => void): string => {
  const lesson = buildLesson();
  change(lesson, lesson);
  return JSON.stringify(lesson);
};
type Kind = 'tooLarge' | 'notJson' | 'otherFormat' | 'newerVersion' | 'shape' | 'content';

/** Lesson files from hands that mean no good: what each is, its text, and what is said of it. */
export const hostileFiles: readonly (readonly [name: string, file: string, kind: Kind])[] = [
  ['nothing', '', 'notJson'],
  ['a page', '<!doctype html><script>alert(1)</script>', 'notJson'],
  ['an address that is a program', 'javascript:alert(1)', 'notJson'],
  ['a number', '1e999', 'otherFormat'],
  ['null', 'null', 'otherFormat'],
  ['lists in lists', '['.repeat(200_000) + ']'.repeat(200_000), 'notJson'],
  ['objects in objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), 'notJson'],
  ['more than a file may hold', `"${'a'.repeat(2_100_000)}"`, 'tooLarge'],
  ['an article', JSON.stringify({ format: 'isnad-article', version: 1 }), 'otherFormat'],
  ['a lesson of tomorrow', broken((lesson) => (lesson['version'] = 2)), 'newerVersion'],
  ['a version without end', broken((lesson) => (lesson['version'] = 1e308)), 'newerVersion'],
  ['a version below all', broken((lesson) => (lesson['version'] = -1)), 'shape'],
  ['an id that is every object’s', broken((lesson) => (lesson['id'] = '__proto__')), 'shape'],
  ['an id that leads elsewhere', broken((lesson) => (lesson['id'] = '../../x')), 'shape'],
  ['a title that is an object', broken((lesson) => (lesson['title'] = { toString: 'x' })), 'shape'],
  ['a title without end', broken((lesson) => (lesson['title'] = 'ط'.repeat(10_000))), 'shape'],
  ['steps that are no list', broken((lesson) => (lesson['steps'] = { length: 1e9 })), 'shape'],
  ['a step that is none', broken((lesson) => (lesson['steps'] = [null])), 'shape'],
  [
    'a hundred thousand steps',
    broken((lesson) => (lesson['steps'] = Array.from({ length: 100_000 }, () => 0))),
    'shape',
  ],
  ['the same step twice', broken((_, { steps }) => steps.push(...steps.slice(0, 1))), 'content'],
  [
    'a step named constructor',
    broken((_, { steps }) => {
      if (steps[0]) steps[0].id = 'constructor';
    }),
    'shape',
  ],
  [
    'an article at another address',
    broken((_, { steps }) => {
      if (steps[0]) steps[0].article = 'https://evil.example/x';
    }),
    'shape',
  ],
  [
    'a passage that is a program',
    broken((_, { steps }) => {
      if (steps[0]) steps[0].passages = ['javascript:alert(1)'];
    }),
    'shape',
  ],
  [
    'a right option that is not there',
    broken((_, { steps }) => {
      if (steps[2]?.task?.kind === 'choice') steps[2].task.right = [9];
    }),
    'content',
  ],
  [
    'a kind of task that nobody knows',
    broken((_, { steps }) => {
      if (steps[2]) steps[2].task = { kind: '__proto__' } as never;
    }),
    'shape',
  ],
  ['a text whose ranges lie', broken((lesson) => (lesson['texts'] = [{ format: 'isnad-article' }])), 'shape'],
];

/** Words that a page may only show: markup, a program, a change of direction, what looks like a field of every object. */
export const hostileWords: readonly string[] = [
  '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}} $t(app:name) {{title}}',
  'قلب\u202eturned',
  '\u2066\u2066\u2066عزل',
  '__proto__',
  '\u0000\u0007\ufeff',
  'ع\u0301'.repeat(60),
];
