import { citationStyles, copyForms } from '../core/citation/choices.ts';
import { entityTypes } from '../core/dataset/schema.ts';
import * as v from 'valibot';

/** What the legend can switch: the entity types, glossary words and reporting words. */
export const markTypes = [...entityTypes, 'glossary', 'cue'] as const;
export type MarkType = (typeof markTypes)[number];

export const sizes = [17, 19, 21, 23, 26, 30, 35] as const;

/** From no word to all; between them by how common they are in news. */
export const underlines = ['none', 'rare', 'uncommon', 'common', 'all'] as const;

/** The reader's choices. Kept between visits; what is read back is untrusted and falls back field by field. */
export const settingsSchema = v.object({
  face: v.fallback(v.picklist(['naskh', 'sans']), 'naskh'),
  /** An index into `sizes` (CSS pixels). */
  size: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(sizes.length - 1)), 2),
  leading: v.fallback(v.picklist(['snug', 'normal', 'loose']), 'normal'),
  width: v.fallback(v.picklist(['narrow', 'normal', 'wide']), 'normal'),
  theme: v.fallback(v.picklist(['system', 'light', 'dark', 'sepia', 'contrast']), 'system'),
  tashkeel: v.fallback(v.boolean(), true),
  /** Whether any word of a text answers a tap with the dictionary. */
  words: v.fallback(v.boolean(), true),
  /** Where vowels stand that the reader asks for: in the text, or above its words. */
  vowels: v.fallback(v.picklist(['in', 'above']), 'in'),
  /** Whether what is looked up goes to the reader's list of words. */
  keepWords: v.fallback(v.boolean(), true),
  /** The words that are underlined unless they are marked as known: up to how common. */
  underline: v.fallback(v.picklist(underlines), 'none'),
  digits: v.fallback(v.picklist(['auto', 'arab', 'latn']), 'auto'),
  language: v.fallback(v.picklist(['ar', 'en']), 'ar'),
  /** Whether single letters are commands while somebody tags. */
  letterKeys: v.fallback(v.boolean(), true),
  /** What was copied last, and how it was cited: offered first the next time. */
  copyAs: v.fallback(v.picklist(copyForms), 'message'),
  citeAs: v.fallback(v.picklist(citationStyles), 'apa'),
  /** `same`: in the language of the interface. */
  citeIn: v.fallback(v.picklist(['same', 'ar', 'en']), 'same'),
  /** The marks that the reader switched off in the legend. */
  hidden: v.fallback(v.pipe(v.array(v.picklist(markTypes)), v.maxLength(markTypes.length)), []),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULTS: Settings = {
  face: 'naskh',
  size: 2,
  leading: 'normal',
  width: 'normal',
  theme: 'system',
  tashkeel: true,
  words: true,
  keepWords: true,
  underline: 'none',
  vowels: 'in',
  digits: 'auto',
  language: 'ar',
  letterKeys: true,
  copyAs: 'message',
  citeAs: 'apa',
  citeIn: 'same',
  hidden: [],
};

const placeSchema = v.object({
  block: v.pipe(v.string(), v.maxLength(80)),
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at: v.number(),
});

/**
 * Where a reader stopped, by article: a text position, with the time (ms since 1970) to forget the oldest first. A place
 * that cannot be read is left out; the others stay.
 */
export const placesSchema = v.pipe(
  v.fallback(v.record(v.string(), v.unknown()), {}),
  v.transform((places) => {
    const known: Record<string, v.InferOutput<typeof placeSchema>> = {};
    for (const [article, place] of Object.entries(places)) {
      const read = v.safeParse(placeSchema, place);
      if (read.success && article.length <= 80) known[article] = read.output;
    }
    return known;
  }),
);

export type ReadingPlaces = v.InferOutput<typeof placesSchema>;
