import { useTranslation } from 'react-i18next';
import type { Desk } from '../../core/annotation/desk.ts';
import { type Unit } from '../../core/annotation/select.ts';
import type { Target } from '../../core/annotation/tagging.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { dropPart, type Part, partNow, partsOf, step } from './act.ts';
import styles from './tagging.module.css';

export const units = ['word', 'clitic', 'sentence'] as const satisfies readonly Unit[];

interface PartsProps {
  readonly desk: Desk;
  readonly target: Target;
  readonly part: Part | null;
  readonly unit: Unit;
  readonly onPart: (part: Part) => void;
  readonly onUnit: (unit: Unit) => void;
}

/** As they lie in the text, from the right: outwards and inwards at the start, inwards and outwards at the end. */
const EDGES = [
  {
    edge: 'start',
    moves: [
      { way: 'grow', key: 'startOut' },
      { way: 'shrink', key: 'startIn' },
    ],
  },
  {
    edge: 'end',
    moves: [
      { way: 'shrink', key: 'endIn' },
      { way: 'grow', key: 'endOut' },
    ],
  },
] as const;

/** The stretches of an annotation, one of them chosen, and what moves its edges. */
export function Parts({ desk, target, part, unit, onPart, onUnit }: PartsProps) {
  const { t } = useTranslation('tagging');
  const parts = partsOf(desk, target);
  const now = partNow(desk, target, part);
  const pieces = parts.filter(({ role }) => role === 'content').length;
  return (
    <section className={styles['group']} aria-label={t('parts')}>
      <ol className={styles['parts']}>
        {parts.map((one) => {
          const here = one.role === now?.role && one.piece === now.piece;
          return (
            <li key={`${one.role}${one.piece}`} data-role={one.role} data-here={here ? '' : undefined}>
              <button type="button" className={styles['part']} aria-pressed={here} onClick={() => onPart(one)}>
                <span className={styles['role']}>{t(`roles.${one.role}`)}</span>
                <span lang="ar" dir="rtl" className={styles['words']}>
                  {one.range.words}
                </span>
              </button>
              {target.on === 'quotations' && (one.role !== 'content' || pieces > 1) ? (
                <button
                  type="button"
                  className="button"
                  data-plain=""
                  aria-label={t('dropPart', { part: `${t(`roles.${one.role}`)} \u2068${one.range.words}\u2069` })}
                  onClick={() => dropPart(target.id, one)}
                >
                  <Icon name="close" />
                </button>
              ) : null}
            </li>
          );
        })}
      </ol>
      {now ? (
        <>
          <Choice
            legend={t('unit')}
            name="unit"
            value={unit}
            options={units.map((value) => ({ value, label: t(`units.${value}`) }))}
            onChoose={onUnit}
          />
          <div className={styles['edges']} role="group" aria-label={t('edges')}>
            {EDGES.map(({ edge, moves }) => (
              <div key={edge} className={styles['edge']}>
                <span aria-hidden="true">{t(`edge.${edge}`)}</span>
                {moves.map(({ way, key }) => (
                  <button
                    key={key}
                    type="button"
                    className="button"
                    aria-label={t(`commands.${key}`)}
                    onClick={() => step(target, now, edge, way, unit)}
                  >
                    {t(way === 'grow' ? 'out' : 'in')}
                  </button>
                ))}
              </div>
            ))}
          </div>
        </>
      ) : null}
    </section>
  );
}
