/** A text in the two languages of the interface. Arabic is the source. */
export interface Bilingual {
  readonly ar: string;
  readonly en: string;
}
