import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../core/article/article.ts';
import { isOwn } from '../core/article/own.ts';
import type { Library } from '../core/dataset/library.ts';
import { Shelf } from '../features/shelf/Shelf.tsx';
import { fetchWords } from '../i18n/later.ts';
import { useFormat } from '../i18n/use-format.ts';
import { articleQuery, createQueries, LibraryError, libraryQuery } from '../library/queries.ts';
import { part, whenIdle } from '../session/parts.ts';
import {
  goToPage,
  lessonsAddress,
  libraryAddress,
  readRoute,
  siteFolder,
  useRoute,
  wordsAddress,
} from '../session/place.ts';
import { roomKept } from '../session/room.ts';
import { useSession } from '../session/store.ts';
import { inPage } from '../ui/click.ts';
import { Icon, Mark } from '../ui/icons.tsx';
import { useAppearance } from './appearance.ts';
import { CrashNet, FileFault, MissingNotice, NotFound } from './faults.tsx';
import { ownParts } from './own-parts.ts';
import { ReadingPage } from './ReadingPage.tsx';
import { StillText } from './StillText.tsx';
import styles from './app.module.css';

const queries = createQueries();
/**
 * Sends for what this address will show, before anything can be shown: the words and the texts come side by side. Resolves
 * when it is here, or is known not to come.
 */
export function sendForTexts(): Promise<void> {
  const route = readRoute(location.pathname, siteFolder, location.search);
  return route.page === 'article'
    ? queries.prefetchQuery(articleQuery(siteFolder, route.id))
    : queries.prefetchQuery(libraryQuery(siteFolder));
}

/** Has the texts here already, as they are at build time. */
export function putTexts(library: Library, articles: readonly Article[]): void {
  queries.setQueryData(libraryQuery(siteFolder).queryKey, library);
  for (const article of articles) queries.setQueryData(articleQuery(siteFolder, article.id).queryKey, article);
}

/** Shown in another site's frame: the passage alone. */
const embedded = new URLSearchParams(location.search).get('view') === 'embed';
/** Fetched when a hand comes near the button, so that it is there when it is pressed. */
async function fetchSettings() {
  const [{ SettingsDialog }] = await Promise.all([
    import('../features/settings/SettingsDialog.tsx'),
    fetchWords('settings'),
  ]);
  return SettingsDialog;
}
const SettingsDialog = part(fetchSettings);
/** A part that does not come is told of when it is asked for, not before. */
const ignore = () => {};
const EmbedPage = part(async () => (await import('./EmbedPage.tsx')).EmbedPage);
/** What needs no reader: it comes when the page has long been there, and when it does not, nobody is told. */
const Afterwards = lazy<ComponentType>(async () => {
  try {
    await whenIdle();
    const [{ Afterwards }] = await Promise.all([import('./Afterwards.tsx'), fetchWords('offline')]);
    return { default: Afterwards };
  } catch {
    return { default: () => null };
  }
});

const LessonsPage = part(async () => {
  const [module] = await Promise.all([import('./LessonsPage.tsx'), fetchWords('lessons')]);
  return module.LessonsPage;
});

const TextsPage = part(async () => {
  const [module] = await Promise.all([import('./TextsPage.tsx'), fetchWords('texts'), fetchWords('correcting')]);
  return module.TextsPage;
});
const ShelfTexts = part(async () => {
  // Whoever has none does not wait for the store's code before anything else.
  if (roomKept() === 0) await whenIdle();
  const [module] = await Promise.all([import('./ShelfTexts.tsx'), fetchWords('texts'), fetchWords('correcting')]);
  return module.ShelfTexts;
});
const WordsPage = part(async () => {
  const [module] = await Promise.all([import('./WordsPage.tsx'), fetchWords('wordlist')]);
  return module.WordsPage;
});
const MissingText = part(async () => {
  const [module] = await Promise.all([import('./MissingText.tsx'), fetchWords('texts')]);
  return module.MissingText;
});

export function App() {
  useAppearance();
  return (
    <QueryClientProvider client={queries}>
      <CrashNet>
        <Pages />
      </CrashNet>
      <div className={styles['notices']} data-notices="">
        <MissingNotice />
        {embedded ? null : (
          <Suspense fallback={null}>
            <Afterwards />
          </Suspense>
        )}
      </div>
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
  // The first page is where the browser put the reader; every later one must be told to who cannot see it change.
  const [first] = useState(route);
  const arriving = route !== first;
  useEffect(() => {
    if (arriving) forgetHead();
  }, [arriving]);
  if (embedded && route.page === 'article') return <ArticlePage key={route.id} id={route.id} arriving={arriving} />;
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
          onClick={toLibrary}
        >
          <Mark />
          <span lang="ar">إسناد</span>
        </a>
        <div className={styles['tools']}>
          {route.page === 'library' ? null : (
            <a className={`button ${styles['wideOnly']}`} data-plain="" href={libraryAddress()} onClick={toLibrary}>
              {t('library')}
            </a>
          )}
          <a
            className="button"
            data-plain=""
            href={lessonsAddress()}
            aria-current={route.page === 'lessons' ? 'page' : undefined}
            onClick={toLessons}
          >
            <Icon name="lesson" />
            <span className={styles['wideOnly']}>{t('lessons')}</span>
            <span className="unseen">{t('lessons')}</span>
          </a>
          <a
            className={`button ${styles['wideOnly']}`}
            data-plain=""
            href={wordsAddress()}
            aria-current={route.page === 'words' ? 'page' : undefined}
            onClick={toWords}
          >
            {t('words')}
          </a>
          <button
            type="button"
            className="button"
            data-plain=""
            data-live=""
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
            data-live=""
            onPointerEnter={() => void fetchSettings().catch(ignore)}
            onFocus={() => void fetchSettings().catch(ignore)}
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
        <LibraryPage arriving={arriving} />
      ) : route.page === 'article' ? (
        <ArticlePage key={route.id} id={route.id} arriving={arriving} />
      ) : route.page === 'lessons' || route.page === 'texts' || route.page === 'words' ? (
        <Suspense fallback={<Loading label={t('loadingLessons')} />}>
          {route.page === 'lessons' ? <LessonsPage /> : route.page === 'words' ? <WordsPage /> : <TextsPage />}
        </Suspense>
      ) : (
        <NotFound />
      )}
      <Suspense fallback={null}>
        {settingsOpen ? <SettingsDialog onClose={() => setSettingsOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

/** What the page's file says of itself holds for its own address alone; who goes on within the app has left that. */
function forgetHead(): void {
  const told = 'link[rel=canonical], meta[property], script[type="application/ld+json"]';
  for (const element of document.head.querySelectorAll(told)) element.remove();
}

/** A skip link must not write into the address, which says where the reader is. */
function skipTo(event: React.MouseEvent) {
  event.preventDefault();
  const main = document.getElementById('main');
  main?.focus();
  main?.scrollIntoView();
}

const toLibrary = inPage(() => goToPage(libraryAddress()));
const toWords = inPage(() => goToPage(wordsAddress()));
const toLessons = inPage(() => goToPage(lessonsAddress()));

/** Where the reader was on the shelf; it lives as long as the page. */
let shelfScroll = 0;

function LibraryPage({ arriving }: { readonly arriving: boolean }) {
  const { t } = useTranslation('app');
  const library = useQuery(libraryQuery(siteFolder));
  const [room] = useState(roomKept);
  const ready = library.data !== undefined;
  useTitle(`${t('name')} — ${t('tagline')}`);
  useArrival(arriving && ready, t('library'));
  useLayoutEffect(() => {
    if (!ready) return;
    window.scrollTo(0, shelfScroll);
    const keep = () => {
      shelfScroll = window.scrollY;
    };
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, [ready]);
  if (library.isError)
    return <FileFault error={asLibraryError(library.error)} onRetry={() => void library.refetch()} />;
  if (!library.data) return <Loading label={t('loadingLibrary')} />;
  return (
    <main id="main" tabIndex={-1}>
      <Shelf library={library.data} onOpen={goToPage}>
        {import.meta.env.SSR ? null : (
          <Suspense fallback={<div style={{ minBlockSize: room }} />}>
            <ShelfTexts room={room} />
          </Suspense>
        )}
      </Shelf>
      <p className={styles['onward']}>
        <a href={lessonsAddress()} onClick={toLessons}>
          {t('toLessons')}
        </a>
      </p>
      <p className={styles['onward']}>
        <a href={wordsAddress()} onClick={toWords}>
          {t('toWords')}
        </a>
      </p>
      <footer className={styles['footer']}>{t('footer')}</footer>
    </main>
  );
}

function ArticlePage({ id, arriving }: { readonly id: string; readonly arriving: boolean }) {
  const { t } = useTranslation('app');
  const { say } = useFormat();
  const article = useQuery(articleQuery(siteFolder, id));
  const here = article.data !== undefined;
  // Nothing on an article's page needs the index, but where the article is missing; from here the reader may go to it.
  const library = useQuery({ ...libraryQuery(siteFolder), enabled: article.isError });
  useEffect(() => {
    if (here && !embedded) void queries.prefetchQuery(libraryQuery(siteFolder));
  }, [here]);
  const title = article.data?.title;
  const shown = title ? say(title) : t('name');
  useTitle(t('documentTitle', { title: shown }));
  useArrival(arriving && here && location.hash === '', shown);
  if (article.isError) {
    if (isOwn(id))
      return (
        <Suspense fallback={null}>
          <MissingText />
        </Suspense>
      );
    const error = asLibraryError(article.error);
    // An address that the index does not know is another thing than a file that is missing.
    const unlisted = library.data && !library.data.articles.some((entry) => entry.id === id);
    if (unlisted && error.fault.kind !== 'network') return <NotFound />;
    return (
      <>
        <FileFault error={error} onRetry={() => void article.refetch()} />
        <StillText />
      </>
    );
  }
  if (!article.data) return <Loading label={t('loadingArticle')} />;
  if (embedded) {
    return (
      <Suspense fallback={null}>
        <EmbedPage article={article.data} />
      </Suspense>
    );
  }
  return <ReadingPage article={article.data} own={isOwn(id) ? ownParts : null} />;
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

/** Once a page that the reader went to is there, the focus goes to it and its name is said. */
function useArrival(arrived: boolean, name: string) {
  const announce = useSession((session) => session.announce);
  const told = useRef(false);
  useEffect(() => {
    if (!arrived || told.current) return;
    told.current = true;
    document.getElementById('main')?.focus({ preventScroll: true });
    announce(name);
  }, [arrived, name, announce]);
}

function useTitle(title: string) {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
