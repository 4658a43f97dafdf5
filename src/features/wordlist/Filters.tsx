import { useTranslation } from 'react-i18next';
import { orders, states, type Wanted } from '../../core/wordlist/find.ts';
import { Choice } from '../../ui/Choice.tsx';
import styles from './wordlist.module.css';

interface FiltersProps {
  readonly wanted: Wanted;
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly onWanted: (wanted: Wanted) => void;
}

/** Which of the words are shown, and in what order. */
export function Filters({ wanted, articles, onWanted }: FiltersProps) {
  const { t } = useTranslation('wordlist');
  return (
    <search aria-label={t('filters')}>
      <div className={styles['filters']}>
        <label>
          {t('search')}
          <input
            type="search"
            value={wanted.search}
            maxLength={100}
            dir="auto"
            onChange={(event) => onWanted({ ...wanted, search: event.target.value })}
          />
        </label>
        <label>
          {t('article')}
          <select
            value={wanted.article ?? ''}
            onChange={(event) => onWanted({ ...wanted, article: event.target.value || null })}
          >
            <option value="">{t('everyArticle')}</option>
            {articles.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('order')}
          <select
            value={wanted.order}
            onChange={(event) => {
              const order = orders.find((one) => one === event.target.value);
              if (order) onWanted({ ...wanted, order });
            }}
          >
            {orders.map((order) => (
              <option key={order} value={order}>
                {t(`orders.${order}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles['state']}>
        <Choice
          legend={t('state')}
          name="word-state"
          value={wanted.state}
          options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
          onChoose={(state) => onWanted({ ...wanted, state })}
          quiet
        />
      </div>
    </search>
  );
}
