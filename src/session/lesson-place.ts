/**
 * Where one is among the lessons, as the part of the address after `#`:
 *
 *   lessons/                    my lessons
 *   lessons/#l=1…               a lesson that came by link (library/link-codec), not yet taken
 *   lessons/#r=1…               a result that came by link
 *   lessons/#edit=<id>          building
 *   lessons/#try=<id>.s2        going through one's own lesson as a student would; nothing is kept
 *   lessons/#do=<id>.s2         going through a received lesson, at a step, or at its `end`
 *   lessons/#results=<id>       a class's answers
 */
import { useCallback, useMemo } from 'react';
import { navigate, useLocationProperty } from 'wouter/use-browser-location';
import { lessonsAddress } from './place.ts';

/** A step's id, `end` for the sheet after the last, or null before the first (or where one was). */
export type Stop = string | null;

export type LessonPlace =
  | { readonly view: 'home' }
  | { readonly view: 'lesson' | 'result'; readonly payload: string }
  | { readonly view: 'edit' | 'results'; readonly id: string }
  | { readonly view: 'try' | 'do'; readonly id: string; readonly stop: Stop };

const KEYS = { l: 'lesson', r: 'result' } as const;
const NAMED = /^(edit|try|do|results)=([A-Za-z0-9][A-Za-z0-9_-]{5,39})(?:\.(s\d{1,4}|end))?$/;

/** What cannot be read is the list of lessons; a payload of any kind is kept for the reader of links to judge. */
export function readLessonPlace(hash: string): LessonPlace {
  const text = hash.replace(/^#/, '');
  const key = text.slice(0, 1);
  if ((key === 'l' || key === 'r') && text.charAt(1) === '=') return { view: KEYS[key], payload: text.slice(2) };
  const named = NAMED.exec(text);
  if (!named) return { view: 'home' };
  const view = named[1] as 'edit' | 'try' | 'do' | 'results';
  const id = named[2] as string;
  return view === 'try' || view === 'do' ? { view, id, stop: named[3] ?? null } : { view, id };
}

/** The whole address of a place, within the site. */
export function lessonAddress(place: LessonPlace): string {
  const home = lessonsAddress();
  switch (place.view) {
    case 'home':
      return home;
    case 'lesson':
      return `${home}#l=${place.payload}`;
    case 'result':
      return `${home}#r=${place.payload}`;
    case 'edit':
    case 'results':
      return `${home}#${place.view}=${place.id}`;
    case 'try':
    case 'do':
      return `${home}#${place.view}=${place.id}${place.stop === null ? '' : `.${place.stop}`}`;
  }
}

/** A link that carries a lesson or a result, whole, as it is sent to somebody. */
export const carryingLink = (view: 'lesson' | 'result', payload: string): string =>
  new URL(lessonAddress({ view, payload }), location.href).href;

const currentHash = () => location.hash;

export function useLessonPlace(): readonly [
  LessonPlace,
  (next: LessonPlace, options?: { readonly replace?: boolean }) => void,
] {
  const hash = useLocationProperty(currentHash, () => '');
  const place = useMemo(() => readLessonPlace(hash), [hash]);
  const go = useCallback(
    (next: LessonPlace, options?: { readonly replace?: boolean }) =>
      navigate(lessonAddress(next), { replace: options?.replace ?? false }),
    [],
  );
  return [place, go];
}
