/**
 * A verb's stems from its form and root: perfect, imperfect and imperative, active and passive, participles and masdars, for
 * sound, hollow, defective, assimilated, doubled and hamzated roots of all ten forms and the four-letter ones. Strings are in
 * the source style with a bare ء (hamza.ts seats it).
 */
import { conjugateFirst } from './first.ts';
import { seat } from './hamza.ts';
import { FATHA as a, KASRA as i, DAMMA as u, SHADDA, unseat } from './letters.ts';
import { type Pattern, patterns } from './patterns.ts';
import {
  type Conjugation,
  type Finished,
  finish,
  type Head,
  imperatives,
  imperfectStems,
  long,
  perfectStems,
  short,
  type VerbSource,
  type VerbStem,
  type Vowel,
  weak,
  weakImperfect,
  weakPerfect,
} from './stems.ts';

/** Conjugates; null where the form and the root do not go together (a root of the wrong length). */
export function conjugate(source: VerbSource): Conjugation | null {
  const { form, root } = source;
  const letters = [...root];
  const four = form.startsWith('q');
  if (letters.length !== (four ? 4 : 3)) return null;
  if (form === '1') return conjugateFirst(source);
  const tries = patterns(form, root).map((pattern) => assemble(source, pattern));
  const lemma = plain(source.lemma);
  return tries.find((one) => plain(seat(one.lemma)) === lemma) ?? tries[0] ?? null;
}

/** For comparison: hamza unseated, long and short as written. */
export const plain = (vocalised: string): string =>
  unseat(vocalised)
    .replaceAll(`ء${i}`, 'ء')
    .replace(/\u064e(?=[اىة])/g, '');

function assemble(source: VerbSource, pattern: Pattern): Conjugation {
  const { form, root } = source;
  const four = form.startsWith('q');
  const nine = form === '9';
  const [, b = '', c = '', e = ''] = root;
  // Of a four-letter root the third letter stands where the second of three does; of form IX the last is doubled.
  const c2 = four ? c : nine ? c : b;
  const c3 = form === 'q4' || nine ? c2 : four ? e : c;
  const last = form === 'q4' ? e : c3;
  const q4 = form === 'q4' || nine;
  const end = (head: Head, v: Vowel, shortV: Vowel = v): Finished =>
    q4
      ? form === 'q4'
        ? [
            `${head.open}${c2}${short[v]}${last}${SHADDA}`,
            `${head.open.slice(0, -1)}${short.a}${c2}${last}${short[v]}${last}`,
          ]
        : [`${head.open}${c2}${SHADDA}`, `${head.open}${c2}${short[v]}${c2}`]
      : finish(head, v, c2, c3, shortV);
  const stems: VerbStem[] = [];
  const defective = weak(c3) && !q4;
  let lemma: string;
  let imperfectHe: string;
  let active: string;
  let passive: string;
  const from = (head: Head) => head.open + head.middle;
  if (defective) {
    stems.push(...weakPerfect(from(pattern.perfect), 'a', c3, false, false));
    stems.push(...weakPerfect(from(pattern.perfectPassive), 'i', c3, false, true));
    stems.push(...weakImperfect(from(pattern.imperfect), pattern.v, false, pattern.person));
    stems.push(...weakImperfect(from(pattern.imperfectPassive), 'a', true, u));
    lemma = (stems[0] as VerbStem).stem;
    imperfectHe = from(pattern.imperfect) + (pattern.v === 'a' ? 'ى' : long[pattern.v]);
    const base = from(pattern.imperfect);
    active = `م${u}${base}${i}ي`;
    passive = `م${u}${from(pattern.imperfectPassive)}${/ي\u0651?$/.test(base) ? 'ا' : 'ى'}`;
    stems.push(...imperatives(form, base + (pattern.v === 'a' ? a : short[pattern.v]), base, pattern.v));
  } else {
    const perfectActive = end(pattern.perfect, 'a');
    stems.push(...perfectStems(perfectActive, false));
    if (form !== '7' && form !== '9') stems.push(...perfectStems(end(pattern.perfectPassive, 'i'), true));
    const imperfectActive = end(pattern.imperfect, pattern.v);
    stems.push(...imperfectStems(imperfectActive, false, pattern.person));
    const imperfectPassive = end(pattern.imperfectPassive, 'a');
    if (form !== '7' && form !== '9') stems.push(...imperfectStems(imperfectPassive, true, u));
    [lemma] = perfectActive;
    [imperfectHe] = imperfectActive;
    const participle = form === '5' || form === '6' || form === 'q2' ? end(pattern.imperfect, 'i') : imperfectActive;
    active = `م${u}${participle[0]}`;
    passive = `م${u}${imperfectPassive[0]}`;
    stems.push(...imperatives(form, imperfectActive[1], imperfectActive[0], null));
  }
  return { lemma, imperfect: `ي${pattern.person}${imperfectHe}`, stems, active, passive, masdar: pattern.masdar };
}
