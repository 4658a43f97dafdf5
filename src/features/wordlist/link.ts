import { NOWHERE } from '../../core/article/address.ts';
import type { WordPlace } from '../../core/wordlist/word.ts';
import { linkTo } from '../../session/place.ts';

/** The address of a word in its text, whole. */
export const linkOf = ({ article, range, number }: WordPlace): string =>
  linkTo(article, { ...NOWHERE, focus: { kind: 'word', id: range.block, place: number } });

/** The same within this site: path, search and what stands after `#`. */
export function addressOf(place: WordPlace): string {
  const { pathname, search, hash } = new URL(linkOf(place));
  return pathname + search + hash;
}
