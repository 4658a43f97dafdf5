/** What a static host answers to an address, said again for when there is no host. */
export type Answer =
  | { readonly kind: 'file'; readonly file: string }
  /** As hosts do: to the folder's own address, with the slash that relative addresses need. */
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'unknown' };

/**
 * The answer to a path inside the site's folder ("a/some-article/", without a slash at its start). `has` tells whether a
 * file is kept. A path that leads nowhere is `unknown`, never another page in its place.
 */
export function answerFor(path: string, has: (file: string) => boolean): Answer {
  const folder = path === '' || path.endsWith('/');
  const file = folder ? `${path}index.html` : path;
  if (has(file)) return { kind: 'file', file };
  if (!folder && has(`${path}/index.html`)) return { kind: 'redirect', to: `${path}/` };
  return { kind: 'unknown' };
}
