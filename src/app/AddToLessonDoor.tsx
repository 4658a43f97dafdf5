import { Suspense } from 'react';
import type { Article } from '../core/article/article.ts';
import { fetchWords } from '../i18n/later.ts';
import { part } from '../session/parts.ts';

interface AddToLessonDoorProps {
  readonly article: Article;
  readonly passages: readonly string[];
  readonly onClose: () => void;
}

const AddToLesson = part(async () => {
  const [module] = await Promise.all([import('../features/lessons/AddToLesson.tsx'), fetchWords('lessons')]);
  return module.AddToLesson;
});

/** The way from selected passages into a lesson, fetched by those who take it. */
export function AddToLessonDoor(props: AddToLessonDoorProps) {
  return (
    <Suspense fallback={null}>
      <AddToLesson {...props} />
    </Suspense>
  );
}
