/**
 * What the reader is doing now, and what is kept of it between visits. One store in named slices; plain data only: no
 * element, no range, nothing that was loaded (that is the queries') and nothing that is in the address.
 */
import * as v from 'valibot';
import { create } from 'zustand';
import { type PersistStorage, persist } from 'zustand/middleware';
import {
  DEFAULTS,
  type MarkType,
  placesSchema,
  type ReadingPlaces,
  type Settings,
  settingsSchema,
} from './settings.ts';

interface Session {
  readonly settings: Settings;
  readonly places: ReadingPlaces;
  /** What a screen reader is told, and how often it changed: saying the same twice must be heard twice. */
  readonly announcement: { readonly text: string; readonly count: number };
  /** False when the browser refuses to keep anything: said in the settings. */
  readonly keeps: boolean;
  readonly choose: (change: Partial<Settings>) => void;
  readonly toggleMark: (type: MarkType) => void;
  readonly stopAt: (article: string, block: string, offset: number, now: number) => void;
  readonly forgetPlace: (article: string) => void;
  readonly announce: (text: string) => void;
}

const MOST_PLACES = 200;

/** Private windows may refuse storage altogether: reading goes on, in memory. */
const storage = (() => {
  try {
    const probe = 'isnad-probe';
    localStorage.setItem(probe, probe);
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
})();

type Kept = Pick<Session, 'settings' | 'places'>;

const keeper: PersistStorage<Kept> = {
  getItem: (name) => {
    try {
      return JSON.parse(storage?.getItem(name) ?? 'null');
    } catch {
      return null;
    }
  },
  setItem: (name, value) => {
    try {
      storage?.setItem(name, JSON.stringify(value));
    } catch {
      // A full store loses nothing but the choice's life beyond this visit; the settings say so.
      if (useSession.getState().keeps) useSession.setState({ keeps: false });
    }
  },
  removeItem: (name) => storage?.removeItem(name),
};

export const useSession = create<Session>()(
  persist(
    (set) => ({
      settings: DEFAULTS,
      places: {},
      announcement: { text: '', count: 0 },
      keeps: storage !== null,
      choose: (change) => set((session) => ({ settings: { ...session.settings, ...change } })),
      toggleMark: (type) =>
        set(({ settings }) => ({
          settings: {
            ...settings,
            hidden: settings.hidden.includes(type)
              ? settings.hidden.filter((other) => other !== type)
              : [...settings.hidden, type],
          },
        })),
      stopAt: (article, block, offset, now) =>
        set(({ places }) => ({ places: youngest({ ...places, [article]: { block, offset, at: now } }) })),
      forgetPlace: (article) =>
        set(({ places }) => ({ places: Object.fromEntries(Object.entries(places).filter(([id]) => id !== article)) })),
      announce: (text) => set(({ announcement }) => ({ announcement: { text, count: announcement.count + 1 } })),
    }),
    {
      name: 'isnad-reader',
      version: 1,
      storage: keeper,
      partialize: ({ settings, places }) => ({ settings, places }),
      merge: (stored, session) => {
        const kept = v.safeParse(
          v.object({ settings: v.optional(v.unknown()), places: v.optional(v.unknown()) }),
          stored,
        );
        if (!kept.success) return session;
        const settings = v.safeParse(settingsSchema, kept.output.settings);
        return {
          ...session,
          settings: settings.success ? settings.output : DEFAULTS,
          places: v.parse(placesSchema, kept.output.places ?? {}),
        };
      },
    },
  ),
);

function youngest(places: ReadingPlaces): ReadingPlaces {
  const entries = Object.entries(places);
  if (entries.length <= MOST_PLACES) return places;
  return Object.fromEntries(entries.sort((a, b) => b[1].at - a[1].at).slice(0, MOST_PLACES));
}
