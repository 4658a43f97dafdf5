/**
 * Words of rooms that are opened later: fetched together with the code that says them, so that they do not weigh on the
 * reading path. Arabic comes always (it is what English falls back to), English where it is chosen.
 */
import i18next from 'i18next';

export const later = {
  settings: { ar: () => import('./locales/ar/settings.json'), en: () => import('./locales/en/settings.json') },
  sharing: { ar: () => import('./locales/ar/sharing.json'), en: () => import('./locales/en/sharing.json') },
  lessons: { ar: () => import('./locales/ar/lessons.json'), en: () => import('./locales/en/lessons.json') },
  offline: { ar: () => import('./locales/ar/offline.json'), en: () => import('./locales/en/offline.json') },
  insights: { ar: () => import('./locales/ar/insights.json'), en: () => import('./locales/en/insights.json') },
  layers: { ar: () => import('./locales/ar/layers.json'), en: () => import('./locales/en/layers.json') },
  codebook: { ar: () => import('./locales/ar/codebook.json'), en: () => import('./locales/en/codebook.json') },
  exchange: { ar: () => import('./locales/ar/exchange.json'), en: () => import('./locales/en/exchange.json') },
  tagging: { ar: () => import('./locales/ar/tagging.json'), en: () => import('./locales/en/tagging.json') },
  correcting: { ar: () => import('./locales/ar/correcting.json'), en: () => import('./locales/en/correcting.json') },
  dictionary: { ar: () => import('./locales/ar/dictionary.json'), en: () => import('./locales/en/dictionary.json') },
  wordlist: { ar: () => import('./locales/ar/wordlist.json'), en: () => import('./locales/en/wordlist.json') },
  texts: { ar: () => import('./locales/ar/texts.json'), en: () => import('./locales/en/texts.json') },
  measures: { ar: () => import('./locales/ar/measures.json'), en: () => import('./locales/en/measures.json') },
} as const;

export type LaterNamespace = keyof typeof later;
/** The keys of a namespace, from its Arabic source. */
export type LaterWords<Namespace extends LaterNamespace> = Awaited<
  ReturnType<(typeof later)[Namespace]['ar']>
>['default'];

const fetched = new Set<LaterNamespace>();

/** Resolves when the namespace can be said in the language of the interface. Rejects when it cannot be fetched. */
export async function fetchWords(namespace: LaterNamespace): Promise<void> {
  await add(namespace, 'ar');
  if (i18next.language === 'en') await add(namespace, 'en');
  fetched.add(namespace);
}

/** Fetches what was fetched before in another language too: called before the language changes. */
export async function followLanguage(language: 'ar' | 'en'): Promise<void> {
  await Promise.all([...fetched].map((namespace) => add(namespace, language)));
}

async function add(namespace: LaterNamespace, language: 'ar' | 'en'): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return;
  const { default: words } = await later[namespace][language]();
  i18next.addResourceBundle(language, namespace, words);
}
