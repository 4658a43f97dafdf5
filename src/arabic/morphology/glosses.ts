/** What the page calls an ending and an attached pronoun, in both languages. */
import type { Piece } from '../../core/dictionary/answer.ts';
import type { Pronoun } from './endings.ts';

const GLOSS_ENDINGS: Readonly<Record<string, readonly [en: string, ar: string]>> = {
  accusative: ['accusative', 'تنوين النصب'],
  feminine: ['feminine', 'تاء التأنيث'],
  'feminine held': ['feminine', 'تاء التأنيث'],
  men: ['plural (men)', 'واو جمع المذكر السالم'],
  'men oblique': ['plural (men)', 'ياء جمع المذكر السالم'],
  'men construct': ['plural (men)', 'واو الجمع'],
  'men construct oblique': ['plural (men)', 'ياء الجمع'],
  chosen: ['plural (men)', 'واو الجمع'],
  'chosen oblique': ['plural (men)', 'ياء الجمع'],
  women: ['plural', 'ألف وتاء جمع المؤنث السالم'],
  'women after madda': ['plural', 'تاء جمع المؤنث السالم'],
  he: ['he', 'هو'],
  she: ['she', 'تاء التأنيث الساكنة'],
  they: ['they', 'واو الجماعة'],
  'they after a': ['they', 'واو الجماعة'],
  'they two': ['they two', 'ألف الاثنين'],
  'they two, f': ['they two (f.)', 'ألف الاثنتين'],
  'they, f': ['they (f.)', 'نون النسوة'],
  'they, f, after n': ['they (f.)', 'نون النسوة'],
  I: ['I', 'تاء المتكلم'],
  'I after t': ['I', 'تاء المتكلم'],
  you: ['you', 'تاء المخاطب'],
  'you, f': ['you (f.)', 'المخاطبة'],
  'you, f, after a': ['you (f.)', 'المخاطبة'],
  'you, f, cut': ['you (f.)', 'المخاطبة'],
  we: ['we', 'نا المتكلمين'],
  'we after n': ['we', 'نا المتكلمين'],
  many: ['they; you (pl.)', 'واو الجماعة'],
  'many after a': ['they; you (pl.)', 'واو الجماعة'],
  'many, cut': ['they; you (pl.)', 'واو الجماعة'],
  'many, cut, after a': ['they; you (pl.)', 'واو الجماعة'],
  two: ['they two', 'ألف الاثنين'],
  'two, cut': ['they two', 'ألف الاثنين'],
  women2: ['they (f.)', 'نون النسوة'],
};
const DUAL = { en: 'dual', ar: 'علامة المثنى' };

/** What an ending is called, by its name in the tables; null for one that the page does not name. */
export function endingGloss(name: string): Piece['gloss'] {
  if (/dual/.test(name)) return DUAL;
  const found = GLOSS_ENDINGS[name];
  return found ? { en: found[0], ar: found[1] } : null;
}

/** What an attached pronoun means, after a noun or after any other word. */
export function pronounGloss(pronoun: Pronoun, noun: boolean): Piece['gloss'] {
  return { en: pronoun.english[noun ? 0 : 1], ar: noun ? 'ضمير مضاف إليه' : 'ضمير متصل' };
}
