/** From what was taken in to an article that nothing is said about yet. */
import type { Article, Block } from '../article/article.ts';
import { ownId } from '../article/own.ts';
import { sentencesOf } from '../text/words.ts';

export interface Described {
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

const TITLE = 120;
const SUMMARY = 240;

/**
 * An article of this text, without annotations. `today` is an ISO 8601 date. Title and summary are the text's own words:
 * the headline, or else its first words; its first sentence.
 */
export function bareArticle(id: string, today: string, { blocks, title, author, published, url }: Described): Article {
  const prose = blocks.find(({ type }) => type === 'paragraph' || type === 'lede') ?? blocks[0];
  const [sentence] = sentencesOf(prose?.text.slice(0, 2000) ?? '');
  const first = prose && sentence ? prose.text.slice(sentence.start, sentence.end) : '';
  return {
    format: 'isnad-article',
    version: 1,
    id,
    language: 'ar',
    origin: 'reproduced',
    level: 'advanced',
    topics: [],
    title: { ar: shorten(title ?? first, TITLE), en: '' },
    summary: { ar: shorten(first, SUMMARY), en: '' },
    notice: null,
    author: author === null ? null : { ar: author, en: '' },
    published,
    original: url === null ? null : { url },
    revision: 1,
    revised: today,
    blocks,
    entities: [],
    mentions: [],
    quotations: [],
    glossary: [],
    chain: [],
  };
}

/** At a word's end, with a sign that there was more. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return `${text.slice(0, cut > most / 2 ? cut : most).replace(/[\p{Surrogate}\p{P}\s]+$/u, '')}…`;
}

/** An id for a reader's own text, the same for the same text: twelve letters or digits after what marks it as such. */
export function textId(text: string): string {
  // Two hashes after FNV-1a: no secret, only a name.
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) + at;
  }
  const part = (value: number) => (value >>> 0).toString(36).padStart(7, '0').slice(-6);
  return ownId(part(a) + part(b));
}
