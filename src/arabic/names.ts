/**
 * Names in a text: places, bodies, peoples, dates from lists and patterns; persons from what stands before and around them.
 * Every name is a stretch of whole tokens, less an attached و ف ب ك ل before the first.
 */
import type { EntityType } from '../core/article/article.ts';
import { cueForms } from './lexicon/reporting.ts';
import { adverbs, complementisers, months, particles, prepositions, startingWithBa, weekdays } from './lexicon/function-words.ts';
import { commonWords } from './lexicon/common.ts';
import { events, guarded, organizations, peoples, works } from './lexicon/organizations.ts';
import { givenNames as listedNames } from './lexicon/people.ts';
import { leaders } from './lexicon/leaders.ts';
import { plainVerbs } from './lexicon/verbs.ts';
import { places } from './lexicon/places.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Token } from './tokens.ts';

export interface Name {
  readonly from: number;
  /** Index after the last token. */
  readonly to: number;
  /** Folded letters of the first token that are not of the name. */
  readonly skip: number;
  readonly type: EntityType;
  /** Which evidence made it; a key of the reasons that the reader is told. */
  readonly by: 'list' | 'title' | 'given' | 'cue' | 'again' | 'head' | 'pattern' | 'quoted';
}

/** A given name that is an office or a word of every day too is told by what stands before it alone. */
const givenNames: ReadonlySet<string> = new Set(
  [...listedNames].filter((name) => name.length > 1 && !isFunction(name) && !offices.has(name) && !honorifics.has(name) && !commonWords.has(name) && !bodies.has(name)),
);

type Entry = readonly [words: readonly string[], type: EntityType];
const lists = new Map<string, Entry[]>();
function enter(phrases: readonly string[], type: EntityType): void {
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const at = lists.get(words[0] as string);
    if (at) at.push([words, type]);
    else lists.set(words[0] as string, [[words, type]]);
  }
}
enter(organizations, 'organization');
const guardedNames: ReadonlySet<string> = new Set(guarded);
enter(leaders, 'person');
enter(places, 'place');
enter(events, 'event');
enter(works, 'work');
for (const people of peoples) {
  for (const ending of ['ون', 'ين']) enter([`ال${people}${ending}`], 'group');
}
for (const entries of lists.values()) entries.sort((a, b) => b[0].length - a[0].length);

/** Nationality adjectives, definite: they follow what they describe. */
export const nisbas: ReadonlySet<string> = new Set(peoples.flatMap((people) => [`ال${people}`, `ال${people}ه`, people, `${people}ه`]));

const PROCLITICS = /^(?:[وف]?[بكل]?)/;

/** How many folded letters of a word are proclitics, for which `known` accepts the rest: the fewest; -1 for none that fits. */
export function cliticsBefore(word: string, known: (rest: string) => boolean): number {
  if (known(word)) return 0;
  const most = (PROCLITICS.exec(word) as RegExpExecArray)[0].length;
  for (let n = 1; n <= most; n++) if (word.length - n >= 2 && known(word.slice(n))) return n;
  return -1;
}

const NAME_PARTICLES = new Set(['بن', 'ابن', 'بنت', 'ابو', 'ام', 'ال', 'عبد', 'دي', 'دو', 'فان', 'فون', 'دا', 'لا', 'ل', 'ماك', 'سان', 'بو', 'ولد', 'با', 'اغا', 'بك', 'باشا', 'او']);

function isFunction(word: string): boolean {
  return particles.has(word) || prepositions.has(word) || complementisers.has(word) || adverbs.has(word);
}

/** Whether a word could be of a person's name at all. */
function couldBeName(word: string): boolean {
  if (word.length < 2) return false;
  if (givenNames.has(word)) return true;
  if (isFunction(word) || commonWords.has(word) || commonWords.has(`ال${word}`) || nisbas.has(word) || offices.has(word) || honorifics.has(word)) return false;
  if (bodies.has(word) || definiteBodies.has(word) || speakingNouns.has(word)) return false;
  if (plainVerbs.has(word)) return false;
  if (months.has(word) || weekdays.has(word) || cueForms.has(word)) return false;
  if (/^[وف]/.test(word) && (cueForms.has(word.slice(1)) || isFunction(word.slice(1)) || commonWords.has(word.slice(1)))) return false;
  if (/^ال/.test(word) && (commonWords.has(word.slice(2)) || /(?:يه|ات|ون|ين)$/.test(word))) return false;
  if (/^(?:بال|لل|وال|كال|فال).{3}/.test(word)) return false;
  // Shapes of verbal nouns and of verbs: تفعيل، مفاعلة، استفعال، انفعال؛ يـ with a pronoun.
  if (/^(?:ت..ي.|م.ا..ه|است.*|مست.+|متـ.+|[يت]...?(?:ه|ها|هم|ون)|ا...?ا.)$/.test(word)) return false;
  if (/(?:ته|اته|يه|اءه|اره|اله|يته|ياته|ئه)$/.test(word) && word.length > 5) return false;
  if (/(?:ات|تها|هما|تهم|ونه|ها)$/.test(word) && word.length > 4) return false;
  return true;
}

export function findNames(tokens: readonly Token[]): Name[] {
  const taken = new Uint8Array(tokens.length);
  const names: Name[] = [];
  const put = (name: Name) => {
    for (let i = name.from; i < name.to; i++) if (taken[i]) return false;
    taken.fill(1, name.from, name.to);
    names.push(name);
    return true;
  };
  const word = (at: number): string => {
    const token = tokens[at];
    return token?.kind === 'word' ? token.key : '';
  };
  const joined = (at: number): boolean => {
    const [before, token] = [tokens[at - 1], tokens[at]];
    return token !== undefined && before !== undefined && token.line === before.line && token.spaced;
  };

  // Lists, longest first.
  for (let i = 0; i < tokens.length; i++) {
    const here = word(i);
    if (here === '') continue;
    let found: Name | null = null;
    const most = (PROCLITICS.exec(here) as RegExpExecArray)[0].length;
    for (let n = 0; n <= most && !found; n++) {
      const rest = here.slice(n);
      // للأمم المتحدة: the ل has swallowed the alif, and the name is written as it stands.
      const fused = n > 0 && here[n - 1] === 'ل' && rest.startsWith('ل') ? `ا${rest}` : null;
      for (const first of fused ? [fused, rest] : [rest]) {
        const fits = lists.get(first)?.find(([words]) => words.every((other, k) => k === 0 || (word(i + k) === other && joined(i + k))));
        if (!fits) continue;
        if (n > 0 && fits[0].length === 1 && first.length < 4) continue;
        // العيادات السعودية: an adjective.
        if (fits[0].length === 1 && fits[1] === 'place' && (tokens[i]?.tanwin || (nisbas.has(first) && /^(?:[وبلف]?ال|لل)/.test(word(i - 1)) && joined(i) && n === 0))) continue;
        found = { from: i, to: i + fits[0].length, skip: first === fused ? n - 1 : n, type: fits[1], by: 'list' };
        break;
      }
    }
    if (found && put(found)) i = found.to - 1;
  }
  for (let i = 0; i < tokens.length; i++) {
    const here = word(i);
    const two = `${here} ${word(i + 1)}`;
    const length = guardedNames.has(two) ? 2 : guardedNames.has(here) ? 1 : 0;
    if (length === 0) continue;
    const classed = MEDIA.has(word(i - 1).replace(/^[وفبل](?=.{3})/, ''));
    const marked = tokens[i - 1]?.kind === 'mark' && tokens[i + length]?.kind === 'mark';
    if (classed || marked) put({ from: i, to: i + length, skip: 0, type: 'organization', by: 'list' });
  }
  dates(tokens, word, put);

  // Persons: an honorific or an office before, or a given name.
  const last = new Map<string, number>();
  const person = (from: number, skip: number, by: Name['by'], least: number): boolean => {
    let to = from;
    while (to < tokens.length && to - from < 6 && (to === from || joined(to)) && !taken[to]) {
      const here = to === from ? word(to).slice(skip) : word(to);
      if (here === '') break;
      if (NAME_PARTICLES.has(here) && word(to + 1) !== '' && joined(to + 1)) {
        to++;
        if (to < tokens.length && word(to) !== '') to++;
        continue;
      }
      // After a given name, a word with the article is of the family: عمرو السولية.
      const family = to > from && /^ال.{3}/.test(here) && !nisbas.has(here) && !commonWords.has(here) && !commonWords.has(here.slice(2)) && !honorifics.has(here) && !offices.has(here.slice(2)) && !definiteBodies.has(here) && !weekdays.has(here) && !adverbs.has(here) && !particles.has(here);
      if (!family && !couldBeName(here) && !(to > from && listedNames.has(here) && !isFunction(here) && (!offices.has(here) || here === 'امير') && !bodies.has(here))) break;
      if ((tokens[to] as Token).maqsura && isFunction(here)) break;
      if (to > from && !givenNames.has(here) && opensAnother(here)) break;
      if (family) {
        to++;
        break;
      }
      if (to > from && /^[وبفك]/.test(here) && !givenNames.has(here) && here.length > 3 && givenNames.has(here.slice(1))) break;
      to++;
    }
    // A long tail of unknown words is no name: two after the first, but as many as there are given names.
    let unknown = 0;
    for (let i = from + 1; i < to; i++) {
      const here = word(i);
      if (!givenNames.has(here) && !NAME_PARTICLES.has(here) && ++unknown > 2) {
        to = i;
        break;
      }
    }
    if (to - from < least) return false;
    if (!put({ from, to, skip, type: 'person', by })) return false;
    for (let i = from; i < to; i++) {
      const here = i === from ? word(i).slice(skip) : word(i);
      if (!NAME_PARTICLES.has(here)) last.set(here, (last.get(here) ?? 0) + 1);
    }
    return true;
  };
  for (const { from, to, type, skip } of names) {
    if (type === 'person') for (let i = from; i < to; i++) last.set(i === from ? word(i).slice(skip) : word(i), 1);
  }
  for (let i = 0; i < tokens.length; i++) {
    const here = word(i);
    if (here === '' || taken[i]) continue;
    // علي عبد الله: a name, where على would be a preposition.
    if (here === 'علي' && !(tokens[i] as Token).maqsura && (givenNames.has(word(i + 1)) || NAME_PARTICLES.has(word(i + 1))) && joined(i + 1) && person(i, 0, 'given', 2)) continue;
    const clitic = cliticsBefore(here, (rest) => givenNames.has(rest));
    if (clitic >= 0 && !(clitic > 0 && (startingWithBa.has(here) || isFunction(here) || commonWords.has(here)))) {
      if (clitic === 0 && commonWords.has(here) && !honorifics.has(word(i - 1))) continue;
      if (isFunction(here.slice(clitic))) {
        // على is a preposition until a title says that it is a name.
        if (!honorifics.has(word(i - 1)) && !givenNames.has(word(i - 1))) continue;
      }
      if (person(i, clitic, 'given', 2)) continue;
    }
    const before = word(i - 1);
    if (opensAnother(here) && !givenNames.has(here)) continue;
    if ((honorifics.has(before) || honorifics.has(before.replace(/^[وفبل]/, ''))) && joined(i) && couldBeName(here) && !/^ال/.test(here)) {
      if (person(i, 0, 'title', 1)) continue;
    }
    if (joined(i) && couldBeName(here) && !/^ال/.test(here) && officeBefore(tokens, word, taken, names, i)) {
      if (person(i, 0, 'title', givenNames.has(here) ? 1 : 2)) continue;
    }
  }
  // Surnames and short forms of names that were found: the same word again, alone.
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i]) continue;
    const here = word(i);
    if (here === '') continue;
    const clitic = cliticsBefore(here, (rest) => last.has(rest));
    if (clitic < 0 || here.length - clitic < 3) continue;
    const rest = here.slice(clitic);
    if (isFunction(rest) || (clitic > 0 && startingWithBa.has(here))) continue;
    let to = i + 1;
    while (!taken[to] && joined(to) && last.has(word(to)) && to - i < 4) to++;
    put({ from: i, to, skip: clitic, type: 'person', by: 'again' });
  }
  // A word after a verb of saying, before what was said: the name of somebody who was not named before.
  for (let i = 1; i < tokens.length; i++) {
    if (taken[i]) continue;
    const here = word(i);
    if (here === '' || !joined(i) || !couldBeName(here) || /^ال/.test(here)) continue;
    const before = word(i - 1).replace(/^[وف]/, '');
    const cue = cueForms.get(before);
    if (!cue || cue.verb.caution > 0 || cue.form === 'participle' || (/^[بلكوف]/.test(here) && !(couldBeName(word(i + 1)) && (tokens[i + 2]?.kind === 'comma' || complementisers.has(word(i + 2)) || tokens[i + 2]?.kind === 'mark')))) continue;
    const next = tokens[i + 1];
    if (!next || !(complementisers.has(next.key) || next.kind === 'colon' || next.kind === 'mark' || couldBeName(next.key))) continue;
    person(i, 0, 'cue', 1);
  }
  heads(tokens, word, joined, taken, put);
  return names.sort((a, b) => a.from - b.from);
}

/** Whether a word after a name has a conjunction or a preposition attached, and so goes on to something else. */
function opensAnother(word: string): boolean {
  const rest = word.slice(1);
  const known = () => isFunction(rest) || commonWords.has(rest) || cueForms.has(rest) || givenNames.has(rest) || nisbas.has(rest) || lists.has(rest) || offices.has(rest) || plainVerbs.has(rest) || /^ال.{3}/.test(rest) || /^(?:ي|ت|س)....?/.test(rest);
  if (word.startsWith('ب')) return word.length > 3 && !startingWithBa.has(word);
  if (word.startsWith('ل')) return isFunction(rest) || commonWords.has(rest) || givenNames.has(rest) || nisbas.has(rest) || lists.has(rest) || offices.has(rest) || /^ل/.test(rest);
  if (/^[وفلك]/.test(word)) return known();
  return false;
}

/** Whether an office stands before: وزير الخارجية البريطاني [فيليب هاموند]. */
function officeBefore(
  _tokens: readonly Token[],
  word: (at: number) => string,
  taken: Uint8Array,
  _names: readonly Name[],
  at: number,
): boolean {
  for (let i = at - 1, steps = 0; i >= 0 && steps < 9; i--, steps++) {
    const here = word(i);
    if (here === '') return false;
    const bare = here.replace(/^(?:[وف]?[بكل]?)(?=.{3})/, '');
    if (offices.has(here) || offices.has(bare) || offices.has(bare.replace(/^ال/, ''))) return here !== 'باسم';
    const definite = /^(?:[وبل]?ال|لل)/.test(here);
    const head = bodies.has(bare) || bodies.has(here);
    const nisba = nisbas.has(here);
    if (!definite && !head && !nisba && !taken[i] && here !== 'في' && here !== 'باسم' && here !== 'على') return false;
  }
  return false;
}

const relativesAndTime = new Set(['الذي', 'التي', 'الذين', 'اليوم', 'الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت', 'التابع', 'التابعه', 'المقبل', 'المقبله', 'الماضي', 'الماضيه', 'الحالي', 'الحاليه', 'الجديد', 'الجديده']);
const MEDIA = new Set(['صحيفه', 'قناه', 'شبكه', 'موقع', 'وكاله', 'جريده', 'مجله', 'اذاعه', 'راديو', 'شركه', 'نادي', 'فريق', 'تلفزيون', 'منظمه', 'مجموعه', 'قياده', 'رئاسه', 'اداره']);

/** Bodies by their head: وزارة الخارجية الروسية, حزب …: the head, one construct after another, and the definite words that follow. */
function heads(
  tokens: readonly Token[],
  word: (at: number) => string,
  joined: (at: number) => boolean,
  taken: Uint8Array,
  put: (name: Name) => boolean,
): void {
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i]) continue;
    const here = word(i);
    const clitic = cliticsBefore(here, (rest) => bodies.has(rest));
    // صحيفة هآرتس, قناة الجزيرة: the class word is no part of the name.
    if (here !== '' && clitic >= 0 && taken[i + 1] && MEDIA.has(here.slice(clitic))) continue;
    if (here !== '' && clitic >= 0) {
      let to = i + 1;
      let definite = false;
      while (joined(to) && word(to) !== '' && to - i < 8) {
        const next = word(to);
        if ((/^(?:ال|لل|وال)/.test(next) && !isFunction(next) && !relativesAndTime.has(next)) || nisbas.has(next)) {
          if (next.startsWith('وال') && !definite) break;
          definite = true;
          to++;
        } else if (!definite && !isFunction(next) && !plainVerbs.has(next) && !cueForms.has(next) && to - i < 3 && (bodies.has(next) || commonWords.has(next) || /^(?:ال|لل)/.test(word(to + 1)))) to++;
        else if (taken[to] && !definite) {
          to++;
          definite = true;
        } else break;
      }
      if (definite && !Array.from(taken.slice(i, to)).some((value, index) => value && index === 0)) {
        taken.fill(0, i, to);
        put({ from: i, to, skip: clitic, type: 'organization', by: 'head' });
        i = to - 1;
      }
      continue;
    }
    const body = here.replace(/^[وفبكل](?=ال)/, '');
    if (definiteBodies.has(body) && nisbas.has(word(i + 1)) && joined(i + 1) && body.endsWith('ه') === word(i + 1).endsWith('ه') && !offices.has(word(i - 1))) {
      put({ from: i, to: i + 2, skip: /^[وفبكل]ال/.test(here) ? 1 : 0, type: 'organization', by: 'head' });
    }
  }
}

/** Years, months with what stands before and after: 25 يناير 2011, آب / أغسطس, تشرين الثاني/نوفمبر 2016. */
function dates(tokens: readonly Token[], word: (at: number) => string, put: (name: Name) => boolean): void {
  const year = (at: number) => tokens[at]?.kind === 'number' && /^(?:1[89]|20)\d\d$/.test(tokens[at]?.key ?? '');
  const month = (at: number): number => {
    const here = word(at);
    if (here === '') return 0;
    const next = word(at + 1);
    if ((here === 'تشرين' || here === 'كانون') && /^ال(?:اول|ثاني)$/.test(next)) return 2;
    if ((here === 'ربيع' || here === 'جمادي') && /^ال(?:اول|ثاني|اخر|اولي|اخره)$/.test(next)) return 2;
    return months.has(here) && here !== 'ربيع' && here !== 'جمادي' && here !== 'صفر' ? 1 : 0;
  };
  for (let i = 0; i < tokens.length; i++) {
    const plain = month(i);
    const clitic = plain === 0 && word(i).length > 4 && /^[وفبل]/.test(word(i)) && months.has(word(i).slice(1)) ? 1 : 0;
    const length = plain || clitic;
    if (length > 0) {
      let to = i + length;
      for (;;) {
        const sign = tokens[to]?.key;
        const second = month(to + 1);
        if (sign === '/' && second > 0) to += 1 + second;
        else if (sign === '(' && second > 0 && tokens[to + 1 + second]?.key === ')') to += 2 + second;
        else break;
      }
      if (year(to)) to++;
      const day = tokens[i - 1]?.kind === 'number' && /^\d{1,2}$/.test(tokens[i - 1]?.key ?? '') && clitic === 0;
      put({ from: day ? i - 1 : i, to, skip: clitic, type: 'date', by: 'pattern' });
      i = to - 1;
    } else if (year(i)) put({ from: i, to: i + 1, skip: 0, type: 'date', by: 'pattern' });
  }
}
