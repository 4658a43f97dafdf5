import type { TextRange } from '../../core/text/range.ts';

/** What is shared: passages of the text, or what the annotation knows by a name. */
export type ShareSubject =
  | { readonly kind: 'passage'; readonly ranges: readonly TextRange[] }
  | { readonly kind: 'quotation'; readonly id: string }
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'glossary'; readonly id: string };
