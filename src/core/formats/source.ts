import { LIMITS } from '../dataset/schema.ts';
import { failure, type Result, success } from '../result.ts';
import type { ImportFault } from './format.ts';

/** UTF-16 units of one file: an annotated article of the greatest length, with room. */
const MOST = 64_000_000;

/** What every import does first: the byte order mark off; what was decoded wrongly, or is too long, refused. */
export function readSource(file: { readonly name: string; readonly text: string }): Result<string, ImportFault> {
  if (file.text.length > MOST) return failure({ kind: 'tooLarge', where: file.name, detail: String(file.text.length) });
  const text = file.text.startsWith('\ufeff') ? file.text.slice(1) : file.text;
  // UTF-16 that was read as bytes has a NUL beside each ASCII letter; no text format of ours has any near its beginning.
  if (text.slice(0, 200).includes('\0') || text.startsWith('\ufffe')) {
    return failure({ kind: 'encoding', where: file.name, detail: 'UTF-16' });
  }
  return success(text);
}

/** Reads JSON: nothing else is promised of the value. A key `__proto__` is a key like others, never followed. */
export function readJson(file: { readonly name: string; readonly text: string }): Result<unknown, ImportFault> {
  const source = readSource(file);
  if (!source.ok) return source;
  try {
    return success(JSON.parse(source.value));
  } catch (error) {
    return failure({
      kind: error instanceof RangeError ? 'tooDeep' : 'notJson',
      where: file.name,
      detail: error instanceof Error ? error.message.slice(0, 200) : '',
    });
  }
}

/** The fault of a file with more records than any honest one, or null. */
export const tooMany = (where: string, count: number): ImportFault | null =>
  count > LIMITS.items ? { kind: 'tooMany', where, detail: String(count) } : null;

export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
/** A value as a few letters for a report; only of what is plain, since a nested one may be a million deep. */
export const inShort = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 80) : typeof value;
/** One or many, as JSON-LD leaves open; nothing is no item. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const LONE = /\p{Surrogate}/u;

/** The text with each half of a surrogate pair replaced as UTF-8 would: the same number of UTF-16 units. */
export const wellFormed = (text: string): string =>
  LONE.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;

/** A date as our formats have it, written out to a date and time with its zone, as others want it. */
export function dateTime(iso: string): string {
  const [, date = '', time = '00:00', seconds = ':00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.exec(iso) ?? [];
  return date === '' ? iso : `${date}T${time}${seconds}${zone}`;
}

/** A file's name from an id: ids have only letters, digits, `.`, `-` and `_`. */
export const fileName = (article: string, layer: string, extension: string): string =>
  `${article}.${layer}.${extension}`;
