import { describe, expect, test } from 'vitest';
import type { LibraryError } from '../library/queries.ts';
import { arabic } from './locales/ar/index.ts';
import { english } from './locales/en/index.ts';
import { later } from './later.ts';

/** Every string of a language under "namespace:path.to.key". */
function flatten(resources: object): Map<string, string> {
  const strings = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') strings.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}.${key}`);
  };
  for (const [namespace, tree] of Object.entries(resources)) {
    for (const [key, value] of Object.entries(tree as object)) walk(value, `${namespace}:${key}`);
  }
  return strings;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** A key without its plural form: what the program asks for. */
const family = (key: string) => key.replace(PLURAL, '');
const isPlural = (key: string) => PLURAL.test(key);
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name as string);

/** The namespaces that are fetched later, too. */
const laterWords = async (language: 'ar' | 'en') =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(later).map(async ([namespace, words]) => [namespace, (await words[language]()).default] as const),
    ),
  );
const languages = {
  ar: flatten({ ...arabic, ...(await laterWords('ar')) }),
  en: flatten({ ...english, ...(await laterWords('en')) }),
};
const keysOf = (language: 'ar' | 'en') => new Set([...languages[language].keys()].map(family));

describe('the strings of the interface', () => {
  test('were really read', () => {
    expect(languages.ar.size).toBeGreaterThan(150);
    expect(languages.ar.get('app:name')).toBe('إسناد');
    expect(languages.ar.get('shelf:level.beginner')).toBe('مبتدئ');
  });

  test('are the same in both languages', () => {
    expect([...keysOf('en')].filter((key) => !keysOf('ar').has(key))).toEqual([]);
    expect([...keysOf('ar')].filter((key) => !keysOf('en').has(key))).toEqual([]);
  });

  test('a key is plural in both languages or in neither', () => {
    const plural = (language: 'ar' | 'en') => new Set([...languages[language].keys()].filter(isPlural).map(family));
    expect(plural('ar')).toEqual(plural('en'));
    for (const key of plural('ar')) expect(languages.ar.has(key), `key ${key}`).toBe(false);
  });

  test.each([
    ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['en', ['one', 'other']],
  ] as const)('%s has every plural form that its grammar knows', (language, forms) => {
    // The same forms as the browser chooses from; English may add a zero of its own.
    expect([...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()).toEqual([...forms].sort());
    const missing = [...languages[language].keys()]
      .filter(isPlural)
      .flatMap((key) => forms.map((form) => `${family(key)}_${form}`))
      .filter((key) => !languages[language].has(key));
    expect([...new Set(missing)]).toEqual([]);
    const allowed = new Set<string>(language === 'en' ? [...forms, 'zero'] : forms);
    const odd = [...languages[language].keys()].filter(
      (key) => isPlural(key) && !allowed.has(PLURAL.exec(key)?.[1] ?? ''),
    );
    expect(odd).toEqual([]);
  });

  test('a placeholder of one language stands in the other too', () => {
    // Of a plural family the form `other` must have them all; "قولان" needs no number.
    const asked = (language: 'ar' | 'en', key: string) =>
      placeholders(languages[language].get(key) ?? languages[language].get(`${key}_other`) ?? '');
    const lost: string[] = [];
    for (const [language, other] of [
      ['ar', 'en'],
      ['en', 'ar'],
    ] as const) {
      for (const [key, text] of languages[language]) {
        for (const name of placeholders(text)) {
          if (!asked(other, family(key)).includes(name)) lost.push(`${other} ${family(key)} lacks {{${name}}}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });

  test('every placeholder is closed, and only numbers are formatted', () => {
    for (const [language, strings] of Object.entries(languages)) {
      for (const [key, text] of strings) {
        expect(text.replaceAll(/\{\{\w+(, n)?\}\}/g, ''), `${language} ${key}`).not.toMatch(/[{}]/);
      }
    }
  });

  test('Arabic is Arabic and English is English', () => {
    // Names of the other language, signs and samples.
    const exempt = new Set([
      'app:otherLanguage',
      'app:otherLanguageLabel',
      'settings:sample',
      'settings:arab',
      'settings:latn',
      'speakers:piecesJoined',
      'reading:stripItem',
    ]);
    for (const key of languages.ar.keys()) {
      if (exempt.has(key) || languages.ar.get(key) === '') continue;
      expect(languages.ar.get(key), `key ${key}`).toMatch(/\p{Script=Arabic}/u);
    }
    for (const [key, text] of languages.en) {
      if (!exempt.has(key)) expect(text, `key ${key}`).not.toMatch(/\p{Script=Arabic}/u);
    }
  });
});

const sources = Object.entries(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!./locales/**', '!../core/**', '!../testing/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([, source]) => source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''));

/** Whether some file that speaks of the namespace writes the key, whole or as a template with its end left open. */
function isAsked(source: string, key: string): boolean {
  const [namespace = '', path = ''] = key.split(':');
  const speaks = new RegExp(`['"\`]${namespace}['"\`:]`).test(source);
  if (!speaks) return false;
  if (new RegExp(`['"\`](${namespace}:)?${path.replaceAll('.', '\\.')}['"\`]`).test(source)) return true;
  return [...source.matchAll(/`([\w.]+)\$\{/g)].some(([, start]) => path.startsWith(start as string));
}

/** Asked for by the kind of the fault itself. */
const faults: Record<LibraryError['fault']['kind'], true> = {
  network: true,
  status: true,
  notJson: true,
  otherFormat: true,
  newerVersion: true,
  shape: true,
  content: true,
};

describe('the program', () => {
  const asked = new Set([
    ...Object.keys(faults).map((kind) => `faults:${kind}`),
    ...[...keysOf('ar')].filter((key) => sources.some((source) => isAsked(source, key))),
  ]);

  test('has words for every fault of a file', () => {
    expect(Object.keys(faults).filter((kind) => !languages.ar.has(`faults:${kind}`))).toEqual([]);
  });

  test('asks for every string: none is kept for nobody', () => {
    expect([...keysOf('ar')].filter((key) => !asked.has(key))).toEqual([]);
  });

  test.each([
    ["useTranslation('reading'); t('legend')", 'reading:legend', true],
    ["useTranslation('reading'); t(`type.${mark}`)", 'reading:type.person', true],
    ["t('title', { ns: 'speakers' })", 'speakers:title', true],
    ["t('speakers:title')", 'speakers:title', true],
    ["useTranslation('reading'); t('legendLabel')", 'reading:legend', false],
    ["useTranslation('reading'); t('legend')", 'speakers:legend', false],
    ["useTranslation('reading'); t(`types.${mark}`)", 'reading:type.person', false],
  ])('%s asks for %s: %j', (source, key, answer) => {
    expect(isAsked(source, key)).toBe(answer);
  });
});
