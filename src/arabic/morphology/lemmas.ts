/** A lemma as the page shows it: its name, its meaning, its plurals, its verb. */
import type { Lemma, LemmaName } from '../../core/dictionary/answer.ts';
import { ing, participle } from './english.ts';
import { classOf, verbCode } from './entry.ts';
import { seat } from './hamza.ts';
import { bare, DAMMA, FATHA, full, KASRA, spaced } from './letters.ts';
import { ACTIVE, bandOf, derivedOf, lemmaLetters, type Lexicon, MASDAR } from './lexicon.ts';

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
