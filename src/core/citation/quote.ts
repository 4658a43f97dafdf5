/**
 * Words between quotation marks, with the marks inside them turned into those of the second level, as each language has
 * them: «… ‹…› …» in Arabic (marks that turn with the text, as the curled ones do not), “… ‘…’ …” in English.
 */
export function quoted(words: string, language: 'ar' | 'en'): string {
  const [open, close] = language === 'ar' ? ['«', '»'] : ['“', '”'];
  return open + inner(words, language) + close;
}

function inner(words: string, language: 'ar' | 'en'): string {
  const [open, close] = language === 'ar' ? ['‹', '›'] : ['‘', '’'];
  return (
    words
      .replace(/[«“„]/g, open)
      .replace(/[»”]/g, close)
      // A straight mark opens after nothing or a space or a bracket, and closes anywhere else.
      .replace(/(^|[\s([{])"/g, (_, before: string) => before + open)
      .replaceAll('"', close)
  );
}
