import type { Met } from '../core/wordlist/word.ts';

/** A word that was met: مُحادَثاتٌ in a sentence of its own, unless told otherwise. */
export function buildMet(change: Partial<Met> = {}, lemma: Partial<Met['reading']['lemma']> = {}): Met {
  const sentence = 'قال الوزير إنّ المحادثاتِ تبدأ غدًا.';
  const start = sentence.indexOf('المحادثات');
  return {
    article: { id: 'ceasefire', title: 'الهدنة' },
    range: { block: 'p2', start: start + 10, end: start + 20, words: 'المحادثاتِ' },
    number: 3,
    sentence: { block: 'p2', start: 10, end: 10 + sentence.length, words: sentence },
    reading: {
      vocalised: change.range?.words ?? 'المُحادَثاتِ',
      latin: null,
      lemma: {
        id: 1,
        lemma: 'مُحادَثَة',
        root: 'ح د ث',
        pos: 'noun',
        english: ['talk', 'conversation'],
        arabic: 'حوار',
        topic: null,
        band: 5,
        plurals: [],
        feminine: null,
        verb: null,
        ...lemma,
      },
    },
    ...change,
  };
}
