const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** What a reader sees as single letters: marks stay with the letters that bear them. */
export const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
