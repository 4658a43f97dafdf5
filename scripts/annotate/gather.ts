/** The files that are meant by what was named on the command line. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';

const KINDS = new Set(['.txt', '.text', '.html', '.htm', '.xhtml', '.docx', '.json']);

export interface Gathered {
  readonly files: readonly string[];
  /** What is named and not there, or may not be read. */
  readonly faults: readonly { readonly file: string; readonly why: string }[];
  /** How many files of each other kind lie there, by their ending. */
  readonly others: ReadonlyMap<string, number>;
}

/**
 * A file stands for itself, a folder for everything of a kind we read in it and below, in order of names; none comes twice.
 * Links to files are followed, links to folders are not: they may lead round and round.
 */
export function gather(paths: readonly string[]): Gathered {
  const files = new Map<string, string>();
  const faults: { file: string; why: string }[] = [];
  const others = new Map<string, number>();
  const take = (file: string) => {
    const whole = resolve(file);
    if (!files.has(whole)) files.set(whole, file);
  };
  const fail = (file: string, error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    faults.push({ file, why: code === 'ENOENT' ? 'no such file' : `cannot be read (${code ?? String(error)})` });
  };
  const enter = (entry: Dirent, path: string) => {
    if (entry.isDirectory()) return walk(path);
    const ending = extname(entry.name).toLowerCase();
    try {
      if (entry.isSymbolicLink() ? !statSync(path).isFile() : !entry.isFile()) return;
    } catch (error) {
      if (KINDS.has(ending)) fail(path, error);
      return;
    }
    if (KINDS.has(ending)) take(path);
    else others.set(ending, (others.get(ending) ?? 0) + 1);
  };
  const walk = (folder: string) => {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      return fail(folder, error);
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) enter(entry, join(folder, entry.name));
  };
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) walk(path);
      else take(path);
    } catch (error) {
      fail(path, error);
    }
  }
  return { files: [...files.values()], faults, others };
}
