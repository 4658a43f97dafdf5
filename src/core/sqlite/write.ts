/**
 * Writes a SQLite database file (https://www.sqlite.org/fileformat.html) in one go: tables with whole-number keys, and
 * indexes over whole numbers. No more of the format than that: it is for a file that is handed on, not for one that is
 * worked in. A library that does all of it is a hundred times the size.
 */
import { strToU8 } from 'fflate';
import { joined, record, type Value, varint } from './record.ts';

export interface Index {
  readonly name: string;
  readonly sql: string;
  /** The columns that it is over, by their place in the table; they hold whole numbers. */
  readonly columns: readonly number[];
}

export interface Table {
  readonly name: string;
  /** As SQLite is to read it: `CREATE TABLE …`. */
  readonly sql: string;
  /** By number, each only once, from small to large; null stands for the number in a row that has it as a column. */
  readonly rows: readonly { readonly id: number; readonly values: readonly Value[] }[];
  readonly indexes: readonly Index[];
}

const PAGE = 4096;
/** What page 1 begins with. */
const FILE_HEAD = 100;
const LEAF_HEAD = 8;
const INNER_HEAD = 12;
/** The most that stands in a leaf of a table; and the least, where the rest lies on pages of its own. */
const MOST_LOCAL = PAGE - 35;
const LEAST_LOCAL = Math.floor(((PAGE - 12) * 32) / 255) - 23;

const LEAF = { table: 13, index: 10 } as const;
const INNER = { table: 5, index: 2 } as const;

/** A cell of a page, and what its page is known by one level up. */
interface Cell {
  readonly bytes: Uint8Array;
  /** A table's row number. */
  readonly id: number;
}

/** Throws where the tables' definitions alone would fill the first page. */
export function writeDatabase(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const pages: Uint8Array[] = [new Uint8Array(PAGE)];
  /** Numbers of pages begin with 1. */
  const add = (page: Uint8Array): number => pages.push(page);

  const schema: Value[][] = [];
  for (const { name, sql, rows, indexes } of tables) {
    const cells = rows.map(({ id, values }) => ({ id, bytes: tableCell(id, record(values), add) }));
    schema.push(['table', name, name, tree('table', cells, add), sql]);
    for (const index of indexes) {
      const entries = rows.map(({ id, values }) => [...index.columns.map((column) => values[column] ?? id), id]);
      entries.sort(byValues);
      const keys = entries.map((entry) => {
        const key = record(entry);
        return { id: 0, bytes: joined([varint(key.length), key]) };
      });
      schema.push(['index', index.name, name, tree('index', keys, add), index.sql]);
    }
  }
  const cells = schema.map((values, at) => ({ id: at + 1, bytes: tableCell(at + 1, record(values), add) }));
  if (roomOf(cells) > PAGE - FILE_HEAD - LEAF_HEAD) throw new Error('the tables do not fit into the first page');
  const first = pages[0] as Uint8Array;
  fillPage(first, LEAF.table, cells, 0, FILE_HEAD);
  first.set(fileHead(pages.length));
  return joined(pages);
}

function byValues(a: readonly Value[], b: readonly Value[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = Number(a[at]) - Number(b[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A row's cell; what does not fit into a leaf is laid on pages of its own, each naming the next. */
function tableCell(id: number, payload: Uint8Array, add: (page: Uint8Array) => number): Uint8Array {
  const head = [...varint(payload.length), ...varint(id)];
  if (payload.length <= MOST_LOCAL) return joined([head, payload]);
  const room = PAGE - 4;
  const wanted = LEAST_LOCAL + ((payload.length - LEAST_LOCAL) % room);
  const local = wanted <= MOST_LOCAL ? wanted : LEAST_LOCAL;
  let next = 0;
  const count = Math.ceil((payload.length - local) / room);
  for (let at = count - 1; at >= 0; at--) {
    const page = new Uint8Array(PAGE);
    page.set(long(next));
    page.set(payload.subarray(local + at * room, Math.min(payload.length, local + (at + 1) * room)), 4);
    next = add(page);
  }
  return joined([head, payload.subarray(0, local), long(next)]);
}

/** Lays cells on leaves and pages above them, and gives the number of the topmost. */
function tree(kind: 'table' | 'index', cells: readonly Cell[], add: (page: Uint8Array) => number): number {
  const leaves = spread(cells, PAGE - LEAF_HEAD, kind === 'index');
  let level = leaves.map(({ cells: own, between }) => ({
    page: add(fillPage(new Uint8Array(PAGE), LEAF[kind], own, 0, 0)),
    key: own.at(-1)?.id ?? 0,
    between,
  }));
  while (level.length > 1) {
    // Every page but the last stands in a cell of the page above; the last is what its right end leads to.
    const above = level.map(({ page, key, between }) => ({
      id: key,
      bytes: kind === 'table' ? joined([long(page), varint(key)]) : joined([long(page), between?.bytes ?? []]),
      page,
      between,
    }));
    const groups = spreadInner(above);
    level = groups.map((group) => {
      const last = group.at(-1) as (typeof above)[number];
      return {
        page: add(fillPage(new Uint8Array(PAGE), INNER[kind], group.slice(0, -1), last.page, 0)),
        key: last.id,
        between: last.between,
      };
    });
  }
  return level[0]?.page ?? 0;
}

const roomOf = (cells: readonly Cell[]): number => cells.reduce((sum, { bytes }) => sum + bytes.length + 2, 0);

/** As many cells on a leaf as have room. In an index the cell between two leaves goes one level up. */
function spread(
  cells: readonly Cell[],
  room: number,
  lifts: boolean,
): { readonly cells: readonly Cell[]; readonly between: Cell | null }[] {
  const pages: { cells: Cell[]; between: Cell | null }[] = [{ cells: [], between: null }];
  let left = room;
  cells.forEach((cell, at) => {
    const needed = cell.bytes.length + 2;
    const page = pages.at(-1) as (typeof pages)[number];
    if (needed <= left) {
      page.cells.push(cell);
      left -= needed;
      return;
    }
    left = room;
    // The very last must not be lifted: there would be nothing right of it.
    if (lifts && at < cells.length - 1) {
      page.between = cell;
      pages.push({ cells: [], between: null });
      return;
    }
    if (lifts) page.between = page.cells.pop() ?? null;
    pages.push({ cells: [cell], between: null });
    left -= needed;
  });
  return pages;
}

/** Groups of at least two: a page above has a child on either side of a cell. */
function spreadInner<Item extends Cell>(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [[]];
  let left = PAGE - INNER_HEAD;
  items.forEach((item, at) => {
    const needed = item.bytes.length + 2;
    const isAlone = at === items.length - 1;
    if (needed > left && !isAlone) {
      groups.push([]);
      left = PAGE - INNER_HEAD;
    }
    left -= needed;
    (groups.at(-1) as Item[]).push(item);
  });
  const last = groups.at(-1) as Item[];
  const before = groups.at(-2);
  if (last.length === 1 && before) last.unshift(before.pop() as Item);
  return groups;
}

/** Cells from the page's end, their places from its head. `right` is the last child of a page above others. */
function fillPage(page: Uint8Array, type: number, cells: readonly Cell[], right: number, from: number): Uint8Array {
  const view = new DataView(page.buffer, page.byteOffset);
  const isInner = type === INNER.table || type === INNER.index;
  let top = PAGE;
  let pointer = from + (isInner ? INNER_HEAD : LEAF_HEAD);
  for (const { bytes } of cells) {
    top -= bytes.length;
    page.set(bytes, top);
    view.setUint16(pointer, top);
    pointer += 2;
  }
  page[from] = type;
  view.setUint16(from + 3, cells.length);
  view.setUint16(from + 5, top);
  if (isInner) view.setUint32(from + 8, right);
  return page;
}

/** Four bytes, the highest first. */
const long = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function fileHead(pages: number): Uint8Array {
  const head = new Uint8Array(FILE_HEAD);
  head.set(strToU8('SQLite format 3\0'));
  const view = new DataView(head.buffer);
  view.setUint16(16, PAGE);
  // Rollback journal, no reserved space, and three shares that are always these.
  head.set([1, 1, 0, 64, 32, 32], 18);
  // How often it was changed, which must be what is told at 92.
  view.setUint32(24, 1);
  view.setUint32(28, pages);
  // The tables' cookie, the format of the tables (4), and UTF-8.
  view.setUint32(40, 1);
  view.setUint32(44, 4);
  view.setUint32(56, 1);
  view.setUint32(92, 1);
  view.setUint32(96, 3_045_000);
  return head;
}
