/**
 * What somebody could put after the `#` of a link to an article, to break the page or whoever reads it. Each must open the
 * article, at most with the words that nothing was found: no fault, no breach of the content policy, no blank page.
 */
export interface HostileLink {
  readonly name: string;
  /** With the `#`. */
  readonly hash: string;
}

const MANY = 1_000_000;
const script = 'javascript:alert(1)';
const markup = '<img src=x onerror=alert(1)>';
const bidi = '\u202e\u2066\u200f\u202dgnp.exe';

/** A value in each of the fields that an address has. */
const everywhere = (name: string, value: string): HostileLink[] =>
  ['', 'q=', 'e=', 'g=', 'v=speakers&s=', 'v=about&o=', 'v=speakers&w=', 'v=', ':~:text='].map((field) => ({
    name: `${name} in ${field === '' ? 'a passage' : field}`,
    hash: `#${field}${value}`,
  }));

export const hostileLinks: readonly HostileLink[] = [
  ...everywhere('a script', script),
  ...everywhere('markup', markup),
  ...everywhere('encoded markup', encodeURIComponent(markup)),
  ...everywhere('letters that turn the line', bidi),
  ...everywhere('encoded letters that turn the line', encodeURIComponent(bidi)),
  ...everywhere('nothing', '%00'),
  ...everywhere('half a character', '\ud83d'),
  ...everywhere('half an encoded character', '%ED%A0%BD'),
  ...everywhere('a cut escape', '%E0%A4%A'),
  ...everywhere('escapes within escapes', `%${'25'.repeat(2000)}41`),
  ...everywhere('names of the language', '__proto__'),
  { name: 'fields named as the language’s own', hash: '#__proto__=1&constructor=2&toString=3&hasOwnProperty=4' },
  { name: 'huge word numbers', hash: '#p1.999999-999999~abcdefgh,p1.1-999999_abcdefgh' },
  { name: 'numbers beyond numbers', hash: `#p1.${'9'.repeat(400)}~abcdefgh` },
  { name: 'a huge mention', hash: '#e=shamkhani.999999' },
  { name: 'a mention before the first', hash: '#e=shamkhani.0' },
  { name: 'minus and fractions', hash: '#p1.-1~abcdefgh,p1.1.5~abcdefgh,p1.1e9~abcdefgh' },
  { name: 'a million letters', hash: `#${'a'.repeat(MANY)}` },
  { name: 'a million escapes', hash: `#q=${'%41'.repeat(MANY / 3)}` },
  { name: 'a million bare percents', hash: `#${'%'.repeat(MANY)}` },
  { name: 'a hundred thousand passages', hash: `#${'p1.1_abcdefgh,'.repeat(70_000)}` },
  { name: 'a hundred thousand fields', hash: `#${'q=q1&'.repeat(200_000)}` },
  { name: 'a million dots', hash: `#${'.'.repeat(MANY)}` },
  { name: 'a long name that is nearly one', hash: `#p${'1.'.repeat(40_000)}~abcdefg!` },
  { name: 'fifty of one common word', hash: `#:~:${'text=%D9%81%D9%8A-,%D8%B2&'.repeat(50)}` },
  { name: 'a hundred thousand directives', hash: `#:~:${'text=a&'.repeat(140_000)}` },
  { name: 'a directive that is all commas', hash: `#:~:text=${','.repeat(60_000)}` },
  { name: 'a directive that is all hyphens', hash: `#:~:text=${'-'.repeat(60_000)}` },
  { name: 'a directive in a directive', hash: '#:~:text=:~:text=:~:text=' },
  { name: 'a very long directive', hash: `#:~:text=${'a%20'.repeat(10_000)}` },
];
