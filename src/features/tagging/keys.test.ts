import { describe, expect, test } from 'vitest';
import { OWN_KEYS } from '../../core/annotation/codebook.ts';
import { type Command, commandOf, commands, isShortcut, letterOf, SHOWN } from './keys.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, code: string, held: Partial<typeof NONE> = {}) => ({ key, code, ...NONE, ...held });

describe('a key while somebody tags', () => {
  test.each<[string, string, Partial<typeof NONE>, Command | null]>([
    ['q', 'KeyQ', {}, 'quotation'],
    // Caps Lock, and the French layout: what is written counts, not where.
    ['Q', 'KeyQ', {}, 'quotation'],
    ['q', 'KeyA', {}, 'quotation'],
    // The Arabic layout: where an English keyboard has the letter.
    ['ض', 'KeyQ', {}, 'quotation'],
    ['ؤ', 'KeyC', {}, 'cue'],
    ['لا', 'KeyB', {}, 'previous'],
    ['ئ', 'KeyZ', { ctrlKey: true }, 'undo'],
    ['z', 'KeyZ', { metaKey: true, shiftKey: true }, 'redo'],
    ['y', 'KeyY', { ctrlKey: true }, 'redo'],
    ['ج', 'BracketLeft', {}, 'startOut'],
    ['{', 'BracketLeft', { shiftKey: true }, 'startIn'],
    [']', 'BracketRight', {}, 'endOut'],
    ['؟', 'Slash', { shiftKey: true }, 'help'],
    ['Delete', 'Delete', {}, 'remove'],
    // Of the browser and of the system.
    ['c', 'KeyC', { ctrlKey: true }, null],
    ['p', 'KeyP', { metaKey: true }, null],
    ['q', 'KeyQ', { altKey: true }, null],
    ['Q', 'KeyQ', { shiftKey: true }, null],
    ['Enter', 'Enter', {}, null],
    ['F1', 'F1', {}, null],
  ])('%s at %s %j: %s', (key, code, held, command) => {
    expect(commandOf(press(key, code, held), false)).toBe(command);
  });

  test('of a Latin letter is told to whoever gives keys to tags', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    expect(letters.filter((letter) => commandOf(press(letter, ''), false) !== null)).toEqual([...OWN_KEYS].sort());
  });

  test('means something else in the review', () => {
    expect(commandOf(press('a', 'KeyA'), false)).toBe('all');
    expect(commandOf(press('a', 'KeyA'), true)).toBe('accept');
    expect(commandOf(press('ق', 'KeyR'), true)).toBe('reject');
    expect(commandOf(press('n', 'KeyN'), true)).toBe('next');
  });

  test('every command tells its key, and that key gives it', () => {
    for (const command of commands) {
      const shown = SHOWN[command];
      if (!/^[A-Z]$/.test(shown)) continue;
      const reviewing = ['accept', 'reject', 'mend', 'both'].includes(command);
      expect(commandOf(press(shown.toLowerCase(), `Key${shown}`), reviewing)).toBe(command);
    }
  });

  test('a tag’s shortcut: as written, or by its place', () => {
    expect(isShortcut(press('1', 'Digit1'), '1')).toBe(true);
    expect(isShortcut(press('١', 'Digit1'), '1')).toBe(true);
    expect(isShortcut(press('ط', 'KeyX'), 'ط')).toBe(true);
    expect(isShortcut(press('1', 'Digit1', { ctrlKey: true }), '1')).toBe(false);
    expect(letterOf({ key: 'Tab', code: 'Tab' })).toBe(null);
  });
});
