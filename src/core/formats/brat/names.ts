import type { EntityType } from '../../article/article.ts';

/** What brat calls each kind of entity. */
export const entityNames: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  event: 'Event',
  group: 'Group',
  date: 'Date',
  work: 'Work',
};

/** The register under which an entity's own id stands among the normalisations. */
export const OWN = 'Isnad';

/** A text as one field of a line: its line ends and tabs written as two characters each, and back. */
export const escapeLine = (text: string): string =>
  text.replace(/[\\\n\r\t]/g, (letter) =>
    letter === '\\' ? '\\\\' : letter === '\n' ? '\\n' : letter === '\r' ? '\\r' : '\\t',
  );

export const unescapeLine = (text: string): string =>
  text.replace(/\\([\\nrt])/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter === 't' ? '\t' : '\\',
  );

/** The words of a text-bound line: its stretches with a space between, and no line end within. */
export const wordsOf = (text: string, spans: readonly { start: number; end: number }[]): string =>
  spans.map(({ start, end }) => text.slice(start, end).replace(/[\n\r\u2028\u2029\u0085\v\f]/g, ' ')).join(' ');
