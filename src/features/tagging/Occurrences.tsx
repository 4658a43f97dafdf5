import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk } from '../../core/annotation/desk.ts';
import { applyToAll, findOccurrences, type Occurrence } from '../../core/annotation/occurrences.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { make } from '../../session/workbench.ts';
import { Dialog } from './Dialog.tsx';
import styles from './tagging.module.css';

interface OccurrencesProps {
  readonly desk: Desk;
  readonly entity: string;
  readonly onClose: () => void;
}

const AT_ONCE = 60;

/** Every place where the entity's name stands, shown before anything is changed; what stays ticked is tagged in one step. */
export function Occurrences({ desk, entity, onClose }: OccurrencesProps) {
  const { t } = useTranslation('tagging');
  const { say } = useFormat();
  const id = useId();
  const found = useMemo(() => findOccurrences(desk, entity), [desk, entity]);
  // What is this entity's already needs nothing; it is counted, not listed.
  const open = useMemo(() => found.filter(({ tagged }) => tagged?.entity !== entity), [found, entity]);
  const [ticked, setTicked] = useState(() => new Set(open.filter(({ sure }) => sure)));
  const [length, setLength] = useState(AT_ONCE);
  const name = `\u2068${say(desk.entity(entity)?.name ?? { ar: entity, en: '' })}\u2069`;
  const toggle = (one: Occurrence) => {
    const next = new Set(ticked);
    if (!next.delete(one)) next.add(one);
    setTicked(next);
  };
  const reasonOf = (one: Occurrence): string =>
    [
      t(`match.${one.match}`, { form: `\u2068${one.form}\u2069` }),
      one.clitics === '' ? '' : t('match.clitics', { clitics: one.clitics }),
      one.tagged
        ? t('match.tagged', { name: `\u2068${say(desk.entity(one.tagged.entity)?.name ?? { ar: '', en: '' })}\u2069` })
        : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Dialog title={t('allTitle', { name })} onClose={onClose}>
      <p>
        {t('allFound', { count: open.length })}
        {found.length > open.length ? ` ${t('allAlready', { count: found.length - open.length })}` : null}
      </p>
      {open.length > 0 ? (
        <>
          <div className={styles['actions']}>
            <button type="button" className="button" data-plain="" onClick={() => setTicked(new Set(open))}>
              {t('tickAll')}
            </button>
            <button type="button" className="button" data-plain="" onClick={() => setTicked(new Set())}>
              {t('tickNone')}
            </button>
          </div>
          <ul className={styles['occurrences']}>
            {open.slice(0, length).map((one) => (
              <li key={`${one.range.block} ${one.range.start}`}>
                <input
                  id={`${id}-${one.range.block}-${one.range.start}`}
                  type="checkbox"
                  checked={ticked.has(one)}
                  aria-describedby={`${id}-${one.range.block}-${one.range.start}-why`}
                  onChange={() => toggle(one)}
                />
                <label
                  htmlFor={`${id}-${one.range.block}-${one.range.start}`}
                  lang="ar"
                  dir="rtl"
                  className={styles['context']}
                >
                  {one.before}
                  <mark>{one.range.words}</mark>
                  {one.after}
                </label>
                <span id={`${id}-${one.range.block}-${one.range.start}-why`} className={styles['soft']}>
                  {reasonOf(one)}
                </span>
              </li>
            ))}
          </ul>
          {open.length > length ? (
            <button type="button" className="button" onClick={() => setLength(length + AT_ONCE)}>
              {t('more', { count: open.length - length })}
            </button>
          ) : null}
        </>
      ) : null}
      <div className={styles['actions']}>
        <button
          type="button"
          className="button"
          data-main=""
          disabled={ticked.size === 0}
          onClick={() => {
            make(
              applyToAll(
                desk,
                entity,
                open.filter((one) => ticked.has(one)),
              ),
            );
            onClose();
          }}
        >
          {t('applyTo', { count: ticked.size })}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
