import { linkOfQuotation } from '../core/lesson/mark.ts';
import type { Lesson, LessonResult } from '../core/lesson/lesson.ts';
import { writePassage } from '../core/passage/passage.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import { buildArticle, type Mutable, rangeOf } from './article.ts';

/** A lesson on the article of {@link buildArticle} with a task of each kind, and a step without one. */
export function buildLesson(): Mutable<Lesson> {
  const article = buildArticle();
  const link = (block: string, words: string) => writePassage(article, rangeOf(block, words)) ?? '';
  const lesson: Lesson = {
    format: 'isnad-lesson',
    version: 1,
    id: 'Les0nLes0n12',
    title: 'مَن قال ماذا؟',
    author: 'سميرة',
    level: 'intermediate',
    intro: 'اقرأ ثم أجب.',
    steps: [
      { id: 's1', article: 'truce', passages: [], note: 'اقرأ النصّ كلّه.', task: null, words: [] },
      {
        id: 's2',
        article: 'truce',
        passages: [link('p1', 'الهدنة «خطوة مهمة»')],
        note: null,
        task: { kind: 'open', question: 'ما الهدنة؟', answer: 'وقف القتال مدّةً' },
        words: article.glossary.slice(0, 1).map(({ id }) => id),
      },
      {
        id: 's3',
        article: 'truce',
        passages: [link('p1', 'الحوار مستمر في دمشق'), link('h1', 'دمشق')],
        note: 'انتبه إلى الفعل.',
        task: {
          kind: 'choice',
          question: 'أين الحوار؟',
          options: ['في حلب', 'في دمشق', 'لا ذكر للمكان'],
          right: [1],
          explanation: 'قال: «في دمشق».',
        },
        words: [],
      },
      {
        id: 's4',
        article: 'truce',
        passages: [link('p1', 'الهدنة «خطوة مهمة»')],
        note: null,
        task: {
          kind: 'speaker',
          quotation: linkOfQuotation(article.quotations[0] as Quotation),
          options: ['sara', 'nasir', 'shamkhani'],
        },
        words: [],
      },
    ],
    texts: [],
  };
  return lesson as Mutable<Lesson>;
}

/** A sheet in which all that can be marked is right. */
export function buildResult(): Mutable<LessonResult> {
  return {
    format: 'isnad-result',
    version: 1,
    id: 'Res0ltRes0lt',
    lesson: 'Les0nLes0n12',
    lessonTitle: 'مَن قال ماذا؟',
    student: 'ليلى',
    finished: '2026-11-20T10:00:00Z',
    answers: {
      s2: { kind: 'open', text: 'وقف إطلاق النار' },
      s3: { kind: 'choice', chosen: [1] },
      s4: { kind: 'speaker', chosen: 'nasir' },
    },
  };
}
