/** The last vowel of a word, as its case, its state or its mood has it. */
import type { Features } from '../../core/dictionary/answer.ts';
import type { Cut } from './cut.ts';
import type { Ending } from './endings.ts';
import { bare, DAMMA, FATHA, KASRA, SHADDA, SUKUN } from './letters.ts';

/** The ending that the context gives a word; null where the rules cannot tell. */
export interface Ending3 {
  readonly case: NonNullable<Features['case']> | null;
  readonly state: NonNullable<Features['state']> | null;
  readonly mood: NonNullable<Features['mood']> | null;
}

/** Words whose genitive without article has fatha, and that take no tanwin. */
function diptote(stem: string, features: Features, name: boolean, comparative: boolean): boolean {
  if (comparative && features.number !== 'plural') return true;
  if (name) return !/^.\u064e.\u0650?.$/.test(stem);
  if (features.broken !== true) return /[^و]اء$/.test(stem) && features.gender === 'f';
  const letters = bare(stem);
  return /^..ا..?ي?.$/.test(letters) && !letters.endsWith('ة') && letters.length >= 5
    ? /^.\u064e?.?ا.\u0650/.test(stem) || /\u064e?.ا.\u0651?\u0650/.test(stem)
    : letters.endsWith('اء') && letters.length > 4;
}

const TENS = /^(?:عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)ون$/;
const CASE_VOWEL = { nominative: DAMMA, accusative: FATHA, genitive: KASRA } as const;
const TANWIN = { nominative: '\u064c', accusative: '\u064b', genitive: '\u064d' } as const;

/** What stands on the last letter of a noun for its case; '' where it shows none. */
export function caseMark(
  cut: Cut,
  ending: Ending,
  context: Ending3,
  comparative: boolean,
  name: boolean,
  adverbial: boolean,
): string {
  if (context.case === null) return '';
  const stem = cut.stem.vocalised;
  const { name: kind } = ending;
  const womenPlural = kind === 'women' || kind === 'women after madda';
  if (!['bare', 'held', 'feminine', 'feminine held', 'women', 'women after madda'].includes(kind)) return '';
  if ((kind === 'bare' || kind === 'held') && /[ىا]$/.test(stem)) return '';
  // لَدَيها
  if (kind === 'held' && stem.endsWith(`${FATHA}ي`)) return '';
  const weakEnd = (kind === 'bare' || kind === 'held') && stem.endsWith(`${KASRA}ي`);
  if (weakEnd) return context.case === 'accusative' && context.state !== 'indefinite' ? FATHA : '';
  const definite =
    context.state === 'definite' || context.state === 'construct' || cut.suffix.pronoun >= 0 || cut.prefix.article;
  if (context.state === null && !definite) return '';
  // عِشرُونَ ends as it is; a name is left as it is called.
  if (/[\u064b-\u0650]$/.test(stem) || TENS.test(bare(stem)) || (name && !cut.prefix.article)) return '';
  const features = { ...cut.stem.features, ...ending.features };
  if (womenPlural && context.case === 'accusative') return definite ? KASRA : TANWIN.genitive;
  if (definite) return CASE_VOWEL[context.case];
  const feminineName = name && kind === 'feminine';
  if (feminineName || ((kind === 'bare' || kind === 'held') && diptote(stem, features, name, comparative)))
    return context.case === 'nominative' ? DAMMA : FATHA;
  // An indefinite accusative would be written with its ا: without it the case was not that.
  if (context.case === 'accusative' && kind === 'bare' && !stem.endsWith('ء')) return adverbial ? FATHA : '';
  return TANWIN[context.case];
}

/** The stem and its ending with the mood that the context asks for. */
export function imperfectEnd(ending: Ending, mood: Ending3['mood'], stem: string): string {
  if (ending.name === 'whole' || ending.name === 'long') {
    if (mood === 'subjunctive') return FATHA;
    if (mood === 'jussive') return stem.endsWith(SHADDA) ? FATHA : SUKUN;
    return DAMMA;
  }
  if (ending.name === 'weak' && mood === 'subjunctive') return FATHA;
  if (ending.name === 'cut short' && !/[\u064e-\u0650]$/.test(stem)) return SUKUN;
  return ending.vocalised;
}
