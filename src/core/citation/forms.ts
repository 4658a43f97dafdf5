/**
 * What people paste: the same words bare, with a citation, as a message, or as Markdown. Each form is the whole text, ready
 * for the clipboard; what is shown before copying is this very text.
 */
import { isolated } from './isolate.ts';
import { quoted } from './quote.ts';

/** What is shared, in words. */
export interface Extract {
  /** Pieces of the text in their order, or the one name or word that is told about. */
  readonly pieces: readonly string[];
  /** What stands between the pieces: a line break between paragraphs, a mark of what was left out within one. */
  readonly between: string;
  /** Whether the pieces are words of the article, which stand in quotation marks. */
  readonly quotes: boolean;
  /** Who said it and how it was reported, or what the name or the word means; null where there is nothing to tell. */
  readonly told: string | null;
  /** The language of `told`. */
  readonly language: 'ar' | 'en';
}

/** The words alone. */
export const bareWords = ({ pieces, between }: Extract): string => pieces.join(between);

/** The words, and below them the citation in any of its styles. */
export const wordsWithCitation = (extract: Extract, citation: string): string =>
  [inMarks(extract), ...toldLine(extract), '', citation].join('\n');

/** A message: the words, whose they are, where they stand, and the link on a line of its own. */
export const messageOf = (extract: Extract, source: string, address: string): string =>
  [inMarks(extract), ...toldLine(extract), `— ${source}`, '', address].join('\n');

/** A block quotation with the source as a link. Nothing in the words is taken for markup. */
export function markdownOf(extract: Extract, source: string, address: string): string {
  const lines = inMarks(extract)
    .split('\n')
    .flatMap((line, place) => (place === 0 ? [line] : ['', line]));
  const told = extract.told === null ? [] : ['', escapeMarkdown(extract.told)];
  const quoted = [...lines.map(escapeMarkdown), ...told, '', `— [${escapeMarkdown(source)}](<${inBrackets(address)}>)`];
  return `${quoted.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n`;
}

/** One line whose every sign stands for itself. */
export const escapeMarkdown = (line: string): string =>
  line
    .replace(/[\\`*_[\]<>~|&#!$]/g, '\\$&')
    // Bare addresses become links by themselves in some kinds of Markdown: a colon or a dot is enough to stop that.
    .replace(/\b(https?|ftp)(:)/gi, '$1\\$2')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@')
    // What opens a list or an underlined heading, at the beginning of a line.
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/^\s+/, '');

const inBrackets = (address: string): string =>
  address.replace(/[<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const inMarks = (extract: Extract): string => (extract.quotes ? quoted(bareWords(extract), 'ar') : bareWords(extract));

const toldLine = ({ told, quotes, language }: Extract): string[] =>
  told === null ? [] : [quotes ? told : isolated(told, language)];
