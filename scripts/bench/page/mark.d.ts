/** The part of mark.js we use; the package ships no types. */
declare module 'mark.js' {
  export interface MarkRange {
    readonly start: number;
    readonly length: number;
  }
  export default class Mark {
    constructor(context: HTMLElement);
    markRanges<Range extends MarkRange>(
      ranges: readonly Range[],
      options: { readonly each?: (element: HTMLElement, range: Range) => void; readonly done?: () => void },
    ): void;
  }
}
