import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber, type Language, listComma } from './i18n.ts';

/** Numbers, dates and two-language texts as the interface says them now. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'ar';
  return {
    language,
    other: language === 'ar' ? ('en' as const) : ('ar' as const),
    number: (value: number) => formatNumber(value, language),
    percent: (value: number) => formatNumber(value, language, { style: 'percent', maximumFractionDigits: 0 }),
    comma: listComma(language),
    date: (iso: string) => formatDate(iso, language),
    /** The text in the interface's language; the Arabic one where the other is missing. */
    say: (text: { readonly ar: string; readonly en: string }) =>
      language === 'en' && text.en !== '' ? text.en : text.ar,
    /** The direction of what `say` gives: a sentence may begin with a word of the other script. */
    sense: (text: { readonly en: string }): 'ltr' | 'rtl' => (language === 'en' && text.en !== '' ? 'ltr' : 'rtl'),
  };
}
