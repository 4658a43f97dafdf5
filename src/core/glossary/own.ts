/** Explanations that a teacher adds to a text: entries of its glossary, which go where the text goes. */
import type { Article } from '../article/article.ts';
import type { Reading, WordClass } from '../dictionary/answer.ts';
import { wordsOf } from '../dictionary/words.ts';
import { fold, foldText } from '../text/fold.ts';
import type { TextRange } from '../text/range.ts';
import type { GlossaryEntry, PartOfSpeech } from './glossary.ts';

/** What is written of a word. One of the meanings at least is not empty. */
export interface Explanation {
  readonly ar: string;
  readonly en: string;
  readonly note: string;
}

/** The longest of each, in UTF-16 units. */
export const MOST_EXPLAINED = 600;

/** The same words elsewhere in the text, marks aside; and the word itself. In text order. */
export function placesLike(article: Pick<Article, 'blocks'>, range: TextRange): TextRange[] {
  const wanted = foldText(range.words, 'marks');
  return article.blocks.flatMap(({ id, text }) =>
    wordsOf(text).flatMap(({ start, end }) => {
      const words = text.slice(start, end);
      return foldText(words, 'marks') === wanted ? [{ block: id, start, end, words }] : [];
    }),
  );
}

/** The article with a word of it explained at these places, and the new entry's id. */
export function explain(
  article: Article,
  places: readonly [TextRange, ...TextRange[]],
  reading: Pick<Reading, 'vocalised' | 'lemma' | 'pos' | 'features'>,
  explanation: Explanation,
): { readonly article: Article; readonly id: string } {
  const taken = new Set(article.glossary.map(({ id }) => id));
  let number = article.glossary.length + 1;
  while (taken.has(`own-${number}`)) number++;
  const id = `own-${number}`;
  const [first] = places;
  const stands = fold(first.words, 'loose').text;
  const entry: GlossaryEntry = {
    id,
    // A glossary shows the form that stands there: a reading that spells it otherwise gives way to it.
    vocalised: fold(reading.vocalised, 'loose').text === stands ? reading.vocalised : first.words,
    lemma: reading.lemma.lemma,
    root: reading.lemma.root,
    pos: classOf(reading.pos, reading.features.derived),
    ...told(explanation),
    occurrences: places,
  };
  return { article: { ...article, glossary: [...article.glossary, entry] }, id };
}

/** The article with an entry that says something else; as it was where there is no such entry. */
export const explainAnew = (article: Article, id: string, explanation: Explanation): Article => ({
  ...article,
  glossary: article.glossary.map((entry) => {
    if (entry.id !== id) return entry;
    const { note: _, ...rest } = entry;
    return { ...rest, ...told(explanation) };
  }),
});

export const leaveUnexplained = (article: Article, id: string): Article => ({
  ...article,
  glossary: article.glossary.filter((entry) => entry.id !== id),
});

const told = ({ ar, en, note }: Explanation): Pick<GlossaryEntry, 'definition' | 'note'> => ({
  definition: { ar: ar.trim(), en: en.trim() },
  ...(note.trim() === '' ? {} : { note: note.trim() }),
});

function classOf(pos: WordClass, derived: Reading['features']['derived']): PartOfSpeech {
  if (derived === 'masdar') return 'masdar';
  if (derived !== undefined) return 'participle';
  if (pos === 'noun_prop') return 'proper';
  const [kind = ''] = pos.split('_');
  if (kind === 'noun') return 'noun';
  if (kind === 'adj') return 'adjective';
  if (kind === 'adv') return 'adverb';
  return pos === 'verb' ? 'verb' : 'particle';
}
