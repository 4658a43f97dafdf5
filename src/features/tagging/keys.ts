/**
 * What a key means while somebody tags. A Latin letter is taken as it is written; under a layout without Latin letters
 * (Arabic, Greek …) the key's place counts, where an English keyboard has the letter: who tags Arabic has an Arabic layout.
 */
export const commands = [
  'quotation',
  'piece',
  'cue',
  'source',
  'entity',
  'clitics',
  'look',
  'next',
  'previous',
  'form',
  'part',
  'unit',
  'startOut',
  'startIn',
  'endOut',
  'endIn',
  'split',
  'join',
  'all',
  'remove',
  'list',
  'review',
  'accept',
  'reject',
  'mend',
  'both',
  'undo',
  'redo',
  'help',
] as const;
export type Command = (typeof commands)[number];

const LETTERS: Readonly<Record<string, Command>> = {
  q: 'quotation',
  p: 'piece',
  c: 'cue',
  s: 'source',
  e: 'entity',
  x: 'clitics',
  w: 'look',
  n: 'next',
  b: 'previous',
  f: 'form',
  o: 'part',
  u: 'unit',
  d: 'split',
  j: 'join',
  a: 'all',
  l: 'list',
  v: 'review',
};
/** In the review some letters mean something else. */
const REVIEWING: Readonly<Record<string, Command>> = { a: 'accept', r: 'reject', m: 'mend', k: 'both' };

/** What is written on the keys, for the help; in the order of {@link commands}. */
export const SHOWN: Readonly<Record<Command, string>> = {
  quotation: 'Q',
  piece: 'P',
  cue: 'C',
  source: 'S',
  entity: 'E',
  clitics: 'X',
  look: 'W',
  next: 'N',
  previous: 'B',
  form: 'F',
  part: 'O',
  unit: 'U',
  startOut: '[',
  startIn: 'Shift + [',
  endOut: ']',
  endIn: 'Shift + ]',
  split: 'D',
  join: 'J',
  all: 'A',
  remove: 'Delete',
  list: 'L',
  review: 'V',
  accept: 'A',
  reject: 'R',
  mend: 'M',
  both: 'K',
  undo: 'Ctrl/⌘ + Z',
  redo: 'Ctrl/⌘ + Y',
  help: '?',
};

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The letter or digit of a press: as written, or by its place where the layout writes no Latin. Null for other keys. */
export function letterOf({ key, code }: Pick<Press, 'key' | 'code'>): string | null {
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  if (/^[\x20-\x7e]$/.test(key) || key.length > 2) return null;
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? null;
}

/** The command that the press gives; null for none. `reviewing`: proposals are being walked through. */
export function commandOf(press: Press, reviewing: boolean): Command | null {
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey) return null;
    const letter = letterOf(press);
    if (letter === 'z') return press.shiftKey ? 'redo' : 'undo';
    return letter === 'y' && !press.shiftKey ? 'redo' : null;
  }
  if (press.altKey) return null;
  if (press.key === '?' || press.key === '؟') return 'help';
  if (press.key === 'Delete' || press.key === 'Backspace') return 'remove';
  if (press.code === 'BracketLeft' || press.key === '[' || press.key === '{')
    return press.shiftKey ? 'startIn' : 'startOut';
  if (press.code === 'BracketRight' || press.key === ']' || press.key === '}')
    return press.shiftKey ? 'endIn' : 'endOut';
  const letter = press.shiftKey ? null : letterOf(press);
  if (letter === null) return null;
  return (reviewing ? REVIEWING[letter] : undefined) ?? LETTERS[letter] ?? null;
}

/** Whether the tag's shortcut was pressed: as it is written, or by its key's place. */
export const isShortcut = (press: Press, shortcut: string): boolean =>
  !press.ctrlKey &&
  !press.metaKey &&
  !press.altKey &&
  (press.key.toLowerCase() === shortcut || letterOf(press) === shortcut);

/** Whether keys are for what stands there and not for commands. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], [role="combobox"]',
  ) !== null;
