/**
 * One trial of a passage link: a text, a link to some of its words, an editor's hand over the text, and the link opened
 * again. Every word carries its own name from before the edits, so that an answer is judged by what became of the words
 * themselves, not by what they look like.
 */
import type { Article } from '../../src/core/article/article.ts';
import { findPassage, type PassageFinding, readPassage, writePassage } from '../../src/core/passage/passage.ts';

const PLAIN_EDITS = ['insert', 'delete', 'replace', 'swap', 'drop', 'marks', 'erase'] as const;
type PlainEdit = (typeof PLAIN_EDITS)[number];
/** What is done to a text; `erase` takes the passage itself out, `mixed` is up to five of the others. */
export const EDITS = [...PLAIN_EDITS, 'mixed'] as const;
export type Edit = (typeof EDITS)[number];
export type Verdict = PassageFinding['kind'] | 'wrong';

export interface Word {
  readonly word: string;
  /** Which word of the first text this is; null for one that was put in later. */
  readonly name: number | null;
}
export interface Paragraph {
  readonly id: string;
  readonly words: readonly Word[];
}

export interface Trial {
  readonly link: string;
  readonly verdict: Verdict;
  /** The texts and what was found, to be looked at where the answer is wrong. */
  readonly told: () => string;
}

/** Numbers from 0 up to, not including, a bound: the same ones for the same seed, on any machine (mulberry32). */
export function randomOf(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * bound);
  };
}

type Random = ReturnType<typeof randomOf>;
const oneOf = <Item>(random: Random, items: readonly Item[]): Item => items[random(items.length)] as Item;

/** A text with its words named in order. */
export const named = (paragraphs: readonly { readonly id: string; readonly text: string }[]): Paragraph[] => {
  let name = 0;
  return paragraphs.map(({ id, text }) => ({
    id,
    words: (text.match(/\S+/g) ?? []).filter((word) => bare({ word }) !== '').map((word) => ({ word, name: name++ })),
  }));
};

export const vocabulary =
  'قال الوزير إن في من على المدينة حلب شمخاني الجيش دعم إيران سوريا الحرب أن هذه اللقاء وفد أمن أمس'.split(' ');

/** A text of few different words: everything looks like everything else. */
export function dense(random: Random, size = vocabulary.length): Paragraph[] {
  const words = vocabulary.slice(0, size);
  const paragraph = () => Array.from({ length: 3 + random(28) }, () => oneOf(random, words)).join(' ');
  return named(Array.from({ length: 1 + random(6) }, (_, index) => ({ id: `p${index + 1}`, text: paragraph() })));
}

/** A text that repeats itself: sentences that come again word for word, or with a word changed, in and across paragraphs. */
export function repeating(random: Random): Paragraph[] {
  const sentences = Array.from({ length: 2 + random(3) }, () =>
    Array.from({ length: 2 + random(10) }, () => oneOf(random, vocabulary)),
  );
  const sentence = () => {
    const words = [...oneOf(random, sentences)];
    if (random(3) === 0) words[random(words.length)] = oneOf(random, vocabulary);
    return words.join(' ');
  };
  const paragraph = () => Array.from({ length: 1 + random(3) }, sentence).join(' ');
  return named(Array.from({ length: 1 + random(6) }, (_, index) => ({ id: `p${index + 1}`, text: paragraph() })));
}

/**
 * Links to a stretch of at most `most` words, edits the text, and judges what the link leads to then. `find`: another way
 * of opening links, to see that the judge would tell.
 */
export function trial(
  random: Random,
  first: readonly Paragraph[],
  edit: Edit,
  most = 12,
  find = findPassage,
): Trial | null {
  const full = first.filter(({ words }) => words.length > 0);
  if (full.length === 0) return null;
  const home = oneOf(random, full);
  // Edges are chosen more often than chance would.
  const size = Math.min(home.words.length, 1 + random(random(3) === 0 ? 3 : most));
  const start = [0, home.words.length - size, random(home.words.length - size + 1)][random(3)] as number;
  const chosen = home.words.slice(start, start + size);
  const link = writePassage(blocksOf(first), {
    block: home.id,
    start: offsetOf(home.words, start),
    end: offsetOf(home.words, start + size) - 1,
  });
  const address = link === null ? null : readPassage(link);
  if (link === null || address === null) throw new Error('a stretch of words has no link that can be read');

  const fresh = first.flatMap(({ words }) => words.map(({ word }) => word));
  let now = first;
  const count = 1 + random(edit === 'mixed' ? 5 : 3);
  for (let i = 0; i < count; i++) {
    now = edited(random, now, edit === 'mixed' ? oneOf(random, PLAIN_EDITS) : edit, chosen, fresh);
  }
  const finding = find(blocksOf(now), address);
  return {
    link,
    verdict: judged(first, now, chosen, finding),
    told: () =>
      [
        `${link} ${JSON.stringify(finding)}`,
        ...[first, now].map((text) => text.map(({ id, words }) => `${id}: ${textOf(words)}`).join('\n')),
        `chosen: ${textOf(chosen)}`,
      ].join('\n--\n'),
  };
}

function edited(
  random: Random,
  text: readonly Paragraph[],
  kind: PlainEdit,
  chosen: readonly Word[],
  fresh: readonly string[],
): readonly Paragraph[] {
  const full = text.filter(({ words }) => words.length > 0);
  if (full.length === 0) return text;
  const names = new Set(chosen.map(({ name }) => name));
  const home = full.find(({ words }) => words.some(({ name }) => names.has(name)));
  // Every other edit is made where it hurts: in the passage or right beside it.
  const target = home && random(2) === 0 ? home : oneOf(random, full);
  const around = target === home ? Math.max(0, target.words.findIndex(({ name }) => names.has(name)) - 2) : 0;
  const place = Math.min(
    target.words.length - 1,
    target === home && random(2) === 0 ? around + random(chosen.length + 4) : random(target.words.length),
  );
  const added = (): Word => ({ word: oneOf(random, fresh), name: null });
  const words = [...target.words];
  const others = () => text.map((paragraph) => (paragraph === target ? { ...target, words } : paragraph));
  switch (kind) {
    case 'insert':
      words.splice(place, 0, ...Array.from({ length: 1 + random(4) }, added));
      return others();
    case 'delete':
      words.splice(place, 1 + random(4));
      return others();
    case 'replace':
      words[place] = added();
      return others();
    case 'marks':
      return text.map((paragraph) => ({ ...paragraph, words: paragraph.words.map(remarked) }));
    case 'swap': {
      const [a, b] = [random(text.length), random(text.length)];
      // Sometimes the paragraphs keep their names where they go, sometimes the names stay where they were.
      const keepsNames = random(2) === 0;
      return text.map(({ id, words }, index) => {
        const from = text[index === a ? b : index === b ? a : index] ?? { id, words };
        return keepsNames ? from : { id, words: from.words };
      });
    }
    case 'drop':
      return text.filter((paragraph) => paragraph !== target);
    case 'erase':
      // The passage itself goes, and whatever looks like it is all that is left.
      return text.map((paragraph) => ({
        ...paragraph,
        words: paragraph.words.filter(({ name }) => name === null || !names.has(name)),
      }));
  }
}

/** What other editors write for the same word: other hamza seats, tashkeel, tatweel, punctuation. */
const remarked = ({ word, name }: Word): Word => ({
  word: `${word.replace('أ', 'ا').replace('إ', 'ا').replace(/ة$/, 'ه').replace('ل', 'لَ').replace('م', 'مـ')}${word.length % 3 === 0 ? '،' : ''}`,
  name,
});

/** The letters of a word as any reader compares them; made here anew, so that a fault of the folding would show. */
const bare = ({ word }: Pick<Word, 'word'>): string =>
  word
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ـ/g, '')
    .toLowerCase();

function judged(
  first: readonly Paragraph[],
  now: readonly Paragraph[],
  chosen: readonly Word[],
  finding: PassageFinding,
): Verdict {
  if (finding.kind === 'gone') return 'gone';
  const place = now.find(({ id }) => id === finding.range.block);
  const covered = (place?.words ?? []).filter(({ word }, index) => {
    const at = offsetOf(place?.words ?? [], index);
    return at >= finding.range.start && at + word.length <= finding.range.end;
  });
  const alike = (a: readonly Word[], b: readonly Word[]) => a.map(bare).join(' ') === b.map(bare).join(' ');
  const kept = (some: readonly Word[], of: readonly Word[]) => {
    const names = new Set(of.map(({ name }) => name));
    return some.some(({ name }) => name !== null && names.has(name));
  };
  if (finding.kind !== 'changed') {
    // Equal words between equal neighbours are the same passage to any reader, whichever copy they are.
    const right =
      alike(covered, chosen) &&
      (kept(covered, chosen) || alike(withNeighbours(now, covered), withNeighbours(first, chosen)));
    return right ? finding.kind : 'wrong';
  }
  const half = Math.ceil(chosen.length / 2);
  const [head, tail] = [chosen.slice(0, half), chosen.slice(half)];
  const hasHead = alike(covered.slice(0, head.length), head) && kept(covered.slice(0, head.length), head);
  const hasTail = alike(covered.slice(-tail.length), tail) && kept(covered.slice(-tail.length), tail);
  // Where the words that came in repeat those that were there, no reader could tell which of them are the old ones.
  const hasBoth = alike(covered.slice(0, head.length), head) && alike(covered.slice(-tail.length), tail);
  const right = { head: hasHead, tail: hasTail, both: hasBoth && (hasHead || hasTail) }[finding.kept];
  return right ? 'changed' : 'wrong';
}

function withNeighbours(text: readonly Paragraph[], some: readonly Word[]): readonly Word[] {
  const all = text.flatMap(({ words }) => words);
  const from = all.indexOf(some[0] as Word);
  return all.slice(Math.max(0, from - 1), from + some.length + 1);
}

const textOf = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');
const offsetOf = (words: readonly Word[], to: number): number =>
  words.slice(0, to).reduce((sum, { word }) => sum + word.length + 1, 0);

const blocksOf = (text: readonly Paragraph[]): Pick<Article, 'blocks'> => ({
  blocks: text.map(({ id, words }) => ({ id, type: 'paragraph', gap: 1, text: textOf(words) })),
});
