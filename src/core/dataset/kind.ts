/** What a file from outside says it is. Nothing is believed of it yet: whoever opens it checks its whole shape. */
export type FileKind = 'article' | 'library' | 'lesson' | 'result' | 'other' | 'text';

const KINDS: Readonly<Record<string, FileKind>> = {
  'isnad-article': 'article',
  'isnad-library': 'library',
  'isnad-lesson': 'lesson',
  'isnad-result': 'result',
};

/** `other`: JSON that is not of a kind known here. `text`: not JSON at all. */
export function kindOf(source: string): FileKind {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return 'text';
  }
  if (typeof value !== 'object' || value === null) return 'text';
  const { format } = value as { format?: unknown };
  return typeof format === 'string' && Object.hasOwn(KINDS, format) ? (KINDS[format] ?? 'other') : 'other';
}
