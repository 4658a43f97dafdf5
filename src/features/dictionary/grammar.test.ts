import { describe, expect, test } from 'vitest';
import type { Features, Piece, Reading } from '../../core/dictionary/answer.ts';
import { termsOf } from './grammar.ts';

const reading = (pos: Reading['pos'], features: Features, ending = ''): Reading => ({
  kind: 'known',
  lemma: {} as Reading['lemma'],
  pos,
  vocalised: '',
  pieces: ending === '' ? [] : [{ kind: 'ending', written: ending } as Piece],
  features,
  trace: [],
  latin: null,
});

describe('the terms of a reading', () => {
  test.each([
    [
      'a verb',
      reading('verb', { form: '8', tense: 'perfect', voice: 'active', person: 3, gender: 'm', number: 'singular' }),
      ['tense.perfect', 'form.8', 'person.3', 'number.singular', 'gender.m'],
    ],
    [
      'a passive verb',
      reading('verb', { form: '1', tense: 'imperfect', voice: 'passive', mood: 'subjunctive' }),
      ['tense.imperfect', 'form.1', 'voice.passive', 'mood.subjunctive'],
    ],
    [
      'a broken plural',
      reading('noun', { number: 'plural', gender: 'f', broken: true, case: 'genitive', state: 'definite' }),
      ['plural.broken', 'gender.f', 'case.genitive', 'state.definite'],
    ],
    ['a sound plural', reading('noun', { number: 'plural', gender: 'm' }, 'ون'), ['plural.m']],
    ['a sound feminine plural', reading('noun', { number: 'plural', gender: 'f' }, 'ات'), ['plural.f']],
    ['a participle', reading('noun', { derived: 'active participle' }), ['derived.active']],
    ['a particle', reading('prep', { number: 'singular', gender: 'm', case: 'genitive' }), []],
  ])('%s', (_, given, terms) => {
    expect(termsOf(given)).toEqual(terms);
  });
});
