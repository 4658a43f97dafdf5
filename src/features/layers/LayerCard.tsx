import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../../core/annotation/layer.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { KeptLayer } from '../../library/layers.ts';
import styles from './layers.module.css';

interface LayerCardProps {
  readonly head: Pick<KeptLayer['head'], 'name' | 'kind' | 'author' | 'modified' | 'id'>;
  readonly counts: KeptLayer['counts'];
  readonly origin: KeptLayer['origin'] | null;
  /** Open on the workbench. */
  readonly open: boolean;
  /** Which line it is shown with in the text, from 1; 0 where it is not. */
  readonly line: number;
  readonly onToggle: () => void;
  /** Absent for layers that are not the reader's to change. */
  readonly onRename?: (name: string) => void;
  readonly children: ReactNode;
}

/** What a layer is called in lists. */
export function useLayerName(): (head: Pick<Layer, 'name' | 'kind'>) => string {
  const { t } = useTranslation('layers');
  return ({ name, kind }) =>
    kind === 'published' ? t('published') : name !== '' ? name : t(kind === 'machine' ? 'machine' : 'unnamed');
}

/** One layer: what it is, whose, how much, whether the text shows it; what can be done with it stands below. */
export function LayerCard({ head, counts, origin, open, line, onToggle, onRename, children }: LayerCardProps) {
  const { t } = useTranslation('layers');
  const { date, comma } = useFormat();
  const nameOf = useLayerName();
  const [name, setName] = useState<string | null>(null);
  const facts = [
    t('quotations', { count: counts.quotations }),
    t('mentions', { count: counts.mentions }),
    t('changed', { date: date(head.modified) }),
  ];
  return (
    <li
      className={styles['layer']}
      data-machine={head.kind === 'machine' ? '' : undefined}
      data-open={open ? '' : undefined}
      data-layer={head.id}
    >
      {name === null || !onRename ? (
        <h3>
          <bdi>{nameOf(head)}</bdi>
          <span className={styles['kind']}>
            {head.kind === 'published' ? null : t(`kind.${head.kind === 'machine' ? 'machine' : (origin ?? 'made')}`)}
            {head.author ? (
              <>
                {comma}
                <bdi>{head.author}</bdi>
              </>
            ) : null}
          </span>
        </h3>
      ) : (
        <form
          data-kept=""
          className={styles['actions']}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') onRename(name.trim());
            setName(null);
          }}
        >
          <label className={styles['field']}>
            <span>{t('name')}</span>
            {/* The reader asked for it just now. */}
            <input autoFocus value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit" className="button">
            {t('keepName')}
          </button>
        </form>
      )}
      <p className={styles['facts']}>{facts.join(comma)}</p>
      <div className={styles['actions']}>
        <label className={styles['check']}>
          <input type="checkbox" checked={line > 0} onChange={onToggle} />
          <span>{t('show')}</span>
          {line > 0 ? <span className={styles['line']} data-line={line} aria-hidden="true" /> : null}
        </label>
        {children}
        {onRename && name === null ? (
          <button type="button" className="button" data-plain="" onClick={() => setName(head.name)}>
            {t('rename')}
          </button>
        ) : null}
      </div>
    </li>
  );
}
