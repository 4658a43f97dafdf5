/** What the tests use of citation-js, which ships no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Reads the text into CSL-JSON. */
      chain(text: string, options: { generateGraph: false; target?: string }): readonly Record<string, unknown>[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-csl';
