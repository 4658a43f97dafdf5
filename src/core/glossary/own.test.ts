import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { buildMet } from '../../testing/words.ts';
import { readArticle } from '../dataset/read.ts';
import type { Reading } from '../dictionary/answer.ts';
import { wordsOf } from '../dictionary/words.ts';
import type { TextRange } from '../text/range.ts';
import { explain, explainAnew, leaveUnexplained, placesLike } from './own.ts';

const article = buildArticle();
const block = article.blocks.find(({ text }) => wordsOf(text).length > 3) ?? article.blocks[0];
if (!block) throw new Error('an article without words');
const [, word] = wordsOf(block.text);
const place: TextRange = {
  block: block.id,
  start: word?.start ?? 0,
  end: word?.end ?? 0,
  words: block.text.slice(word?.start, word?.end),
};
const reading = (vocalised: string): Reading => ({
  ...buildMet().reading,
  kind: 'known',
  pos: 'noun',
  pieces: [],
  features: { derived: 'masdar' },
  trace: [],
  vocalised,
});
const said = { ar: ' معنى ', en: '', note: 'انظر الدرس الثاني' };

describe('a teacher’s explanation', () => {
  test('is an entry of the text that can be read again, changed and taken away', () => {
    const { article: told, id } = explain(article, [place], reading(place.words), said);
    const read = readArticle(JSON.stringify(told));
    expect(read.ok && read.value.glossary.find((entry) => entry.id === id)).toEqual({
      id,
      vocalised: place.words,
      lemma: 'مُحادَثَة',
      root: 'ح د ث',
      pos: 'masdar',
      definition: { ar: 'معنى', en: '' },
      note: 'انظر الدرس الثاني',
      occurrences: [place],
    });
    const anew = explainAnew(told, id, { ar: '', en: 'sense', note: ' ' });
    expect(anew.glossary.at(-1)).toMatchObject({ id, definition: { ar: '', en: 'sense' } });
    expect(anew.glossary.at(-1)).not.toHaveProperty('note');
    expect(readArticle(JSON.stringify(anew)).ok).toBe(true);
    expect(leaveUnexplained(anew, id)).toEqual(article);
    expect(explainAnew(article, id, said)).toEqual(article);
  });

  test('shows the form that stands there where the reading spells another', () => {
    expect(explain(article, [place], reading('غَيْرُها'), said).article.glossary.at(-1)?.vocalised).toBe(place.words);
  });

  test('never takes the id of another', () => {
    const once = explain(article, [place], reading(place.words), said);
    const twice = explain(
      leaveUnexplained(once.article, article.glossary[0]?.id ?? ''),
      [place],
      reading(place.words),
      said,
    );
    expect(twice.id).not.toBe(once.id);
  });

  test('may hold wherever the same letters stand', () => {
    const text = 'كتاب وكتابٌ وكِتَابٌ. كتابٌ كتب';
    const found = placesLike(
      { blocks: [{ id: 'p1', type: 'paragraph', gap: 0, text }] },
      { block: 'p1', start: 0, end: 4, words: 'كتاب' },
    );
    expect(found.map(({ words }) => words)).toEqual(['كتاب', 'كتابٌ']);
  });
});
