import type { Piece } from '../../core/dictionary/answer.ts';

/** Letters that do not join the letter behind them. */
const LONE = /[اأإآٱدذرزوؤىةء]$/;
const MARKS = /[\u064b-\u0652\u0670]/g;

/**
 * A piece as it is written apart from its word: with a stroke at each side where it joins its neighbour (ـهُمْ, سَـ), as
 * grammars print it. `before` and `after` are the pieces beside it as they are written; null at the word's edge.
 */
export function apart(piece: Piece, before: Piece | null, after: Piece | null): string {
  // A piece that the spelling swallows has no letters of its own to join.
  if (piece.written === '') return piece.vocalised;
  const bare = (text: string) => text.replace(MARKS, '').replace(/ـ+$/, '');
  const joinsBefore =
    before !== null && before.written !== '' && !LONE.test(bare(before.written)) && !piece.written.startsWith('ء');
  const joinsAfter =
    after !== null && after.written !== '' && !LONE.test(bare(piece.written)) && !after.written.startsWith('ء');
  // A sign that belongs to the letter before it needs something to stand on.
  const stands = joinsBefore || MARKS.test(piece.vocalised.charAt(0));
  MARKS.lastIndex = 0;
  return `${stands ? 'ـ' : ''}${piece.vocalised}${joinsAfter ? 'ـ' : ''}`;
}
