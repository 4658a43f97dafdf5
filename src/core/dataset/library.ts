import type { EntityType, Level, Origin } from '../article/article.ts';
import type { Bilingual } from '../bilingual.ts';

/** What the first screen tells of an article without opening its file. Derived from the article by `npm run dataset`. */
export interface LibraryEntry {
  readonly id: string;
  /** Path of the article file beside the index, such as "articles/shamkhani-mamlouk.json". */
  readonly file: string;
  readonly origin: Origin;
  readonly level: Level;
  readonly topics: readonly Bilingual[];
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly published: string | null;
  readonly revision: number;
  readonly words: number;
  readonly quotations: number;
  readonly entities: Readonly<Record<EntityType, number>>;
  readonly glossary: number;
  /** Speakers with the number of their quotations, most quoted first. */
  readonly speakers: readonly { readonly name: Bilingual; readonly quotations: number }[];
}

/** The bundled library: the index file that the page reads first. */
export interface Library {
  readonly format: 'isnad-library';
  readonly version: 1;
  readonly articles: readonly LibraryEntry[];
}
