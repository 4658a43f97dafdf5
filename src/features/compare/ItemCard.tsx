import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Decision } from '../../core/agreement/adjudicate.ts';
import { isAgreed } from '../../core/agreement/adjudicate.ts';
import type { Field, Item } from '../../core/agreement/compare.ts';
import { partsOf, type Side, type Taken } from '../../core/agreement/mend.ts';
import type { TextRange } from '../../core/text/range.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { briefly, wordsOf } from './describe.ts';
import { Mend } from './Mend.tsx';
import styles from './Compare.module.css';

export const choices: readonly Choice[] = ['left', 'right', 'both', 'neither'];

interface ItemCardProps {
  readonly item: Item;
  readonly current: boolean;
  readonly chosen: Decision['choice'] | null;
  readonly describe: (item: Item, side: Side, field: Field) => string;
  readonly onChoose: (item: Item, choice: Choice) => void;
  readonly onShow: (ranges: readonly TextRange[]) => void;
  /** While it is mended, from which side each part is taken; else null. */
  readonly mending: Taken | null;
  readonly onMending: (item: Item, open: boolean) => void;
  /** Takes the parts so, and tells whether that can be. */
  readonly onTake: (item: Item, taken: Taken) => boolean;
}

/** One quotation or name as the two have it, what they differ in, and the decision. */
export const ItemCard = memo(function ItemCard({
  item,
  current,
  chosen,
  describe,
  onChoose,
  onShow,
  mending,
  onMending,
  onTake,
}: ItemCardProps) {
  const { t } = useTranslation('measures');
  const { number } = useFormat();
  const agreed = isAgreed(item);
  const brief = briefly(item);
  return (
    <li
      className={styles['item']}
      data-item={item.id}
      data-agreed={agreed ? '' : undefined}
      aria-current={current ? 'true' : undefined}
      tabIndex={-1}
    >
      <p className={styles['classes']}>
        {item.classes.map((one) => (
          <span key={one} data-class={one}>
            {t(`class.${one === 'speaker' && item.subject === 'mention' ? 'entity' : one}`)}
          </span>
        ))}
        {chosen === 'mended' ? <span data-class="match">{t('mended')}</span> : null}
      </p>
      {agreed ? (
        <p className={styles['words']} lang="ar" dir="rtl">
          {wordsOf(item, 'left')}
        </p>
      ) : (
        <div className={styles['sides']}>
          {(['left', 'right'] as const).map((side) => (
            <div
              key={side}
              className={styles['side']}
              data-taken={chosen === side || chosen === 'both' ? '' : undefined}
            >
              <p className={styles['whose']}>{t(side === 'left' ? 'first' : 'second')}</p>
              {item[side] ? (
                <>
                  <p className={styles['words']} lang="ar" dir="rtl">
                    {wordsOf(item, side)}
                  </p>
                  {item.fields.length > 0 ? (
                    <dl className={styles['fields']}>
                      {item.fields.map((field) => (
                        <div key={field}>
                          <dt>{t(`fields.${field}`)}</dt>
                          <dd>
                            <bdi>{describe(item, side, field)}</bdi>
                          </dd>
                        </div>
                      ))}
                    </dl>
                  ) : null}
                </>
              ) : (
                <p className={styles['missing']}>{t('missing')}</p>
              )}
            </div>
          ))}
        </div>
      )}
      {item.edges.length > 0 ? (
        <ul className={styles['edges']}>
          {item.edges.map(({ side, range }) => (
            <li key={`${side} ${range.block} ${range.start}`}>
              <button type="button" onClick={() => onShow([range])}>
                {t(`edges.${side}`, { words: `\u2068${range.words.trim()}\u2069` })}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles['actions']}>
        {agreed ? null : (
          <div className={styles['choices']} role="group" aria-label={t('decide', { words: brief })}>
            {choices.map((choice, index) => (
              <button
                key={choice}
                type="button"
                className="button"
                aria-pressed={chosen === choice}
                onClick={() => onChoose(item, choice)}
              >
                <span aria-hidden="true">{number(index + 1)}</span>
                {t(`choices.${choice}`)}
              </button>
            ))}
          </div>
        )}
        {partsOf(item).length > 0 ? (
          <button
            type="button"
            className="button"
            data-plain=""
            aria-expanded={mending !== null}
            aria-label={t('mendItem', { words: brief })}
            onClick={() => onMending(item, mending === null)}
          >
            {t('mend')}
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          data-plain=""
          aria-label={t('showItem', { words: brief })}
          onClick={() => onShow(item.ranges)}
        >
          {t('show')}
        </button>
      </div>
      {mending ? <Mend item={item} taken={mending} describe={describe} onTake={onTake} /> : null}
    </li>
  );
});
