import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity, EntityType } from '../../core/article/article.ts';
import { entityTypes } from '../../core/dataset/schema.ts';
import { bring } from './bring.ts';
import styles from './correcting.module.css';
import { Picker } from './Picker.tsx';

interface CorrectEntityProps {
  readonly entities: readonly Entity[];
  readonly entity: Entity;
  /** How often it is named. */
  readonly mentions: number;
  readonly onMerge: (into: string) => void;
  readonly onSplit: () => void;
  readonly onNoName: () => void;
  readonly onType: (type: EntityType) => void;
}

/** What the machine got wrong of a name, put right where it is read: whose it is, what it is, that it is none. */
export function CorrectEntity({ entities, entity, mentions, ...on }: CorrectEntityProps) {
  const { t } = useTranslation('correcting');
  const [merging, setMerging] = useState(false);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (merging) bring(section.current);
  }, [merging]);
  const others = entities.filter(({ id }) => id !== entity.id);
  // Of its own type first: two names of one person are taken for two persons.
  const likely = others.filter(({ type }) => type === entity.type).map(({ id }) => id);
  return (
    <section
      ref={section}
      className={styles['correct']}
      aria-label={t('title')}
      onInput={() => bring(section.current)}
      onClick={() => bring(section.current)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !merging || event.defaultPrevented) return;
        event.preventDefault();
        setMerging(false);
      }}
    >
      <div className={styles['ways']}>
        <button
          type="button"
          className="button"
          data-plain=""
          aria-expanded={merging}
          disabled={others.length === 0}
          onClick={() => setMerging(!merging)}
        >
          {t('merge')}
        </button>
        {mentions > 1 ? (
          <button type="button" className="button" data-plain="" onClick={on.onSplit}>
            {t('split')}
          </button>
        ) : null}
        {mentions > 0 ? (
          <button type="button" className="button" data-plain="" onClick={on.onNoName}>
            {t('notName')}
          </button>
        ) : null}
        <label className={styles['type']}>
          <span>{t('type')}</span>
          <select value={entity.type} onChange={(event) => on.onType(event.target.value as EntityType)}>
            {entityTypes.map((type) => (
              <option key={type} value={type}>
                {t(`one.${type}`, { ns: 'reading' })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {merging ? (
        <div className={styles['form']}>
          <Picker
            label={t('mergeWith')}
            entities={others}
            likely={likely}
            value={null}
            onPick={(id) => {
              setMerging(false);
              on.onMerge(id);
            }}
          />
        </div>
      ) : null}
    </section>
  );
}
