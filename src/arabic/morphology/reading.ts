/** A reading as the page shows it, from a cut: pieces, vocalised form, features, lemma and trace. */
import type { Features, Lemma, LemmaName, Piece, Reading, Step, VerbForm } from '../../core/dictionary/answer.ts';
import { key } from '../characters.ts';
import type { Part } from './clitics.ts';
import type { Cut } from './cut.ts';
import {
  type Ending,
  endingsOf,
  harmonised,
  IMPERFECT,
  NOUN,
  PARTICLE,
  PERFECT,
  type Pronoun,
  pronouns,
} from './endings.ts';
import { ing, participle } from './english.ts';
import { classOf, verbCode } from './entry.ts';
import { seat } from './hamza.ts';
import { ACTIVE, bandOf, derivedOf, lemmaLetters, type Lexicon, MASDAR, writtenOf } from './lexicon.ts';
import { bare, DAMMA, displayed, FATHA, full, isMark, isSun, KASRA, SHADDA, spaced, SUKUN, UNTOLD } from './letters.ts';
import { RULES, type RuleName } from './rules.ts';
import { transliterate } from './transliterate.ts';
import type { Unknown } from './unknown.ts';

/** The ending that the context gives a word; null where the rules cannot tell. */
export interface Ending3 {
  readonly case: NonNullable<Features['case']> | null;
  readonly state: NonNullable<Features['state']> | null;
  readonly mood: NonNullable<Features['mood']> | null;
}

const withVowel = (lemma: string, verb: boolean) =>
  verb && !/[ىا\u064e\u064f\u0650]$/.test(lemma) ? lemma + FATHA : lemma;

/** The plural in whole: ات and ون joined to the singular. */
function wholePlural(lemma: string, plural: string): string {
  if (plural === 'ون') return lemma.endsWith(`${KASRA}ي`) ? `${lemma.slice(0, -2)}ُون` : `${lemma}ُون`;
  if (plural === 'ات') return lemma.endsWith('ة') ? `${lemma.slice(0, -1)}ات` : `${lemma}ات`;
  return plural;
}

/** An entry, or a participle or masdar without one, as the page shows it; null for a number that is none. */
export function lemmaOf(lexicon: Lexicon, id: number): Lemma | null {
  let known = lexicon.lemmas.get(id);
  if (known === undefined) {
    known = makeLemma(lexicon, id);
    lexicon.lemmas.set(id, known);
  }
  return known;
}

/** The name of an entry, or of a participle or masdar without one; null for a number that is none. */
export function nameOf(lexicon: Lexicon, id: number): LemmaName | null {
  let known = lexicon.names.get(id);
  if (known === undefined) {
    known = makeName(lexicon, id);
    lexicon.names.set(id, known);
  }
  return known;
}

function makeName(lexicon: Lexicon, id: number): LemmaName | null {
  const { entries } = lexicon;
  const derived = derivedOf(entries.length, id);
  const entry = entries[derived?.verb ?? id];
  if (!entry) return null;
  const { forms } = entry;
  const root = entry.root === '' ? null : spaced(entry.root);
  const conjugation = derived ? lexicon.conjugation(derived.verb) : null;
  if (!derived || !conjugation)
    return {
      id,
      lemma: full(withVowel(lemmaLetters(entry), verbCode(entry.code) !== null)),
      root,
      pos: classOf(entry.code) ?? 'noun',
    };
  const masdar = derived.which === MASDAR;
  const word = masdar
    ? (forms.get('m')?.[0] ?? conjugation.masdar ?? '')
    : derived.which === ACTIVE
      ? (forms.get('ap')?.[0] ?? conjugation.active)
      : (forms.get('pp')?.[0] ?? conjugation.passive);
  return { id, lemma: full(seat(word)), root, pos: masdar ? 'noun' : 'adj' };
}

function makeLemma(lexicon: Lexicon, id: number): Lemma | null {
  const { entries } = lexicon;
  const derived = derivedOf(entries.length, id);
  const entry = entries[derived?.verb ?? id];
  const name = nameOf(lexicon, id);
  if (!entry || !name) return null;
  const { forms, english } = entry;
  const common = {
    ...name,
    topic: entry.topic,
    band: Math.floor(bandOf(lexicon, id) / 2),
  };
  const code = verbCode(entry.code);
  const conjugation = lexicon.conjugation(derived?.verb ?? id);
  if (derived && conjugation) {
    const { which } = derived;
    const active = which === ACTIVE;
    const masdar = which === MASDAR;
    const verb = full(withVowel(entry.lemma, true));
    return {
      ...common,
      english: english.map(masdar || active ? ing : participle),
      arabic: masdar ? `مصدر ${verb}` : active ? `اسم فاعل من ${verb}` : `اسم مفعول من ${verb}`,
      plurals: [],
      feminine: null,
      verb: null,
    };
  }
  const [say] = forms.get('say') ?? [];
  return {
    ...common,
    english,
    arabic: entry.arabic,
    plurals: (forms.get('pl') ?? []).map((plural) => full(wholePlural(entry.lemma, plural))),
    feminine: forms.get('fem')?.[0] === undefined ? null : full(forms.get('fem')?.[0] ?? ''),
    verb:
      code && conjugation
        ? {
            form: code.form,
            imperfect: full(withMood(seat(conjugation.imperfect))),
            masdars: (forms.get('m') ?? (conjugation.masdar === null ? [] : [conjugation.masdar]))
              .filter((masdar) => masdar !== '-')
              .map((masdar) => full(seat(masdar))),
            active: full(seat(forms.get('ap')?.[0] ?? conjugation.active)),
            passive:
              forms.has('t') || forms.has('p') || forms.has('pass')
                ? full(seat(forms.get('pp')?.[0] ?? conjugation.passive))
                : null,
            prepositions: (forms.get('p') ?? []).map((one) => PREPOSITIONS[bare(one)] ?? full(one)),
            transitive: forms.has('t'),
            intransitive: forms.has('i'),
            saying: say === undefined ? null : { class: say, frames: forms.get('frame') ?? [] },
          }
        : null,
  };
}

/** Their vowels, however the entry has them. */
const PREPOSITIONS: Readonly<Record<string, string>> = {
  ب: 'بِ',
  ل: 'لِ',
  في: 'فِي',
  من: 'مِنْ',
  عن: 'عَنْ',
  على: 'عَلَى',
  إلى: 'إِلَى',
  مع: 'مَعَ',
  بين: 'بَيْنَ',
  ضد: 'ضِدَّ',
};

const withMood = (imperfect: string) =>
  /[ىاوي]$/.test(imperfect) && !/[^\u064e-\u0650]ّ?[وي]$/.test(imperfect) ? imperfect : imperfect + DAMMA;

/** The place of each letter (marks and tatweel left out) in the written word, and the word's end. */
function letterPlaces(word: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (!isMark(code) && code !== 0x640 && key(word.charAt(at)) !== '') places.push(at);
  }
  places.push(word.length);
  return places;
}

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

function endingGloss(name: string): Piece['gloss'] {
  if (/dual/.test(name)) return DUAL;
  const found = GLOSS_ENDINGS[name];
  return found ? { en: found[0], ar: found[1] } : null;
}

function pronounGloss(pronoun: Pronoun, noun: boolean): Piece['gloss'] {
  return { en: pronoun.english[noun ? 0 : 1], ar: noun ? 'ضمير مضاف إليه' : 'ضمير متصل' };
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
function caseMark(
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
function imperfectEnd(ending: Ending, mood: Ending3['mood'], stem: string): string {
  if (ending.name === 'whole' || ending.name === 'long') {
    if (mood === 'subjunctive') return FATHA;
    if (mood === 'jussive') return stem.endsWith(SHADDA) ? FATHA : SUKUN;
    return DAMMA;
  }
  if (ending.name === 'weak' && mood === 'subjunctive') return FATHA;
  if (ending.name === 'cut short' && !/[\u064e-\u0650]$/.test(stem)) return SUKUN;
  return ending.vocalised;
}

export interface Made {
  readonly pieces: Piece[];
  readonly vocalised: string;
}

/** The pieces of a cut and the whole, vocalised. */
function assemble(
  word: string,
  cut: Cut,
  ending: Ending,
  context: Ending3,
  comparative: boolean,
  name: boolean,
  adverbial: boolean,
): Made {
  const { prefix, stem, suffix } = cut;
  const places = letterPlaces(word);
  const pieces: Piece[] = [];
  let letter = 0;
  let joined = '';
  const push = (kind: Piece['kind'], length: number, vocalised: string, gloss: Piece['gloss']) => {
    const start = places[letter] as number;
    const end = length === 0 ? start : (places[letter + length] as number);
    pieces.push({ kind, written: word.slice(start, end), start, end, vocalised: displayed(vocalised), gloss });
    letter += length;
  };
  const sun = prefix.article && isSun(stem.vocalised.charAt(0));
  prefix.parts.forEach((part: Part) => {
    const person = part.kind === 'person' ? part.vocalised + stem.person : part.vocalised;
    joined += part.kind === 'article' ? person + (sun ? '' : part.written === '' ? '' : SUKUN) : person;
    push(part.kind, part.written.length, person, part.gloss);
  });
  let body = stem.vocalised;
  if (prefix.article && body.startsWith('اِ'))
    joined = `${joined.slice(0, joined.endsWith(SUKUN) ? -1 : undefined)}${KASRA}`;
  // The ا that only carries a vowel at the beginning loses it after anything: لِاحتِلال.
  if (prefix.parts.length > 0 && /^ا[\u064e-\u0650]/.test(body)) body = `ا${body.slice(2)}`;
  if (sun && body.charAt(1) !== SHADDA) body = `${body.charAt(0)}${SHADDA}${body.slice(1)}`;
  const pronoun = suffix.pronoun < 0 ? null : (pronouns[suffix.pronoun] as Pronoun);
  const end =
    stem.kind === IMPERFECT
      ? imperfectEnd(ending, context.mood, stem.vocalised)
      : pronoun
        ? (ending.before?.[1] ?? ending.vocalised)
        : ending.vocalised;
  // my swallows the case: كتابِي.
  const mark =
    stem.kind !== NOUN
      ? ''
      : pronoun?.written === 'ي'
        ? /[\u0627\u0649]$|\u064eي$/.test(body + end)
          ? ''
          : KASRA
        : caseMark(cut, ending, context, comparative, name, adverbial);
  let finished = end;
  if (ending.name === 'feminine') finished = `ة${mark}`;
  else if (stem.kind === NOUN && mark !== '') finished = /ِي$|ُو$|َي$/.test(end) ? end : end + mark;
  // The vowel before a pronoun that the rules cannot tell is left off, not made a sukun.
  if (pronoun && stem.kind === NOUN && /[^\u064b-\u0650اىيو]$/.test(body + finished)) finished += UNTOLD;
  // The vowel of a stem's last letter replaces nothing but its own absence: أَنَّ, بَينَ.
  let core = body;
  if (/^[\u064b-\u0652]/.test(finished) && /[\u064b-\u0650\u0652]$/.test(core)) core = core.slice(0, -1);
  joined += core + finished;
  push('stem', writtenOf(stem).length, full(core), null);
  const endingLength = (pronoun ? (ending.before?.[0] ?? ending.written) : ending.written).length;
  if (endingLength > 0) push('ending', endingLength, finished, endingGloss(ending.name));
  if (pronoun) {
    const spoken = harmonised(pronoun, joined);
    joined += spoken;
    push('pronoun', pronoun.written.length, spoken, pronounGloss(pronoun, stem.kind === NOUN));
  }
  return { pieces, vocalised: full(joined) };
}

const PART_RULES: Readonly<Record<string, RuleName>> = {
  conjunction: 'conjunction',
  question: 'question',
  preposition: 'preposition',
  article: 'article',
  future: 'future',
  emphasis: 'emphasis',
  negation: 'run on',
  person: 'person',
};

function ruleOfEnding(name: string, kind: number, inherent: boolean): RuleName | null {
  if (kind === PERFECT || kind === IMPERFECT)
    return /^(?:he|whole|long|weak|cut short)/.test(name) ? null : 'verb ending';
  if (kind !== NOUN) return kind === PARTICLE || name === 'do' ? null : 'verb ending';
  if (name === 'accusative') return 'accusative';
  if (name === 'feminine') return inherent ? null : 'feminine';
  if (name === 'feminine held') return 'ta opened';
  if (/dual construct/.test(name)) return 'dual in construct';
  if (/dual/.test(name)) return 'dual';
  if (name.startsWith('men construct')) return 'men in construct';
  if (/^(?:men|chosen)/.test(name)) return 'men';
  if (name.startsWith('women')) return 'women';
  if (name === 'fallen') return 'fallen';
  return null;
}

function traceOf(lexicon: Lexicon, word: string, cut: Cut, ending: Ending, features: Features, lemma: Lemma): Step[] {
  const { prefix, stem, suffix } = cut;
  const steps: Step[] = [];
  let letters = bare(word).replaceAll('\u0640', '');
  const step = (rule: RuleName, to: string) => {
    steps.push({ rule, told: RULES[rule].told, from: letters, to });
    letters = to;
  };
  const good = prefix.written + writtenOf(stem) + suffix.written;
  if (cut.strain > 0 && good !== letters) step('spelling', good);
  prefix.parts.forEach((part, at) => {
    const before = prefix.parts[at - 1];
    let rule: RuleName = PART_RULES[part.kind] ?? 'conjunction';
    if (part.kind === 'article' && before?.written === 'ل')
      rule = part.written === '' ? 'article unseen' : 'article after l';
    if (part.kind === 'conjunction' && part.written === 'ل') rule = 'purpose';
    if (part.kind === 'question' && part.written === 'يا') rule = 'run on';
    if (part.kind === 'preposition' && prefix.runOn) return;
    step(
      rule,
      letters.slice(
        part.written.length + (rule === 'run on' && before?.kind === 'preposition' ? before.written.length : 0),
      ),
    );
  });
  const lemmaLetters = bare(lemma.lemma);
  if (suffix.pronoun >= 0) {
    const pronoun = pronouns[suffix.pronoun] as Pronoun;
    step(stem.kind === PARTICLE ? 'pronoun on particle' : 'pronoun', letters.slice(0, -pronoun.written.length));
  }
  const inherent = lemmaLetters.endsWith('ة');
  const endingRule = ruleOfEnding(ending.name, stem.kind, inherent);
  if (endingRule) {
    const root = writtenOf(stem);
    step(endingRule, endingRule === 'ta opened' || (inherent && endingRule !== 'feminine') ? `${root}ة` : root);
  }
  if (features.broken === true) step('broken plural', lemmaLetters);
  const entry = lexicon.entries[stem.lemma];
  if (stem.kind === NOUN && entry && features.gender === 'f' && (entry.forms.get('fem')?.length ?? 0) > 0)
    step('own feminine', lemmaLetters);
  if (stem.kind === PARTICLE && letters !== lemmaLetters && suffix.pronoun < 0 && key(letters) !== key(lemmaLetters)) {
    if (/^(?:م|ع|في|أل|لئ|بم|ك)/.test(letters) && entry?.code !== 'pron_dem') step('fused', lemmaLetters);
  }
  const { form } = features;
  if (form !== undefined) {
    if (stem.passive) step('passive', letters);
    if (features.derived !== undefined) step(features.derived, lemmaLetters);
    else {
      const root = (lemma.root ?? '').replaceAll(' ', '');
      if (form !== '1' && form !== 'q1') step('form', lemmaLetters);
      if (/^[وي]|[وي]$|^.[وي]/.test(root)) step('weak root', lemmaLetters);
      else if (root.length === 3 && root[1] === root[2] && form !== '2' && form !== '5')
        step('doubled root', lemmaLetters);
    }
  }
  return steps;
}

/** Everything about a cut of a word, with the ending its context gives it. */
export function readingOf(lexicon: Lexicon, word: string, cut: Cut, context: Ending3): Reading {
  const lemma = lemmaOf(lexicon, cut.stem.lemma) as Lemma;
  const { stem, prefix } = cut;
  const ending = (endingsOf[stem.kind] as readonly Ending[])[cut.suffix.ending] as Ending;
  const { broken, ...joint } = { ...stem.features, ...ending.features };
  // القادة، خليفة: their ة makes no woman of them.
  const fixed = broken === true || bare(lemma.lemma).endsWith('ة');
  const rest = fixed && stem.features.gender !== undefined ? { ...joint, gender: stem.features.gender } : joint;
  const name = lemma.pos === 'noun_prop';
  const adverbial = lexicon.entries[stem.lemma]?.code === 'nz';
  const { pieces, vocalised } = assemble(word, cut, ending, context, lemma.pos === 'adj_comp', name, adverbial);
  const features: Features = {
    ...rest,
    ...(broken === true && { broken }),
    ...(stem.kind === IMPERFECT && personFeatures(prefix.person, rest)),
    ...(stem.kind === IMPERFECT && context.mood !== null && { mood: context.mood }),
    ...(stem.kind === NOUN && context.case !== null && { case: context.case }),
    ...(stem.kind === NOUN && stateOf(cut, context)),
    ...(adverbial && { adverbial }),
  };
  return {
    kind: 'known',
    lemma,
    pos: lemma.pos,
    vocalised,
    pieces,
    features,
    trace: traceOf(lexicon, word, cut, ending, features, lemma),
    latin: null,
  };
}

function stateOf({ prefix, suffix }: Cut, { state }: Ending3): { state?: NonNullable<Features['state']> } {
  if (prefix.article || suffix.pronoun >= 0) return { state: 'definite' };
  return state === null ? {} : { state };
}

function personFeatures(person: string, rest: Features): Features {
  if (person === 'ن') return { person: 1, number: 'plural' };
  if (person === 'أ') return { person: 1, number: 'singular' };
  if (rest.person === 2) return {};
  if (person === 'ي') return { person: 3, gender: rest.gender ?? 'm', number: rest.number ?? 'singular' };
  if (rest.number === 'plural' && rest.gender === undefined) return { person: 2, gender: 'm' };
  return { person: 3, gender: 'f', number: rest.number ?? 'singular' };
}

/** A word that the dictionary has no cut for. */
export function unknownReading(lexicon: Lexicon, word: string, unknown: Unknown): Reading {
  const { prefix, lemma, pos, kind, rule, ending } = unknown;
  const places = letterPlaces(word);
  const pieces: Piece[] = [];
  let letter = 0;
  let vocalised = '';
  const push = (pieceKind: Piece['kind'], length: number, spoken: string, gloss: Piece['gloss']) => {
    const start = places[letter] as number;
    const end = length === 0 ? start : (places[letter + length] as number);
    pieces.push({ kind: pieceKind, written: word.slice(start, end), start, end, vocalised: spoken, gloss });
    letter += length;
    vocalised += spoken;
  };
  for (const part of prefix.parts) push(part.kind, part.written.length, part.vocalised, part.gloss);
  const length = unknown.stem.length - ending.length;
  push('stem', length, unknown.stem.slice(0, length), null);
  if (ending !== '') push('ending', ending.length, ending, null);
  const base = unknown.base === null ? null : lemmaOf(lexicon, unknown.base);
  const told: Step[] = [];
  let from = bare(word);
  prefix.parts.forEach((part, at) => {
    const before = prefix.parts[at - 1];
    const name: RuleName =
      part.kind === 'article' && before?.written === 'ل' ? 'article after l' : (PART_RULES[part.kind] ?? 'conjunction');
    const to = from.slice(part.written.length);
    told.push({ rule: name, told: RULES[name].told, from, to });
    from = to;
  });
  told.push({ rule, told: RULES[rule].told, from, to: lemma });
  const shown = rule === 'nisba' && base ? `${base.lemma.replace(/ة$|ا$/, '')}ِيّ` : lemma;
  return {
    kind,
    lemma: {
      id: -1,
      lemma: rule === 'nisba' && key(bare(shown)) === key(lemma) ? shown : lemma,
      root: base?.root ?? null,
      pos,
      english: base ? base.english.map((gloss) => `of ${gloss}`) : [],
      arabic: base ? `منسوب إلى ${base.lemma}` : '',
      topic: base?.topic ?? null,
      band: 0,
      plurals: [],
      feminine: null,
      verb: null,
    },
    pos,
    vocalised,
    pieces,
    features: {},
    trace: told,
    latin: kind === 'name' ? transliterate(lemma) : null,
  };
}

export type { VerbForm };
