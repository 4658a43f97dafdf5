import type { Article } from '../core/article/article.ts';
export function AddToLessonDoor(_: { article: Article; passages: readonly string[]; onClose: () => void }) {
  return null;
}
