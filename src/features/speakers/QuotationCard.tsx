import { Fragment, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { findIn } from '../../core/quotation/gather.ts';
import { isImplied, type Quotation } from '../../core/quotation/quotation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './QuotationCard.module.css';

interface QuotationCardProps {
  readonly lookup: ArticleLookup;
  readonly quotation: Quotation;
  readonly chosen: boolean;
  readonly query: string;
  /** The speaker's name is said where the card does not stand under it. */
  readonly named: boolean;
  readonly onChoose: (id: string) => void;
  readonly onEntity: (id: string) => void;
  readonly onQuotation: (id: string) => void;
}

/** One quotation: what was said, and, once chosen, how it is known and why it is given to this speaker. */
export const QuotationCard = memo(function QuotationCard({
  lookup,
  quotation,
  chosen,
  query,
  named,
  onChoose,
  onEntity,
  onQuotation,
}: QuotationCardProps) {
  const { t } = useTranslation('speakers');
  const { say } = useFormat();
  const nameOf = (id: string | null): string =>
    id === null ? t('nobody') : say(lookup.entity(id)?.name ?? { ar: t('nobody'), en: '' });
  const parent = quotation.parent === null ? undefined : lookup.quotation(quotation.parent);
  const nested = lookup.nestedIn(quotation.id);
  // Through whose hands the words came: the quotation's own chain, then the article's, each hand once.
  const hands = [...quotation.via, ...lookup.article.chain].filter(
    (link, index, all) =>
      link.entity !== quotation.speaker && all.findIndex(({ entity }) => entity === link.entity) === index,
  );
  const whole = quotation.contents.map(({ words }) => words);
  // What was searched for must be seen, so a found quotation is not shortened.
  const pieces = chosen || query !== '' ? whole : shorten(whole);
  return (
    <div
      className={styles['card']}
      data-chosen={chosen ? '' : undefined}
      data-kind={quotation.kind}
      data-quotation={quotation.id}
    >
      <button
        type="button"
        className={styles['words']}
        aria-current={chosen}
        aria-label={`${t('quotationOf', { name: nameOf(quotation.speaker), kind: t(`kinds.${quotation.kind}`) })}: ${whole.join(t('piecesJoined'))}`}
        onClick={() => onChoose(quotation.id)}
      >
        {named ? <bdi className={styles['speaker']}>{nameOf(quotation.speaker)}</bdi> : null}
        <span lang="ar" dir="rtl" className={styles['content']}>
          {pieces.map((words, index) => (
            <Fragment key={quotation.contents[index]?.start}>
              {index > 0 ? <span className={styles['gap']}>{t('piecesJoined')}</span> : null}
              <Found words={words} query={query} />
            </Fragment>
          ))}
        </span>
      </button>
      <p className={styles['facts']}>
        <span className={styles['kind']} title={t(`kindHelp.${quotation.kind}`)}>
          {t(`kinds.${quotation.kind}`)}
        </span>
        <span>{t(`verbs.${quotation.verb.class}`)}</span>
        {quotation.verb.lemma === null ? null : (
          <bdi lang="ar" className={styles['lemma']}>
            {quotation.verb.lemma}
          </bdi>
        )}
        {isImplied(quotation) ? <span className={styles['implied']}>{t('implied')}</span> : null}
      </p>
      {chosen ? (
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
            <bdi>{say(quotation.reason)}</bdi>{' '}
            <span className={styles['soft']}>
              (
              {quotation.provenance.by === 'editor'
                ? t('byEditor')
                : quotation.provenance.by === 'rule'
                  ? t('byRule')
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
            <Fact
              term={parent ? t('nested', { name: nameOf(parent.speaker) }) : t('contains', { count: nested.length })}
            >
              <span className={styles['links']}>
                {[...(parent ? [parent] : []), ...nested].map((other) => (
                  <button
                    key={other.id}
                    type="button"
                    className={styles['entity']}
                    onClick={() => onQuotation(other.id)}
                  >
                    <Icon name="show" /> <bdi>{nameOf(other.speaker)}</bdi>
                  </button>
                ))}
              </span>
            </Fact>
          ) : null}
        </dl>
      ) : null}
    </div>
  );
});

const PREVIEW_WORDS = 26;

/** The beginning of a long quotation, cut between words: the browser's own ellipsis would cut joined letters apart. */
function shorten(pieces: readonly string[]): string[] {
  let left = PREVIEW_WORDS;
  const kept: string[] = [];
  for (const piece of pieces) {
    const words = piece.split(' ');
    if (words.length <= left + 4) {
      kept.push(piece);
      left -= words.length;
    } else {
      kept.push(`${words.slice(0, Math.max(left, 1)).join(' ')} …`);
      break;
    }
    if (left <= 0) break;
  }
  return kept;
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

/** The words with what was searched for marked: whole words, so that no joined letter is cut. */
function Found({ words, query }: { readonly words: string; readonly query: string }) {
  const found = findIn(words, query);
  if (found.length === 0) return words;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of found) {
    let from = start;
    let to = end;
    while (from > at && !/\s/.test(words.charAt(from - 1))) from--;
    while (to < words.length && !/\s/.test(words.charAt(to))) to++;
    if (to <= at) continue;
    pieces.push(words.slice(at, from), <mark key={from}>{words.slice(from, to)}</mark>);
    at = to;
  }
  pieces.push(words.slice(at));
  return pieces;
}
