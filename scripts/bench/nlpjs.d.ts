/** The one class that the bench takes of a package without types. */
declare module '@nlpjs/lang-ar' {
  export class StemmerAr {
    stemWord(word: string): string;
  }
}
