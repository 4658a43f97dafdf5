/** Where a person’s name ends, by what each word after its first may be. */
import { opensAnother } from './attached.ts';
import { isAdjective } from './lexicon/adjectives.ts';
import { callingSurnames } from './lexicon/family-names.ts';
import { complementisers } from './lexicon/function-words.ts';
import { byLastName } from './lexicon/leaders.ts';
import { beforeFaith, beforeGod, familyEndings, followingOffices } from './lexicon/name-parts.ts';
import { cueForms } from './lexicon/reporting.ts';
import { bodies, definiteBodies, honorifics, offices } from './lexicon/titles.ts';
import type { Reading } from './reading.ts';
import { shape } from './shape.ts';
import {
  couldBeName,
  couldFollow,
  doubtfulNames,
  givenNames,
  isEveryday,
  isFunction,
  isNamePart,
  isNoun,
  isOrdinary,
  isVerb,
  looksNamed,
  nameParticles,
  nisbas,
} from './vocabulary.ts';

const MOST = 6;
const lastNames: ReadonlySet<string> = new Set(byLastName);

/** The end of the name that begins at a token, by what each word may be; `from` where none does. */
export function extent(reading: Reading, taken: Uint8Array, from: number, skip: number, titled = false): number {
  let to = from;
  let strangers = 0;
  while (to - from < MOST && to < taken.length && !taken[to]) {
    const here = to === from ? reading.word(to).slice(skip) : reading.word(to);
    if (here === '' || (to > from && !reading.joined(to)) || (to > from && followingOffices.has(here))) break;
    const first = reading.word(from).slice(skip);
    // ترامب يتهم: who is named by the last name alone; only a name that is known goes on.
    if (to === from + 1 && lastNames.has(first) && !isNamePart(here) && !nameParticles.has(here)) break;
    if (
      nameParticles.has(here) &&
      reading.word(to + 1) !== '' &&
      reading.joined(to + 1) &&
      !taken[to + 1] &&
      (here !== 'لا' || to > from)
    ) {
      const next = reading.word(to + 1);
      if (
        isNamePart(next) ||
        doubtfulNames.has(next) ||
        couldFollow(next) ||
        next.startsWith('ال') ||
        nameParticles.has(next) ||
        here === 'ال'
      ) {
        to += 2;
        continue;
      }
      if (here !== 'الله' && here !== 'الدين') break;
    }
    if (
      to > from &&
      (here === 'الله' ||
        (here === 'ال' && nameParticles.has('ال')) ||
        here === 'الدين' ||
        here === 'الزهراء' ||
        here === 'الاسلام' ||
        here === 'بك' ||
        here === 'باشا' ||
        here === 'اغا' ||
        here === 'افندي')
    ) {
      to++;
      continue;
    }
    const next = reading.joined(to + 1) && !taken[to + 1] ? reading.word(to + 1) : '';
    if (
      (familyEndings.has(next) && !isFunction(here) && !isVerb(here)) ||
      (to === from && ((next === 'الدين' && beforeFaith.has(here)) || (next === 'الله' && beforeGod.has(here))))
    ) {
      to += 2;
      continue;
    }
    // إيريك فان هوتن: فان where فإن would open a clause.
    if (to > from && here === 'فان' && looksNamed(next)) {
      to += 2;
      continue;
    }
    // محمد علي، علي حسن: the name, where على would be a preposition.
    if (here === 'علي' && !reading.tokens[to]?.maqsura) {
      const next = reading.word(to + 1);
      if (to === from || next === '' || isNamePart(next) || complementisers.has(next)) {
        to++;
        continue;
      }
    }
    if (isNamePart(here)) {
      if (to > from && reading.tokens[to]?.maqsura && isFunction(here)) break;
      to++;
      continue;
    }
    if (
      to > from &&
      doubtfulNames.has(here) &&
      !isFunction(here) &&
      !bodies.has(here) &&
      !honorifics.has(here) &&
      !cueForms.has(here) &&
      (to === from + 1 || !isEveryday(here)) &&
      !reading.tokens[to]?.tanwin
    ) {
      to++;
      continue;
    }
    if (to > from && here.startsWith('و')) break;
    const family =
      to > from && here.startsWith('ال') && isNamePart(here.slice(2)) && !reading.word(to - 1).startsWith('ال');
    if (
      (family || to === from + 1) &&
      (givenNames.has(first) || first === 'علي' || (titled && looksNamed(first))) &&
      surname(reading, to, titled)
    ) {
      to++;
      if (here.startsWith('ال')) break;
      continue;
    }
    // أحمد الخطيب: a calling that is a family name.
    if (to === from + 1 && callingSurnames.has(here) && givenNames.has(first)) {
      to++;
      break;
    }
    const known =
      (to === from + 1 && givenNames.has(first) && !doubtfulNames.has(first) && !(isOrdinary(first) && !titled)) ||
      (to === from + 2 && reading.word(from + 1) === 'الدين');
    if (!(known ? couldFollow(here) : couldBeName(here)) || (to > from && opensAnother(here))) break;
    if (reading.tokens[to]?.tanwin) break;
    if (++strangers > 2) break;
    to++;
    // After a given name, a word with the article is of the family, and the last: عمرو السولية.
    if (here.startsWith('ال') && to - from > 1 && !reading.word(to).startsWith('ال')) break;
  }
  return to;
}

/** Whether an everyday word after a given name is the family name here: رؤوف الباسطي, محمد صديقي،. */
export function surname(reading: Reading, at: number, titled: boolean): boolean {
  const here = reading.word(at);
  const next = reading.tokens[at + 1];
  const closed =
    next === undefined ||
    next.kind !== 'word' ||
    next.line !== reading.tokens[at]?.line ||
    isFunction(next.key) ||
    complementisers.has(next.key);
  // اللواء منصور التركي; محمد الشرقي، خالد الغربي إن.
  if ((titled || closed) && here.startsWith('ال') && nisbas.has(here) && !here.endsWith('ه')) return true;
  if (
    isFunction(here) ||
    /^قول(?:ه|ها|هم)$/.test(here) ||
    nisbas.has(here) ||
    cueForms.has(here) ||
    offices.has(here) ||
    bodies.has(here) ||
    honorifics.has(here) ||
    definiteBodies.has(here) ||
    isVerb(here)
  )
    return false;
  if (reading.tokens[at]?.tanwin || opensAnother(here)) return false;
  // غاريث بيل الجيدة: no family name is a feminine adjective.
  if (/^ال.+ه$/.test(here) && isEveryday(here)) return false;
  // خالد السليمان, سعد الفهد: a given name with the article.
  if (here.startsWith('ال') && isNamePart(here.slice(2))) return true;
  if (here.startsWith('ال') && here.endsWith('ي') && (closed || !isAdjective(here))) return true;
  if (here.startsWith('ال'))
    return !isEveryday(here) || (here.endsWith('ي') && !isNoun(here.slice(2, -1) === '' ? here : here.slice(2)));
  // محمد صديقي, سمير حداد; not مرسي قضية.
  return (
    isEveryday(here) &&
    here.length > 2 &&
    (titled || closed) &&
    !/[اه]$/.test(here) &&
    (here.endsWith('ي') || shape(here) > -5)
  );
}
