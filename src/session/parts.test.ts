import { describe, expect, test } from 'vitest';
import { isMissing } from './parts.ts';

describe('a part that did not come', () => {
  test.each([
    'Failed to fetch dynamically imported module: https://x.example/assets/Share-1.js',
    'error loading dynamically imported module: https://x.example/assets/Share-1.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/Share-1.css',
  ])('is known by what the browser says: %s', (message) => {
    expect(isMissing(new TypeError(message))).toBe(true);
  });

  test.each([
    new TypeError('Cannot read properties of undefined'),
    new TypeError('Failed to fetch'),
    'Failed to fetch dynamically imported module',
    null,
  ])('is not any fault: %s', (error) => {
    expect(isMissing(error)).toBe(false);
  });
});
