/** What a file from outside says it is. Nothing is believed of it yet: whoever opens it checks its whole shape. */
export type FileKind = 'article' | 'library' | 'lesson' | 'result' | 'layer' | 'codebook' | 'shelf' | 'other' | 'text';

const KINDS: Readonly<Record<string, FileKind>> = {
  'isnad-article': 'article',
  'isnad-library': 'library',
  'isnad-lesson': 'lesson',
  'isnad-result': 'result',
  'isnad-layer': 'layer',
  'isnad-codebook': 'codebook',
  'isnad-shelf': 'shelf',
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

/** The id of the article that a layer's file says it is for; null where it says none. */
export function articleOfLayer(source: string): string | null {
  if (kindOf(source) !== 'layer') return null;
  const { article } = JSON.parse(source) as { article?: unknown };
  return typeof article === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(article) ? article : null;
}
