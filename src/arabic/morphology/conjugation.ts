/**
 * A verb's stems from its form and root: perfect, imperfect and imperative, active and passive, participles and masdars, for
 * sound, hollow, defective, assimilated, doubled and hamzated roots of all ten forms and the four-letter ones. Strings are in
 * the source style with a bare ء (hamza.ts seats it).
 */
import type { VerbForm } from '../../core/dictionary/answer.ts';
import { IMPERATIVE, IMPERFECT, mask, PERFECT, type Kind } from './endings.ts';
import { seat } from './hamza.ts';
import { FATHA as a, bare, DAMMA as u, KASRA as i, SHADDA, unseat } from './letters.ts';

export type Vowel = 'a' | 'i' | 'u';

/** What the dictionary knows of a verb. */
export interface VerbSource {
  readonly form: VerbForm;
  /** Root letters, hamza as ء. */
  readonly root: string;
  /** The lemma in source style. */
  readonly lemma: string;
  /** Of form I: the vowel of the imperfect. */
  readonly vowel: Vowel | '';
  /** The imperfect (he), where it is irregular; source style. */
  readonly imperfect?: string;
}

export interface VerbStem {
  readonly kind: Kind;
  /** Source style with ء; an imperfect without its person letter. */
  readonly stem: string;
  readonly mask: number;
  readonly passive: boolean;
  /** The vowel of the person letter. */
  readonly person: '' | typeof a | typeof u;
}

export interface Conjugation {
  /** What the rules make of the root: equal to the lemma for a regular verb. */
  readonly lemma: string;
  /** The imperfect of he, without its last vowel. */
  readonly imperfect: string;
  readonly stems: readonly VerbStem[];
  readonly active: string;
  readonly passive: string;
  /** The regular masdar; null for form I, which has none. */
  readonly masdar: string | null;
}

const weak = (letter: string) => letter === 'و' || letter === 'ي';
const short: Readonly<Record<Vowel, string>> = { a, i, u };
const long: Readonly<Record<Vowel, string>> = { a: 'ا', i: `${i}ي`, u: `${u}و` };
const GUTTURAL = 'ءهعحغخ';

/** c1 and the ت of form VIII, as they melt together. The first is the rule, the others occur. */
function withTa(c1: string): readonly string[] {
  switch (c1) {
    case 'د':
      return [`د${SHADDA}`];
    case 'ذ':
      return [`د${SHADDA}`, `ذ${SHADDA}`, 'ذد'];
    case 'ز':
      return ['زد'];
    case 'ص':
      return ['صط'];
    case 'ض':
      return ['ضط'];
    case 'ط':
      return [`ط${SHADDA}`];
    case 'ظ':
      return [`ظ${SHADDA}`, 'ظط'];
    case 'ت':
    case 'و':
    case 'ي':
      return [`ت${SHADDA}`];
    case 'ث':
      return [`ث${SHADDA}`, 'ثت'];
    case 'ء':
      return ['ءت', `ت${SHADDA}`];
    default:
      return [`${c1}ت`];
  }
}

/**
 * A stem up to its middle letter: what stands before it, whether that letter is doubled, and how it leans: 'open' on a vowel
 * that a long one can replace, 'closed' on a silent letter that can take its vowel, 'firm' on neither.
 */
interface Head {
  readonly open: string;
  readonly middle: string;
  readonly lean: 'open' | 'closed' | 'firm';
}

type Finished = readonly [before: string, beforeConsonant: string];

/** The end of a stem whose middle letter has the vowel v: before an ending that begins with a vowel, and with a consonant. */
function finish(head: Head, v: Vowel, c2: string, c3: string, shortV: Vowel = v): Finished {
  const { open, middle, lean } = head;
  if (lean !== 'firm' && weak(c2) && !weak(c3)) {
    const body = lean === 'open' ? open.slice(0, -1) : open;
    return [body + long[v] + c3, body + short[shortV] + c3];
  }
  if (lean !== 'firm' && c2 === c3) {
    const body = lean === 'open' ? open : open + short[v];
    return [body + c2 + SHADDA, open + c2 + short[v] + c2];
  }
  return [open + middle + short[v] + c3, open + middle + short[v] + c3];
}

const perfect = (...names: string[]) => mask(PERFECT, ...names);
const CONSONANT = ['they, f', 'I', 'you', 'you, f', 'you two', 'you all', 'you all, f', 'we'];
const VOWEL = perfect('he', 'they two', 'they', 'she', 'they two, f');
const C = perfect(...CONSONANT);
const imperfect = (...names: string[]) => mask(IMPERFECT, ...names);
const BEFORE_VOWEL = ['two', 'many', 'you, f', 'two, cut', 'many, cut', 'you, f, cut'];
const imperative = (...names: string[]) => mask(IMPERATIVE, ...names);

/** Stems of a perfect that is not defective. */
function perfectStems([v, c]: Finished, passive: boolean): VerbStem[] {
  const make = (stem: string, bits: number): VerbStem => ({ kind: PERFECT, stem, mask: bits, passive, person: '' });
  const stems = v === c ? [make(v, VOWEL | C)] : [make(v, VOWEL), make(c, C)];
  // كنّا، تمكنّا: two ن are written as one; أثبتّ: two ت.
  if (c.endsWith('ن')) stems.push(make(c.slice(0, -1), perfect('we after n', 'they, f, after n')));
  if (c.endsWith('ت')) stems.push(make(c.slice(0, -1), perfect('I after t')));
  return stems;
}

/** Stems of a defective perfect: `base` ends with the middle letter. */
function weakPerfect(base: string, v: Vowel, c3: string, formI: boolean, passive: boolean): VerbStem[] {
  const make = (stem: string, bits: number): VerbStem => ({ kind: PERFECT, stem, mask: bits, passive, person: '' });
  if (v === 'i')
    return [make(`${base}${i}ي`, perfect('he', 'she', 'they two', 'they two, f') | C), make(base, perfect('they'))];
  const waw = formI && c3 === 'و';
  const alif = waw || base.endsWith('ي') || base.endsWith(`ي${SHADDA}`);
  return [
    make(base + (alif ? 'ا' : 'ى'), perfect('he, weak')),
    make(`${base}ا`, perfect('he, weak, held')),
    make(base, perfect('she', 'they two, f', 'they after a')),
    make(`${base}${a}${waw ? 'و' : 'ي'}`, C | perfect('they two')),
  ];
}

/** Stems of an imperfect (without the person) that is not defective. */
function imperfectStems([v, c]: Finished, passive: boolean, person: typeof a | typeof u): VerbStem[] {
  const make = (stem: string, bits: number): VerbStem => ({ kind: IMPERFECT, stem, mask: bits, passive, person });
  const stems =
    v === c
      ? [make(v, imperfect('whole', ...BEFORE_VOWEL, 'women'))]
      : [
          make(v, imperfect(v.endsWith(SHADDA) ? 'whole' : 'long', ...BEFORE_VOWEL)),
          make(c, imperfect('cut short', 'women')),
        ];
  return stems;
}

/** Stems of a defective imperfect. */
function weakImperfect(base: string, v: Vowel, passive: boolean, person: typeof a | typeof u): VerbStem[] {
  const make = (stem: string, bits: number): VerbStem => ({ kind: IMPERFECT, stem, mask: bits, passive, person });
  if (v === 'a') {
    const alif = base.endsWith('ي') || base.endsWith(`ي${SHADDA}`);
    return [
      make(base + (alif ? 'ا' : 'ى'), imperfect('weak a')),
      make(`${base}ا`, imperfect('weak a held')),
      make(base + a, imperfect('cut short')),
      make(base, imperfect('many after a', 'you, f, after a', 'many, cut, after a')),
      make(`${base}${a}ي`, imperfect('two', 'women', 'two, cut')),
    ];
  }
  return [
    make(base + long[v], imperfect('weak', 'two', 'women', 'two, cut')),
    make(base + short[v], imperfect('cut short')),
    make(base, imperfect('many', 'you, f', 'many, cut', 'you, f, cut')),
  ];
}

/** The four heads of a form: perfect and imperfect, active and passive; and its masdar. */
interface Pattern {
  readonly perfect: Head;
  readonly perfectPassive: Head;
  readonly imperfect: Head;
  readonly imperfectPassive: Head;
  /** The vowel of the middle letter in the active imperfect. */
  readonly v: Vowel;
  readonly person: typeof a | typeof u;
  readonly masdar: string | null;
}

const head = (open: string, middle: string, lean: Head['lean']): Head => ({ open, middle, lean });

/** The patterns of a form for one root; the first that makes the lemma is taken. */
function patterns(form: VerbForm, root: string): readonly Pattern[] {
  const [c1 = '', c2 = '', c3 = '', c4 = ''] = root;
  const defective = weak(c3);
  const hollow = weak(c2) && !defective;
  const d = c2 + SHADDA;
  const end = defective ? 'ء' : c3;
  const make = (
    perfect: Head,
    perfectPassive: Head,
    imperfect: Head,
    imperfectPassive: Head,
    v: Vowel,
    person: typeof a | typeof u,
    masdar: string | null,
  ): Pattern => ({ perfect, perfectPassive, imperfect, imperfectPassive, v, person, masdar });
  switch (form) {
    case '2': {
      const masdar = defective
        ? `ت${a}${c1}${c2}${i}ي${a}ة`
        : c3 === 'ء'
          ? `ت${a}${c1}${c2}${i}ءة`
          : `ت${a}${c1}${c2}${i}ي${c3}`;
      return [
        make(
          head(c1 + a, d, 'firm'),
          head(c1 + u, d, 'firm'),
          head(c1 + a, d, 'firm'),
          head(c1 + a, d, 'firm'),
          'i',
          u,
          masdar,
        ),
      ];
    }
    case '3': {
      const make3 = (lean: Head['lean']) => {
        const same = head(`${c1}ا`, c2, lean);
        const rest = lean === 'open' ? d : defective ? `${c2}ا` : c2 + a + c3;
        return make(same, head(`${c1}${u}و`, c2, 'firm'), same, same, 'i', u, `م${u}${c1}ا${rest}ة`);
      };
      // حاجّ, but also حاجج.
      return c2 === c3 ? [make3('open'), make3('firm')] : [make3('firm')];
    }
    case '4': {
      const masdar = hollow ? `ء${i}${c1}ا${c3}ة` : `ء${i}${c1 === 'و' ? 'ي' : c1}${c2}ا${end}`;
      const make4 = (lean: Head['lean']) =>
        make(
          head(`ء${a}${c1}`, c2, lean),
          head(`ء${u}${c1}`, c2, lean),
          head(c1, c2, lean),
          head(c1, c2, lean),
          'i',
          u,
          lean === 'firm' ? `ء${i}${c1}${c2}ا${end}` : masdar,
        );
      return [make4('closed'), make4('firm')];
    }
    case '5':
    case '6': {
      const five = form === '5';
      const stem = five ? `ت${a}${c1}${a}` : `ت${a}${c1}ا`;
      const passive = five ? `ت${u}${c1}${u}` : `ت${u}${c1}${u}و`;
      const middle = five ? d : c2;
      const make56 = (lean: Head['lean']) => {
        const same = head(stem, middle, lean);
        const masdar = defective
          ? `${stem}${middle}${i}ي`
          : lean === 'open'
            ? `${stem}${d}`
            : `${stem}${middle}${u}${c3}`;
        return make(same, head(passive, middle, 'firm'), same, same, 'a', a, masdar);
      };
      // تحاجّ, but also تحاصص.
      return !five && c2 === c3 ? [make56('open'), make56('firm')] : [make56('firm')];
    }
    case '7': {
      const make7 = (lean: Head['lean']) =>
        make(
          head(`ا${i}ن${c1}${a}`, c2, lean),
          head(`ا${u}ن${c1}${u}`, c2, lean),
          head(`ن${c1}${a}`, c2, lean),
          head(`ن${c1}${a}`, c2, lean),
          hollow || c2 === c3 ? 'a' : 'i',
          a,
          `ا${i}ن${c1}${i}${hollow ? 'ي' : c2}ا${end}`,
        );
      return [make7('open')];
    }
    case '8':
      return withTa(c1).flatMap((t) => {
        const make8 = (lean: Head['lean']) =>
          make(
            head(`ا${i}${t}${a}`, c2, lean),
            head(`ا${u}${t}${u}`, c2, lean),
            head(`${t}${a}`, c2, lean),
            head(`${t}${a}`, c2, lean),
            lean === 'open' && (hollow || c2 === c3) ? 'a' : 'i',
            a,
            `ا${i}${t}${i}${hollow && lean === 'open' ? 'ي' : c2}ا${end}`,
          );
        // ازدوج، اجتور: a middle و that stays.
        return hollow ? [make8('open'), make8('firm')] : [make8('open')];
      });
    case '10': {
      const make10 = (lean: Head['lean']) =>
        make(
          head(`ا${i}ست${a}${c1}`, c2, lean),
          head(`ا${u}ست${u}${c1}`, c2, lean),
          head(`ست${a}${c1}`, c2, lean),
          head(`ست${a}${c1}`, c2, lean),
          'i',
          a,
          hollow && lean !== 'firm' ? `ا${i}ست${i}${c1}ا${c3}ة` : `ا${i}ست${i}${c1 === 'و' ? 'ي' : c1}${c2}ا${end}`,
        );
      return hollow ? [make10('closed'), make10('firm')] : [make10('closed')];
    }
    case 'q1':
    case 'q2': {
      const t = form === 'q2' ? `ت${a}` : '';
      const tu = form === 'q2' ? `ت${u}` : '';
      const stem = head(`${t}${c1}${a}${c2}`, c3, 'firm');
      return [
        make(
          stem,
          head(`${tu}${c1}${u}${c2}`, c3, 'firm'),
          stem,
          stem,
          form === 'q1' ? 'i' : 'a',
          form === 'q1' ? u : a,
          form === 'q1'
            ? `${c1}${a}${c2}${c3}${weak(c4) ? 'ا' : a + c4}ة`
            : weak(c4)
              ? `${t}${c1}${a}${c2}${c3}${i}ي`
              : `${t}${c1}${a}${c2}${c3}${u}${c4}`,
        ),
      ];
    }
    case 'q4': {
      const perfect = head(`ا${i}${c1}${c2}${a}`, c3, 'open');
      return [
        make(
          perfect,
          head(`ا${u}${c1}${c2}${u}`, c3, 'open'),
          head(`${c1}${c2}${a}`, c3, 'open'),
          head(`${c1}${c2}${a}`, c3, 'open'),
          'i',
          a,
          `ا${i}${c1}${c2}${i}${c3}${c4}ا${c4}`,
        ),
      ];
    }
    case '9': {
      const stem = head(`${c1}${c2}${a}`, c3, 'open');
      return [
        make(head(`ا${i}${c1}${c2}${a}`, c3, 'open'), stem, stem, stem, 'i', a, `ا${i}${c1}${c2}${i}${c3}ا${c3}`),
      ];
    }
    case '1':
      return [];
  }
}

/** The vowel of the middle letter of a form I perfect, from its lemma (عَلِم: i). */
function perfectVowel(lemma: string): Vowel {
  if (/^.\u064e.\u0651?\u0650/.test(lemma)) return 'i';
  if (/^.\u064e.\u0651?\u064f/.test(lemma)) return 'u';
  return 'a';
}

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

/** The imperative: of he, and before a vowel. */
function imperatives(form: VerbForm, cut: string, before: string, weakVowel: Vowel | null): VerbStem[] {
  const opening = form === '4' ? `ء${a}` : '789q410'.includes(form) && form !== 'q1' && form !== 'q2' ? `ا${i}` : '';
  const make = (stem: string, bits: number): VerbStem => ({
    kind: IMPERATIVE,
    stem: opening + stem,
    mask: bits,
    passive: false,
    person: '',
  });
  return [
    make(cut, imperative('do')),
    make(before, weakVowel === 'a' ? imperative('do, all, after a') : imperative('do, f', 'do, all')),
  ];
}

function conjugateFirst(source: VerbSource): Conjugation {
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
