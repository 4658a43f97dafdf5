/** The English name of somebody or something that an Arabic text names, where the lists have it or all its parts. */
import type { EntityType } from '../core/article/article.ts';
import { key } from './characters.ts';
import {
  englishBodies,
  englishHeads,
  englishMonths,
  englishOrigins,
  englishParts,
  englishPeople,
  englishPeoples,
  englishPlaces,
  englishServants,
} from './lexicon/english.ts';

/** Empty where it is not known: a name half in one script and half in another helps nobody. */
export function englishName(name: string, type: EntityType): string {
  const words = name
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[«»"“”()]/g, ' ')
    .trim()
    .split(/\s+/)
    .map(key);
  const whole = words.join(' ');
  // A text without Arabic letters is in English already, or near enough.
  if (!/\p{Script=Arabic}/u.test(name)) return '';
  switch (type) {
    case 'place':
      return englishPlaces.get(whole) ?? '';
    case 'organization':
      return englishBodies.get(whole) ?? owned(words) ?? englishPlaces.get(whole) ?? '';
    case 'person':
      return englishPeople.get(whole) ?? person(words) ?? '';
    case 'group':
      return people(words);
    case 'date':
      return date(words);
    default:
      return '';
  }
}

/** الجيش السوري, وزارة الصحة الفلسطينية: what it is and whose. */
function owned(words: readonly string[]): string | null {
  const head = englishHeads.get(words.slice(0, -1).join(' '));
  const origin = adjective(words.at(-1) ?? '');
  if (head !== undefined && origin !== undefined) return `${origin} ${head}`;
  return englishHeads.get(words.join(' ')) ?? null;
}

/** السورية → Syrian; only with the article, as it stands after a definite body. */
const adjective = (word: string): string | undefined =>
  word.startsWith('ال') ? englishOrigins.get(word.slice(2).replace(/يه$/, 'ي')) : undefined;

/** السوريون → Syrians; الأكراد → Kurds. */
function people(words: readonly string[]): string {
  const [word = '', ...rest] = words;
  if (rest.length > 0) return '';
  const stem = word.replace(/^ال/, '').replace(/(?:ون|ين)$/, '');
  const named = englishPeoples.get(stem);
  if (named !== undefined && named !== '') return named;
  const origin = word.startsWith('ال') && /(?:ون|ين)$/.test(word) ? englishOrigins.get(stem) : undefined;
  if (origin === undefined) return '';
  return named === '' || /(?:ese|sh|ch)$/.test(origin) ? `the ${origin}` : `${origin}s`;
}

const BETWEEN: Readonly<Record<string, string>> = {
  بن: 'bin',
  ابن: 'ibn',
  بنت: 'bint',
  ابو: 'Abu',
  ام: 'Umm',
  ال: 'Al',
};

/** Every part from the list, else nothing: سامي بن عبد الله الحداد → Sami bin Abdullah al-Haddad. */
function person(words: readonly string[]): string | null {
  const parts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const joined = word.startsWith('عبدال') ? word.slice(3) : null;
    const part =
      word === 'عبد' || joined !== null
        ? englishServants.get(joined ?? words[++at] ?? '')
        : (BETWEEN[word] ?? englishParts.get(word) ?? articled(word));
    if (part === undefined) return null;
    parts.push(part);
  }
  // "Abu" or "bin" alone names nobody.
  return parts.length > 0 && BETWEEN[words.at(-1) ?? ''] === undefined ? parts.join(' ') : null;
}

function articled(word: string): string | undefined {
  if (!word.startsWith('ال') || word.length < 5) return undefined;
  const part = englishParts.get(word.slice(2));
  return part === undefined ? undefined : `al-${part}`;
}

/** «13 تموز (يوليو) 2015» → 13 July 2015: figures, and a month in as many names as it is given. */
function date(words: readonly string[]): string {
  const parts: string[] = [];
  const tokens = words.flatMap((word) => word.split('/'));
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as string;
    if (token === '' || token === 'من' || token === 'عام' || token === 'سنه' || token === 'يوم' || token === 'شهر')
      continue;
    const pair = englishMonths.get(`${token} ${tokens[at + 1] ?? ''}`);
    if (pair !== undefined) at++;
    const part = pair ?? englishMonths.get(token) ?? (/^\d{1,4}$/.test(token) ? token : undefined);
    if (part === undefined) return '';
    if (!parts.includes(part)) parts.push(part);
  }
  return parts.join(' ');
}
