/** Names that lists know, longest first: bodies, places, public figures, events, works and peoples. */
import type { EntityType } from '../core/article/article.ts';
import { clubs } from './lexicon/clubs.ts';
import { months, weekdays } from './lexicon/function-words.ts';
import { leaders } from './lexicon/leaders.ts';
import { companies, media } from './lexicon/media.ts';
import { events, groups, organizations, peoples, works } from './lexicon/organizations.ts';
import { classWords, honorifics, offices } from './lexicon/titles.ts';
import { cities, countries, guardedPlaces, regions } from './lexicon/places.ts';

import { moreTowns, towns } from './lexicon/towns.ts';
import { isEveryday, isFunction, isNamePart, nisbas } from './vocabulary.ts';

/** The words of a name, and what it names. */
export type Entry = readonly [words: readonly string[], type: EntityType];

const lists = new Map<string, Entry[]>();
function enter(phrases: readonly string[], type: EntityType): void {
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const at = lists.get(words[0] as string);
    if (at) at.push([words, type]);
    else lists.set(words[0] as string, [[words, type]]);
  }
}
/** A town of one word that is a word, or a person's name, too, or short, needs a word before it that says what it is. */
const sureSite = (phrase: string) =>
  phrase.includes(' ') ||
  (phrase.length > 4 && !isEveryday(phrase) && !isNamePart(phrase) && !commonly(phrase) && !guardedBefore.has(phrase));
const guardedBefore: ReadonlySet<string> = new Set(guardedPlaces);
/** What the other lists have without more ado. */
const listedPlaces: ReadonlySet<string> = new Set([...countries, ...regions, ...cities]);
/** Words that hold a sentence together, days, adjectives, and words behind a conjunction or a preposition: وإن, بأنه. */
const commonly = (word: string) =>
  isFunction(word) ||
  months.has(word) ||
  weekdays.has(word) ||
  nisbas.has(word) ||
  honorifics.has(word) ||
  offices.has(word.replace(/^ال/, '')) ||
  (/^[وفبلك]/.test(word) && isFunction(word.slice(1)));
/** Towns that count only behind مدينة, بلدة and the like. */
export const classedSites: ReadonlySet<string> = new Set(
  [...towns, ...moreTowns].filter(
    (phrase) =>
      !sureSite(phrase) &&
      !isFunction(phrase) &&
      !weekdays.has(phrase) &&
      !listedPlaces.has(phrase) &&
      !guardedBefore.has(phrase) &&
      phrase !== 'الغرب',
  ),
);
/** Places whose names could be something else: they need a word before that says so (names.ts). */
export const guardedSites: ReadonlySet<string> = new Set([
  ...guardedPlaces,
  ...[...regions, ...cities].filter((phrase) => !phrase.includes(' ') && isEveryday(phrase)),
  ...classedSites,
]);
const plain = (phrases: readonly string[]) => phrases.filter((phrase) => !guardedSites.has(phrase));
/** A name of one word that is a word too needs more than its letters. */
const sure = (phrases: readonly string[]) =>
  phrases.filter(
    (phrase) =>
      phrase.includes(' ') || (phrase.length > 2 && !isEveryday(phrase) && !isNamePart(phrase) && !months.has(phrase)),
  );
const bodies = new Set([...organizations, ...media, ...companies]);
/** وكالة رويترز stands in the text, رويترز is the name. */
const classed = (phrase: string) => {
  const [first = '', ...rest] = phrase.split(' ');
  return classWords.has(first) && bodies.has(rest.join(' ')) && (first !== 'تنظيم' || rest.length === 1);
};
enter(
  // A ministry goes on as far as its noun phrase: bodies.ts reads it.
  organizations.filter((phrase) => !classed(phrase) && !phrase.startsWith('وزاره ')),
  'organization',
);
enter(clubs, 'organization');
enter(sure([...media, ...companies]), 'organization');
enter(leaders, 'person');
enter(countries, 'place');
enter(plain(regions), 'place');
enter(plain(cities), 'place');
enter(['الغرب'], 'place');
enter(towns.filter(sureSite), 'place');
enter(moreTowns.filter(sureSite), 'place');
enter(events, 'event');
enter(works, 'work');
enter(groups, 'group');
for (const people of peoples) for (const ending of ['ون', 'ين']) enter([`ال${people}${ending}`], 'group');
for (const entries of lists.values()) entries.sort((a, b) => b[0].length - a[0].length);

/** The longest listed name that begins with these words; `word` gives the words after the first. */
export function listed(first: string, wordAfter: (offset: number) => string): Entry | null {
  const entries = lists.get(first);
  if (!entries) return null;
  for (const entry of entries) {
    const [words] = entry;
    let fits = true;
    for (let k = 1; k < words.length && fits; k++) fits = wordAfter(k) === words[k];
    if (fits) return entry;
  }
  return null;
}

/** Whether a listed name begins with this word. */
export const opensListed = (word: string): boolean => lists.has(word);
