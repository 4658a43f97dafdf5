/**
 * Parts of the program that are fetched when they are asked for, and what is done when one does not come: the site was
 * published anew and the old file is gone, or the connection is. One place for all of them: whoever fetches a part does it
 * with `part()`, and what slips past (words, a bare `import()`) is heard by the window.
 */
import { type ComponentType, createElement, lazy, type LazyExoticComponent, useEffect } from 'react';
import { create } from 'zustand';

interface Missing {
  /** Whether a part was asked for in vain and the reader has not answered the notice yet. */
  readonly missing: boolean;
  readonly report: () => void;
  readonly letGo: () => void;
}

export const useMissing = create<Missing>()((set) => ({
  missing: false,
  report: () => set({ missing: true }),
  letGo: () => set({ missing: false }),
}));

/** Chromium and Firefox, Safari, Vite for a part's style. */
const SAID = /dynamically imported module|importing a module script failed|unable to preload css/i;

/** Whether an error means that a file of the program did not arrive, rather than that the program is at fault. */
export const isMissing = (error: unknown): boolean => error instanceof Error && SAID.test(error.message);

/** Stands where a part should: it is told of whenever the part is asked for. */
function Absent({ instead }: { readonly instead: ComponentType }) {
  const report = useMissing((missing) => missing.report);
  useEffect(report, [report]);
  return createElement(instead);
}

const Nothing = () => null;

/**
 * A component that is fetched when it is first shown; it needs a Suspense around it. When its file does not come, `instead`
 * stands in its place (nothing, unless given: needed within a dialog, which shuts out the notice) and the page around it
 * stays as it is, with all that was written there; the notice tells why. Any other fault is thrown on.
 */
export function part<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  instead: ComponentType = Nothing,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await fetch() };
    } catch (error) {
      if (!isMissing(error)) throw error;
      return { default: (() => createElement(Absent, { instead })) as ComponentType<Props> };
    }
  });
}

/**
 * From now on a part that does not come is told of, whoever asked for it, unless they deal with it themselves. Vite's own
 * event is not listened to: it tells of those too, and of nothing that is not rejected as well.
 */
export function watchParts(): void {
  const { report } = useMissing.getState();
  window.addEventListener('unhandledrejection', (event) => {
    if (!isMissing(event.reason)) return;
    event.preventDefault();
    report();
  });
}

/** Resolves once the page is loaded and the browser has nothing better to do. */
export async function whenIdle(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  }
  // Safari has no such callback.
  await new Promise<unknown>((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
}
