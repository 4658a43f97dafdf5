/** What the ranking looks at: a cut's word class and what of it its neighbours care about, as small numbers. */
import type { Features, WordClass } from '../../core/dictionary/answer.ts';
import { key } from '../characters.ts';
import type { Cut } from './cut.ts';
import { type Ending, endingsOf, IMPERATIVE, IMPERFECT, NOUN, PERFECT } from './endings.ts';
import { bodies, definiteBodies, honorifics, speakingNouns } from '../lexicon/titles.ts';
import { classOf, type Entry, orderMarks } from './entry.ts';
import { bandOf, derivedOf, type Lexicon, MASDAR, type Nature, type Stem, writtenOf } from './lexicon.ts';
import { DAMMA } from './letters.ts';
import { shapeCost } from './prior.ts';
import type { Ending3 } from './case.ts';

/** What a word does to the word after it. */
export const Role = {
  none: 0,
  lam: 1,
  lan: 2,
  sawfa: 3,
  qad: 4,
  la: 5,
  an: 6,
  anna: 7,
  preposition: 8,
  relative: 9,
  ma: 10,
  demonstrative: 11,
  adverbial: 12,
  auxiliary: 13,
  conjunction: 14,
  whenever: 15,
  quantity: 16,
  number: 17,
  pronoun: 18,
  adverb: 19,
  vocative: 20,
  amma: 21,
} as const;

/** Coarse word classes. */
export const Sort = {
  noun: 0,
  adjective: 1,
  name: 2,
  perfect: 3,
  imperfect: 4,
  imperative: 5,
  particle: 6,
  sign: 7,
  start: 8,
  number: 9,
} as const;

/**
 * Words that the rules know by themselves: مِن, قِبَل; a listed given name, the listed name of a family, of a place or body; واحد,
 * which agrees as an adjective does; عبد, which holds a name of God; today and the days of the week; an adjective in ـي with
 * the article, taken for a family's name; verbs whose subject is what is done (تم، يجب); the name of a Latin letter; غير.
 */
export const Mark = {
  none: 0,
  from: 1,
  part: 2,
  given: 3,
  family: 4,
  listed: 5,
  one: 6,
  servant: 7,
  day: 8,
  nisba: 9,
  impersonal: 10,
  letter: 11,
  other: 12,
} as const;
const MARKS: Readonly<Record<string, number>> = ordered({
  'مِن prep': Mark.from,
  'قِبَل n': Mark.part,
  'واحِد num': Mark.one,
  'غَير nz': Mark.other,
  'عَبد np': Mark.servant,
  'يَوم n': Mark.day,
  'سَبت n': Mark.day,
  'أَحَد n': Mark.day,
  'اِثنَين n': Mark.day,
  'ثُلاثاء n': Mark.day,
  'أَربِعاء n': Mark.day,
  'خَمِيس n': Mark.day,
  'جُمعة n': Mark.day,
  'تَمّ v1i': Mark.impersonal,
  'وَجَب v1i': Mark.impersonal,
  'أَمكَن v4': Mark.impersonal,
});

/** How a noun is closed: open, by the article, by a pronoun, by tanwin, or held open for the noun after it. */
export const State = { open: 0, article: 1, held: 2, tanwin: 3, construct: 4 } as const;

export interface Option {
  readonly cut: Cut | null;
  readonly lemma: number;
  readonly pos: WordClass;
  readonly sort: number;
  readonly role: number;
  readonly state: number;
  /** 0 unknown, 1 masculine, 2 feminine. */
  readonly gender: number;
  /** 1 one, 2 two, 3 many; 0 unknown. */
  readonly number: number;
  readonly human: boolean;
  /** May do what a sentence says: a person, or a body that acts and speaks (لجنة، الحكومة). */
  readonly agent: boolean;
  /** 0 any, 1 nominative, 2 not nominative, 3 accusative. */
  readonly case: number;
  readonly conjunction: boolean;
  readonly preposition: boolean;
  /** A noun used as preposition or adverb. */
  readonly adverbial: boolean;
  readonly comparative: boolean;
  /** An object or owner is attached. */
  readonly attached: boolean;
  readonly passive: boolean;
  /** A verb cut short, as after لم (يَقُلْ), where nothing in the word itself asks for it. */
  readonly jussive: boolean;
  readonly transitive: boolean;
  /** من before قِبَل, and what only these words do to each other. */
  readonly mark: number;
  /** The shape of a participle: 1 active, 2 passive, 0 neither. */
  readonly participle: number;
  /** Tells a time (اليوم), so that it may stand after a verb without being its subject. */
  readonly time: boolean;
  /** A rank or title, after which a name stands; for a name: that a list has it. */
  readonly title: boolean;
  /** A verb of saying that nobody is said to (قال، أعلن; not حذّر). */
  readonly says: boolean;
  /** 1, 2, 3 of a verb, else 0. */
  readonly person: number;
  /** The ending that the writer's own marks tell. */
  readonly told: Ending3 | null;
  /** Before its neighbours are asked; hundredths, higher is likelier. */
  readonly score: number;
}

const ROLES: Readonly<Record<string, number>> = ordered({
  'لَم part_neg': Role.lam,
  'لَن part_neg': Role.lan,
  'كَي conj_sub': Role.lan,
  'لِئَلّا conj_sub': Role.lan,
  'سَوفَ part_fut': Role.sawfa,
  'قَد part_verb': Role.qad,
  'لا part_neg': Role.la,
  'لا verb_pseudo': Role.la,
  'أَن conj_sub': Role.an,
  'أَنَّ conj_sub': Role.anna,
  'إنَّ conj_sub': Role.anna,
  'إن conj_sub': Role.whenever,
  'ما pron_rel': Role.ma,
  'ما part_neg': Role.ma,
  'ما conj_sub': Role.ma,
  'ما pron_interrog': Role.ma,
  'مَن pron_rel': Role.relative,
  'أَمّا part_focus': Role.amma,
  'إذا conj_sub': Role.whenever,
  'لَو conj_sub': Role.whenever,
  'إذ conj_sub': Role.whenever,
  'لَمّا conj_sub': Role.whenever,
  'حَتّى conj_sub': Role.lan,
  'ثُمَّ conj': Role.whenever,
  'كَما conj': Role.whenever,
  'عَدَم n': Role.quantity,
});
/** Marks in the order of the source, whatever an editor made of them. */
function ordered(roles: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(roles).map(([name, role]) => [orderMarks(name), role]));
}
const BY_CODE: Readonly<Record<string, number>> = {
  prep: Role.preposition,
  nz: Role.adverbial,
  pron_rel: Role.relative,
  pron_dem: Role.demonstrative,
  verb_pseudo: Role.anna,
  conj: Role.conjunction,
  conj_sub: Role.whenever,
  adv_rel: Role.whenever,
  nq: Role.quantity,
  num: Role.number,
  pron: Role.pronoun,
  adv: Role.adverb,
  part_voc: Role.vocative,
};
/** Verbs that another verb in the imperfect leans on. */
const AUXILIARIES = new Set(
  'كان أَصبَح باتَ بات ظَلّ كاد بَدَأ أَخَذ عاد زال اِستَمَرّ واصَل أَوشَك راح جَعَل ظَنّ رَأى دَعا تَرَك صار أَمسى بَقِي'.split(' '),
);

const markOf = (lemma: string, code: string, { vocalised }: Stem): number => {
  const mark = MARKS[`${lemma} ${code}`] ?? Mark.none;
  // مِمّا, أيام: another form does not do what the word itself does.
  return mark === Mark.none || vocalised === lemma || mark === Mark.one || mark === Mark.impersonal ? mark : Mark.none;
};

export function roleOf(lemma: string, code: string): number {
  if (code.startsWith('v') && AUXILIARIES.has(lemma)) return Role.auxiliary;
  return ROLES[`${lemma} ${code}`] ?? BY_CODE[code] ?? Role.none;
}

/** Persons' names have no article but where their gloss has it (al-Hajri). */
const isBareName = ({ code, forms, english }: Entry): boolean =>
  code === 'np' && forms.has('h') && !/^[Aa]l-/.test(english[0] ?? '');

/** What a lemma brings into every option. */
function natureOf(lexicon: Lexicon, lemma: number): Nature {
  const known = lexicon.natures.get(lemma);
  if (known) return known;
  const derived = derivedOf(lexicon.entries.length, lemma);
  const entry = lexicon.entries[derived?.verb ?? lemma];
  const code = derived ? (derived.which === MASDAR ? 'n' : 'a') : (entry?.code ?? 'n');
  const nature: Nature = {
    entry,
    derived: derived !== null,
    code,
    pos: classOf(code) ?? 'noun',
    role: roleOf(entry?.lemma ?? '', code),
    band: bandOf(lexicon, lemma),
    agent: !derived && entry !== undefined && isAgent(key(entry.lemma)),
    noArticle: !derived && entry !== undefined && (entry.forms.has('na') || isBareName(entry)),
    needsArticle: !derived && entry?.forms.has('al') === true,
    objectless: !derived && entry?.forms.has('i') === true && !entry.forms.has('t'),
  };
  lexicon.natures.set(lemma, nature);
  return nature;
}

/** By its last vowel: مُؤَكِّد does, مُؤَكَّد is done to. */
function participleOf(vocalised: string): number {
  if (!vocalised.startsWith(`م${DAMMA}`)) return /^.ا.\u0650.$/.test(vocalised) ? 1 : 0;
  return /\u0650[^\u064b-\u0652]\u0651?$|\u0650ي$/.test(vocalised)
    ? 1
    : /\u064e[^\u064b-\u0652]\u0651?$|[ىا]$/.test(vocalised)
      ? 2
      : 0;
}

/** Nominative only, not nominative, accusative: by the names of the endings, and by عشرون، عشرين. */
function caseOf({ name, features }: Ending, { vocalised }: Stem, code: string): number {
  if (code === 'num' && vocalised.includes('ُون')) return 1;
  if (code === 'num' && vocalised.includes('ِين')) return 2;
  if (name === 'accusative') return 3;
  if (features.case === 'nominative') return 1;
  return name.includes('oblique') ? 2 : 0;
}

const CASE_BY_MARKS: Readonly<Record<string, number>> = { nominative: 1, genitive: 2, accusative: 3 };

function stateOf(cut: Cut, ending: Ending): number {
  if (cut.prefix.article) return State.article;
  if (cut.suffix.pronoun >= 0) return State.held;
  if (ending.name === 'accusative' || ending.name === 'fallen') return State.tanwin;
  return ending.name.includes('construct') ? State.construct : State.open;
}

/** Titles that have the article, without it. */
const titles = new Set([...honorifics].filter((title) => title.startsWith('ال')).map((title) => title.slice(2)));

const SAYS = new Set(['said', 'confirmed', 'announced', 'denied', 'claimed', 'added', 'explained']);
const AGENTS = new Set([...bodies, ...definiteBodies, ...speakingNouns]);
const isAgent = (word: string): boolean => AGENTS.has(word) || AGENTS.has(`ال${word}`);
/** The weight of how common a word is: a band is a factor of about two and a quarter. */
const BAND = 81;

/** How likely a cut is by itself, in the scale of options. */
export function scoreOf(lexicon: Lexicon, cut: Cut): number {
  const { stem } = cut;
  const nature = natureOf(lexicon, stem.lemma);
  const score = nature.band * BAND - shapeCost(cut);
  if (cut.prefix.article ? nature.noArticle : nature.needsArticle) return score - (cut.prefix.article ? 250 : 400);
  // أجازها, not جازها: a verb without an object has none attached.
  if (cut.suffix.pronoun >= 0 && nature.objectless && (stem.kind === PERFECT || stem.kind === IMPERFECT))
    return score - 200;
  const common = stem.passive ? lexicon.entries[stem.lemma]?.forms.get('pass') : undefined;
  return common ? score + Number(common[0] ?? 120) : score;
}

/** A cut as its neighbours see it; `listed`: what a list of names says of it (`Mark`). */
export function optionOf(
  lexicon: Lexicon,
  cut: Cut,
  score = scoreOf(lexicon, cut),
  listed: number = Mark.none,
  told: Ending3 | null = null,
): Option {
  const { stem, prefix, suffix } = cut;
  const { entry, derived, code, pos, role, agent } = natureOf(lexicon, stem.lemma);
  const { kind } = stem;
  const ending = (endingsOf[kind] as readonly Ending[])[suffix.ending] as Ending;
  const from = stem.features;
  const own: Features = ending.features;
  // القادة، خليفة: their ة makes no woman of them.
  const fixed = from.broken === true || (!derived && entry?.lemma.endsWith('ة') === true);
  const formed = {
    gender: fixed ? from.gender : (own.gender ?? from.gender),
    number: own.number ?? from.number,
    person: own.person ?? from.person,
  };
  const noun = kind === NOUN;
  const sort =
    kind === PERFECT
      ? Sort.perfect
      : kind === IMPERFECT
        ? Sort.imperfect
        : kind === IMPERATIVE
          ? Sort.imperative
          : pos === 'verb'
            ? Sort.perfect
            : pos === 'noun_prop'
              ? Sort.name
              : pos === 'adj' || pos === 'adj_comp' || pos === 'adj_num'
                ? Sort.adjective
                : noun
                  ? Sort.noun
                  : Sort.particle;
  const state = noun ? stateOf(cut, ending) : State.open;
  let gender = formed.gender === 'm' ? 1 : formed.gender === 'f' ? 2 : 0;
  const number = formed.number === 'dual' ? 2 : formed.number === 'plural' ? 3 : formed.number === 'singular' ? 1 : 0;
  const person = formed.person ?? (kind === IMPERFECT ? (prefix.person === 'ن' || prefix.person === 'أ' ? 1 : 3) : 0);
  if (kind === IMPERFECT && gender === 0 && number === 0)
    gender = prefix.person === 'ي' ? 1 : prefix.person === 'ت' ? 2 : 0;
  if (kind === IMPERFECT && prefix.person === 'ت' && number === 3) gender = 1;
  // Things in the plural agree as one woman does.
  const human = from.human === true;
  const things = noun && number === 3 && !human && (from.broken === true || gender === 2) && sort === Sort.noun;
  const forms = entry?.forms;
  return {
    cut,
    lemma: stem.lemma,
    pos,
    sort,
    role,
    state,
    gender: things ? 2 : gender,
    number: things ? 1 : kind === IMPERFECT && number === 0 ? 1 : number,
    human,
    agent: human || (noun && agent),
    case: caseOf(ending, stem, code) || (told === null ? 0 : (CASE_BY_MARKS[told.case ?? ''] ?? 0)),
    conjunction: prefix.parts[0]?.kind === 'conjunction' && prefix.before !== 'ل',
    preposition: prefix.preposition,
    // غير and مثل take the case of any noun.
    adverbial: code === 'nz' && !/^(?:غَير|مِثل)/.test(stem.vocalised),
    comparative: pos === 'adj_comp',
    attached: suffix.pronoun >= 0,
    mark: listed !== Mark.none ? listed : markOf(entry?.lemma ?? '', code, stem),
    participle: sort === Sort.adjective ? participleOf(stem.vocalised) : 0,
    time: entry?.topic === 'time' && sort === Sort.noun,
    title: noun && (prefix.article ? titles : honorifics).has(key(writtenOf(stem))),
    passive: stem.passive,
    jussive: kind === IMPERFECT && ending.name === 'cut short' && prefix.before !== 'ل',
    transitive: forms?.has('t') ?? false,
    says: SAYS.has(forms?.get('say')?.[0] ?? ''),
    person,
    told,
    score,
  };
}
