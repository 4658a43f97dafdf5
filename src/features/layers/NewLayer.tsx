import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../../core/annotation/layer.ts';
import type { KeptCodebook } from '../../library/codebooks.ts';
import { useLayerName } from './LayerCard.tsx';
import styles from './layers.module.css';

export interface Wanted {
  readonly name: string;
  readonly author: string;
  /** The layer to copy, by id; null for an empty one. */
  readonly from: string | null;
  readonly codebook: string | null;
}

interface NewLayerProps {
  readonly layers: readonly Pick<Layer, 'id' | 'name' | 'kind'>[];
  readonly codebooks: readonly KeptCodebook[];
  /** How the reader wants to be named; null where nobody asked yet. */
  readonly author: string | null;
  /** The layer that it is to be a copy of, to begin with. */
  readonly from: string | null;
  readonly onMake: (wanted: Wanted) => void;
  readonly onCancel: () => void;
}

/** A new layer: its name, whose it is (asked once, then remembered), empty or a copy of another. */
export function NewLayer({ layers, codebooks, author, from, onMake, onCancel }: NewLayerProps) {
  const { t } = useTranslation('layers');
  const nameOf = useLayerName();
  const [name, setName] = useState(t('myLayer'));
  const [by, setBy] = useState(author ?? '');
  const [source, setSource] = useState(from ?? '');
  const [codebook, setCodebook] = useState('');
  return (
    <form
      className={styles['form']}
      data-kept=""
      onSubmit={(event) => {
        event.preventDefault();
        onMake({
          name: name.trim() === '' ? t('myLayer') : name.trim(),
          author: by.trim(),
          from: source === '' ? null : source,
          codebook: codebook === '' ? null : codebook,
        });
      }}
    >
      <label className={styles['field']}>
        <span>{t('name')}</span>
        {/* The reader asked for it just now. */}
        <input autoFocus value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className={styles['field']}>
        <span>{t('author')}</span>
        <input value={by} maxLength={200} autoComplete="name" onChange={(event) => setBy(event.target.value)} />
      </label>
      {author === null ? <p className={styles['soft']}>{t('authorHint')}</p> : null}
      <label className={styles['field']}>
        <span>{t('startFrom')}</span>
        <select value={source} onChange={(event) => setSource(event.target.value)}>
          <option value="">{t('empty')}</option>
          {layers.map((layer) => (
            <option key={layer.id} value={layer.id}>
              {t('copyOf', { name: nameOf(layer) })}
            </option>
          ))}
        </select>
      </label>
      {codebooks.length === 0 ? null : (
        <label className={styles['field']}>
          <span>{t('codebook')}</span>
          <select value={codebook} onChange={(event) => setCodebook(event.target.value)}>
            <option value="">{t('noCodebook')}</option>
            {codebooks.map(({ key, codebook: book }) => (
              <option key={key} value={key}>
                {book.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={styles['actions']}>
        <button type="submit" className="button" data-main="">
          {t('make')}
        </button>
        <button type="button" className="button" data-plain="" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
