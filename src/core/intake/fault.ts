/** The bounds of what is taken in: `bytes` of a file, `units` (UTF-16) and `blocks` of the text in it; of a zip, its `entries` and what they unfold to. */
export const INTAKE_LIMITS = {
  bytes: 16_000_000,
  units: 2_500_000,
  unfolded: 32_000_000,
  entries: 5_000,
  blocks: 100_000,
} as const;

/**
 * Why a text could not be taken in.
 * - `empty`      there is nothing in it that could be read
 * - `binary`     a picture, a program, a spreadsheet: no text
 * - `pdf`, `oldWord`  documents of kinds that cannot be read here; their text can be copied
 * - `notArabic`  mostly another script, or another language of the Arabic script
 * - `tooLarge`   more than {@link INTAKE_LIMITS} allow, packed or unpacked
 * - `damaged`    a file of a known kind that is broken
 * - `noArticle`  a page or a JSON file in which no article was found
 */
export interface IntakeFault {
  readonly kind: 'empty' | 'binary' | 'pdf' | 'oldWord' | 'notArabic' | 'tooLarge' | 'damaged' | 'noArticle';
  /** For the person who has to mend the file; may be empty. Never markup. */
  readonly detail: string;
}

export const fault = (kind: IntakeFault['kind'], detail = ''): IntakeFault => ({ kind, detail: detail.slice(0, 200) });
