/** Sentences and quotation marks: where a statement may end, and what stands inside an open mark. */
import { datelineEnd } from './datelines.ts';
import type { Token } from './tokens.ts';

/** A pair of quotation marks. Token indices. */
export interface Quoted {
  /** Index of the opening mark. */
  readonly open: number;
  /** Index of the closing mark; where it is missing, the index after the last token of the line. */
  readonly close: number;
  readonly closed: boolean;
}

/** The sentences and the quotation marks of a text, by token. */
export interface Layout {
  /** For each token, the number of its sentence. */
  readonly sentence: Int32Array;
  /** For each token, the index into `quoted` of the outermost pair that it stands inside of, or -1; the marks themselves too. */
  readonly inside: Int32Array;
  readonly quoted: readonly Quoted[];
}

const CLOSERS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '”': '“',
  '»': '«',
  '"': '"',
  '„': '”',
  '‹': '›',
};

/**
 * Pairs quotation marks line by line. News turns them round (”…“), opens them twice and forgets to close them: a mark opens
 * where none is open, and one that is left open ends with its line.
 */
export function layOut(tokens: readonly Token[]): Layout {
  const sentence = new Int32Array(tokens.length);
  const inside = new Int32Array(tokens.length).fill(-1);
  const quoted: Quoted[] = [];
  let open = -1;
  let closer = '';
  // Guillemets within guillemets: «… تنظيم «داعش» …».
  let depth = 0;
  const finish = (close: number, closed: boolean) => {
    for (let i = open; i < Math.min(tokens.length, closed ? close + 1 : close); i++) inside[i] = quoted.length;
    quoted.push({ open, close, closed });
    open = -1;
    depth = 0;
  };
  const uneven = unevenLines(tokens);
  const nested = nestedMarks(tokens);
  const balance = balanceOfLines(tokens);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (open >= 0 && token.line !== (tokens[open] as Token).line) finish(i, false);
    if (token.kind !== 'mark' || nested.has(i)) continue;
    const last = quoted.at(-1);
    if (open < 0 && last && !last.closed && tokens[last.open]?.line === token.line - 1 && closesOnly(tokens, i)) {
      // What the line before left open is closed here.
      open = i;
      while (open > 0 && tokens[open - 1]?.line === token.line) open--;
      finish(i, true);
    } else if (open < 0 && uneven.has(token.line) && token.key === '"' && token.spaced && tokens[i + 1]?.spaced) {
      // A mark with spaces on both sides, where one too many stands in the line: it opens nothing.
      continue;
    } else if (open < 0 && token.key === '»' && (balance.get(token.line) ?? 0) < 0 && closesOnly(tokens, i)) {
      // …فيها». where nothing was opened: one closing mark too many.
      continue;
    } else if (open < 0) {
      open = i;
      closer = CLOSERS[token.key] ?? '"';
    } else if (closer === '»' && token.key === '«' && balance.get(token.line) === 0) {
      depth++;
    } else if (depth > 0 && token.key === '»') {
      depth--;
    } else if (uneven.has(token.line) && opensOnly(tokens, i) && opensOnly(tokens, open)) {
      // قال: "سنعود. وأضاف: "لن ننتظر": the first was never closed; it ends with its sentence.
      let end = i;
      while (end > open + 1 && tokens[end - 1]?.kind !== 'stop') end--;
      finish(end > open + 2 ? end : i, false);
      open = i;
      closer = CLOSERS[token.key] ?? '"';
    } else if (token.key === closer || isCloser(token, tokens[i + 1], tokens[open] as Token)) finish(i, true);
  }
  if (open >= 0) finish(tokens.length, false);

  let number = 0;
  /** Where the words of a line begin, after its dateline. */
  let dateline = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1];
    if (before && before.line !== token.line) number++;
    if (before?.line !== token.line) dateline = datelineEnd(tokens, i);
    else if (i === dateline) number++;
    sentence[i] = number;
    const next = tokens[i + 1];
    if (token.kind === 'stop' && next && ends(tokens, i)) {
      // What closes the sentence stands in it: ." and .)
      let last = i;
      while (tokens[last + 1] && !tokens[last + 1]?.spaced && /^[»”“")\]]$/.test(tokens[last + 1]?.key ?? '')) {
        last++;
        sentence[last] = number;
      }
      i = last;
      number++;
    }
  }
  return { sentence, inside, quoted };
}

/** Lines with an odd number of straight marks: one was forgotten. */
function unevenLines(tokens: readonly Token[]): ReadonlySet<number> {
  const odd = new Set<number>();
  for (const { key, line } of tokens)
    if (key === '"') {
      if (odd.has(line)) odd.delete(line);
      else odd.add(line);
    }
  return odd;
}

/**
 * Straight marks within straight marks, by token: "… مثل "النور" أو "الأمل" …". Only where all marks of a line, read by the spaces around
 * them, open and close in turn and none is left over.
 */
function nestedMarks(tokens: readonly Token[]): ReadonlySet<number> {
  const nested = new Set<number>();
  let within: number[] = [];
  let depth = 0;
  let sound = true;
  const finish = () => {
    if (sound && depth === 0) for (const at of within) nested.add(at);
    within = [];
    depth = 0;
    sound = true;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (i > 0 && tokens[i - 1]?.line !== token.line) finish();
    if (token.key !== '"' || !sound) continue;
    const next = tokens[i + 1];
    const before = tokens[i - 1];
    // و"حسم", بـ"حسم": after a letter alone that hugs it, a mark opens.
    const after = !token.spaced && before?.kind === 'word' && before.key.length === 1;
    const opens =
      next !== undefined &&
      next.line === token.line &&
      !next.spaced &&
      (token.spaced || after || before?.kind === 'bracket' || before?.kind === 'colon' || i === 0);
    if (opens) {
      if (++depth > 1) within.push(i);
      if (depth > 2) sound = false;
    } else if (token.spaced && next !== undefined && next.spaced) sound = false;
    else {
      if (depth > 1) within.push(i);
      if (--depth < 0) sound = false;
    }
  }
  finish();
  return nested;
}

/** For each line with guillemets, how many more open than close. */
function balanceOfLines(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const balance = new Map<number, number>();
  for (const { key, line } of tokens)
    if (key === '«' || key === '»') balance.set(line, (balance.get(line) ?? 0) + (key === '«' ? 1 : -1));
  return balance;
}

/** A straight mark with a space before it and none after can only open. */
function opensOnly(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  return (
    token.key === '"' &&
    token.spaced &&
    next !== undefined &&
    !next.spaced &&
    next.kind !== 'comma' &&
    next.kind !== 'stop'
  );
}

/** A mark after a word, with nothing after it but a space, a sign or the end. */
function closesOnly(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  return (
    !token.spaced &&
    token.key !== '«' &&
    token.key !== '“' &&
    (next === undefined || next.spaced || next.kind !== 'word' || next.line !== token.line)
  );
}

/** A mark of another kind closes too, where it hugs the word before it and space or a sign follows. */
function isCloser(token: Token, next: Token | undefined, open: Token): boolean {
  if (token.key === open.key && open.key !== '"')
    return !token.spaced && (next === undefined || next.spaced || next.kind !== 'word');
  return !token.spaced && (next === undefined || next.spaced || next.kind !== 'word') && '»”“"″'.includes(token.key);
}

/** Letters of a name, and Latin words: سي.إن.إن, bbc.com. */
const SHORT = /^(?:..?|[a-z0-9]+|ان|اي|بي|سي|دي|كوم|نت)$/;

/** Whether a stop ends its sentence: two points in a row are a pause in many houses, a point before a letter is an abbreviation. */
function ends(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1] as Token;
  if (token.key === '..' || token.key === '...' || token.key === '…') return false;
  // الحضور.ولأن: a full stop without its space, between two words that are no letters of an abbreviation.
  const before = tokens[at - 1];
  if (token.key === '.' && next.kind === 'word' && !next.spaced)
    return (
      before?.kind === 'word' &&
      before.key.length > 2 &&
      next.key.length > 2 &&
      /[ء-ي]{3}/.test(before.key + next.key) &&
      !SHORT.test(before.key) &&
      !SHORT.test(next.key)
    );
  return next.spaced || next.kind === 'mark' || next.kind === 'bracket' || (token.key !== '.' && next.kind === 'word');
}
