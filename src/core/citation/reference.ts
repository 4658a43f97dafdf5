/**
 * What a citation is made of, taken from an article: who wrote it, what it is called, who published it, when, and where it is
 * read. The styles (styles.ts) and the files of reference managers (bibtex.ts, ris.ts, csl.ts) all start from here.
 */
import type { ArticleLookup } from '../article/lookup.ts';
import type { Bilingual } from '../bilingual.ts';

/** A day as it was printed; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Author {
  readonly name: Bilingual;
  /** A person's name is turned round where a style asks for it; a body's never is. */
  readonly person: boolean;
}

export interface Reference {
  /** ASCII: the article's own. */
  readonly id: string;
  /** One line each; the English one is empty where there is none. */
  readonly title: Bilingual;
  /** The author, else the agency that wrote the report, else null. */
  readonly author: Author | null;
  /** The outlet that printed it, else the reader that it is read in: never empty. */
  readonly publisher: Bilingual;
  /** Null where the article gives no date. */
  readonly published: Day | null;
  /** The day it was read. */
  readonly accessed: Day;
  readonly address: string;
  /** The words that are cited, one line; empty where the article as a whole is. */
  readonly words: string;
}

export const READER: Bilingual = { ar: 'إسناد', en: 'Isnād' };

interface Reading {
  readonly address: string;
  readonly accessed: Day;
  readonly words: string;
}

/** The reference of an article, or of words in it. */
export function referenceOf(lookup: ArticleLookup, { address, accessed, words }: Reading): Reference {
  const { article } = lookup;
  const link = (...roles: readonly string[]) => {
    const found = article.chain.findLast(({ role }) => roles.includes(role));
    const name = found && lookup.entity(found.entity)?.name;
    return name ? flat(name) : null;
  };
  const agency = link('agency');
  const { author } = article;
  const bodies = article.entities.filter(({ type }) => type === 'organization' || type === 'group');
  const body = author !== null && bodies.some(({ name }) => name.ar === author.ar || name.en === author.en);
  return {
    id: article.id,
    title: flat(article.title),
    author:
      author !== null && flat(author).ar !== ''
        ? { name: flat(author), person: !body }
        : agency
          ? { name: agency, person: false }
          : null,
    publisher: link('outlet', 'publisher') ?? READER,
    published: article.published === null ? null : readDay(article.published),
    accessed,
    address,
    words: oneLine(words),
  };
}

/** The day of an ISO 8601 date or date and time, as printed, in no other time zone; null where it is not one. */
function readDay(iso: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

/** White space of every kind, line breaks too, as single spaces; what only controls how text runs is left out. */
export const oneLine = (text: string): string =>
  text
    // Control characters and halves of surrogate pairs say nothing, and no file format carries them; an override or an
    // isolate left open would turn round whatever the text is pasted into.
    .replace(/[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const flat = ({ ar, en }: Bilingual): Bilingual => ({ ar: oneLine(ar), en: oneLine(en) });

/** The name in this language, or in the other where there is none. */
export const named = (name: Bilingual, language: 'ar' | 'en'): string =>
  language === 'en' ? name.en || name.ar : name.ar || name.en;

/** A person's name in Latin letters as "family, given": "al-" and its like stay with the family name. */
export function turned(name: string): { readonly family: string; readonly given: string } {
  const words = name.split(' ');
  let from = words.length - 1;
  // "Ibn Sina", "bin Abdulaziz", "de Gaulle": small words before the last one belong to it.
  while (from > 0 && /^(?:al|el|ibn|bin|bint|ben|abu|umm|de|von|van)$/i.test(words[from - 1] ?? '')) from--;
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') };
}

export const isoOf = ({ year, month, day }: Day, between = '-'): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(between);
