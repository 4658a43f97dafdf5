/**
 * The interface's languages. Arabic is the source: its keys are the type, and English must have them all (a unit test
 * holds that, and the six Arabic plural forms). English is fetched only by those who choose it.
 */
import i18next, { type i18n as Instance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { followLanguage, type LaterNamespace, type LaterWords } from './later.ts';
import { arabic } from './locales/ar/index.ts';

export type Language = 'ar' | 'en';
/** `auto` follows the language: Arabic-Indic digits in Arabic, European ones in English. */
export type Digits = 'auto' | 'arab' | 'latn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof arabic & { [Namespace in LaterNamespace]: LaterWords<Namespace> };
  }
}

let digits: Digits = 'auto';

/** The Unicode locale for numbers and dates of the interface. The article's own digits are never touched. */
export function numberLocale(language: string): string {
  const system = digits === 'auto' ? (language === 'ar' ? 'arab' : 'latn') : digits;
  return `${language === 'ar' ? 'ar' : 'en-GB'}-u-nu-${system}`;
}

const formats = new Map<string, Intl.NumberFormat>();
export function formatNumber(value: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  const key = `${numberLocale(language)} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(numberLocale(language), options);
    formats.set(key, format);
  }
  return format.format(value);
}

/** Making a format costs as much as a thousand uses of it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** An ISO date (with or without a time) written out; the day that was printed, in no other time zone. */
export function formatDate(iso: string, language: string): string {
  const [year = 0, month = 1, date = 1] = iso.slice(0, 10).split('-').map(Number);
  // Built from numbers: a 30th of February becomes a day that exists, where a string would be no date at all.
  const day = new Date(Date.UTC(year, month - 1, date));
  const locale = numberLocale(language);
  let format = dateFormats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    dateFormats.set(locale, format);
  }
  return format.format(day);
}

/** What stands between the items of a list. */
export const listComma = (language: string): string => (language === 'ar' ? '، ' : ', ');

export async function startI18n(language: Language, chosen: Digits): Promise<Instance> {
  digits = chosen;
  await i18next.use(initReactI18next).init({
    resources: { ar: arabic },
    lng: 'ar',
    fallbackLng: 'ar',
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  i18next.services.formatter?.add('n', (value: number, lng) => formatNumber(value, lng ?? 'ar'));
  await setLanguage(language, chosen);
  return i18next;
}

/** Changes the language or the digits: everything on the screen is said again, where either is another than before. */
export async function setLanguage(language: Language, chosen: Digits): Promise<void> {
  const same = i18next.language === language && digits === chosen;
  digits = chosen;
  if (language === 'en' && !i18next.hasResourceBundle('en', 'app')) {
    const { english } = await import('./locales/en/index.ts');
    for (const [namespace, strings] of Object.entries(english)) i18next.addResourceBundle('en', namespace, strings);
  }
  await followLanguage(language);
  if (!same) await i18next.changeLanguage(language);
  if (import.meta.env.SSR) return;
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}
