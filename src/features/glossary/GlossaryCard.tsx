import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import type { GlossaryEntry } from '../../core/glossary/glossary.ts';
import { sentencesOf } from '../../core/text/words.ts';
import type { TextRange } from '../../core/text/range.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './GlossaryCard.module.css';

interface GlossaryCardProps {
  readonly lookup: ArticleLookup;
  readonly entry: GlossaryEntry;
  /** Which occurrence the card stands at, from 0. */
  readonly place: number;
  readonly onPlace: (place: number) => void;
  /** Left out where nothing is shared. */
  readonly onShare?: (() => void) | undefined;
  readonly onClose: () => void;
  /** What else the same words stand for, made by whoever knows. */
  readonly children: ReactNode;
}

/** A word explained: vocalised form, lemma, root, part of speech, meaning in both languages, and its sentences here. */
export function GlossaryCard({ lookup, entry, place, onPlace, onShare, onClose, children }: GlossaryCardProps) {
  const { t } = useTranslation('glossary');
  return (
    <div className={styles['card']}>
      <header className={styles['head']}>
        <h2 lang="ar" dir="rtl">
          {entry.vocalised}
        </h2>
        {onShare ? (
          <button
            type="button"
            className="button"
            data-plain=""
            aria-label={t('share', { ns: 'reading' })}
            title={t('share', { ns: 'reading' })}
            onClick={onShare}
          >
            <Icon name="link" />
          </button>
        ) : null}
        <button type="button" className="button" data-plain="" aria-label={t('close', { ns: 'app' })} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('lemma')}</dt>
          <dd lang="ar">
            <bdi>{entry.lemma}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('root')}</dt>
          <dd lang={entry.root === null ? undefined : 'ar'}>
            <bdi>{entry.root ?? t('noRoot')}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('pos')}</dt>
          <dd>{t(`poses.${entry.pos}`)}</dd>
        </div>
      </dl>
      {entry.definition.ar === '' ? null : (
        <p className={styles['arabic']} lang="ar" dir="rtl">
          {entry.definition.ar}
        </p>
      )}
      {entry.definition.en === '' ? null : (
        <p className={styles['english']} lang="en" dir="ltr">
          {entry.definition.en}
        </p>
      )}
      {entry.note === undefined ? null : (
        <p className={styles['note']} dir="auto">
          {entry.note}
        </p>
      )}
      <section>
        <h3>{t('sentences')}</h3>
        <ol>
          {entry.occurrences.map((range, index) => (
            <li key={`${range.block} ${range.start}`}>
              <button type="button" lang="ar" dir="rtl" aria-current={index === place} onClick={() => onPlace(index)}>
                <Sentence text={lookup.block(range.block)?.text ?? range.words} range={range} />
              </button>
            </li>
          ))}
        </ol>
      </section>
      {children}
    </div>
  );
}

const AROUND = 70;

/** The sentence that the word stands in, cut to its neighbourhood where it is long, with the word marked. */
function Sentence({ text, range }: { readonly text: string; readonly range: TextRange }) {
  const sentence = sentencesOf(text).find(({ start, end }) => start <= range.start && range.end <= end) ?? {
    start: 0,
    end: text.length,
  };
  const from =
    sentence.start >= range.start - AROUND ? sentence.start : text.lastIndexOf(' ', range.start - AROUND) + 1;
  const after = text.indexOf(' ', range.end + AROUND);
  const to = sentence.end <= range.end + AROUND || after < 0 ? sentence.end : after;
  // Marked word by word: an element that began inside a joined word would break it in some browsers.
  let start = range.start;
  let end = range.end;
  while (start > from && !/\s/.test(text.charAt(start - 1))) start--;
  while (end < to && !/\s/.test(text.charAt(end))) end++;
  return (
    <>
      {from > sentence.start ? '… ' : ''}
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < sentence.end ? ' …' : ''}
    </>
  );
}
