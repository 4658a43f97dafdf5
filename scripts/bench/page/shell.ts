/// <reference lib="dom" />
/**
 * The least that an app of the project's packages can be: it starts them all, asks for its text and shows it plainly. What
 * the built reader takes beyond this is its own doing.
 */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initReactI18next, useTranslation } from 'react-i18next';
import { create } from 'zustand';

const useStore = create<{ readonly kind: string }>()(() => ({ kind: 'entity' }));

function Text() {
  const { t } = useTranslation();
  const kind = useStore((store) => store.kind);
  const { data } = useQuery({
    queryKey: ['text'],
    queryFn: async (): Promise<readonly string[]> => (await fetch('./text.json')).json(),
  });
  if (!data) return createElement('p', null, t('loading'));
  return createElement(
    'article',
    null,
    data.map((text, index) =>
      createElement('p', { key: index }, createElement('button', { className: 'leaf', 'data-kind': kind }, text)),
    ),
  );
}

await i18next.use(initReactI18next).init({ lng: 'ar', resources: { ar: { translation: { loading: '…' } } } });
const root = document.getElementById('root');
if (root) {
  const app = createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Text));
  createRoot(root).render(createElement(StrictMode, null, app));
}
