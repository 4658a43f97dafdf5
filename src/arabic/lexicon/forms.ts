/** Stems of the words of everyday, from their plainest form: what stands before an ending (vocabulary.ts takes the endings off). */
import { key } from '../characters.ts';

/** Endings of a noun or an adjective; the feminine ه gives way to them: طالب, طالبة, طالبين, طالبهم. */
export const NOUN_ENDINGS = [
  'ه',
  'ا',
  'ات',
  'ين',
  'ون',
  'ان',
  'ي',
  'يه',
  'تين',
  'تان',
  'تي',
  'ت',
  'تها',
  'ته',
  'تهم',
  'تنا',
  'ها',
  'هم',
  'نا',
  'هما',
  'اته',
  'اتها',
  'اتهم',
  'اتنا',
  'يها',
  'يهم',
  'يين',
  'يون',
  'يا',
  'وه',
  'يات',
];

/** مشكلة → مشكل, طالب → طالب. */
export function nounStem(written: string): string {
  const word = key(written);
  return word.length > 3 && word.endsWith('ه') ? word.slice(0, -1) : word;
}

function imperfectOf(verb: string, written: string): string {
  if (/^أ..+/.test(written) && verb.length > 3) return verb.slice(1);
  if (/^(?:است|ا.[تط]|ان)/.test(verb) && verb.length > 4) return verb.slice(1);
  return verb;
}

/**
 * قرر → perfects قرر, قررت, قرروا; the imperfect less its first letter, قرر; participles and verbal nouns مقرر, تقرير.
 * A pair "قام/يقوم" says its own imperfect.
 */
export function verbStems(pair: string, perfect: Set<string>, imperfect: Set<string>, nominal: Set<string>): void {
  const [written = '', told] = pair.split('/');
  const verb = key(written);
  const weak = /[اىي]$/.test(written) && verb.length > 2;
  const base = weak ? verb.slice(0, -1) : verb;
  for (const form of [verb, `${base}ت`, `${base}وا`, `${base}تا`, `${base}ن`, ...(weak ? [`${base}ا`] : [])])
    perfect.add(form);
  const tail = told ? key(told).slice(1) : imperfectOf(verb, written);
  imperfect.add(tail);
  const give = (stem: string) => nominal.add(nounStem(stem));
  if (verb.length === 3 && !weak && !told) {
    const [a, b, c] = verb;
    for (const pattern of [`${a}ا${b}${c}`, `م${a}${b}و${c}`, `ت${a}${b}ي${c}`, `م${verb}`]) give(pattern);
    return;
  }
  give(`م${tail}`);
  if (verb.length > 4 && verb.startsWith('ا'))
    give(`${base.slice(0, weak ? undefined : -1)}ا${weak ? 'ء' : verb.slice(-1)}`);
  if (verb.length === 4 && written[0] === 'أ') give(`${verb.slice(0, -1)}ا${verb.slice(-1)}`);
  if (verb[1] === 'ا' && verb.length === 4) give(`م${verb}ه`);
  if (verb.startsWith('ت')) give(verb);
}
