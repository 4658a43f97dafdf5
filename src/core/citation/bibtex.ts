/**
 * A reference as a BibTeX entry: `@online` with the fields of biblatex (Biber, XeLaTeX or LuaLaTeX for Arabic letters), and
 * `year`, which the older BibTeX looks for.
 */
import { isoOf, named, type Reference, turned } from './reference.ts';

/** One entry and a line break. */
export function toBibtex(reference: Reference): string {
  const { title, author, publisher, published, accessed, address, words } = reference;
  const fields: [string, string][] = [
    ...(author ? [['author', nameOf(author.name.ar || author.name.en, author.person)] as [string, string]] : []),
    ['title', `{${escapeTex(title.ar || title.en)}}`],
    ...(title.ar !== '' && title.en !== '' ? [['titleaddon', `{${escapeTex(title.en)}}`] as [string, string]] : []),
    ['organization', `{${escapeTex(named(publisher, 'ar'))}}`],
    ...(published
      ? ([
          ['date', isoOf(published)],
          ['year', String(published.year)],
        ] as [string, string][])
      : []),
    ['url', addressOf(address)],
    ['urldate', isoOf(accessed)],
    ['langid', 'arabic'],
    ...(words === '' ? [] : [['annotation', `{${escapeTex(words)}}`] as [string, string]]),
  ];
  return `@online{${reference.id},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/** A body's name in braces of its own, which "and" and commas inside do not divide. */
function nameOf(name: string, person: boolean): string {
  const { family, given } = turned(name);
  // An Arabic name is not turned round in print: it is kept whole, in its own order.
  if (!person || given === '' || /\p{Script=Arabic}/u.test(name)) return `{${escapeTex(name)}}`;
  return `{${escapeTex(family)}}, {${escapeTex(given)}}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // Not \{: BibTeX counts braces whether or not a backslash stands before them.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '`': '\\textasciigrave{}',
};

/** The text as TeX prints it letter for letter: two hyphens or apostrophes in a row are kept from becoming one sign. */
export const escapeTex = (text: string): string =>
  text
    .replace(/[\\{}$&#%_^~`]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/([-'])(?=\1)/g, '$1{}')
    // `, and ' after a mark, are ligatures with it.
    .replace(/([,?!<>])(?=\1)/g, '$1{}');

/** An address is read letter for letter by biblatex: only what would end the field is written another way. */
const addressOf = (address: string): string =>
  address.replace(/[{}\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
