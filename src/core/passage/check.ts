import type { Quotation } from '../quotation/quotation.ts';
import { codeOf } from './code.ts';
import { articleWords } from './words.ts';

/** How many letters a code has in links that are made now; those of quotations had three once, the first of these five. */
export const LETTERS = 5;

/**
 * The code of what a quotation says: a link to a quotation carries it, so that a link to q7 is not silently answered with
 * another quotation that has come to be called q7.
 */
export const checkOf = ({ contents }: Pick<Quotation, 'contents'>): string =>
  codeOf(articleWords(contents.map(({ block, words }) => ({ id: block, text: words }))), LETTERS);

export type QuotationFinding =
  | { readonly kind: 'exact' | 'moved' | 'changed'; readonly id: string }
  | { readonly kind: 'gone' };

/**
 * The quotation that a link means: the one of that name where it still says the same (`exact`); else the only one that
 * does (`moved`); else the one of that name, whose words are others now (`changed`).
 */
export function findQuotation(
  quotations: readonly Pick<Quotation, 'id' | 'contents'>[],
  id: string,
  check: string | undefined,
): QuotationFinding {
  const named = quotations.find((quotation) => quotation.id === id);
  if (named && (check === undefined || checkOf(named).startsWith(check))) return { kind: 'exact', id };
  const alike = check === undefined ? [] : quotations.filter((quotation) => checkOf(quotation).startsWith(check));
  if (alike.length === 1 && alike[0]) return { kind: 'moved', id: alike[0].id };
  return named ? { kind: 'changed', id } : { kind: 'gone' };
}
