import type { Layer } from '../../annotation/layer.ts';
import type { Article } from '../../article/article.ts';
import type { TextRange } from '../../text/range.ts';
import type { Export, ExportFile, ExportOptions } from '../format.ts';
import { lossesOf } from '../losses.ts';
import { createPositions, surroundings } from '../positions.ts';
import { wellFormed } from '../source.ts';
import { type Separator, writeTable } from './cells.ts';
import { joinList } from './lists.ts';

/** The columns of each table, in their order; a table is known by them when it comes back. */
export const columns = {
  quotations: [
    'quotation',
    'kind',
    'speaker',
    'speaker_name',
    'content',
    'cue',
    'source',
    'verb',
    'lemma',
    'addressee',
    'about',
    'parent',
    'tags',
    'note',
    'by',
    'rule',
    'confidence',
    'reason_ar',
    'reason_en',
  ],
  pieces: ['quotation', 'role', 'number', 'block', 'start', 'end', 'words', 'before', 'after'],
  mentions: ['mention', 'entity', 'entity_name', 'tags', 'note', 'block', 'start', 'end', 'words', 'before', 'after'],
  entities: [
    'entity',
    'kind',
    'named',
    'gender',
    'name_ar',
    'name_en',
    'aliases',
    'role_ar',
    'role_en',
    'description_ar',
    'description_en',
    'authority',
  ],
} as const;
export type Table = keyof typeof columns;

/**
 * Four tables: quotations, the pieces of their words (one row each), mentions, entities. `start` and `end` are UTF-16 units
 * in the block, as in Isnād's own files. What the tables say of a quotation twice (its words, its speaker's name) is for
 * people; only the ids and the pieces are read back.
 */
export const writer =
  (separator: Separator, extension: 'csv' | 'tsv', type: string) =>
  (article: Article, layer: Layer, options: ExportOptions = {}): Export => {
    const positions = createPositions(article);
    const names = new Map(layer.entities.map(({ id, name }) => [id, name.ar]));
    const place = (range: TextRange): string[] => {
      const { start, end } = positions.plain(range) ?? { start: 0, end: 0 };
      const { prefix, suffix } = surroundings(positions.text, start, end);
      return [range.block, String(range.start), String(range.end), range.words, prefix, suffix];
    };
    const words = (ranges: readonly TextRange[]) => ranges.map((range) => range.words).join(' … ');
    const rows: Record<Table, string[][]> = {
      quotations: layer.quotations.map((one) => [
        one.id,
        one.kind,
        one.speaker ?? '',
        (one.speaker === null ? null : names.get(one.speaker)) ?? '',
        words(one.contents),
        words(one.cue),
        one.source?.words ?? '',
        one.verb.class,
        one.verb.lemma ?? '',
        one.addressee ?? '',
        joinList(one.about),
        one.parent ?? '',
        joinList(one.tags),
        one.note ?? '',
        one.provenance.by,
        one.provenance.rule ?? '',
        one.provenance.confidence === null ? '' : String(one.provenance.confidence),
        one.reason.ar,
        one.reason.en,
      ]),
      pieces: layer.quotations.flatMap(({ id, contents, cue, source }) => [
        ...contents.map((range, n) => [id, 'content', String(n + 1), ...place(range)]),
        ...cue.map((range, n) => [id, 'cue', String(n + 1), ...place(range)]),
        ...(source ? [[id, 'source', '1', ...place(source)]] : []),
      ]),
      mentions: layer.mentions.map(({ id, entity, tags, note, range }) => [
        id,
        entity,
        names.get(entity) ?? '',
        joinList(tags),
        note ?? '',
        ...place(range),
      ]),
      entities: layer.entities.map((one) => [
        one.id,
        one.type,
        String(one.named),
        one.gender ?? '',
        one.name.ar,
        one.name.en,
        joinList(one.aliases),
        one.role?.ar ?? '',
        one.role?.en ?? '',
        one.description.ar,
        one.description.en,
        joinList(one.authority.flatMap(({ register, id }) => [register, id])),
      ]),
    };
    const files = (Object.keys(columns) as Table[]).map(
      (table): ExportFile => ({
        name: `${article.id}.${layer.id}.${table}.${extension}`,
        type,
        text: (options.bom ? '\ufeff' : '') + wellFormed(writeTable([columns[table], ...rows[table]], separator)),
      }),
    );
    const damaged = wellFormed(positions.text) !== positions.text;
    return {
      files,
      lost: [
        ...(damaged ? [{ of: 'article' as const, id: article.id, what: 'character' as const }] : []),
        ...lossesOf(article, layer, {
          head: true,
          article: ['text', 'title', 'topics', 'summary', 'notice', 'author', 'published', 'glossary', 'chain'],
          quotation: ['via'],
        }),
      ],
    };
  };

export const writeCsv = writer(',', 'csv', 'text/csv; charset=utf-8; header=present');
export const writeTsv = writer('\t', 'tsv', 'text/tab-separated-values; charset=utf-8');
