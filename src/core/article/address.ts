/**
 * Where a reader is inside an article, as the part of the address after `#`.
 *
 *   a/shamkhani-mamlouk/#e=shamkhani.3            the third mention of an entity, its card open; shamkhani.3~Zk2aQ in a link
 *                                                 that is sent: the words there, as a code
 *   a/shamkhani-mamlouk/#p7.3-9~Zk2aQ0xB          a passage (core/passage); several, with commas between them
 *   a/shamkhani-mamlouk/#q=q7                     a quotation; q7~Zk2 in a link that is sent: what was said, as a code
 *   a/shamkhani-mamlouk/#g=hudna                  a glossary word (at its first occurrence); with number and code like e=
 *   a/shamkhani-mamlouk/#d=p7.3                   the dictionary's card at the third word of a block
 *   …#v=speakers&s=mamlouk&k=indirect&c=assert    the panel and its filters
 *   …#v=about&o=aleppo                            what is said about an entity
 *
 * Keys are single letters, so that an address stays short; passages have no key at all.
 * The part after `#` never reaches a server. What cannot be read is left out, never an error: an old or mangled link
 * still opens its article.
 */
import { readPassage } from '../passage/passage.ts';
import type { QuotationKind, VerbClass } from '../quotation/quotation.ts';

export type Focus =
  /** `place`: which mention or occurrence, from 0; `check`: the code of its words when the link was made, where it has one. */
  | { readonly kind: 'entity'; readonly id: string; readonly place: number; readonly check?: string }
  | { readonly kind: 'glossary'; readonly id: string; readonly place: number; readonly check?: string }
  /** A word in the dictionary: `id` is the block's, `place` the word's number in it (core/dictionary/words), from 0. */
  | { readonly kind: 'word'; readonly id: string; readonly place: number }
  /** `check`: the code of the quotation's words when the link was made (core/passage/check), where the link has one. */
  | { readonly kind: 'quotation'; readonly id: string; readonly check?: string };

export interface QuotationFilter {
  readonly speaker: string | null;
  readonly kind: QuotationKind | null;
  readonly verb: VerbClass | null;
  readonly query: string;
}

export type PanelView = 'speakers' | 'about';

export interface PanelPlace extends QuotationFilter {
  readonly view: PanelView;
  /** The entity spoken about, in the `about` view. */
  readonly about: string | null;
}

export interface Place {
  /** Passage links, each of the form that core/passage reads; empty for most places. */
  readonly passages: readonly string[];
  readonly focus: Focus | null;
  /** Null: the panel as it is by itself (closed on a phone, by speaker and unfiltered beside the text on a desktop). */
  readonly panel: PanelPlace | null;
}

export const NOWHERE: Place = { passages: [], focus: null, panel: null };
export const OPEN_PANEL: PanelPlace = {
  view: 'speakers',
  about: null,
  speaker: null,
  kind: null,
  verb: null,
  query: '',
};

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const QUERY_LENGTH = 200;
const MOST_PASSAGES = 50;

/** Reads the part after `#`, with or without it. `knows` says which filter values exist. */
export function readPlace(hash: string, knows: { kinds: readonly string[]; verbs: readonly string[] }): Place {
  const fields = readFields(hash.replace(/^#/, '').replace(/:~:.*$/, ''));
  const id = (key: string) => {
    const value = fields.get(key);
    return value !== undefined && ID.test(value) ? value : null;
  };
  const numbered = (kind: 'entity' | 'glossary' | 'word', key: string): Focus | null => {
    // The number is taken off first: it does not count against the length of the id.
    const [, name = '', number = '1', check] =
      /^(.+?)(?:\.(\d{1,6})(?:~([A-Za-z0-9]{5}))?[^A-Za-z0-9]*)?$/.exec(fields.get(key) ?? '') ?? [];
    if (!ID.test(name)) return null;
    const place = Math.max(0, Number(number) - 1);
    return kind === 'word' || check === undefined ? { kind, id: name, place } : { kind, id: name, place, check };
  };
  const [, quotation = '', check] =
    /^(.+?)(?:~([A-Za-z0-9]{5}|[A-Za-z0-9]{3})[^A-Za-z0-9]*)?$/.exec(fields.get('q') ?? '') ?? [];
  const focus: Focus | null =
    (ID.test(quotation) ? { kind: 'quotation', id: quotation, ...(check === undefined ? {} : { check }) } : null) ??
    numbered('entity', 'e') ??
    numbered('glossary', 'g') ??
    numbered('word', 'd');
  const view = fields.get('v');
  const one = <Value extends string>(key: string, known: readonly string[]) => {
    const value = fields.get(key);
    return value !== undefined && known.includes(value) ? (value as Value) : null;
  };
  const panel: PanelPlace | null =
    view === 'speakers' || view === 'about'
      ? {
          view,
          about: id('o'),
          speaker: id('s'),
          kind: one<QuotationKind>('k', knows.kinds),
          verb: one<VerbClass>('c', knows.verbs),
          query: whole((fields.get('w') ?? '').slice(0, QUERY_LENGTH)),
        }
      : null;
  // A link at the end of a sentence may have taken its full stop along, or the sign that closes an isolate.
  const passages = (fields.get('') ?? '')
    .split(',')
    .map((link) => link.replace(/[^A-Za-z0-9]+$/, ''))
    .filter((link) => readPassage(link) !== null);
  return { passages: passages.slice(0, MOST_PASSAGES), focus, panel };
}

/** key=value&key=value; the first of a key counts, and what cannot be decoded is left out. What has no key is under "". */
function readFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const field of text.split('&')) {
    const at = field.indexOf('=');
    const key = field.slice(0, Math.max(0, at));
    if (field === '' || at === 0 || fields.has(key)) continue;
    try {
      fields.set(key, decodeURIComponent(field.slice(at + 1)));
    } catch {
      // A link cut short in the middle of a letter: the rest of it still counts.
    }
  }
  return fields;
}

/** The part after `#`, without it; empty for {@link NOWHERE}. `readPlace(writePlace(p))` is `p`. */
export function writePlace({ passages, focus, panel }: Place): string {
  const fields: string[] = passages.length === 0 ? [] : [passages.join(',')];
  const add = (key: string, value: string | null) => {
    if (value !== null && value !== '') fields.push(`${key}=${encodeURIComponent(whole(value))}`);
  };
  if (focus?.kind === 'quotation') add('q', focus.check === undefined ? focus.id : `${focus.id}~${focus.check}`);
  if (focus?.kind === 'entity' || focus?.kind === 'glossary') {
    const check = focus.check === undefined ? '' : `~${focus.check}`;
    add(focus.kind === 'entity' ? 'e' : 'g', `${focus.id}.${focus.place + 1}${check}`);
  }
  if (focus?.kind === 'word') add('d', `${focus.id}.${focus.place + 1}`);
  if (panel) {
    add('v', panel.view);
    add('o', panel.about);
    add('s', panel.speaker);
    add('k', panel.kind);
    add('c', panel.verb);
    add('w', panel.query);
  }
  return fields.join('&');
}

/** Without halves of surrogate pairs, which `encodeURIComponent` throws at: a query cut at its length may end in one. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '');
