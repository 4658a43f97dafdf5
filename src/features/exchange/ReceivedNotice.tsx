import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../../core/annotation/layer.ts';
import type { Article } from '../../core/article/article.ts';
import type { Result } from '../../core/result.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/store.ts';
import { hideLayer, showLayer, useWorkshop } from '../../session/workshop.ts';
import { Notice } from '../../ui/Notice.tsx';
import { receiveLayer, type Received, type ReceivedFault } from './received.ts';

interface ReceivedNoticeProps {
  readonly payload: string;
  readonly article: Article;
  /** Keeps a copy among the reader's layers. Rejects where it could not be kept. */
  readonly onTake: (layer: Layer) => Promise<void>;
  readonly onClose: () => void;
}

/** The name of a received layer in the text's paint: no id of a layer begins so. */
const SHOWN_AS = '~received';

/** What a link brought: what it is and whose it says it is, to be looked at beside one's own, and copied at choice. */
export function ReceivedNotice({ payload, article, onTake, onClose }: ReceivedNoticeProps) {
  const { t } = useTranslation('exchange');
  const { date } = useFormat();
  const announce = useSession((session) => session.announce);
  const shown = useWorkshop((workshop) => workshop.shown.some(({ layer }) => layer === SHOWN_AS));
  const [read, setRead] = useState<Result<Received, ReceivedFault> | null>(null);
  const [taken, setTaken] = useState<'kept' | 'failed' | null>(null);
  useEffect(() => {
    let current = true;
    setTaken(null);
    const receive = async () => {
      const done = await receiveLayer(payload, article);
      if (!current) return;
      setRead(done);
      if (done.ok)
        showLayer(
          SHOWN_AS,
          done.value.layer.quotations.flatMap(({ contents }) => contents),
        );
    };
    void receive();
    return () => {
      current = false;
      hideLayer(SHOWN_AS);
    };
  }, [payload, article]);
  const words = !read
    ? ''
    : read.ok
      ? t('received', {
          name: `\u2068${read.value.layer.name}\u2069`,
          author: `\u2068${read.value.layer.author ?? t('nobody')}\u2069`,
          date: date(read.value.layer.modified),
        })
      : t(`receivedFault.${read.failure}`);
  useEffect(() => {
    if (words !== '') announce(words);
  }, [announce, words]);
  if (!read) return null;
  const close = (
    <button type="button" className="button" data-plain="" onClick={onClose}>
      {t('letGo')}
    </button>
  );
  if (!read.ok) {
    return (
      <Notice label={t('receivedLabel')} urgent actions={close}>
        <p>{words}</p>
      </Notice>
    );
  }
  const { layer, orphans } = read.value;
  const toggle = () =>
    shown
      ? hideLayer(SHOWN_AS)
      : showLayer(
          SHOWN_AS,
          layer.quotations.flatMap(({ contents }) => contents),
        );
  const take = () =>
    onTake(layer).then(
      () => {
        setTaken('kept');
        announce(t('receivedKept'));
      },
      () => setTaken('failed'),
    );
  return (
    <Notice
      label={t('receivedLabel')}
      actions={
        <>
          <button type="button" className="button" aria-pressed={shown} onClick={toggle}>
            {t(shown ? 'hideReceived' : 'showReceived')}
          </button>
          {taken === 'kept' ? null : (
            <button type="button" className="button" data-main="" onClick={() => void take()}>
              {t('copyIn')}
            </button>
          )}
          {close}
        </>
      }
    >
      <p>{words}</p>
      <p>{t('partHas', { count: layer.quotations.length })}</p>
      {orphans > 0 ? <p>{t('receivedOrphans', { count: orphans })}</p> : null}
      {taken === null ? null : <p>{t(taken === 'kept' ? 'receivedKept' : 'notKept')}</p>}
    </Notice>
  );
}
