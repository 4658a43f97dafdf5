import { describe, expect, test } from 'vitest';
import { type LessonPlace, lessonAddress, readLessonPlace } from './lesson-place.ts';

describe('the place among the lessons', () => {
  test.each<[string, LessonPlace]>([
    ['', { view: 'home' }],
    ['#l=1abc-_', { view: 'lesson', payload: '1abc-_' }],
    ['#r=1abc', { view: 'result', payload: '1abc' }],
    ['#edit=Les0nLes0n12', { view: 'edit', id: 'Les0nLes0n12' }],
    ['#results=Les0nLes0n12', { view: 'results', id: 'Les0nLes0n12' }],
    ['#try=Les0nLes0n12', { view: 'try', id: 'Les0nLes0n12', stop: null }],
    ['#do=Les0nLes0n12.s3', { view: 'do', id: 'Les0nLes0n12', stop: 's3' }],
    ['#do=Les0nLes0n12.end', { view: 'do', id: 'Les0nLes0n12', stop: 'end' }],
  ])('%s is read, and written so', (hash, place) => {
    expect(readLessonPlace(hash)).toEqual(place);
    expect(lessonAddress(place)).toBe(`/lessons/${hash}`);
  });

  test.each(['#', '#x=1', '#edit=', '#edit=__proto__', '#do=Les0nLes0n12.s3.s4', '#do=<script>', '#edit', '#q=q1'])(
    '%s is the list',
    (hash) => {
      expect(readLessonPlace(hash)).toEqual({ view: 'home' });
    },
  );

  test('a payload that is none is kept, for the reader of links to refuse', () => {
    expect(readLessonPlace('#l=')).toEqual({ view: 'lesson', payload: '' });
    expect(readLessonPlace('#l=javascript:alert(1)')).toEqual({ view: 'lesson', payload: 'javascript:alert(1)' });
  });
});
