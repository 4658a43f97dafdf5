import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOwn } from '../core/article/own.ts';
import { Arrivals } from '../features/arrivals/Arrivals.tsx';
import { takeNewer, useOffline } from '../session/offline.ts';
import { articleQuery, libraryQuery } from '../library/queries.ts';
import { fetchWords } from '../i18n/later.ts';
import { part } from '../session/parts.ts';
import { articleAddress, goToPage, lessonsAddress, siteFolder, textsAddress } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ReloadNotice } from './ReloadNotice.tsx';
import { startWorker } from './worker.ts';

/** How long the news that the reader works offline stays on the screen (ms); it is also in the settings. */
const SEEN = 12_000;

/** What comes after the page: keeping the site for offline use, newer versions, and what reaches the page from outside. */
export function Afterwards() {
  const queries = useQueryClient();
  const [shelf, setShelf] = useState<string | null>(null);
  useEffect(() => {
    useOffline.setState({ start: () => void startWorker() });
    void startWorker();
  }, []);
  return (
    <>
      <NewerNotice />
      <ReadyNotice />
      <Arrivals
        onLessons={() => goToPage(lessonsAddress())}
        onText={() => goToPage(textsAddress())}
        onLayer={async (id) => {
          const here = await (isOwn(id)
            ? queries.fetchQuery(articleQuery(siteFolder, id)).then(() => true)
            : queries.fetchQuery(libraryQuery(siteFolder)).then(({ articles }) => articles.some((one) => one.id === id))
          ).catch(() => false);
          if (here) goToPage(articleAddress(id));
          return here;
        }}
        onCodebook={keepBrought}
        onShelf={setShelf}
      />
      <Suspense fallback={null}>
        {shelf === null ? null : <Restore source={shelf} onClose={() => setShelf(null)} />}
      </Suspense>
    </>
  );
}

const Restore = part(async () => {
  const [{ Restore }] = await Promise.all([import('./Restore.tsx'), fetchWords('exchange')]);
  return Restore;
});

/** Keeps a codebook that was brought to the app, beside one of its id that says something else. */
async function keepBrought(source: string): Promise<boolean> {
  const { keepCodebookFile } = await import('./keep-codebook.ts');
  return keepCodebookFile(source);
}

/** "A new version is here": once for each, until the reader takes it or puts it off. */
function NewerNotice() {
  const { t } = useTranslation('offline');
  const announce = useSession((session) => session.announce);
  const newer = useOffline((offline) => offline.newer);
  const [putOff, setPutOff] = useState<typeof newer>('none');
  const words = newer === 'none' ? '' : t(newer === 'waiting' ? 'newer' : 'newerElsewhere');
  useEffect(() => {
    if (words !== '') announce(words);
  }, [words, announce]);
  if (words === '' || putOff === newer) return null;
  return (
    <ReloadNotice onReload={() => void takeNewer()} onLater={() => setPutOff(newer)}>
      {words}
    </ReloadNotice>
  );
}

function ReadyNotice() {
  const { t } = useTranslation('offline');
  const announce = useSession((session) => session.announce);
  const justReady = useOffline((offline) => offline.justReady);
  useEffect(() => {
    if (!justReady) return;
    announce(t('becameReady'));
    const seen = setTimeout(letGo, SEEN);
    return () => clearTimeout(seen);
  }, [justReady, announce, t]);
  if (!justReady) return null;
  return (
    <Notice
      label={t('becameReady')}
      passing
      actions={
        <button type="button" className="button" data-plain="" aria-label={t('close', { ns: 'app' })} onClick={letGo}>
          <Icon name="close" />
        </button>
      }
    >
      <p>{t('becameReady')}</p>
    </Notice>
  );
}

const letGo = () => useOffline.setState({ justReady: false });
