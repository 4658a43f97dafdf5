/**
 * The dictionary in memory: entries with how common they are, and every stem that they make, by its folded letters. The
 * stems are made when it is opened, not stored: some fifty thousand from ten thousand entries in a fraction of a second.
 */
import type { Features, Lemma, LemmaName, VerbForm, WordClass } from '../../core/dictionary/answer.ts';
import { key } from '../characters.ts';
import { conjugate, plain } from './conjugation.ts';
import {
  type Ending,
  endingsOf,
  IMPERATIVE,
  IMPERFECT,
  type Kind,
  mask,
  NOUN,
  nounEndings,
  PARTICLE,
  PERFECT,
} from './endings.ts';
import { classOf, type Entry, verbCode } from './entry.ts';
import { seat } from './hamza.ts';
import { inflect, type NounSource } from './inflection.ts';
import { bare, DAMMA, FATHA, KASRA } from './letters.ts';
import type { Conjugation, Vowel } from './stems.ts';

export interface Stem {
  /** The number of its entry, or of a derived one (`derivedId`). */
  readonly lemma: number;
  readonly kind: Kind;
  readonly mask: number;
  /** In source style, hamza seated; an imperfect without its person letter. */
  readonly vocalised: string;
  readonly features: Features;
  /** Verbs: the vowel of the person letter. */
  readonly person: string;
  readonly passive: boolean;
  /** Particles: may have ب، ل or ك before. */
  readonly guest: boolean;
  /** What it costs beside its shape (prior.ts): a rare form, a form that an adjective seldom has. */
  readonly cost: number;
  readonly adjective: boolean;
  /** The next stem of the same folded letters. */
  next: Stem | null;
  /** As written, without marks; made when first asked for. */
  written: string | null;
}

/** What a verb makes that may have no entry of its own. */
export const ACTIVE = 0;
export const PASSIVE = 1;
export const MASDAR = 2;
const DERIVED = 3;

/** What all forms of an entry, or of a derived one, share for the ranking. */
export interface Nature {
  readonly entry: Entry | undefined;
  readonly derived: boolean;
  readonly code: string;
  readonly pos: WordClass;
  /** What it does to the word after it (option.ts). */
  readonly role: number;
  readonly band: number;
  /** A body or a document that acts and speaks. */
  readonly agent: boolean;
  /** A name that has no article. */
  readonly noArticle: boolean;
  /** A name that is none without its article: الأسد، السعودية. */
  readonly needsArticle: boolean;
  /** A verb that takes no object. */
  readonly objectless: boolean;
}

export interface Lexicon {
  readonly entries: readonly Entry[];
  /** By entry: how common, 0 to 15. Of a verb also its active and passive participle and masdar, without entries of their own. */
  readonly bands: readonly string[];
  readonly stems: ReadonlyMap<string, Stem>;
  readonly stemCount: number;
  /** Entries as the page shows them, by number: made when first asked for (reading.ts). */
  readonly lemmas: Map<number, Lemma | null>;
  /** The same, by name alone (reading.ts). */
  readonly names: Map<number, LemmaName | null>;
  /** By number: made when first asked for (option.ts). */
  readonly natures: Map<number, Nature>;
  /** The conjugation of a verb entry; null for another, and for a verb that the rules cannot make. */
  conjugation(id: number): Conjugation | null;
}

/** The number that stands for a participle or masdar that has no entry of its own. */
export const derivedId = (size: number, verb: number, which: number): number => size + verb * DERIVED + which;

/** Whether a number is a derived one, and of what. */
export function derivedOf(size: number, id: number): { verb: number; which: number } | null {
  if (id < size) return null;
  return { verb: Math.floor((id - size) / DERIVED), which: (id - size) % DERIVED };
}

/** How common, 0 to 15, an entry or a derived form is. */
export function bandOf(lexicon: Pick<Lexicon, 'entries' | 'bands'>, id: number): number {
  const derived = derivedOf(lexicon.entries.length, id);
  const bands = lexicon.bands[derived?.verb ?? id] ?? '';
  const at = derived ? derived.which + 1 : 0;
  const band = Number.parseInt(bands.charAt(at), 36) || 0;
  // Whoever does it is spoken of where the doing is.
  return derived?.which === ACTIVE ? Math.max(band, Number.parseInt(bands.charAt(0), 36) - 5) || 0 : band;
}

const OLDER = 'ؤ\u064fو';
const NO_FEATURES: Features = {};
const CASES = [
  [DAMMA, 'nominative'],
  [FATHA, 'accusative'],
  [KASRA, 'genitive'],
] as const;
const HELD = mask(NOUN, 'held');
const TANWIN = mask(NOUN, 'accusative');
/** What marks `r` in the source: a reading that the form allows and hardly ever has. */
const RARE = 350;

/** Features of the written-out forms of particles: 3fs, mdo, p. */
export function codedFeatures(code: string): Features {
  const person = /[123]/.exec(code)?.[0];
  return {
    ...(person && { person: Number(person) as 1 | 2 | 3 }),
    ...(code.includes('f') ? { gender: 'f' as const } : code.includes('m') && { gender: 'm' as const }),
    ...(code.includes('d')
      ? { number: 'dual' as const }
      : code.includes('p')
        ? { number: 'plural' as const }
        : code.includes('s') && { number: 'singular' as const }),
  };
}

/** The lemma in source style; of an adverb that is an accusative (عُمُوما) with its tanwin. */
export const lemmaLetters = ({ lemma, code, root }: Entry): string =>
  code === 'adv' && root !== '' && /[^\u064b]ا$/.test(lemma) ? `${lemma.slice(0, -1)}\u064bا` : lemma;

function conjugationOf({ forms, lemma, root }: Entry, form: VerbForm, vowel: Vowel | ''): Conjugation | null {
  const [imperfect] = forms.get('im') ?? [];
  return conjugate({ form, root, lemma, vowel, ...(imperfect !== undefined && { imperfect }) });
}

/** Makes the stems of all entries. */
export function expand(entries: readonly Entry[], bands: readonly string[]): Lexicon {
  const stems = new Map<string, Stem>();
  let stemCount = 0;
  /** By number: adjectives and participles. */
  const adjective = new Uint8Array(entries.length * (DERIVED + 1));
  /** By number: what every form of an entry costs beside its shape. */
  const costs = new Int16Array(entries.length * (DERIVED + 1));
  const put = (
    lemma: number,
    kind: Kind,
    bits: number,
    vocalised: string,
    features: Features,
    person = '',
    passive = false,
    guest = false,
    cost = 0,
  ) => {
    const folded = key(vocalised);
    const first = stems.get(folded);
    const stem: Stem = {
      lemma,
      kind,
      mask: bits,
      vocalised,
      features,
      person,
      passive,
      guest,
      cost: cost + (costs[lemma] ?? 0),
      adjective: adjective[lemma] === 1,
      next: null,
      written: null,
    };
    stemCount++;
    if (first) {
      stem.next = first.next;
      first.next = stem;
    } else stems.set(folded, stem);
  };
  /** Seats the hamza of a stem, which at its end depends on what follows, and puts it in. */
  const place = (
    lemma: number,
    kind: Kind,
    bits: number,
    stem: string,
    features: Features,
    person = '',
    passive = false,
  ) => {
    if (!stem.includes('ء')) return put(lemma, kind, bits, stem, features, person, passive);
    const before = kind === IMPERFECT ? `ي${person}` : '';
    const whole = seat(before + stem).slice(before.length);
    // مسئول، شئون: the older seat before a long و.
    if (whole.includes(OLDER)) put(lemma, kind, bits, whole.replace(OLDER, 'ئ\u064fو'), features, person, passive);
    if (!stem.endsWith('ء')) return put(lemma, kind, bits, whole, features, person, passive);
    const made = new Map<string, number>();
    const endings = endingsOf[kind] as readonly Ending[];
    const cased: [string, Features][] = [];
    for (let at = 0; at < endings.length; at++) {
      if (((bits >> at) & 1) === 0) continue;
      const { vocalised } = endings[at] as Ending;
      if (kind === NOUN && 1 << at === HELD) {
        for (const [vowel, name] of CASES)
          cased.push([seat(`${stem}${vowel}ه`).slice(0, -2), { ...features, case: name }]);
        continue;
      }
      const joined = seat(before + stem + vocalised).slice(before.length);
      if (!joined.endsWith(vocalised)) continue;
      const made1 = joined.slice(0, joined.length - vocalised.length);
      made.set(made1, (made.get(made1) ?? 0) | (1 << at));
    }
    // قرأوا beside قرؤوا, جزءه beside جزئه: the seat of the bare word is often kept.
    if (kind !== NOUN) made.set(whole, bits);
    for (const [written, some] of made) put(lemma, kind, some, written, features, person, passive);
    for (const [written, some] of cased) put(lemma, kind, HELD, written, some);
    if (cased.length > 0 && !cased.some(([written]) => written === whole)) put(lemma, kind, HELD, whole, features);
  };
  const placeNoun = (lemma: number, source: NounSource) => {
    for (const { stem, mask: bits, features } of inflect(source))
      place(lemma, NOUN, source.takesTanwin === false ? bits & ~TANWIN : bits, stem, features);
  };
  // Thousands of forms have the same features: made once and shared, the memory is a fraction.
  const verbal = new Map<string, Features>();
  const featuresOf = (form: VerbForm, kind: Kind, passive: boolean): Features => {
    const name = `${form} ${kind} ${passive}`;
    let known = verbal.get(name);
    if (!known) {
      known = {
        form,
        tense: kind === PERFECT ? 'perfect' : kind === IMPERFECT ? 'imperfect' : 'imperative',
        ...(kind !== IMPERATIVE && { voice: passive ? ('passive' as const) : ('active' as const) }),
      };
      verbal.set(name, known);
    }
    return known;
  };
  const participles = new Map<string, Map<Features, Features>>();
  const placeDerived = (
    lemma: number,
    source: NounSource,
    form: VerbForm,
    derived: NonNullable<Features['derived']>,
  ) => {
    const name = `${form} ${derived}`;
    const made = participles.get(name) ?? new Map<Features, Features>();
    participles.set(name, made);
    for (const { stem, mask: bits, features } of inflect(source)) {
      let joint = made.get(features);
      if (!joint) {
        joint = { ...features, form, derived };
        made.set(features, joint);
      }
      place(lemma, NOUN, bits, stem, joint);
    }
  };

  const nouns = new Set<string>();
  const adjectives = new Set<string>();
  for (const { lemma, code } of entries) {
    if (code === 'n' || code === 'nz') nouns.add(plain(lemma));
    else if (code === 'a' || code === 'ord') adjectives.add(plain(lemma));
  }

  const placeVerb = (id: number, entry: Entry, form: VerbForm, vowel: Vowel | '') => {
    const { forms } = entry;
    const conjugation = conjugationOf(entry, form, vowel);
    if (!conjugation) return;
    const withPassive = forms.has('t') || forms.has('pass') || forms.has('p') || !forms.has('i');
    for (const stem of conjugation.stems) {
      if (stem.passive && !withPassive) continue;
      place(id, stem.kind, stem.mask, stem.stem, featuresOf(form, stem.kind, stem.passive), stem.person, stem.passive);
    }
    const derive = (which: number, word: string, derived: NonNullable<Features['derived']>, masdar: boolean) => {
      const written = seat(word);
      if ((masdar ? nouns : adjectives).has(plain(written))) return;
      if (!masdar) {
        adjective[derivedId(entries.length, id, which)] = 1;
        // لاعب is who plays before it is playing.
        if (nouns.has(plain(written))) costs[derivedId(entries.length, id, which)] = 90;
      }
      placeDerived(
        derivedId(entries.length, id, which),
        {
          lemma: written,
          plurals: masdar ? ['ات'] : [],
          feminines: [],
          takesFeminine: !masdar,
          takesMen: !masdar,
          takesWomen: !masdar,
          gender: masdar && written.endsWith('ة') ? 'f' : 'm',
          human: false,
          takesDual: !masdar,
          last: '',
        },
        form,
        derived,
      );
    };
    for (const active of forms.get('ap') ?? [conjugation.active]) derive(ACTIVE, active, 'active participle', false);
    if (withPassive)
      for (const passive of forms.get('pp') ?? [conjugation.passive])
        derive(PASSIVE, passive, 'passive participle', false);
    const masdars = forms.get('m') ?? (conjugation.masdar === null ? [] : [conjugation.masdar]);
    for (const masdar of masdars) if (masdar !== '-') derive(MASDAR, masdar, 'masdar', true);
  };

  entries.forEach((entry, id) => {
    const { code, forms, lemma } = entry;
    const verb = verbCode(code);
    const last = entry.root.at(-1) ?? '';
    const plurals = forms.get('pl') ?? [];
    const feminines = forms.get('fem') ?? [];
    const human = forms.has('h');
    if (code === 'a' || code === 'ord') adjective[id] = 1;
    if (forms.has('r')) costs[id] = Number(forms.get('r')?.[0] ?? RARE);
    // عربيّ is an adjective before it is a person.
    else if (code === 'n' && human && lemma.endsWith('ِيّ') && adjectives.has(plain(lemma))) costs[id] = 90;
    else if (code === 'adv' && entry.root !== '' && lemma.endsWith('ا')) costs[id] = 350;
    if (verb) placeVerb(id, entry, verb.form, verb.vowel);
    else if (code === 'n' || code === 'np' || code === 'nz' || code === 'nq' || code === 'num') {
      const name = code === 'np';
      const feminine =
        human && !name && !lemma.endsWith('ة') && feminines.length === 0 && !nouns.has(plain(`${lemma}ة`));
      placeNoun(id, {
        // أَمسِ keeps its vowel whatever stands before; that of بَعدَ is its case.
        lemma: lemma.replace(/[\u064e\u064f]$/, ''),
        plurals,
        feminines,
        takesFeminine: feminine,
        takesMen: human && !name && plurals.length === 0 && !lemma.endsWith('ة'),
        takesWomen: feminine,
        gender: (lemma.endsWith('ة') && !forms.has('m')) || forms.has('f') ? 'f' : 'm',
        human,
        takesDual: !name && code !== 'nz',
        takesTanwin: !(name && forms.has('f')),
        last,
      });
      for (const dual of forms.get('du') ?? []) {
        const stem = dual.replace(/ان$/, '');
        put(id, NOUN, mask(NOUN, 'dual', 'dual oblique', 'dual construct', 'dual construct oblique'), stem, {
          number: 'dual',
        });
      }
    } else if (code === 'a' || code === 'ac' || code === 'ord')
      placeNoun(id, {
        lemma,
        plurals,
        feminines,
        takesFeminine: code !== 'ac' && feminines.length === 0 && !lemma.endsWith('ة'),
        takesMen: !lemma.endsWith('ة'),
        takesWomen: code !== 'ac' && feminines.length === 0,
        gender: lemma.endsWith('ة') ? 'f' : 'm',
        human: false,
        takesDual: true,
        last,
      });
    else if (classOf(code)) particle(id, entry);

    if (forms.has('w') && (code === 'nz' || code === 'nq' || code === 'num'))
      for (const listed of forms.get('w') ?? []) {
        const [word = '', features = ''] = listed.split(':');
        put(
          id,
          NOUN,
          mask(NOUN, 'bare', 'held'),
          word,
          codedFeatures(features),
          '',
          false,
          false,
          features.includes('r') ? RARE : 0,
        );
      }
    if (code === 'nz' || code === 'nq')
      for (const held of forms.get('pr') ?? [])
        if (held !== lemma.replace(/[\u064e\u064f\u0650]$/, '')) put(id, NOUN, HELD, held, NO_FEATURES);
  });

  function particle(id: number, entry: Entry): void {
    const { forms, code } = entry;
    const lemma = lemmaLetters(entry);
    const guest = forms.has('b');
    const cost = 0;
    const features: Features =
      code === 'verb' ? { tense: 'perfect', person: 3, gender: 'm', number: 'singular' } : NO_FEATURES;
    if (!forms.has('nb'))
      put(
        id,
        PARTICLE,
        1,
        lemma,
        code === 'pron_dem' || code === 'pron_rel' ? codedFeatures('ms') : features,
        '',
        false,
        guest,
        cost,
      );
    for (const listed of forms.get('w') ?? []) {
      const [word = '', coded = ''] = listed.split(':');
      put(
        id,
        PARTICLE,
        1,
        word,
        code === 'verb' ? { ...features, ...codedFeatures(coded) } : codedFeatures(coded),
        '',
        false,
        guest,
        coded.includes('r') ? RARE : cost,
      );
    }
    for (const held of forms.get('pr') ?? []) put(id, PARTICLE, 2, held, features, '', false, guest, cost);
    if (forms.has('fem'))
      for (const feminine of forms.get('fem') ?? []) put(id, PARTICLE, 1, feminine, codedFeatures('f'));
  }

  return {
    entries,
    bands,
    stems,
    stemCount,
    lemmas: new Map(),
    names: new Map(),
    natures: new Map(),
    // Made again when it is asked for: kept from the opening, seven thousand would be a third of the memory.
    conjugation: (id) => {
      const entry = entries[id];
      const verb = entry ? verbCode(entry.code) : null;
      return entry && verb ? conjugationOf(entry, verb.form, verb.vowel) : null;
    },
  };
}

/** As it is written, without marks. */
export function writtenOf(stem: Stem): string {
  stem.written ??= bare(stem.vocalised);
  return stem.written;
}

export const nounEnding = (at: number): Ending => nounEndings[at] as Ending;
