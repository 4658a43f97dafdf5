import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../core/agreement/compare.ts';
import { type MeasureKey, measureLayers, type MeasuredOn } from '../../core/agreement/measure.ts';
import type { Measured } from '../../core/agreement/measured.ts';
import type { Layer } from '../../core/annotation/layer.ts';
import type { Article } from '../../core/article/article.ts';
import { formatNumber } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './Compare.module.css';

interface MeasuresProps {
  readonly article: Article;
  readonly comparison: Comparison;
  readonly more: readonly Layer[];
}

/** How far the layers agree, in numbers, each with what it was counted on; what the numbers mean is folded beneath. */
export function Measures({ article, comparison, more }: MeasuresProps) {
  const { t } = useTranslation('measures');
  const { number, language } = useFormat();
  const found = useMemo(() => measureLayers(article, comparison, more), [article, comparison, more]);
  const groups = [...new Set(found.map(({ on }) => on))];
  const keys = [...new Set(found.map(({ measure }) => measure))];
  const say = (value: Measured) =>
    value.defined
      ? formatNumber(value.value, language, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
      : t(`reasons.${value.reason}`);
  return (
    <section className={styles['measures']} aria-label={t('measures')}>
      <h2>{t('measures')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('measure')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('items')}</th>
          </tr>
        </thead>
        {groups.map((on: MeasuredOn) => (
          <tbody key={on}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {t(`groups.${on}`)}
              </th>
            </tr>
            {found
              .filter((one) => one.on === on)
              .map(({ measure, value, items }) => (
                <tr key={measure}>
                  <th scope="row">{t(`names.${measure}`)}</th>
                  <td data-undefined={value.defined ? undefined : ''}>
                    <bdi>{say(value)}</bdi>
                  </td>
                  <td>{number(items)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
      <details>
        <summary>{t('meaning')}</summary>
        <dl>
          {keys.map((measure: MeasureKey) => (
            <Fragment key={measure}>
              <dt>{t(`names.${measure}`)}</dt>
              <dd>{t(`explain.${measure}`)}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
    </section>
  );
}
