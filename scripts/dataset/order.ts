import type { LibraryEntry } from '../../src/core/dataset/library.ts';

/** The article that the project grew from. */
export const FIRST = 'shamkhani-mamlouk';
const LEVELS = ['beginner', 'intermediate', 'advanced'];

/** The order of the first screen: the article that the project grew from, then the others by level and name. */
export const inOrder = (a: Pick<LibraryEntry, 'id' | 'level'>, b: Pick<LibraryEntry, 'id' | 'level'>): number =>
  Number(b.id === FIRST) - Number(a.id === FIRST) ||
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
  a.id.localeCompare(b.id, 'en');
