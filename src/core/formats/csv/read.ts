import { failure, type Result } from '../../result.ts';
import { blankEntity, blankQuotation, createIds, type DraftRange, settle } from '../draft.ts';
import type { Import, ImportContext, ImportFault, Left, TextFile } from '../format.ts';
import { readSource, tooMany } from '../source.ts';
import { readTable, restore } from './cells.ts';
import { splitList } from './lists.ts';

type Row = (column: string) => string;

/**
 * Reads the tables that {@link writer} makes, each known by its columns, in any order and with other columns beside them.
 * Quotations need their pieces; a table of mentions, or of quotations with pieces, does without the others.
 */
export function read(files: readonly TextFile[], context: ImportContext): Result<Import, ImportFault> {
  const left: Left[] = [];
  const rows: Record<'quotations' | 'pieces' | 'mentions' | 'entities', Row[]> = {
    quotations: [],
    pieces: [],
    mentions: [],
    entities: [],
  };
  for (const file of files) {
    const source = readSource(file);
    if (!source.ok) return source;
    const table = readTable(source.value);
    if (!table) return failure({ kind: 'shape', where: file.name, detail: '"' });
    const crowd = tooMany(file.name, table.length / 4);
    if (crowd) return failure(crowd);
    const [header = [], ...body] = table;
    const columns = new Map(header.map((name, at) => [name.trim(), at]));
    const has = (...names: string[]) => names.every((name) => columns.has(name));
    const kind = has('quotation', 'role', 'words')
      ? 'pieces'
      : has('quotation', 'kind')
        ? 'quotations'
        : has('mention', 'entity', 'words')
          ? 'mentions'
          : has('entity', 'kind')
            ? 'entities'
            : null;
    if (kind === null)
      return failure({ kind: 'otherFormat', where: file.name, detail: header.join(', ').slice(0, 200) });
    for (const cells of body) {
      if (cells.every((cell) => cell === '')) continue;
      rows[kind].push((column) => restore(cells[columns.get(column) ?? -1] ?? ''));
    }
  }
  if (files.length === 0) return failure({ kind: 'missingFile', where: '', detail: '' });
  const { article } = context;
  if (!article) return failure({ kind: 'needsArticle', where: files[0]?.name ?? '', detail: '' });

  const entityId = createIds('e');
  const mentionId = createIds('m');
  const quotationId = createIds('q');
  const someone = (id: string): string | null => (id === '' ? null : entityId(id));
  const entities = new Map<string, unknown>();
  for (const row of rows.entities) {
    const role = { ar: row('role_ar'), en: row('role_en') };
    const authority = splitList(row('authority'));
    const id = entityId(row('entity'));
    if (entities.has(id)) left.push({ of: 'entity', id, why: 'duplicateId', detail: id });
    else {
      entities.set(id, {
        ...blankEntity,
        id,
        type: row('kind'),
        named: row('named') !== 'false',
        gender: row('gender') || null,
        name: { ar: row('name_ar'), en: row('name_en') },
        aliases: splitList(row('aliases')),
        role: role.ar + role.en === '' ? null : role,
        description: { ar: row('description_ar'), en: row('description_en') },
        authority: authority.flatMap((register, at) => (at % 2 === 0 ? [{ register, id: authority[at + 1] }] : [])),
      });
    }
  }
  // Where no table of entities came along, one is known by the name that stands beside its id.
  const met = (id: string | null, name: string) => {
    if (id !== null && !entities.has(id)) entities.set(id, { ...blankEntity, id, name: { ar: name, en: '' } });
  };
  const range = (row: Row): DraftRange => ({
    block: row('block'),
    start: wholeNumber(row('start')),
    end: wholeNumber(row('end')),
    words: row('words'),
    prefix: row('before'),
    suffix: row('after'),
  });
  const mentions = rows.mentions.map((row) => {
    const entity = entityId(row('entity'));
    met(entity, row('entity_name'));
    return {
      id: mentionId(row('mention')),
      entity,
      range: range(row),
      tags: splitList(row('tags')),
      note: row('note') || null,
    };
  });
  const pieces = new Map<string, Row[]>();
  for (const row of rows.pieces) {
    const id = quotationId(row('quotation'));
    const there = pieces.get(id);
    if (there) there.push(row);
    else pieces.set(id, [row]);
  }
  const told = new Set<string>();
  const quotations = rows.quotations.map((row) => {
    const id = quotationId(row('quotation'));
    told.add(id);
    const ofRole = (role: string) =>
      (pieces.get(id) ?? [])
        .filter((piece) => piece('role') === role)
        .sort((a, b) => wholeNumber(a('number')) - wholeNumber(b('number')))
        .map(range);
    const speaker = someone(row('speaker'));
    met(speaker, row('speaker_name'));
    const addressee = someone(row('addressee'));
    const about = splitList(row('about')).map(entityId);
    if (rows.entities.length === 0) for (const other of [addressee, ...about]) met(other, '');
    return {
      ...blankQuotation,
      id,
      kind: row('kind'),
      contents: ofRole('content'),
      cue: ofRole('cue'),
      source: ofRole('source')[0] ?? null,
      speaker,
      addressee,
      about,
      parent: row('parent') === '' ? null : quotationId(row('parent')),
      verb: { class: row('verb') || 'mark', lemma: row('lemma') || null },
      provenance: {
        by: row('by') || 'reader',
        rule: row('rule') || null,
        confidence: row('confidence') === '' ? null : Number(row('confidence')),
      },
      reason: { ar: row('reason_ar'), en: row('reason_en') },
      tags: splitList(row('tags')),
      note: row('note') || null,
    };
  });
  for (const [id, rows] of pieces) {
    if (!told.has(id))
      left.push({ of: 'quotation', id, why: 'unlinked', detail: rows[0]?.('words').slice(0, 80) ?? '' });
  }
  const draft = { head: {}, of: null, entities: [...entities.values()], mentions, quotations, left };
  return settle(draft, article, context, null);
}

/** A number that a spread-sheet may have touched; -1 where it is none. */
const wholeNumber = (cell: string): number => (/^\d{1,9}$/.test(cell.trim()) ? Number(cell) : -1);
