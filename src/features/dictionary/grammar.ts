/** What is worth saying of a reading's grammar, in the order in which a grammar says it: names of strings under `terms`. */
import type { Features, Reading } from '../../core/dictionary/answer.ts';

/** A term, or a form of the verb with its pattern. */
export type Term =
  | `tense.${NonNullable<Features['tense']>}`
  | `voice.${NonNullable<Features['voice']>}`
  | `mood.${NonNullable<Features['mood']>}`
  | `person.${1 | 2 | 3}`
  | `gender.${'m' | 'f'}`
  | `number.${NonNullable<Features['number']>}`
  | `derived.${'active' | 'passive' | 'masdar'}`
  | `case.${NonNullable<Features['case']>}`
  | `state.${NonNullable<Features['state']>}`
  | `form.${NonNullable<Features['form']>}`
  | 'plural.broken'
  | 'plural.m'
  | 'plural.f'
  | 'adverbial';

const DERIVED = { 'active participle': 'active', 'passive participle': 'passive', masdar: 'masdar' } as const;

const NOMINAL = new Set(['noun', 'adj', 'adj_comp', 'adj_num', 'noun_num', 'noun_quant', 'noun_prop']);

/** Nothing for what a reader learns nothing from: active is said only of what is derived, a singular not of a particle. */
export function termsOf({ pos, features, pieces }: Reading): Term[] {
  const { tense, voice, mood, person, gender, number, form, derived, broken, state, adverbial } = features;
  const terms: Term[] = [];
  if (derived) terms.push(`derived.${DERIVED[derived]}`);
  if (tense) terms.push(`tense.${tense}`);
  if (form) terms.push(`form.${form}`);
  if (tense && voice === 'passive') terms.push('voice.passive');
  if (mood) terms.push(`mood.${mood}`);
  if (adverbial) terms.push('adverbial');
  const nominal = NOMINAL.has(pos);
  if (person && (tense || pos === 'pron')) terms.push(`person.${person}`);
  if (tense || nominal || pos.startsWith('pron')) {
    if (number === 'plural' && nominal) {
      const sound = pieces.find(({ kind, written }) => kind === 'ending' && /^(?:ون|ين|و|ي|ات)$/.test(written));
      if (broken) terms.push('plural.broken');
      else if (sound) terms.push(sound.written === 'ات' ? 'plural.f' : 'plural.m');
      else terms.push('number.plural');
    } else if (number) terms.push(`number.${number}`);
    if (gender && !(number === 'plural' && nominal && !broken)) terms.push(`gender.${gender}`);
  }
  if (features.case && nominal) terms.push(`case.${features.case}`);
  if (state && nominal) terms.push(`state.${state}`);
  return terms;
}
