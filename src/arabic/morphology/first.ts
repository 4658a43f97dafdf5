/** Form I, whose vowels the lemma and the dictionary tell, and no pattern. */
import { IMPERATIVE, IMPERFECT } from './endings.ts';
import { bare, FATHA as a, DAMMA as u, KASRA as i, SHADDA, unseat } from './letters.ts';
import { head } from './patterns.ts';
import {
  type Conjugation,
  finish,
  type Head,
  imperative,
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

const GUTTURAL = 'ءهعحغخ';

/** The vowel of the middle letter of a form I perfect, from its lemma (عَلِم: i). */
function perfectVowel(lemma: string): Vowel {
  if (/^.\u064e.\u0651?\u0650/.test(lemma)) return 'i';
  if (/^.\u064e.\u0651?\u064f/.test(lemma)) return 'u';
  return 'a';
}

/** Conjugates a verb of form I; its root has three letters. */
export function conjugateFirst(source: VerbSource): Conjugation {
  const { root, lemma: written } = source;
  const [c1 = '', c2 = '', c3 = ''] = root;
  const v: Vowel = source.vowel === '' ? 'a' : source.vowel;
  const perfectV = perfectVowel(unseat(written));
  const defective = weak(c3);
  const open = head(c1 + a, c2, 'open');
  const openPassive = head(c1 + u, c2, 'open');
  // يصل، يضع: a first و falls before i, and before a that a throat letter made of i.
  const drops =
    c1 === 'و' &&
    (v === 'i' ||
      (v === 'a' && c2 !== c3 && (GUTTURAL.includes(c2) || GUTTURAL.includes(c3)) && !/^و.\u064e?ج/.test(written)));
  const closed = head(drops ? '' : c1, c2, drops ? 'firm' : 'closed');
  const closedPassive = head(c1, c2, 'closed');
  const stems: VerbStem[] = [];
  let lemma: string;
  let he: string;
  let active: string;
  let passive: string;
  if (defective) {
    stems.push(...weakPerfect(c1 + a + c2, perfectV === 'i' ? 'i' : 'a', c3, true, false));
    stems.push(...weakPerfect(c1 + u + c2, 'i', c3, true, true));
    const base = (drops ? '' : c1) + c2;
    stems.push(...weakImperfect(base, v, false, a), ...weakImperfect(c1 + c2, 'a', true, u));
    lemma = perfectV === 'i' ? `${c1}${a}${c2}${i}ي` : (stems[0] as VerbStem).stem;
    he = base + (v === 'a' ? (c2 === 'ي' ? 'ا' : 'ى') : long[v]);
    active = `${c1}ا${c2}${i}ي`;
    passive = c3 === 'و' && v === 'u' ? `م${a}${c1}${c2}${u}و${SHADDA}` : `م${a}${c1}${c2}${i}ي${SHADDA}`;
    if (!drops) {
      const opening = `ا${v === 'u' ? u : i}`;
      stems.push({
        kind: IMPERATIVE,
        stem: opening + base + short[v],
        mask: imperative('do'),
        passive: false,
        person: '',
      });
      stems.push({
        kind: IMPERATIVE,
        stem: opening + base,
        mask: v === 'a' ? imperative('do, all, after a') : imperative('do, f', 'do, all'),
        passive: false,
        person: '',
      });
    }
  } else {
    const hollow = weak(c2) && bare(unseat(written)).charAt(1) === 'ا';
    const firm = weak(c2) && !hollow;
    const lean = (head: Head): Head => (firm ? { ...head, lean: 'firm' } : head);
    const perfectActive = hollow
      ? finish(open, 'a', c2, c3, v === 'u' ? 'u' : 'i')
      : finish(lean(open), perfectV, c2, c3);
    // مَدّ is written so whatever its middle vowel; ظَلّ, ظَلِلتُ.
    const vDoubled = c2 === c3 && v === 'a' ? finish(open, 'i', c2, c3)[1] : perfectActive[1];
    stems.push(...perfectStems([perfectActive[0], vDoubled], false));
    const perfectPassive = finish(lean(openPassive), 'i', c2, c3);
    // عُدّ, not عُدِّ: the two have moved together.
    stems.push(...perfectStems(perfectPassive, true));
    const imperfectActive = finish(lean(closed), v, c2, c3);
    stems.push(...imperfectStems(imperfectActive, false, a));
    stems.push(...imperfectStems(finish(lean(closedPassive), 'a', c2, c3), true, u));
    [lemma] = perfectActive;
    [he] = imperfectActive;
    active = hollow
      ? `${c1}ا${c3 === 'ء' ? `ء${i}ي` : `ء${i}${c3}`}`
      : c2 === c3
        ? `${c1}ا${c2}${SHADDA}`
        : `${c1}ا${c2}${i}${c3}`;
    passive = hollow ? (c2 === 'و' ? `م${a}${c1}${u}و${c3}` : `م${a}${c1}${i}ي${c3}`) : `م${a}${c1}${c2}${u}و${c3}`;
    const short3 = c1 === 'ء' && /^(?:خذ|كل|مر)$/.test(c2 + c3);
    const sheer = hollow || drops || c2 === c3 || short3;
    const opening = sheer ? '' : `ا${v === 'u' ? u : i}`;
    const [before, cut] = short3 ? [`${c2}${u}${c3}`, `${c2}${u}${c3}`] : imperfectActive;
    stems.push({
      kind: IMPERATIVE,
      stem: opening + (c2 === c3 ? before : cut),
      mask: imperative('do'),
      passive: false,
      person: '',
    });
    stems.push({
      kind: IMPERATIVE,
      stem: opening + before,
      mask: imperative('do, f', 'do, all'),
      passive: false,
      person: '',
    });
  }
  let imperfectHe = `ي${a}${he}`;
  if (source.imperfect !== undefined) {
    // يَرى: given whole; the stem is what follows the person letter.
    const given = unseat(source.imperfect);
    imperfectHe = given;
    const rest = given.slice(2);
    const person = given.charAt(1) === u ? u : a;
    for (let at = stems.length - 1; at >= 0; at--) {
      const stem = stems[at] as VerbStem;
      if (stem.kind === IMPERFECT && !stem.passive) stems.splice(at, 1);
    }
    if (/[ىا]$/.test(rest) && defective) stems.push(...weakImperfect(rest.slice(0, -1), 'a', false, person));
    else if (rest.endsWith(`${i}ي`)) stems.push(...weakImperfect(rest.slice(0, -2), 'i', false, person));
    else if (rest.endsWith(`${u}و`)) stems.push(...weakImperfect(rest.slice(0, -2), 'u', false, person));
    else stems.push(...imperfectStems([rest, rest], false, person));
    if (/[ىا]$/.test(rest) && defective && c2 === 'ء') {
      // يُرى loses the hamza of رأى in the passive too.
      stems.push(...weakImperfect(rest.slice(0, -1), 'a', true, u));
    }
  }
  return { lemma, imperfect: imperfectHe, stems, active, passive, masdar: null };
}
