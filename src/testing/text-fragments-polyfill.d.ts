/** The part of the polyfill that the tests hold ours against; the package brings no types. */
declare module 'text-fragments-polyfill/text-fragment-utils' {
  interface TextFragment {
    readonly prefix: string;
    readonly textStart: string;
    readonly textEnd: string;
    readonly suffix: string;
  }
  export function getFragmentDirectives(hash: string): { text?: string[] };
  export function parseFragmentDirectives(directives: { text?: string[] }): { text?: TextFragment[] };
  /** The first two places that the fragment may mean. */
  export function processTextFragmentDirective(fragment: TextFragment, document: Document, root: Element): Range[];
  export const forTesting: {
    isWordBounded(text: string, start: number, length: number, segmenter: Intl.Segmenter): boolean;
  };
}
