/**
 * The common shape of every format in which annotation leaves and comes back.
 *
 * Why it is shaped so:
 * - Each format says what it could not carry (`lost`), record by record: a file that silently lacks half of the work is
 *   worse than none. What is not listed there is in the file, and comes back from it.
 * - An import never throws and never guesses. It answers with a fault that has a name, or with what came in, what was left
 *   out and why, and the orphans: records whose words were not found in the text, each whole, so that a person can place them.
 * - Nothing here knows a screen, a file system or a clock: texts in, texts out, the time is given.
 */
import type { LayerMention, LayerQuotation, Layer } from '../annotation/layer.ts';
import type { Article } from '../article/article.ts';
import type { Result } from '../result.ts';

export type FormatId = 'isnad' | 'w3c' | 'tei' | 'brat' | 'cas' | 'conll' | 'csv' | 'tsv';

export interface TextFile {
  /** With its extension; ASCII letters, digits, `.`, `-` and `_`. */
  readonly name: string;
  readonly text: string;
}

export interface ExportFile extends TextFile {
  /** Its media type. */
  readonly type: string;
}

/**
 * What a format cannot carry of one record: a field, or the record itself (`overlap`: it crosses another one; `edge`: it
 * begins or ends inside a token; `absent`: the format has no place for it), or letters that cannot be written (`character`).
 */
export type LossKey =
  | 'overlap'
  | 'edge'
  | 'absent'
  | 'character'
  | 'fault'
  | 'tags'
  | 'note'
  | 'addressee'
  | 'about'
  | 'parent'
  | 'lemma'
  | 'provenance'
  | 'reason'
  | 'via'
  | 'named'
  | 'gender'
  | 'english'
  | 'aliases'
  | 'role'
  | 'description'
  | 'authority'
  | 'head'
  | 'title'
  | 'topics'
  | 'summary'
  | 'notice'
  | 'author'
  | 'published'
  | 'glossary'
  | 'chain'
  | 'text'
  | 'blocks';

export type RecordKind = 'article' | 'layer' | 'entity' | 'mention' | 'quotation';

export interface Loss {
  readonly of: RecordKind;
  readonly id: string;
  readonly what: LossKey;
}

export interface Export {
  readonly files: readonly ExportFile[];
  /** Empty where the files say everything that the layer says. */
  readonly lost: readonly Loss[];
}

export interface ExportOptions {
  /** Whether CSV and TSV begin with a byte order mark, which Excel wants and few others. */
  readonly bom?: boolean;
}

/** Why a record, or a part of it, did not come in. */
export type LeftReason =
  | 'shape'
  | 'unknownKind'
  | 'unknownEntity'
  | 'unknownQuotation'
  | 'selfParent'
  | 'duplicateId'
  | 'offsets'
  | 'acrossBlocks'
  | 'unlinked'
  | 'empty';

export interface Left {
  readonly of: RecordKind;
  readonly id: string;
  readonly why: LeftReason;
  /** The value that could not be used, for the person who mends the file. */
  readonly detail: string;
}

/** Words that are not in the text, or in several places that cannot be told apart. `record` is all that the file said. */
export type Orphan =
  | { readonly of: 'mention'; readonly id: string; readonly words: string; readonly record: LayerMention }
  | {
      readonly of: 'quotation';
      readonly id: string;
      readonly role: 'content' | 'cue' | 'source' | 'via';
      readonly words: string;
      readonly record: LayerQuotation;
    };

export interface ImportReport {
  readonly entities: number;
  readonly mentions: number;
  readonly quotations: number;
  /** Ranges found elsewhere than the file said. */
  readonly moved: number;
  readonly left: readonly Left[];
  readonly orphans: readonly Orphan[];
}

export interface Import {
  readonly layers: readonly Layer[];
  /** The text, where the file carries it. The layers' ranges fit the article that was given, or else this one. */
  readonly article: Article | null;
  readonly report: ImportReport;
}

/** Why nothing of a file could be read. `detail` is for the person who has to mend it. */
export interface ImportFault {
  readonly kind:
    | 'tooLarge'
    | 'encoding'
    | 'notJson'
    | 'notXml'
    | 'doctype'
    | 'tooDeep'
    | 'tooMany'
    | 'otherFormat'
    | 'newerVersion'
    | 'shape'
    | 'missingFile'
    | 'needsArticle';
  readonly where: string;
  readonly detail: string;
}

export interface ImportContext {
  /** The article that the annotation is to stand on; null takes the text of the file. */
  readonly article: Article | null;
  /** ISO 8601 date and time: of a layer or text that has none. */
  readonly now: string;
}

export interface Format {
  readonly id: FormatId;
  readonly write: (article: Article, layer: Layer, options?: ExportOptions) => Export;
  readonly read: (files: readonly TextFile[], context: ImportContext) => Result<Import, ImportFault>;
}
