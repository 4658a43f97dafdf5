import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useInstall } from '../../session/install.ts';
import { takeNewer, useOffline } from '../../session/offline.ts';
import { useSession } from '../../session/store.ts';
import { askToLast, forgetRecords, freeFiles, keepFiles, measureStored, type Stored } from './stored.ts';
import styles from './Storage.module.css';

/** Whether the reader works offline, how to install it, what it keeps on this device, and how to let that go. */
export function Storage() {
  const { t } = useTranslation('offline');
  const { number, language } = useFormat();
  const announce = useSession((session) => session.announce);
  const places = useSession((session) => Object.keys(session.places).length);
  const { keeping, newer } = useOffline();
  const [stored, setStored] = useState<Stored | null>(null);
  const [refused, setRefused] = useState(false);
  const measure = useCallback(async () => setStored(await measureStored()), []);
  useEffect(() => {
    void measure();
  }, [measure, keeping]);

  const size = (bytes: number) => {
    const large = bytes >= 1_000_000_000;
    return formatNumber(bytes / (large ? 1_000_000_000 : 1_000_000), language, {
      style: 'unit',
      unit: large ? 'gigabyte' : 'megabyte',
      maximumFractionDigits: 1,
    });
  };
  const done = async (work: Promise<void>, words: string) => {
    await work;
    await measure();
    announce(words);
  };

  return (
    <div className={styles['storage']}>
      <section>
        <h3>{t('offline.title')}</h3>
        <p data-keeping={keeping}>{t(`offline.${keeping}`)}</p>
        {keeping === 'off' || keeping === 'failed' ? (
          <button type="button" className="button" onClick={keepFiles}>
            {t('offline.keep')}
          </button>
        ) : null}
        {newer === 'none' ? null : (
          <button type="button" className="button" onClick={() => void takeNewer()}>
            {t('offline.take')}
          </button>
        )}
      </section>
      <InstallPart />
      <section>
        <h3>{t('stored.title')}</h3>
        {stored ? (
          <>
            <dl className={styles['list']}>
              <dt>{t('stored.files')}</dt>
              <dd>
                {stored.files === 0
                  ? t('stored.none')
                  : t('stored.filesKept', { count: stored.files, size: size(stored.bytes) })}
              </dd>
              <dt>{t('stored.places')}</dt>
              <dd>{places === 0 ? t('stored.none') : number(places)}</dd>
              {stored.records ? (
                <>
                  <dt>{t('stored.records')}</dt>
                  <dd>{t('stored.recordsKept')}</dd>
                </>
              ) : null}
              {stored.usage === null || stored.quota === null ? null : (
                <>
                  <dt>{t('stored.whole')}</dt>
                  <dd>{t('stored.wholeOf', { usage: size(stored.usage), quota: size(stored.quota) })}</dd>
                </>
              )}
            </dl>
            {stored.lasting === null ? null : (
              <p>{t(stored.lasting ? 'stored.lasting' : refused ? 'stored.lastingRefused' : 'stored.notLasting')}</p>
            )}
            <div className={styles['actions']}>
              {stored.lasting === false && !refused ? (
                <button
                  type="button"
                  className="button"
                  onClick={() =>
                    void askToLast().then(async (lasting) => {
                      setRefused(!lasting);
                      await measure();
                      announce(t(lasting ? 'stored.lasting' : 'stored.lastingRefused'));
                    })
                  }
                >
                  {t('stored.askToLast')}
                </button>
              ) : null}
              {stored.files > 0 ? (
                <Confirmed
                  label={t('stored.freeFiles')}
                  loss={t('stored.freeFilesLoss')}
                  onConfirm={() => void done(freeFiles(), t('stored.filesFreed'))}
                />
              ) : null}
              <Confirmed
                label={t('stored.forget')}
                loss={t('stored.forgetLoss')}
                onConfirm={() => void done(forgetRecords(), t('stored.forgotten'))}
              />
            </div>
          </>
        ) : (
          <p>{t('stored.counting')}</p>
        )}
      </section>
    </div>
  );
}

function InstallPart() {
  const { t } = useTranslation('offline');
  const { offer, installed } = useInstall();
  return (
    <section>
      <h3>{t('install.title')}</h3>
      {installed ? (
        <p>{t('install.installed')}</p>
      ) : offer ? (
        <>
          <p>{t('install.offer')}</p>
          <button type="button" className="button" onClick={() => void offer()}>
            {t('install.install')}
          </button>
        </>
      ) : (
        <ul className={styles['hints']}>
          <li>{t('install.iphone')}</li>
          <li>{t('install.android')}</li>
          <li>{t('install.desktop')}</li>
        </ul>
      )}
    </section>
  );
}

interface ConfirmedProps {
  readonly label: string;
  /** What will be lost, said before it is. */
  readonly loss: string;
  readonly onConfirm: () => void;
}

/** A button that says what it takes away before it does so. */
function Confirmed({ label, loss, onConfirm }: ConfirmedProps): ReactNode {
  const { t } = useTranslation('offline');
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (asked) keep.current?.focus();
    else if (opened.current) button.current?.focus();
    opened.current = asked;
  }, [asked]);
  if (!asked) {
    return (
      <button ref={button} type="button" className="button" onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  return (
    <div className={styles['confirm']} role="group" aria-label={label}>
      <p>{loss}</p>
      <div className={styles['actions']}>
        <button ref={keep} type="button" className="button" onClick={() => setAsked(false)}>
          {t('stored.keep')}
        </button>
        <button
          type="button"
          className="button"
          data-main=""
          onClick={() => {
            setAsked(false);
            onConfirm();
          }}
        >
          {label}
        </button>
      </div>
    </div>
  );
}
