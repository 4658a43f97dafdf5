/** What a browser fetches before anything is asked of it: the scripts of a built page, and all that they import statically. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { staticImports } from './imports.ts';

export interface ReadingPath {
  /** Paths of files inside the built folder. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly fonts: readonly string[];
}

/** Of the index.html of a built folder. */
export function readingPath(dist: string): ReadingPath {
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const named = (tag: RegExp, attribute: 'src' | 'href') =>
    [...html.matchAll(tag)].flatMap(([element]) => {
      const address = new RegExp(`\\b${attribute}="([^"]+)"`).exec(element)?.[1];
      return address ? [path.posix.normalize(address)] : [];
    });
  const reading = new Set<string>();
  const queue = [...named(/<script\b[^>]*>/g, 'src'), ...named(/<link\b[^>]*\brel="?modulepreload"?[^>]*>/g, 'href')];
  while (queue.length > 0) {
    const file = queue.pop();
    if (file === undefined || reading.has(file)) continue;
    reading.add(file);
    const code = readFileSync(path.join(dist, file), 'utf8');
    for (const specifier of staticImports(code)) queue.push(path.posix.join(path.posix.dirname(file), specifier));
  }
  return {
    scripts: [...reading],
    styles: named(/<link\b[^>]*\brel="?stylesheet"?[^>]*>/g, 'href'),
    fonts: named(/<link\b[^>]*\bas="?font"?[^>]*>/g, 'href'),
  };
}
