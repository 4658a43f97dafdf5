import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '../../core/article/article.ts';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Target } from './model.ts';
import styles from './Card.module.css';

interface EntityCardProps {
  readonly lookup: ArticleLookup;
  readonly entity: Entity;
  /** Which mention the card stands at, from 0. */
  readonly place: number;
  /** What else the same words stand for. */
  readonly others: readonly Target[];
  readonly onPlace: (place: number) => void;
  /** What leads to the panel and to sharing is left out where there is neither. */
  readonly onSpoken?: (() => void) | undefined;
  readonly onAbout?: (() => void) | undefined;
  readonly onOther: (target: Target) => void;
  readonly onShare?: (() => void) | undefined;
  readonly onClose: () => void;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

/** Who or what this is: name, role, a sentence, every mention, and the way to what they said and what was said of them. */
export function EntityCard({
  lookup,
  entity,
  place,
  others,
  onPlace,
  onSpoken,
  onAbout,
  onOther,
  onShare,
  onClose,
  children,
}: EntityCardProps) {
  const { t } = useTranslation('reading');
  const { language, other, say } = useFormat();
  const mentions = lookup.mentionsOf(entity.id);
  const spoken = lookup.spokenBy(entity.id).length;
  const about = lookup.spokenAbout(entity.id).length;
  const aliases = entity.aliases.filter((alias) => alias !== entity.name.ar);
  return (
    <div className={styles['card']}>
      <header className={styles['head']}>
        <p className={styles['type']} data-type={entity.type}>
          {t(`one.${entity.type}`)}
        </p>
        {onShare ? (
          <button
            type="button"
            className="button"
            data-plain=""
            aria-label={t('share')}
            title={t('share')}
            onClick={onShare}
          >
            <Icon name="link" />
          </button>
        ) : null}
        <button type="button" className="button" data-plain="" aria-label={t('close', { ns: 'app' })} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <h2 className={styles['name']}>
        <bdi lang={entity.name[language] === '' ? other : language}>{say(entity.name)}</bdi>
      </h2>
      {entity.name[other] === '' || entity.name[language] === '' ? null : (
        <p className={styles['other']}>
          <bdi lang={other}>{entity.name[other]}</bdi>
        </p>
      )}
      {entity.role ? <p className={styles['role']}>{say(entity.role)}</p> : null}
      {entity.description.ar === '' ? null : <p>{say(entity.description)}</p>}
      {aliases.length > 0 ? (
        <p className={styles['small']}>
          {t('aliases')}: <bdi lang="ar">{aliases.join('، ')}</bdi>
        </p>
      ) : null}
      {mentions.length > 0 ? (
        <div className={styles['steps']}>
          <button
            type="button"
            className="button"
            disabled={mentions.length < 2}
            aria-label={t('previous')}
            onClick={() => onPlace((place + mentions.length - 1) % mentions.length)}
          >
            <Icon name="previous" turns />
          </button>
          <span aria-live="polite">{t('mentionOf', { place: place + 1, count: mentions.length })}</span>
          <button
            type="button"
            className="button"
            disabled={mentions.length < 2}
            aria-label={t('next')}
            onClick={() => onPlace((place + 1) % mentions.length)}
          >
            <Icon name="next" turns />
          </button>
        </div>
      ) : null}
      <div className={styles['ways']}>
        {onSpoken ? (
          <button type="button" className="button" disabled={spoken === 0} onClick={onSpoken}>
            {t('by', { count: spoken })}
          </button>
        ) : null}
        {onAbout ? (
          <button type="button" className="button" disabled={about === 0} onClick={onAbout}>
            {t('about', { count: about })}
          </button>
        ) : null}
      </div>
      <AlsoHere lookup={lookup} others={others} onOther={onOther} />
      {children}
    </div>
  );
}

/** The other meanings of the same words: a name within a name, a glossed name, a cue that is glossed. */
export function AlsoHere({
  lookup,
  others,
  onOther,
}: {
  readonly lookup: ArticleLookup;
  readonly others: readonly Target[];
  readonly onOther: (target: Target) => void;
}) {
  const { t } = useTranslation('reading');
  const { say } = useFormat();
  if (others.length === 0) return null;
  const label = (target: Target): string => {
    if (target.kind === 'entity') return say(lookup.entity(target.id)?.name ?? { ar: '', en: '' });
    if (target.kind === 'glossary') return lookup.entry(target.id)?.vocalised ?? '';
    return t('openQuotation');
  };
  return (
    <div className={styles['also']}>
      <p className={styles['small']}>{t('alsoHere')}</p>
      <ul>
        {others.map((target) => (
          <li key={`${target.kind} ${target.id}`}>
            <button type="button" className="button" onClick={() => onOther(target)}>
              <span className={styles['type']} data-type={target.mark}>
                {target.kind === 'quotation' ? null : t(`one.${target.mark}` as 'one.person')}
              </span>
              <bdi>{label(target)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
