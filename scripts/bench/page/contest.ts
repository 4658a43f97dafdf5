/// <reference lib="dom" />
/** The arena: one contender, one article, one page. `scripts/bench/contest.ts` calls these functions from outside. */
import type { Article } from '../../../src/core/article/article.ts';
import { type Contender, nextFrame, type Note, notesOf, rangeOf } from './contender.ts';
import { isnad } from './isnad.tsx';
import { markJs, plain, recogito } from './peers.ts';
import { scrollFrames } from './scroll.ts';

export type ContenderName = 'floor' | 'isnad' | 'recogito' | 'markJs';

const contenders: Readonly<Record<ContenderName, () => Contender>> = {
  floor: plain,
  isnad,
  recogito,
  markJs,
};

export interface Checked {
  /** The whole text is in the page, letter for letter. */
  readonly whole: boolean;
  /** The browser's own find comes to the last word of the text. */
  readonly found: boolean;
  /** Of the annotations that lie in the window, how many are drawn. */
  readonly drawn: number;
  readonly expected: number;
}

const container = document.querySelector('article') as HTMLElement;
let article: Article;
let notes: readonly Note[];
let contender: Contender;
let pressed = 0;
let answers: number[] = [];
window.addEventListener('pointerup', (event) => {
  pressed = event.timeStamp;
});

/** Two frames: the first begins after the work, the second after what it led to was painted. */
async function painted(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** The notes whose first letters can be seen, where they begin (CSS pixels). Two pixels of slack for either side. */
function inWindow(): { note: Note; x: number; y: number }[] {
  const blocks = new Map<string, HTMLElement>();
  for (const element of container.querySelectorAll<HTMLElement>('[data-block]')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0 && top < window.innerHeight) blocks.set(element.dataset['block'] ?? '', element);
  }
  return notes.flatMap((note) => {
    const element = blocks.get(note.range.block);
    const rects = element && rangeOf(element, note.range.start, note.range.end).getClientRects();
    const seen = [...(rects ?? [])].find(({ top, bottom }) => bottom > 2 && top < window.innerHeight - 2);
    return seen ? [{ note, x: seen.left + seen.width / 2, y: seen.top + seen.height / 2 }] : [];
  });
}

const bench = {
  async prepare(name: ContenderName, file: string): Promise<void> {
    article = (await (await fetch(file)).json()) as Article;
    notes = notesOf(article);
    contender = contenders[name]();
    contender.prepare(article, notes);
    // Fonts first, for every letter there is: a text that is set anew when one arrives would be paid for twice.
    const letters = [...new Set(article.blocks.flatMap(({ text }) => [...text]))].join('');
    const faces = ['400', '500', '700'].map((weight) => `${weight} 1em "Isnad Naskh"`);
    await Promise.all([...faces, '400 1em "Isnad Sans"'].map((face) => document.fonts.load(face, letters)));
    await painted();
  },

  /** Milliseconds by the clock from the data in hand to the painted page. */
  async mount(): Promise<number> {
    const start = performance.now();
    await contender.mount(container, () => answers.push(performance.now() - pressed));
    await painted();
    return performance.now() - start;
  },

  check(lastWord: string): Checked {
    const expected = inWindow();
    const drawn = contender.drawn();
    const whole = container.textContent === article.blocks.map(({ text }) => text).join('');
    const find = (window as unknown as { find: (words: string) => boolean }).find;
    const selected = find(lastWord) ? (document.getSelection()?.toString() ?? '') : '';
    document.getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
    return {
      whole,
      found: selected === lastWord,
      drawn: expected.filter(({ note }) => drawn.has(note.id)).length,
      expected: expected.length,
    };
  },

  scroll: scrollFrames,

  /** Something that has nothing to do with the text comes and goes, as a card would. */
  async disturb(times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      const card = document.createElement('div');
      card.textContent = 'بطاقة';
      card.style.cssText =
        'position:fixed;inset:10px auto auto 10px;inline-size:300px;block-size:200px;background:#fff';
      document.body.append(card);
      await painted();
      card.remove();
      await painted();
    }
  },

  /** Where names stand in the window, spread over it. */
  places(count: number): { x: number; y: number }[] {
    const names = inWindow().filter(({ note, y }) => note.kind === 'entity' && y > 20 && y < window.innerHeight - 20);
    return Array.from({ length: count }, (_, i) => names[Math.floor((i * names.length) / count)]).flatMap((place) =>
      place ? [{ x: place.x, y: place.y }] : [],
    );
  },

  /** Milliseconds from each press to the moment the program knew what was pressed; asking empties the list. */
  answers(): number[] {
    const given = answers;
    answers = [];
    return given;
  },
};

export type Bench = typeof bench;
(window as unknown as { bench: Bench }).bench = bench;
