/** A codebook: the tags of a project, in groups, with what a tagger must know of each and what may not be left out. */

/** Colours that are told apart by readers of every kind of colour vision (Okabe and Ito, 2008), by name. */
export const tagColours = ['black', 'orange', 'sky', 'green', 'yellow', 'blue', 'vermilion', 'purple'] as const;
export type TagColour = (typeof tagColours)[number];

export interface TagGroup {
  readonly id: string;
  readonly name: string;
  /** At most one tag of the group on one annotation. */
  readonly exclusive: boolean;
  /** At least one tag of the group on each annotation that its tags are for. */
  readonly required: boolean;
}

export type Taggable = 'quotation' | 'mention';

export interface Tag {
  readonly id: string;
  /** The group's id. */
  readonly group: string;
  readonly name: string;
  readonly colour: TagColour;
  /** One key, as `KeyboardEvent.key` gives it, lower case: an Arabic or Latin letter or a European digit; or null. */
  readonly shortcut: string | null;
  /** When to use it and when not, with examples; plain text. */
  readonly guidelines: string;
  readonly on: readonly Taggable[];
}

/** Fields of a quotation that a project may require. */
export const requirable = ['cue', 'source', 'speaker', 'addressee', 'about', 'note'] as const;
export type Requirable = (typeof requirable)[number];

export interface Codebook {
  readonly format: 'isnad-codebook';
  readonly version: 1;
  readonly id: string;
  readonly name: string;
  /** What holds for the whole project; plain text. */
  readonly guidelines: string;
  readonly groups: readonly TagGroup[];
  readonly tags: readonly Tag[];
  readonly required: readonly Requirable[];
  /** ISO 8601 date and time. */
  readonly modified: string;
}

/** Latin letters that are the workbench's own keys (features/tagging/keys): a tag with one of them is not heard. */
export const OWN_KEYS: ReadonlySet<string> = new Set('abcdefjlnopqsuvwx');
