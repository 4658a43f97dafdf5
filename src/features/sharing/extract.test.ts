import { describe, expect, test } from 'vitest';
import { createLookup } from '../../core/article/lookup.ts';
import { bareWords } from '../../core/citation/forms.ts';
import { buildArticle, rangeOf } from '../../testing/article.ts';
import { charactersEmbedded, extractOf, type Teller } from './extract.ts';
import type { ShareSubject } from './subject.ts';

const lookup = createLookup(buildArticle());
const teller = (language: 'ar' | 'en'): Teller => ({
  language,
  said: (name, kind, cue) => `${name ?? '?'} ${kind} ${cue ?? '-'}`,
});
const extract = (subject: ShareSubject, language: 'ar' | 'en' = 'ar') => extractOf(lookup, subject, teller(language));
const passage = (...ranges: readonly ReturnType<typeof rangeOf>[]): ShareSubject => ({ kind: 'passage', ranges });

test('passages of one paragraph stand in one line, others in lines of their own, with a mark of every gap', () => {
  const told = extract(passage(rangeOf('p1', 'أحمد ناصر'), rangeOf('p1', 'في دمشق'), rangeOf('p2', 'سارة')));
  expect(told && bareWords(told)).toBe('أحمد ناصر […] في دمشق\n[…] سارة');
  expect(told).toMatchObject({ quotes: true, told: null });
});

test('a passage that goes on in the next paragraph has no mark of a gap, whatever signs end the first', () => {
  const [first, second] = lookup.article.blocks.filter(({ text }) => /[.!؟»]$/u.test(text)).slice(-2);
  if (!first || !second) throw new Error('the article has no two sentences');
  const end = first.text.replace(/\P{L}+$/u, '');
  const told = extract(
    passage(
      { block: first.id, start: 0, end: end.length, words: end },
      { block: second.id, start: 0, end: second.text.length, words: second.text },
    ),
  );
  expect(told?.pieces).toEqual([end, second.text]);
});

test('a comma that leads on to what is left out is not quoted at the end; a full stop is', () => {
  const ending = (words: string) => extract(passage({ block: 'p1', start: 0, end: words.length, words }))?.pieces;
  expect(ending('قال أحمد ناصر،')).toEqual(['قال أحمد ناصر']);
  expect(ending('قال أحمد ناصر:')).toEqual(['قال أحمد ناصر']);
  expect(ending('قال أحمد ناصر.')).toEqual(['قال أحمد ناصر.']);
});

test('a quotation tells who said it, how, and with which word', () => {
  expect(extract({ kind: 'quotation', id: 'q1' }, 'en')).toMatchObject({
    pieces: ['الهدنة «خطوة مهمة»'],
    quotes: true,
    told: 'Ahmad Nasir mixed قال',
  });
  const article = buildArticle();
  for (const quotation of article.quotations) {
    quotation.speaker = null;
    quotation.cue = [{ ...rangeOf('p1', '،'), words: ':' }];
  }
  expect(extractOf(createLookup(article), { kind: 'quotation', id: 'q1' }, teller('ar'))?.told).toBe('? mixed -');
});

test('an entity tells who it is, a word what it means', () => {
  expect(extract({ kind: 'entity', id: 'nasir' })).toMatchObject({
    pieces: ['أحمد ناصر'],
    quotes: false,
    told: 'وصف.',
  });
  expect(extract({ kind: 'entity', id: 'nasir' }, 'en')?.told).toBe('Ahmad Nasir. description.');
  expect(extract({ kind: 'glossary', id: 'hudna' })).toMatchObject({ pieces: ['الْهُدْنَة'], told: 'وقف القتال مدّة' });
  expect(extract({ kind: 'glossary', id: 'hudna' }, 'en')?.told).toBe('truce');
});

test('what the article does not have is no extract', () => {
  for (const kind of ['quotation', 'entity', 'glossary'] as const) expect(extract({ kind, id: 'nobody' })).toBeNull();
});

describe('an embedded view', () => {
  test('shows whole paragraphs, each once', () => {
    const p1 = lookup.block('p1')?.text.length ?? 0;
    expect(charactersEmbedded(lookup, passage(rangeOf('p1', 'قال'), rangeOf('p1', 'في دمشق')))).toBe(p1);
    expect(charactersEmbedded(lookup, { kind: 'quotation', id: 'q1' })).toBe(p1);
  });
  test('has nothing of an entity or a word', () => {
    expect(charactersEmbedded(lookup, { kind: 'entity', id: 'nasir' })).toBeNull();
    expect(charactersEmbedded(lookup, { kind: 'glossary', id: 'hudna' })).toBeNull();
  });
});
