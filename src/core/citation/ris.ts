/** A reference as a RIS record (newspaper article), which EndNote, Zotero, Mendeley and their like read. */
import { isoOf, named, oneLine, type Reference, turned } from './reference.ts';

/** One record. Lines end with CR LF, as the format has it. */
export function toRis(reference: Reference): string {
  const { title, author, publisher, published, accessed, address, words } = reference;
  const lines: [string, string][] = [
    ['TY', 'NEWS'],
    ['ID', reference.id],
    ['TI', title.ar || title.en],
    ...(title.ar !== '' && title.en !== '' ? [['TT', title.en] as [string, string]] : []),
    ...(author ? [['AU', nameOf(author.name.ar || author.name.en, author.person)] as [string, string]] : []),
    ['T2', named(publisher, 'ar')],
    ...(published
      ? ([
          ['PY', String(published.year).padStart(4, '0')],
          ['DA', isoOf(published, '/')],
        ] as [string, string][])
      : []),
    ['UR', address],
    ['Y2', isoOf(accessed, '/')],
    ['LA', 'ar'],
    ...(words === '' ? [] : [['N1', words] as [string, string]]),
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}

/** A comma divides family and given name: a name that has one of its own keeps it as the Arabic one. */
function nameOf(name: string, person: boolean): string {
  const { family, given } = turned(name);
  if (!person || given === '' || /\p{Script=Arabic}/u.test(name)) return name.replaceAll(',', '،');
  return `${family.replaceAll(',', '،')}, ${given.replaceAll(',', '،')}`;
}
