/**
 * Places by the word before their name: مطار بغداد الدولي, نهر الليطاني, ساحة التحرير, where that word is part of the name; مدينة لينتس, بلدة …,
 * where it is not, and what follows is a place though no list knows it.
 */
import { cliticsBefore } from './attached.ts';
import { countries } from './lexicon/places.ts';
import {
  outletHeads,
  outletTails,
  placeOpeners,
  ordinarySquares,
  sites,
  siteHeads,
  unnamedHeads,
} from './lexicon/sites.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { shape } from './shape.ts';
import { couldBeName, isEveryday, isFunction, isVerb, looksNamed, nisbas, remembered } from './vocabulary.ts';

const countryNames: ReadonlySet<string> = new Set(countries);
/** After the name of an airport, a hospital or a prison: what it is. */
const SCOPE =
  /^ال(?:دولي|دوليه|مركزي|مركزيه|نووي|نوويه|عسكري|عسكريه|جويه|بحريه|كبير|كبري|رياضي|ثقافي|قديم|قديمه|وطني|حدودي|حدوديه|اولمبي|شمالي|جنوبي|شرقي|غربي|شماليه|جنوبيه|شرقيه|غربيه)$/;

/** How many letters are attached before such a word; -1 for any other. */
const skipOf = remembered((word) =>
  cliticsBefore(word, (rest) => sites.has(rest) || unnamedHeads.has(rest) || outletHeads.has(rest)),
);

/** Puts each place that the word before it tells. */
export function findSites(
  reading: Reading,
  taken: Uint8Array,
  nameAt: (at: number) => Name | null,
  put: (name: Name) => boolean,
  replace: (name: Name) => boolean,
): void {
  const word = (at: number) => reading.follower(at);
  const over = (from: number, to: number, skip: number) => {
    replace({ from, to, skip, type: 'place', by: 'head' });
  };
  /** The end of the name that covers a token and begins there without anything attached; the token itself where none does. */
  const endOf = (at: number, ...types: readonly Name['type'][]) => {
    const name = taken[at] ? nameAt(at) : null;
    return name !== null && name.from === at && name.skip === 0 && reading.joined(at) && types.includes(name.type)
      ? name.to
      : at;
  };
  /** One or two words that look like a name and that no list knows. */
  const stranger = (at: number): number => {
    const here = word(at);
    if (
      placeOpeners.has(here) &&
      !taken[at] &&
      !taken[at + 1] &&
      /^(?!و.{4}|لل)./.test(word(at + 1)) &&
      !isFunction(word(at + 1)) &&
      !isVerb(word(at + 1))
    )
      return at + 2;
    if (
      here === '' ||
      taken[at] ||
      isEveryday(here) ||
      isVerb(here) ||
      isFunction(here) ||
      nisbas.has(here) ||
      !couldBeName(here)
    )
      return at;
    const next = word(at + 1);
    // بورتن داون: the second needs less.
    return looksNamed(here) &&
      /^(?!ال|و.{4})/.test(next) &&
      next.length > 2 &&
      !taken[at + 1] &&
      !isEveryday(next) &&
      !isVerb(next) &&
      couldBeName(next) &&
      shape(next) > 0
      ? at + 2
      : at + 1;
  };
  const plain = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => reading.word(from + at)).join(' ');
  for (let i = 0; i + 1 < taken.length; i++) {
    const here = reading.word(i);
    if (here === '' || (taken[i] && nameAt(i)?.type === 'place' && nameAt(i)?.from === i)) continue;
    const skip = skipOf(here);
    if (skip < 0 || !reading.joined(i + 1) || taken[i]) continue;
    const head = here.slice(skip);
    if (outletHeads.has(head)) {
      let to = i + 1;
      while (
        to - i < 4 &&
        !taken[to] &&
        ((to > i + 1 && outletTails.has(word(to))) || (looksNamed(word(to)) && !/^و.{4}/.test(word(to))))
      )
        to++;
      if (to > i + 1) put({ from: i + 1, to, skip: 0, type: 'organization', by: 'head' });
      continue;
    }
    if (unnamedHeads.has(head)) {
      // منتجع ستيكاتو دي كوترو: no person is a resort.
      const person = endOf(i + 1, 'person');
      if (person > i + 1 && person - i < 5) over(i + 1, person, 0);
      else {
        const to = stranger(i + 1);
        if (to > i + 1) put({ from: i + 1, to, skip: 0, type: 'place', by: 'head' });
      }
      continue;
    }
    let to = endOf(i + 1, 'place', 'person', 'date', 'organization');
    const named = siteHeads.has(head);
    if (to === i + 1) to = stranger(i + 1);
    if (to === i + 1 && named) {
      const next = word(i + 1);
      if (/^ال.{2}/.test(next) && !taken[i + 1] && !ordinarySquares.has(next) && !SCOPE.test(next) && !nisbas.has(next))
        to = i + 2;
    }
    if (to === i + 1) continue;
    // جهة بني ملال - خنيفرة: Moroccan regions have the names of several towns.
    if (head === 'جهه')
      for (;;) {
        const from = reading.tokens[to]?.kind === 'dash' ? to + 1 : to;
        const name = taken[from] ? nameAt(from) : null;
        if (name?.type !== 'place' || name.from !== from || name.skip > 0 || !reading.sameLine(to - 1, from)) break;
        to = name.to;
      }
    // ملعب إيران: where somebody plays.
    if (!SCOPE.test(word(to)) && countryNames.has(plain(i + 1, to))) continue;
    while (SCOPE.test(word(to)) && !taken[to]) to++;
    over(i, to, skip);
    i = to - 1;
  }
}
