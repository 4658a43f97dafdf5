/** A noun's, an adjective's, a name's stems: its singular, feminine, dual, sound and broken plurals, by the shape of its end. */
import type { Features } from '../../core/dictionary/answer.ts';
import { mask, NOUN } from './endings.ts';
import { DAMMA, FATHA, KASRA, unseat } from './letters.ts';

export interface NounStem {
  /** Source style with ء. */
  readonly stem: string;
  readonly mask: number;
  readonly features: Features;
}

const noun = (...names: string[]) => mask(NOUN, ...names);
const HELD = noun('bare', 'held');
const ACCUSATIVE = noun('accusative');
const FEMININE = noun('feminine', 'feminine held');
const DUAL = noun('dual', 'dual oblique', 'dual construct', 'dual construct oblique');
const FEMININE_DUAL = noun(
  'feminine dual',
  'feminine dual oblique',
  'feminine dual construct',
  'feminine dual construct oblique',
);
const MEN = noun('men', 'men oblique', 'men construct', 'men construct oblique');
const WOMEN = noun('women');

/** What a noun of the dictionary may take beside its singular. */
export interface NounSource {
  readonly lemma: string;
  readonly plurals: readonly string[];
  /** Feminine forms that are not the masculine with ة. */
  readonly feminines: readonly string[];
  /** Takes ة for its feminine. */
  readonly takesFeminine: boolean;
  /** Takes ون for men. */
  readonly takesMen: boolean;
  /** Takes ات of itself (adjectives: their feminine's plural). */
  readonly takesWomen: boolean;
  readonly gender: 'm' | 'f';
  readonly human: boolean;
  readonly takesDual: boolean;
  /** False for women's and places' names, which have no tanwin (عدنا is no Aden). */
  readonly takesTanwin?: boolean;
  /** The root's last letter, which comes back in قناة، قنوات. */
  readonly last: string;
}

interface Wants {
  readonly dual: boolean;
  readonly feminine: boolean;
  readonly men: boolean;
  readonly women: boolean;
}
const NONE: Wants = { dual: false, feminine: false, men: false, women: false };

/** The stems of one word by its shape; `features` hold for all of them, and an ending's own go before. */
function shaped(word: string, wants: Wants, features: Features, last: string): NounStem[] {
  const make = (stem: string, bits: number): NounStem => ({ stem, mask: bits, features });
  const extra = (wants.feminine ? FEMININE | FEMININE_DUAL : 0) | (wants.women ? WOMEN : 0) | (wants.men ? MEN : 0);
  if (word.endsWith('ة')) {
    const stem = word.slice(0, -1);
    const stems = [make(stem, FEMININE | (wants.dual ? FEMININE_DUAL : 0))];
    if (wants.women) {
      if (stem.endsWith('ا')) stems.push(make(`${stem.slice(0, -1)}${FATHA}${last === 'و' ? 'و' : 'ي'}`, WOMEN));
      else if (stem.endsWith(`${FATHA}ء`)) stems.push(make(`${stem.slice(0, -1)}آ`, noun('women after madda')));
      else stems.push(make(stem, WOMEN));
    }
    return stems;
  }
  if (word.endsWith('ى')) {
    const stem = word.slice(0, -1);
    const stems = [make(word, noun('bare')), make(`${stem}ا`, noun('held') | (wants.feminine ? FEMININE : 0))];
    if (wants.dual || wants.women)
      stems.push(make(`${stem}${FATHA}ي`, (wants.dual ? DUAL : 0) | (wants.women ? WOMEN : 0)));
    if (wants.men) stems.push(make(stem, noun('chosen', 'chosen oblique')));
    return stems;
  }
  if (word.endsWith('ا') && wants.women) {
    // كاميرا، كاميرات: a borrowed word gives up its ا.
    return [make(word, HELD | (extra & ~WOMEN)), make(word.slice(0, -1), WOMEN)];
  }
  if (word.endsWith('اء') && features.gender === 'f' && features.number === 'singular') {
    const stem = word.slice(0, -1);
    const stems = [make(word, HELD)];
    if (wants.dual || wants.women) stems.push(make(`${stem}و`, (wants.dual ? DUAL : 0) | (wants.women ? WOMEN : 0)));
    return stems;
  }
  if (word.endsWith(`${KASRA}ي`)) {
    // قاضٍ، القاضي: with the ي it is as any noun; the ي falls in قاضٍ and before ون.
    const stem = word.slice(0, -2);
    return [
      make(word, HELD | ACCUSATIVE | (wants.dual ? DUAL : 0) | (extra & ~MEN)),
      make(stem, noun('fallen') | (wants.men ? MEN : 0)),
    ];
  }
  const held = make(word, HELD | (takesAlif(word) ? ACCUSATIVE : 0) | (wants.dual ? DUAL : 0) | extra);
  if (wants.women && word.endsWith(`${FATHA}ء`))
    return [{ ...held, mask: held.mask & ~WOMEN }, make(`${word.slice(0, -1)}آ`, noun('women after madda'))];
  return [held];
}

/** Whether the tanwin of the accusative is written with an ا: not after اء nor after ا. */
const takesAlif = (word: string): boolean => !/اء$|ا$|\u064eء$/.test(word);

/** By gender, and whether a person is meant: features are shared by all nouns. */
const SINGULAR = {
  m: [
    { number: 'singular', gender: 'm' },
    { number: 'singular', gender: 'm', human: true },
  ],
  f: [
    { number: 'singular', gender: 'f' },
    { number: 'singular', gender: 'f', human: true },
  ],
} as const satisfies Record<'m' | 'f', readonly Features[]>;
const PLURAL = {
  m: [
    { number: 'plural', broken: true, gender: 'm' },
    { number: 'plural', broken: true, gender: 'm', human: true },
  ],
  f: [
    { number: 'plural', broken: true, gender: 'f' },
    { number: 'plural', broken: true, gender: 'f', human: true },
  ],
} as const satisfies Record<'m' | 'f', readonly Features[]>;

/** All stems of a noun. */
export function inflect(source: NounSource): NounStem[] {
  const lemma = unseat(source.lemma);
  const human = source.human ? 1 : 0;
  const singular: Features = SINGULAR[source.gender][human];
  const sound: readonly string[] = source.plurals.filter((plural) => plural === 'ات' || plural === 'ون');
  const wants: Wants = {
    dual: source.takesDual,
    feminine: source.takesFeminine,
    men: source.takesMen || sound.includes('ون'),
    women: source.takesWomen || sound.includes('ات'),
  };
  const stems = shaped(lemma, wants, singular, source.last);
  for (const written of source.plurals) {
    if (sound.includes(written)) continue;
    const plural = unseat(written);
    const features: Features = PLURAL[source.human ? 'm' : source.gender][human];
    // أوقات, أموات are broken plurals of a root that ends so.
    if (plural.endsWith('ات') && source.last !== 'ت') {
      // سَنَوات: written whole, it is a sound plural of a stem of its own.
      const stem = plural.slice(0, -2);
      const swallowed = stem.endsWith('\u064eء');
      stems.push({
        // مُكافَآت: the آ holds the ا of the ending.
        stem: swallowed ? `${stem.slice(0, -1)}آ` : stem,
        mask: swallowed ? noun('women after madda') : WOMEN,
        features: { ...features, broken: false },
      });
    } else if (source.last !== 'ن' && plural.endsWith(`${DAMMA}ون`))
      stems.push({ stem: plural.slice(0, -3), mask: MEN, features });
    else if (source.last !== 'ن' && plural.endsWith(`${KASRA}ين`)) {
      stems.push(...shaped(plural, NONE, features, source.last));
      stems.push({ stem: plural.slice(0, -3), mask: MEN, features });
    } else stems.push(...shaped(plural, NONE, features, source.last));
  }
  for (const written of source.feminines) {
    const feminine = unseat(written);
    stems.push(...shaped(feminine, { ...NONE, dual: true, women: true }, SINGULAR.f[human], source.last));
  }
  return stems;
}
