import { memo, useDeferredValue, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Codebook } from '../../core/annotation/codebook.ts';
import type { Desk } from '../../core/annotation/desk.ts';
import { type Entry, outline } from '../../core/annotation/outline.ts';
import type { Target } from '../../core/annotation/tagging.ts';
import { demandsOn } from '../../core/annotation/validate.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { shortened } from './QuotationForm.tsx';
import styles from './tagging.module.css';

interface ListProps {
  readonly desk: Desk;
  readonly codebook: Codebook | null;
  readonly chosen: Target | null;
  readonly onChoose: (entry: Entry) => void;
}

const kinds = ['all', 'quotations', 'mentions', 'direct', 'indirect', 'mixed', 'speakerless'] as const;
type Filter = (typeof kinds)[number];
const AT_ONCE = 60;

/** All annotations of the layer in text order, each one press away from its place in the text. */
export const List = memo(function List({ desk: now, codebook, chosen, onChoose }: ListProps) {
  const { t } = useTranslation('tagging');
  const id = useId();
  const [filter, setFilter] = useState<Filter>('quotations');
  const [tag, setTag] = useState('');
  const [lacking, setLacking] = useState(false);
  const [length, setLength] = useState(AT_ONCE);
  // The text is painted first: a long layer takes a moment to go through.
  const desk = useDeferredValue(now);
  const found = useMemo(() => {
    const passes = ({ on, id: one }: Entry): boolean => {
      const quotation = on === 'quotations' ? desk.quotation(one) : undefined;
      const item = quotation ?? desk.mention(one);
      if (!item) return false;
      if (filter === 'speakerless' && quotation?.speaker !== null) return false;
      if ((filter === 'direct' || filter === 'indirect' || filter === 'mixed') && quotation?.kind !== filter)
        return false;
      if (tag !== '' && !item.tags.includes(tag)) return false;
      return !lacking || (codebook !== null && demandsOn(desk, { on, id: one }, codebook).length > 0);
    };
    const on = filter === 'all' ? null : filter === 'mentions' ? 'mentions' : 'quotations';
    return outline(desk, on).filter(passes);
  }, [desk, filter, tag, lacking, codebook]);
  return (
    <div className={styles['list']}>
      <div className={styles['filters']}>
        <div className={styles['field']}>
          <label htmlFor={`${id}-kind`}>{t('show')}</label>
          <select
            id={`${id}-kind`}
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value as Filter);
              setLength(AT_ONCE);
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`filters.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        {codebook && codebook.tags.length > 0 ? (
          <div className={styles['field']}>
            <label htmlFor={`${id}-tag`}>{t('tags')}</label>
            <select id={`${id}-tag`} value={tag} onChange={(event) => setTag(event.target.value)}>
              <option value="">{t('anyTag')}</option>
              {codebook.tags.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {codebook ? (
          <label className={styles['tag']}>
            <input type="checkbox" checked={lacking} onChange={() => setLacking(!lacking)} />
            {t('lacking')}
          </label>
        ) : null}
      </div>
      <p className={styles['soft']} role="status">
        {t('found', { count: found.length })}
      </p>
      <ol className={styles['entries']}>
        {found.slice(0, length).map((entry) => (
          <Row
            key={`${entry.on}${entry.id}`}
            desk={desk}
            entry={entry}
            here={chosen?.on === entry.on && chosen.id === entry.id}
            onChoose={onChoose}
          />
        ))}
      </ol>
      {found.length > length ? (
        <button type="button" className="button" onClick={() => setLength(length + AT_ONCE)}>
          {t('more', { count: found.length - length })}
        </button>
      ) : null}
    </div>
  );
});

interface RowProps {
  readonly desk: Desk;
  readonly entry: Entry;
  readonly here: boolean;
  readonly onChoose: (entry: Entry) => void;
}

function Row({ desk, entry, here, onChoose }: RowProps) {
  const { t } = useTranslation('tagging');
  const { say } = useFormat();
  const quotation = entry.on === 'quotations' ? desk.quotation(entry.id) : undefined;
  const entity = desk.entity(quotation ? (quotation.speaker ?? '') : (desk.mention(entry.id)?.entity ?? ''));
  const sort = quotation
    ? t(`kinds.${quotation.kind}`, { ns: 'speakers' })
    : entity
      ? t(`one.${entity.type}`, { ns: 'reading' })
      : '';
  return (
    <li>
      <button
        type="button"
        className={styles['entry']}
        aria-current={here || undefined}
        data-on={entry.on}
        onClick={() => onChoose(entry)}
      >
        <span className={styles['role']}>
          <bdi>{entity ? say(entity.name) : t('nobody', { ns: 'speakers' })}</bdi> · {sort}
        </span>
        <span lang="ar" dir="rtl" className={styles['words']}>
          {shortened(entry.range.words)}
        </span>
      </button>
    </li>
  );
}
