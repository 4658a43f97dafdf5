/**
 * A reference as text, as three handbooks have it (APA 7, MLA 9, Chicago 17 as a note), in English and in Arabic.
 *
 * English: the title stands in its own letters with its translation in brackets. Arabic keeps each handbook's order with the
 * habits of Arabic print: names are not turned round, titles stand in «», the comma is ، and months are written out.
 * What is missing: APA writes (n.d.) or (د.ت.); MLA and Chicago leave the date out, and the day of reading, which they
 * give only then in Chicago, tells the version. Without an author the title goes first. A body that wrote and published is
 * named once: as the author in APA, as the publisher in MLA; Chicago has it twice.
 */
import type { CitationStyle } from './choices.ts';
import { isolated } from './isolate.ts';
import { quoted } from './quote.ts';
import { type Author, type Day, named, READER, type Reference, turned } from './reference.ts';

export type CitationLanguage = 'ar' | 'en';

interface Manner {
  readonly style: CitationStyle;
  readonly language: CitationLanguage;
  /** Of Arabic citations; English ones are always written with European digits. */
  readonly digits: 'arab' | 'latn';
}

/** One line, ready to be pasted: runs of the other direction are isolated. */
export function cite(reference: Reference, { style, language, digits }: Manner): string {
  return language === 'ar' ? inArabic(reference, style, digits) : inEnglish(reference, style);
}

function inArabic(reference: Reference, style: CitationStyle, digits: 'arab' | 'latn'): string {
  const say = (text: string) => isolated(text, 'ar');
  const date = (day: Day, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(`ar-u-nu-${digits}`, { ...parts, timeZone: 'UTC' }).format(timeOf(day));
  const whole = (day: Day) => date(day, { dateStyle: 'long' });
  const title = named(reference.title, 'ar');
  const author = reference.author && say(named(reference.author.name, 'ar'));
  const publisher = say(named(reference.publisher, 'ar'));
  const { published, accessed, address } = reference;
  const read = `تاريخ الاطلاع: ${whole(accessed)}`;
  switch (style) {
    case 'apa': {
      const day = published
        ? `(${date(published, { year: 'numeric' })}، ${date(published, { day: 'numeric', month: 'long' })})`
        : '(د.ت.)';
      const source = author === publisher ? [] : [publisher];
      const first = author === null ? [ended(say(title)), `${day}.`] : [ended(author), `${day}.`, ended(say(title))];
      return [...first, ...source.map(ended), address].join(' ');
    }
    case 'mla': {
      const place = [publisher, ...(published ? [whole(published)] : []), address].join('، ');
      return [
        ...(author === null || author === publisher ? [] : [ended(author)]),
        `${quoted(say(title), 'ar')}.`,
        `${place}.`,
        `${read}.`,
      ].join(' ');
    }
    case 'chicago': {
      const told = [...(author === null ? [] : [author]), quoted(say(title), 'ar'), publisher];
      const day = published ? [whole(published)] : [read];
      return `${[...told, ...day, address].join('، ')}.`;
    }
  }
}

function inEnglish(reference: Reference, style: CitationStyle): string {
  const say = (text: string) => isolated(text, 'en');
  const { title, author, published, accessed, address } = reference;
  const translated = title.ar !== '' && title.en !== '' && title.ar !== title.en ? ` [${title.en}]` : '';
  const original = title.ar || title.en;
  const publisher = say(named(reference.publisher, 'en'));
  const month = (day: Day, length: 'long' | 'short') =>
    length === 'long' ? MONTHS[day.month - 1] : (SHORT[day.month - 1] ?? MONTHS[day.month - 1]);
  switch (style) {
    case 'apa': {
      const day = published ? `(${published.year}, ${month(published, 'long')} ${published.day})` : '(n.d.)';
      const name = say(original) + translated;
      const writer = author && say(initialled(author));
      const first = writer === null ? [ended(name), `${day}.`] : [ended(writer), `${day}.`, ended(name)];
      const source = publishes(reference) ? [] : [ended(publisher)];
      return [...first, ...source, address].join(' ');
    }
    case 'mla': {
      const written = (day: Day) => `${day.day} ${month(day, 'short')} ${day.year}`;
      const name =
        translated === '' ? quoted(`${say(original)}.`, 'en') : `${quoted(say(original), 'en')}${translated}.`;
      const place = [publisher, ...(published ? [written(published)] : []), address].join(', ');
      const writer = author && !publishes(reference) ? say(listed(author)) : null;
      return [...(writer === null ? [] : [ended(writer)]), name, `${place}.`, `Accessed ${written(accessed)}.`].join(
        ' ',
      );
    }
    case 'chicago': {
      const written = (day: Day) => `${month(day, 'long')} ${day.day}, ${day.year}`;
      const writer = author ? [say(named(author.name, 'en'))] : [];
      const name =
        translated === '' ? quoted(`${say(original)},`, 'en') : `${quoted(say(original), 'en')}${translated},`;
      const place = [publisher, published ? written(published) : `accessed ${written(accessed)}`, address].join(', ');
      return `${[...writer.map((text) => `${text},`), name, place].join(' ')}.`;
    }
  }
}

/** What a message names as its source: «title», publisher, date. */
export function sourceLine(reference: Reference, language: CitationLanguage, day: string | null): string {
  const comma = language === 'ar' ? '، ' : ', ';
  const title = language === 'en' && reference.title.en !== '' ? reference.title.en : reference.title.ar;
  const publisher = named(reference.publisher, language);
  return [
    quoted(isolated(title, language), language),
    ...(publisher === named(READER, language) ? [] : [isolated(publisher, language)]),
    ...(day === null ? [] : [day]),
  ].join(comma);
}

/** Whether the author is the publisher too. */
const publishes = ({ author, publisher }: Reference): boolean =>
  author !== null && named(author.name, 'en') === named(publisher, 'en');

const ended = (text: string): string => (/[.?!؟][\u2069”»›’]*$/u.test(text) ? text : `${text}.`);

/** "al-Akrami, M." */
function initialled({ name, person }: Author): string {
  const written = named(name, 'en');
  if (!person || name.en === '') return written;
  const { family, given } = turned(written);
  const initials = given
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `${[...word.replace(/^[^\p{L}]+/u, '')][0]?.toUpperCase() ?? ''}.`);
  return initials.length === 0 ? family : `${family}, ${initials.join(' ')}`;
}

/** "al-Akrami, Maysoun" */
function listed({ name, person }: Author): string {
  const written = named(name, 'en');
  if (!person || name.en === '') return written;
  const { family, given } = turned(written);
  return given === '' ? family : `${family}, ${given}`;
}

const timeOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** As MLA shortens them; May, June and July are whole. */
const SHORT = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
