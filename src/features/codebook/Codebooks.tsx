import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Codebook } from '../../core/annotation/codebook.ts';
import { readCodebook } from '../../core/annotation/read.ts';
import { type Merged, mergeCodebooks, newCodebook } from '../../core/annotation/tags.ts';
import { stamp } from '../../core/dataset/stamp.ts';
import { binCodebook, changeCodebook, keepCodebook, keptCodebooks } from '../../library/codebooks.ts';
import type { Store } from '../../library/database.ts';
import { newId } from '../../library/layers.ts';
import { useKept, useSaving } from '../../library/use-kept.ts';
import { Icon } from '../../ui/icons.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { CodebookEditor } from './CodebookEditor.tsx';
import styles from './codebook.module.css';

interface CodebooksProps {
  readonly store: Store;
  /** The codebook to open with; null for the list. */
  readonly first: string | null;
}

/** A file that came for a codebook that is here already: what a merge would do is shown before it is done. */
interface Offer {
  readonly own: Codebook;
  readonly other: Codebook;
}

/** The codebooks of this device: made, edited, sent out and taken in. */
export function Codebooks({ store, first }: CodebooksProps) {
  const { t } = useTranslation('codebook');
  const { fault, save } = useSaving();
  const kept = useKept(store, keptCodebooks);
  const [open, setOpen] = useState(first);
  const [gone, setGone] = useState<Codebook | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const books = (kept ?? []).filter(({ removed }) => removed === null).map(({ codebook }) => codebook);
  const codebook = books.find(({ id }) => id === open);

  const add = async (next: Codebook) => {
    if (await save(keepCodebook(store, next))) setOpen(next.id);
  };
  const take = async (file: File) => {
    setRefused(null);
    const read = readCodebook(await file.text().catch(() => ''));
    if (!read.ok) return setRefused(`${t(`fault.${read.failure.kind}`)} ${read.failure.where}`);
    const own = codebook ?? books.find(({ id }) => id === read.value.id);
    if (own) setOffer({ own, other: read.value });
    else await add(read.value);
  };

  return (
    <>
      {fault === null ? null : (
        <p className={styles['notice']} role="alert">
          {t(`store.${fault}`)}
        </p>
      )}
      {refused === null ? null : (
        <p className={styles['notice']} role="alert">
          {refused}
        </p>
      )}
      {codebook ? (
        <div className={styles['row']}>
          <button type="button" className="button" data-plain="" onClick={() => setOpen(null)}>
            <Icon name="back" turns />
            {t('all')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              saveFile(`${codebook.id}.codebook.json`, `${JSON.stringify(codebook, null, 2)}\n`, 'application/json')
            }
          >
            {t('export')}
          </button>
          <FileButton label={t('merge')} onFile={(file) => void take(file)} />
        </div>
      ) : (
        <div className={styles['row']}>
          <button
            type="button"
            className="button"
            data-main=""
            onClick={() => void add(newCodebook(newId(), t('myCodebook'), stamp(new Date())))}
          >
            <Icon name="add" />
            {t('new')}
          </button>
          <FileButton label={t('import')} onFile={(file) => void take(file)} />
        </div>
      )}
      {offer ? (
        <MergeOffer
          offer={offer}
          onMerge={({ codebook: merged }) => {
            setOffer(null);
            void add({ ...merged, modified: stamp(new Date()) });
          }}
          onBeside={() => {
            setOffer(null);
            void add({ ...offer.other, id: newId() });
          }}
          onCancel={() => setOffer(null)}
        />
      ) : null}
      {gone ? (
        <div className={styles['notice']} role="status">
          <p>{t('removed', { name: gone.name })}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              void save(binCodebook(store, gone.id, null));
              setGone(null);
            }}
          >
            <Icon name="return" turns />
            {t('undo')}
          </button>
        </div>
      ) : null}
      {codebook ? (
        <CodebookEditor
          key={codebook.id}
          codebook={codebook}
          onChange={(change) =>
            void save(changeCodebook(store, codebook.id, (old) => ({ ...change(old), modified: stamp(new Date()) })))
          }
        />
      ) : (
        <ul className={styles['tags']}>
          {books.map((book) => (
            <li key={book.id} className={styles['row']}>
              <button type="button" className="button" onClick={() => setOpen(book.id)}>
                <bdi>{book.name}</bdi>
              </button>
              <span className={styles['soft']}>{t('tags', { count: book.tags.length })}</span>
              <button
                type="button"
                className="button"
                data-plain=""
                onClick={() =>
                  void save(binCodebook(store, book.id, stamp(new Date()))).then((done) => {
                    if (done) setGone(book);
                  })
                }
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {kept && books.length === 0 ? <p className={styles['soft']}>{t('none')}</p> : null}
    </>
  );
}

function MergeOffer({
  offer: { own, other },
  onMerge,
  onBeside,
  onCancel,
}: {
  readonly offer: Offer;
  readonly onMerge: (merged: Merged) => void;
  readonly onBeside: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('codebook');
  const { added, differ, unkeyed } = mergeCodebooks(own, other, 'own');
  return (
    <div className={styles['group']} role="group" aria-label={t('mergeTitle')}>
      <h3>{t('mergeTitle')}</h3>
      <p>{t('mergeInto', { own: own.name, other: other.name })}</p>
      <p>{t('mergeAdds', { count: added.length })}</p>
      {differ.length > 0 ? <p>{t('mergeDiffers', { count: differ.length })}</p> : null}
      {unkeyed.length > 0 ? <p>{t('mergeUnkeyed', { count: unkeyed.length })}</p> : null}
      <div className={styles['row']}>
        <button
          type="button"
          className="button"
          data-main=""
          onClick={() => onMerge(mergeCodebooks(own, other, 'own'))}
        >
          {t('mergeOwn')}
        </button>
        {differ.length > 0 ? (
          <button type="button" className="button" onClick={() => onMerge(mergeCodebooks(own, other, 'other'))}>
            {t('mergeOther')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={onBeside}>
          {t('beside')}
        </button>
        <button type="button" className="button" data-plain="" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}

function FileButton({ label, onFile }: { readonly label: string; readonly onFile: (file: File) => void }) {
  return (
    <label className="button">
      <input
        type="file"
        accept=".json,application/json"
        className={styles['unseenInput']}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      {label}
    </label>
  );
}
