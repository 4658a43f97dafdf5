import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { Shelf } from '../features/shelf/Shelf.tsx';
import { articleQuery, createQueries, LibraryError, libraryQuery } from '../library/queries.ts';
import { articleAddress, goToPage, libraryAddress, siteFolder, useRoute } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { Icon, Mark } from '../ui/icons.tsx';
import { useAppearance } from './appearance.ts';
import { CrashNet, FileFault, NotFound } from './faults.tsx';
import { ReadingPage } from './ReadingPage.tsx';
import styles from './app.module.css';

const queries = createQueries();
const dataFolder = siteFolder;

export function App() {
  useAppearance();
  return (
    <QueryClientProvider client={queries}>
      <CrashNet>
        <Pages />
      </CrashNet>
      <Announcer />
    </QueryClientProvider>
  );
}

function Pages() {
  const { t } = useTranslation('app');
  const route = useRoute();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const language = useSession((session) => session.settings.language);
  const choose = useSession((session) => session.choose);
  return (
    <>
      <a className={styles['skip']} href="#main" onClick={skipTo}>
        {t('skipToText')}
      </a>
      <header className={styles['header']}>
        <a
          className={styles['brand']}
          href={libraryAddress()}
          aria-label={`${t('name')} — ${t('library')}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            goToPage(libraryAddress());
          }}
        >
          <Mark />
          <span lang="ar">إسناد</span>
        </a>
        <div className={styles['tools']}>
          <button
            type="button"
            className="button"
            data-plain=""
            lang={language === 'ar' ? 'en' : 'ar'}
            aria-label={t('otherLanguageLabel')}
            onClick={() => choose({ language: language === 'ar' ? 'en' : 'ar' })}
          >
            {t('otherLanguage')}
          </button>
          <button
            type="button"
            className="button"
            data-plain=""
            onClick={() => setSettingsOpen(true)}
            aria-haspopup="dialog"
          >
            <Icon name="settings" />
            <span className={styles['wideOnly']}>{t('settings')}</span>
            <span className="unseen">{t('settings')}</span>
          </button>
        </div>
      </header>
      {route.page === 'library' ? (
        <LibraryPage />
      ) : route.page === 'article' ? (
        <ArticlePage key={route.id} id={route.id} />
      ) : (
        <NotFound />
      )}
      {settingsOpen ? <SettingsDialog onClose={() => setSettingsOpen(false)} /> : null}
    </>
  );
}

/** A skip link must not write into the address, which says where the reader is. */
function skipTo(event: React.MouseEvent) {
  event.preventDefault();
  const main = document.getElementById('main');
  main?.focus();
  main?.scrollIntoView();
}

function LibraryPage() {
  const { t } = useTranslation('app');
  const library = useQuery(libraryQuery(dataFolder));
  useTitle(`${t('name')} — ${t('tagline')}`);
  if (library.isError)
    return <FileFault error={asLibraryError(library.error)} onRetry={() => void library.refetch()} />;
  if (!library.data) return <Loading label={t('loadingLibrary')} />;
  return (
    <main id="main" tabIndex={-1}>
      <Shelf library={library.data} onOpen={(id) => openArticle(id)} />
      <footer className={styles['footer']}>{t('footer')}</footer>
    </main>
  );
}

function openArticle(id: string) {
  goToPage(articleAddress(id));
  window.scrollTo(0, 0);
}

function ArticlePage({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation('app');
  const library = useQuery(libraryQuery(dataFolder));
  const article = useQuery(articleQuery(dataFolder, id));
  const title = article.data?.title;
  useTitle(t('documentTitle', { title: title ? (i18n.language === 'en' ? title.en : title.ar) : t('name') }));
  if (article.isError) {
    const error = asLibraryError(article.error);
    // An address that the index does not know is another thing than a file that is missing.
    const unlisted = library.data && !library.data.articles.some((entry) => entry.id === id);
    if (unlisted && error.fault.kind !== 'network') return <NotFound />;
    return <FileFault error={error} onRetry={() => void article.refetch()} />;
  }
  if (!article.data) return <Loading label={t('loadingArticle')} />;
  return <ReadingPage article={article.data} />;
}

const asLibraryError = (error: Error): LibraryError =>
  error instanceof LibraryError ? error : new LibraryError('', { kind: 'network', where: '', detail: String(error) });

function Loading({ label }: { readonly label: string }) {
  return (
    <main className={styles['loading']} id="main" tabIndex={-1} aria-busy="true">
      <p role="status">
        <Mark size={40} />
        <span>{label}</span>
      </p>
    </main>
  );
}

function Announcer() {
  const { text, count } = useSession((session) => session.announcement);
  return (
    <p className="unseen" aria-live="polite" data-announcement="">
      {/* A key makes the same words heard anew. */}
      <span key={count}>{text}</span>
    </p>
  );
}

function useTitle(title: string) {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
