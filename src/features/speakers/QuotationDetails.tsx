import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { type Quotation, sureness } from '../../core/quotation/quotation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './QuotationCard.module.css';

interface QuotationDetailsProps {
  readonly lookup: ArticleLookup;
  readonly quotation: Quotation;
  readonly nameOf: (entity: string | null) => string;
  readonly onChoose: (quotation: string) => void;
  readonly onEntity: (entity: string) => void;
  readonly onShare: (quotation: string) => void;
  /** What else can be done with it, below. */
  readonly tools: ((quotation: Quotation) => ReactNode) | undefined;
}

/** How a quotation is known: cue, source, why this speaker, to whom, about what, through whose hands, within which other. */
export function QuotationDetails({
  lookup,
  quotation,
  nameOf,
  onChoose,
  onEntity,
  onShare,
  tools,
}: QuotationDetailsProps) {
  const { t } = useTranslation('speakers');
  const { say, sense } = useFormat();
  const parent = quotation.parent === null ? undefined : lookup.quotation(quotation.parent);
  const nested = lookup.nestedIn(quotation.id);
  // Through whose hands the words came: the quotation's own chain, then the article's, each hand once.
  const hands = [...quotation.via, ...lookup.article.chain].filter(
    (link, index, all) =>
      link.entity !== quotation.speaker && all.findIndex(({ entity }) => entity === link.entity) === index,
  );
  return (
    <>
      <dl className={styles['more']}>
        {quotation.cue.length > 0 ? (
          <Fact term={t('cue')}>
            <bdi lang="ar" className={styles['cue']}>
              {quotation.cue.map(({ words }) => words).join(' … ')}
            </bdi>
          </Fact>
        ) : null}
        {quotation.source ? (
          <Fact term={t('source')}>
            <bdi lang="ar" className={styles['arabic']}>
              {quotation.source.words}
            </bdi>
          </Fact>
        ) : null}
        <Fact term={t('why')}>
          <bdi dir={sense(quotation.reason)}>{say(quotation.reason)}</bdi>{' '}
          <span className={styles['soft']}>
            (
            {quotation.provenance.by === 'editor'
              ? t('byEditor')
              : quotation.provenance.by === 'rule'
                ? t(
                    quotation.provenance.confidence === null
                      ? 'byRule'
                      : `sure.${sureness(quotation.provenance.confidence)}`,
                  )
                : t('byReader')}
            )
          </span>
        </Fact>
        {quotation.addressee === null ? null : (
          <Fact term={t('toLabel')}>
            <EntityLink
              id={quotation.addressee}
              name={nameOf(quotation.addressee)}
              lookup={lookup}
              onEntity={onEntity}
            />
          </Fact>
        )}
        {quotation.about.length > 0 ? (
          <Fact term={t('aboutLabel')}>
            <span className={styles['links']}>
              {quotation.about.map((id) => (
                <EntityLink key={id} id={id} name={nameOf(id)} lookup={lookup} onEntity={onEntity} />
              ))}
            </span>
          </Fact>
        ) : null}
        {hands.length > 0 ? (
          <Fact term={t('chain', { ns: 'reading' })}>
            <ol className={styles['chain']}>
              {quotation.speaker === null ? null : (
                <li>
                  <bdi>{nameOf(quotation.speaker)}</bdi>
                </li>
              )}
              {hands.map((link) => (
                <li key={`${link.role} ${link.entity}`}>
                  <span className={styles['soft']}>{t(`links.${link.role}`, { ns: 'reading' })}</span>{' '}
                  <EntityLink id={link.entity} name={nameOf(link.entity)} lookup={lookup} onEntity={onEntity} />
                </li>
              ))}
            </ol>
          </Fact>
        ) : null}
        {parent || nested.length > 0 ? (
          <Fact term={parent ? t('nested', { name: nameOf(parent.speaker) }) : t('contains', { count: nested.length })}>
            <span className={styles['links']}>
              {[...(parent ? [parent] : []), ...nested].map((other) => (
                <button key={other.id} type="button" className={styles['entity']} onClick={() => onChoose(other.id)}>
                  <Icon name="show" /> <bdi>{nameOf(other.speaker)}</bdi>
                </button>
              ))}
            </span>
          </Fact>
        ) : null}
      </dl>
      <button type="button" className="button" onClick={() => onShare(quotation.id)}>
        <Icon name="link" />
        {t('share', { ns: 'reading' })}
      </button>
      {tools?.(quotation)}
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A link to an entity's card where the text mentions it; its name alone where it is only described. */
function EntityLink({
  id,
  name,
  lookup,
  onEntity,
}: {
  readonly id: string;
  readonly name: string;
  readonly lookup: ArticleLookup;
  readonly onEntity: (id: string) => void;
}) {
  if (lookup.mentionsOf(id).length === 0) return <bdi>{name}</bdi>;
  return (
    <button type="button" className={styles['entity']} onClick={() => onEntity(id)}>
      <bdi>{name}</bdi>
    </button>
  );
}
