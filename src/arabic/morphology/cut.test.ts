import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLexicon } from './compact.ts';
import { cutWord } from './cut.ts';
import { prefixList } from './clitics.ts';
import { type Ending, endingsOf, IMPERFECT, NOUN, type Suffix, suffixes } from './endings.ts';
import { expand, type Stem, writtenOf } from './lexicon.ts';
import { personFits } from './cut.ts';

const [data = ''] = Object.values(
  import.meta.glob<string>('../../../public/data/lexicon/lexicon.txt', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const { entries, bands } = readLexicon(data);
const lexicon = expand(entries, bands);
const stems: Stem[] = [];
for (const first of lexicon.stems.values())
  for (let stem: Stem | null = first; stem; stem = stem.next) stems.push(stem);
const allSuffixes: readonly (readonly Suffix[])[] = suffixes.map((map) => [...map.values()].flat());

describe('whatever the tables join, the analyser takes apart again', () => {
  test('a stem with any ending and pronoun that it takes, and a prefix of its kind', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (a, b, c) => {
        const stem = stems[a % stems.length] as Stem;
        const taken = (allSuffixes[stem.kind] as readonly Suffix[]).filter(({ bit }) => (stem.mask & bit) !== 0);
        const suffix = taken[b % Math.max(1, taken.length)];
        if (!suffix) return;
        const before = prefixList.filter((prefix) => {
          if (((prefix.kinds >> stem.kind) & 1) === 0 || prefix.swallowed || prefix.runOn || prefix.article)
            return false;
          if (prefix.preposition) return false;
          const ending = (endingsOf[stem.kind] as readonly Ending[])[suffix.ending] as Ending;
          return stem.kind !== IMPERFECT || personFits(prefix.person, ending);
        });
        const prefix = before[c % Math.max(1, before.length)];
        if (!prefix) return;
        const word = prefix.written + writtenOf(stem) + suffix.written;
        const found = cutWord(lexicon, word).some(
          (cut) => cut.stem.lemma === stem.lemma && cut.strain === 0 && cut.prefix.written === prefix.written,
        );
        expect(found ? '' : word).toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  test('after the article a noun has no pronoun, no tanwin and no ending of the construct', () => {
    for (const word of ['الكتابه', 'المسؤولو', 'الكتابها'])
      for (const { prefix, suffix, stem } of cutWord(lexicon, word))
        if (prefix.article && stem.kind === NOUN) expect(suffix.pronoun).toBe(-1);
  });

  test('a very long word has no cut, and does not take long', () => {
    expect(cutWord(lexicon, 'و'.repeat(500))).toEqual([]);
  });
});
