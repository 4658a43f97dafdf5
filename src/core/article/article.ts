/**
 * The article as Isnād keeps it: its text in blocks, and everything said about that text as ranges into those blocks.
 *
 * Why it is shaped so:
 * - The text is never touched. It stands once, letter for letter as published, and every annotation points into it; two
 *   annotations may overlap in any way, which a tree of elements could not express.
 * - Every range carries its exact words ({@link TextRange}), so that an edited text is noticed, not silently misread.
 * - A speaker without a name is an entity too (`named: false`): who spoke, who was spoken to and who was spoken about are
 *   one kind of identifier, and a "security source" can be followed through an article like a minister.
 * - A quotation has pieces (`contents`), because news interrupts its quotations: «…», said the minister, «…».
 * - What the reader sees stated of an attribution (`provenance`, `reason`) is part of the data, not of the screen.
 */
import type { TextRange } from '../text/range.ts';
import type { Bilingual } from '../bilingual.ts';
import type { Quotation } from '../quotation/quotation.ts';
import type { Transmission } from '../quotation/transmission.ts';
import type { GlossaryEntry } from '../glossary/glossary.ts';

export type BlockType = 'headline' | 'dateline' | 'lede' | 'section' | 'paragraph' | 'source' | 'reference';

export interface Block {
  /** Stable within the article: h1, d1, l1, s1, p1 …; ASCII letters, digits and hyphens. */
  readonly id: string;
  readonly type: BlockType;
  /** Line breaks between the block before and this one in the plain text (0 for the first). */
  readonly gap: number;
  readonly text: string;
}

export type EntityType = 'person' | 'organization' | 'place' | 'event' | 'group' | 'date' | 'work';

export interface Authority {
  /** The register, such as "wikidata" or "viaf". */
  readonly register: string;
  readonly id: string;
}

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  /** False for a participant without a proper name ("a security source"): it need not have mentions. */
  readonly named: boolean;
  /** Grammatical gender, where it is known and decides agreement. */
  readonly gender: 'm' | 'f' | null;
  readonly name: Bilingual;
  /** The forms that occur in this text, bare of tashkeel and of attached clitics. */
  readonly aliases: readonly string[];
  readonly role: Bilingual | null;
  readonly description: Bilingual;
  /** Only identifiers that somebody verified; an empty list is an honest answer. */
  readonly authority: readonly Authority[];
}

export interface Mention {
  readonly id: string;
  readonly entity: string;
  /** The name alone: titles and attached و ف ب ك ل stay outside. */
  readonly range: TextRange;
}

export type Level = 'beginner' | 'intermediate' | 'advanced';

/** `reproduced`: printed elsewhere and kept letter for letter. `original`: written for Isnād. */
export type Origin = 'reproduced' | 'original';

/** Where an article stood first. */
export interface Original {
  /** Its http or https address there. */
  readonly url: string;
}

export interface Article {
  readonly format: 'isnad-article';
  /** Version of the format, raised when an older reader could not read the file rightly. */
  readonly version: 1;
  readonly id: string;
  readonly language: 'ar';
  readonly origin: Origin;
  readonly level: Level;
  readonly topics: readonly Bilingual[];
  readonly title: Bilingual;
  readonly summary: Bilingual;
  /** What a reader must know about the text itself, such as that its people are invented. */
  readonly notice: Bilingual | null;
  readonly author: Bilingual | null;
  /** ISO 8601 date or date and time as printed, or null. */
  readonly published: string | null;
  /** Where it can be read as it was first published, if that is known. */
  readonly original: Original | null;
  /** Raised by one at each change of text or annotation. */
  readonly revision: number;
  /** ISO 8601 date of this revision. */
  readonly revised: string;
  readonly blocks: readonly Block[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  readonly glossary: readonly GlossaryEntry[];
  /** How the article came to the reader: agency, outlet. Who spoke is told by each quotation. */
  readonly chain: readonly Transmission[];
}

/** The text as published: blocks joined by their line breaks. Offsets of block n start where its own text starts. */
export function plainText(article: Pick<Article, 'blocks'>): string {
  return article.blocks.map((block) => '\n'.repeat(block.gap) + block.text).join('');
}
