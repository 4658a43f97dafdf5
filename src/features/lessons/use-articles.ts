import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Article } from '../../core/article/article.ts';
import { isOwn } from '../../core/article/own.ts';
import type { Lesson } from '../../core/lesson/lesson.ts';
import { articleQuery, libraryQuery } from '../../library/queries.ts';
import { siteFolder } from '../../session/place.ts';

/** `missing`: neither the library nor the lesson has it. `failed`: the library has it, but its file did not come. */
export interface LessonArticle {
  readonly state: 'ready' | 'loading' | 'missing' | 'failed';
  readonly article: Article | null;
  /** It came with the lesson, and nobody but its author answers for it. */
  readonly carried: boolean;
  readonly retry: () => void;
}

/**
 * The articles of some lessons, by id. The library's own text goes before one of the same name that a lesson carries:
 * a lesson cannot put its words into a text that readers know.
 */
export function useArticles(lessons: readonly Lesson[]): (id: string) => LessonArticle {
  const library = useQuery(libraryQuery(siteFolder));
  const ids = [...new Set(lessons.flatMap(({ steps }) => steps.map(({ article }) => article)))];
  const listed = new Set(library.data?.articles.map(({ id }) => id));
  const asked = ids.filter((id) => listed.has(id) || isOwn(id));
  const client = useQueryClient();
  // Not useQueries: every reader of articles would fetch it with the rest of the package.
  const articles = useQuery({
    queryKey: ['lesson', siteFolder, ...asked],
    queryFn: async () => {
      const came = asked.map((id) => client.fetchQuery(articleQuery(siteFolder, id)).catch(() => null));
      return new Map((await Promise.all(came)).map((article, index) => [asked[index], article]));
    },
    enabled: asked.length > 0,
  });
  const carried = new Map(lessons.flatMap(({ texts }) => texts.map((text) => [text.id, text] as const)));
  return (id) => {
    if (listed.has(id)) {
      const article = articles.data?.get(id);
      if (article) return { state: 'ready', article, carried: false, retry: () => {} };
      const state = article === null && !articles.isFetching ? 'failed' : 'loading';
      return { state, article: null, carried: false, retry: () => void articles.refetch() };
    }
    if (library.isPending) return { state: 'loading', article: null, carried: false, retry: () => {} };
    // A reader's own text is on their own device alone; who sends a lesson on it sends the text along.
    const article = carried.get(id) ?? articles.data?.get(id) ?? null;
    if (article) return { state: 'ready', article, carried: carried.has(id), retry: () => {} };
    if (library.isError) return { state: 'failed', article: null, carried: false, retry: () => void library.refetch() };
    return { state: 'missing', article: null, carried: false, retry: () => {} };
  };
}
