import * as fc from 'fast-check';
import type { Article } from '../core/article/article.ts';

/** A vocabulary of twenty words is the hardest case for finding again: look-alikes everywhere. */
export const WORDS =
  'قال الوزير إن في من على المدينة حلب شمخاني الجيش دعم إيران سوريا الحرب أن هذه اللقاء وفد أمن'.split(' ');

/** A word that is followed through edits. */
export interface Tagged {
  readonly word: string;
  /** Which word of the first text this is; null for one that was put in. */
  readonly from: number | null;
}
export interface Paragraph {
  readonly id: string;
  readonly words: readonly Tagged[];
}

export const blocksOf = (text: readonly Paragraph[]): Pick<Article, 'blocks'> => ({
  blocks: text.map(({ id, words }) => ({
    id,
    type: 'paragraph',
    gap: 1,
    text: words.map(({ word }) => word).join(' '),
  })),
});
/** Where word number `to` begins. */
export const offsetOf = (words: readonly Tagged[], to: number) =>
  words.slice(0, to).reduce((sum, { word }) => sum + word.length + 1, 0);

export const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('insert', 'delete', 'replace', 'swap', 'drop', 'marks'),
    at: fc.nat(),
    size: fc.integer({ min: 1, max: 4 }),
    word: fc.constantFrom(...WORDS, 'جديد', 'كلمة'),
  }),
  { maxLength: 5 },
);
export type TextEdit = typeof edits extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

/** The text after these edits, each of its words still knowing which one it was. */
export function edited(text: readonly Paragraph[], changes: readonly TextEdit[]): readonly Paragraph[] {
  let now = text;
  for (const { kind, at, size, word } of changes) {
    const target = now[at % Math.max(now.length, 1)];
    if (!target) continue;
    const place = target.words.length === 0 ? 0 : at % target.words.length;
    const added = { word, from: null };
    const words = [...target.words];
    if (kind === 'insert') words.splice(place, 0, ...Array.from({ length: size }, () => ({ ...added })));
    else if (kind === 'delete') words.splice(place, size);
    // A word put in the place of the same word is no edit.
    else if (kind === 'replace' && bare(words[place]?.word ?? '') !== bare(word)) words.splice(place, 1, added);
    else if (kind === 'marks')
      words.forEach((item, index) => {
        words[index] = { ...item, word: item.word.replace('أ', 'ا').replace('ل', 'لَ') };
      });
    now = now.map((paragraph) => (paragraph === target ? { ...target, words } : paragraph));
    if (kind === 'swap') now = [...now.slice(1), ...now.slice(0, 1)];
    else if (kind === 'drop' && now.length > 1) now = now.filter(({ id }) => id !== target.id);
  }
  return now;
}

/** A word as a reader compares it, as far as these edits change it. */
export const bare = (word: string) => word.replaceAll(/[أإ]/g, 'ا').replaceAll('َ', '');

/** Some words with the word before and the one after, as a reader compares them. */
export function withNeighbours(text: readonly Paragraph[], some: readonly Tagged[]): string {
  const all = text.flatMap(({ words }) => words);
  const from = all.indexOf(some[0] as Tagged);
  return all
    .slice(Math.max(0, from - 1), from + some.length + 1)
    .map(({ word }) => bare(word))
    .join(' ');
}
