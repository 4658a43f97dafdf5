/** What the page calls an ending and an attached pronoun, in both languages. */
import type { Piece } from '../../core/dictionary/answer.ts';
import type { Ending, Pronoun } from './endings.ts';

type Gloss = readonly [en: string, ar: string];
/** What an ending means, by kind of stem and by its name without what only tells its variants apart (`endingGloss`). */
const ENDING_GLOSSES: readonly Readonly<Record<string, Gloss>>[] = [
  {
    accusative: ['accusative', 'تنوين النصب'],
    feminine: ['feminine', 'تاء التأنيث'],
    women: ['plural', 'علامة جمع المؤنث السالم'],
    men: ['plural (men)', 'علامة جمع المذكر السالم'],
    chosen: ['plural (men)', 'علامة جمع المذكر السالم'],
    dual: ['dual', 'علامة المثنى'],
    'feminine dual': ['dual (f.)', 'تاء التأنيث وعلامة المثنى'],
  },
  {
    she: ['she', 'تاء التأنيث الساكنة'],
    they: ['they', 'واو الجماعة'],
    'they two': ['they two', 'ألف الاثنين'],
    'they two, f': ['they two (f.)', 'تاء التأنيث وألف الاثنتين'],
    'they, f': ['they (f.)', 'نون النسوة'],
    I: ['I', 'تاء المتكلم'],
    you: ['you', 'تاء المخاطب'],
    'you, f': ['you (f.)', 'تاء المخاطبة'],
    'you two': ['you two', 'ضمير المخاطبين للمثنى'],
    'you all': ['you (pl.)', 'ضمير جماعة المخاطبين'],
    'you all, f': ['you (f. pl.)', 'ضمير جماعة المخاطبات'],
    we: ['we', 'نا المتكلمين'],
  },
  {
    two: ['they two; you two', 'ألف الاثنين'],
    many: ['they; you (pl.)', 'واو الجماعة'],
    'you, f': ['you (f.)', 'ياء المخاطبة'],
    women: ['they (f.); you (f. pl.)', 'نون النسوة'],
  },
  { 'do, f': ['you (f.)', 'ياء المخاطبة'], 'do, all': ['you (pl.)', 'واو الجماعة'] },
  {},
];

/**
 * What an ending is called, by kind of stem; null for one that the page does not name. Case, what is held, and the letter before change an
 * ending's letters and not what it means.
 */
export function endingGloss({ name }: Ending, kind: number): Piece['gloss'] {
  const found = ENDING_GLOSSES[kind]?.[name.replace(/,? (?:oblique|construct|held|after .+|cut)(?![a-z])/g, '')];
  return found ? { en: found[0], ar: found[1] } : null;
}

/** What an attached pronoun means, after a noun or after any other word. */
export function pronounGloss(pronoun: Pronoun, noun: boolean): Piece['gloss'] {
  return { en: pronoun.english[noun ? 0 : 1], ar: noun ? 'ضمير مضاف إليه' : 'ضمير متصل' };
}
