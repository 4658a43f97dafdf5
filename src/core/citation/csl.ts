/** A reference as CSL-JSON, the data of the Citation Style Language. */
import { type Day, named, type Reference, turned } from './reference.ts';

interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** The fields of CSL 1.0.2 that a reference of ours fills. */
interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'container-title': string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly accessed: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL: string;
  readonly language: 'ar';
  readonly note?: string;
  readonly annote?: string;
}

function toCsl(reference: Reference): CslItem {
  const { title, author, publisher, published, accessed, address, words } = reference;
  return {
    id: reference.id,
    type: 'article-newspaper',
    title: title.ar || title.en,
    ...(author ? { author: [nameOf(author.name.ar || author.name.en, author.person)] } : {}),
    'container-title': named(publisher, 'ar'),
    ...(published ? { issued: dateOf(published) } : {}),
    accessed: dateOf(accessed),
    URL: address,
    language: 'ar',
    // CSL has no field for a translated title: Zotero and Juris-M read such lines of the note.
    ...(title.ar !== '' && title.en !== '' ? { note: `translated-title: ${title.en}` } : {}),
    ...(words === '' ? {} : { annote: words }),
  };
}

/** A file holds a list, of one. */
export const toCslJson = (reference: Reference): string => `${JSON.stringify([toCsl(reference)], null, 2)}\n`;

const dateOf = ({ year, month, day }: Day) => ({ 'date-parts': [[year, month, day]] });

function nameOf(name: string, person: boolean): CslName {
  const { family, given } = turned(name);
  if (!person || given === '' || /\p{Script=Arabic}/u.test(name)) return { literal: name };
  return { family, given };
}
