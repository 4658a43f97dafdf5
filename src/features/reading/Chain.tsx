import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './Chain.module.css';

/** The article's isnād: through whose hands it came, from the event down to the reader. */
export const Chain = memo(function Chain({
  lookup,
  onEntity,
}: {
  readonly lookup: ArticleLookup;
  readonly onEntity: (id: string) => void;
}) {
  const { t } = useTranslation('reading');
  const { say } = useFormat();
  const { chain, original } = lookup.article;
  if (chain.length === 0 && original === null) return null;
  return (
    <section className={styles['chain']} aria-label={t('chain')}>
      <h2>{t('chain')}</h2>
      <p className={styles['hint']}>{t('chainHint')}</p>
      <ol>
        {chain.map((link) => {
          const entity = lookup.entity(link.entity);
          if (!entity) return null;
          return (
            <li key={`${link.role} ${link.entity}`}>
              <span className={styles['role']}>{t(`links.${link.role}`)}</span>
              {lookup.mentionsOf(entity.id).length > 0 ? (
                <button
                  type="button"
                  className={styles['name']}
                  disabled={import.meta.env.SSR}
                  onClick={() => onEntity(entity.id)}
                >
                  <bdi>{say(entity.name)}</bdi>
                </button>
              ) : (
                <bdi className={styles['name']}>{say(entity.name)}</bdi>
              )}
              {link.note ? <span className={styles['note']}>{say(link.note)}</span> : null}
            </li>
          );
        })}
        {original === null ? null : (
          <li>
            <span className={styles['role']}>{t('original')}</span>
            <a className={styles['name']} href={original.url} target="_blank" rel="noopener noreferrer">
              <bdi>{hostOf(original.url)}</bdi>
            </a>
          </li>
        )}
        <li data-open="">
          <span className={styles['name']}>{t('reader')}</span>
        </li>
      </ol>
    </section>
  );
});

/** The name of the site alone: the rest of an address says nothing to a reader. */
function hostOf(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}
