import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Article } from '../core/article/article.ts';
import { isOwn } from '../core/article/own.ts';
import type { Library, LibraryEntry } from '../core/dataset/library.ts';
import { type DatasetFault, readArticle, readLibrary } from '../core/dataset/read.ts';
import type { Result } from '../core/result.ts';

/** Why a file of the library could not be opened, with the file's name for the message. */
export class LibraryError extends Error {
  readonly file: string;
  readonly fault:
    | DatasetFault
    | { readonly kind: 'network' | 'status'; readonly where: string; readonly detail: string };

  constructor(file: string, fault: LibraryError['fault']) {
    super(`${file}: ${fault.kind} ${fault.where} ${fault.detail}`);
    this.name = 'LibraryError';
    this.file = file;
    this.fault = fault;
  }
}

/** The bundled files change with the site, never under an open page: what was read once holds. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        // A broken file stays broken; only the network deserves a second try.
        retry: (failures, error) => error instanceof LibraryError && error.fault.kind === 'network' && failures < 1,
        retryDelay: 800,
        networkMode: 'always',
      },
    },
  });

export const libraryQuery = (folder: string) =>
  queryOptions<Library, LibraryError>({
    queryKey: ['library', folder],
    queryFn: ({ signal }) => fetchFile(folder, 'index.json', readLibrary, signal),
  });

export const articleQuery = (folder: string, id: string) =>
  queryOptions<Article, LibraryError>({
    queryKey: ['article', folder, id],
    queryFn: async ({ signal }) =>
      isOwn(id) ? (await import('./texts.ts')).ownArticle(id) : fetchFile(folder, articleFile(id), readArticle, signal),
  });

const articleFile = (id: LibraryEntry['id']) => `articles/${id}.json`;

async function fetchFile<Value>(
  folder: string,
  name: string,
  read: (source: string) => Result<Value, DatasetFault>,
  signal: AbortSignal,
): Promise<Value> {
  const file = `data/${name}`;
  let source: string;
  try {
    const response = await fetch(folder + file, { signal });
    if (!response.ok) throw new LibraryError(file, { kind: 'status', where: '', detail: String(response.status) });
    source = await response.text();
  } catch (error) {
    if (error instanceof LibraryError || signal.aborted) throw error;
    throw new LibraryError(file, { kind: 'network', where: '', detail: String(error) });
  }
  const result = read(source);
  if (!result.ok) throw new LibraryError(file, result.failure);
  return result.value;
}
