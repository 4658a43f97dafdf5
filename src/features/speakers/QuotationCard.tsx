import { Fragment, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { findIn } from '../../core/quotation/gather.ts';
import { isImplied, type Quotation } from '../../core/quotation/quotation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './QuotationCard.module.css';
import { QuotationDetails } from './QuotationDetails.tsx';

interface QuotationCardProps {
  readonly lookup: ArticleLookup;
  readonly quotation: Quotation;
  readonly chosen: boolean;
  readonly query: string;
  /** The speaker's name is said where the card does not stand under it. */
  readonly named: boolean;
  readonly onChoose: (id: string) => void;
  readonly onEntity: (id: string) => void;
  readonly onShare: (id: string) => void;
  /** What else can be done with a chosen one. Must not change. */
  readonly tools?: ((quotation: Quotation) => ReactNode) | undefined;
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
  onShare,
  tools,
}: QuotationCardProps) {
  const { t } = useTranslation('speakers');
  const { say } = useFormat();
  const nameOf = (id: string | null): string =>
    id === null ? t('nobody') : say(lookup.entity(id)?.name ?? { ar: t('nobody'), en: '' });
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
        <QuotationDetails
          lookup={lookup}
          quotation={quotation}
          nameOf={nameOf}
          onChoose={onChoose}
          onEntity={onEntity}
          onShare={onShare}
          tools={tools}
        />
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
  const last = kept.at(-1) ?? '';
  // Whole pieces that had no room are told of, like words.
  return kept.length < pieces.length && !last.endsWith('…') ? [...kept.slice(0, -1), `${last} …`] : kept;
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
