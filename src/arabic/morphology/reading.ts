/** A reading as the page shows it, from a cut: pieces, vocalised form, features, lemma and trace. */
import type { Features, Lemma, Piece, Reading, Step } from '../../core/dictionary/answer.ts';
import { key } from '../characters.ts';
import { caseMark, type Ending3, imperfectEnd } from './case.ts';
import type { Part } from './clitics.ts';
import type { Cut } from './cut.ts';
import { type Ending, endingsOf, harmonised, IMPERFECT, NOUN, type Pronoun, pronouns } from './endings.ts';
import { endingGloss, pronounGloss } from './glosses.ts';
import { lemmaOf } from './lemmas.ts';
import { bare, displayed, full, isMark, isSun, KASRA, SHADDA, SUKUN, UNTOLD } from './letters.ts';
import { type Lexicon, writtenOf } from './lexicon.ts';
import { type RuleName, RULES } from './rules.ts';
import { PART_RULES, traceOf } from './trace.ts';
import { spell, transliterate } from './transliterate.ts';
import { latinLetter, type Unknown } from './unknown.ts';

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

/** A word in its pieces. */
interface Made {
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
  if (
    pronoun &&
    stem.kind === NOUN &&
    !/(?:[\u064b-\u0650اى]|\u064f\u0648|[\u064e\u0650]\u064a)$/.test(body + finished)
  )
    finished += UNTOLD;
  // The vowel of a stem's last letter replaces nothing but its own absence: أَنَّ, بَينَ.
  let core = body;
  if (/^[\u064b-\u0652]/.test(finished) && /[\u064b-\u0650\u0652]$/.test(core)) core = core.slice(0, -1);
  joined += core + finished;
  push('stem', writtenOf(stem).length, full(core), null);
  const endingLength = (pronoun ? (ending.before?.[0] ?? ending.written) : ending.written).length;
  if (endingLength > 0) push('ending', endingLength, finished, endingGloss(ending, stem.kind));
  if (pronoun) {
    const spoken = harmonised(pronoun, joined);
    joined += spoken;
    push('pronoun', pronoun.written.length, spoken, pronounGloss(pronoun, stem.kind === NOUN));
  }
  return { pieces, vocalised: full(joined) };
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
  /** A family's name means nothing of what it is written as. */
  const made = rule === 'family name' ? null : base;
  if (rule === 'family name' && base) {
    // What the adjective of the same letters sounds like, the name does too.
    const [first = '', vowel = '', ...rest] = base.lemma;
    vocalised = isSun(first) ? `ال${first}${vowel}${SHADDA}${rest.join('')}` : `ال${SUKUN}${base.lemma}`;
    pieces.forEach((piece, at) => {
      if (piece.kind === 'stem') pieces[at] = { ...piece, vocalised: base.lemma };
    });
  }
  const shown = rule === 'nisba' && base ? `${base.lemma.replace(/ة$|ا$/, '')}ِيّ` : lemma;
  return {
    kind,
    lemma: {
      id: -1,
      lemma:
        rule === 'family name' && base
          ? base.lemma
          : rule === 'nisba' && key(bare(shown)) === key(lemma)
            ? shown
            : lemma,
      root: made?.root ?? null,
      pos,
      english: made ? made.english.map((gloss) => `of ${gloss}`) : [],
      arabic: made ? `منسوب إلى ${made.lemma}` : '',
      topic: made?.topic ?? null,
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
    latin:
      kind === 'name'
        ? rule === 'letter'
          ? latinLetter(lemma)
          : rule === 'family name' && base
            ? `al-${spell(base.lemma)}`
            : transliterate(lemma)
        : null,
  };
}
