/** Tables of numbers as the screen shows and a file keeps them: what a row or column stands for is data, not words. */
import type { EntityType } from '../article/article.ts';
import type { Bilingual } from '../bilingual.ts';
import type { QuotationKind, VerbClass } from '../quotation/quotation.ts';

export type Label =
  | { readonly kind: 'entity'; readonly name: Bilingual; readonly type: EntityType }
  /** Quotations whose speaker nobody can name. */
  | { readonly kind: 'nobody' }
  /** The article's own words, outside every quotation. */
  | { readonly kind: 'narrator' }
  | { readonly kind: 'quotationKind'; readonly value: QuotationKind }
  | { readonly kind: 'verbClass'; readonly value: VerbClass }
  /** `name` is null where the codebook does not know the tag. */
  | { readonly kind: 'tag'; readonly id: string; readonly name: string | null }
  | { readonly kind: 'untagged' }
  | { readonly kind: 'figure'; readonly value: Figure };

/** What a column of figures counts. */
export type Figure =
  | 'quotations'
  | 'words'
  | 'shareOfQuotations'
  | 'shareOfWords'
  | 'overt'
  | 'implied'
  | 'shareImplied';

/** `share` is a part from 0 to 1. */
export type Unit = 'count' | 'share';

export interface Column {
  /** Unlike every other in the table. */
  readonly key: string;
  readonly label: Label;
  readonly unit: Unit;
}

export interface Row {
  readonly key: string;
  readonly label: Label;
  /** One for each column. */
  readonly values: readonly number[];
}

export type TableId =
  | 'speakers'
  | 'kinds'
  | 'verbs'
  | 'tags'
  | 'voices'
  | 'speakerVerbs'
  | 'speakerEntities'
  | 'sources';

export interface Table {
  readonly id: TableId;
  readonly columns: readonly Column[];
  /** Greatest first column first. */
  readonly rows: readonly Row[];
  /** One for each column; null where rows overlap, so that a sum would say nothing. */
  readonly totals: readonly (number | null)[];
}

/** Rows in the order of a column; of equal ones the order they had stays. */
export function sortRows(rows: readonly Row[], column: number, direction: 'ascending' | 'descending'): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => sign * ((a.values[column] ?? 0) - (b.values[column] ?? 0)));
}
