import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Answer, Reading } from '../../core/dictionary/answer.ts';
import { type Line, lineOf } from '../../core/dictionary/line.ts';
import type { TextRange } from '../../core/text/range.ts';
import { sentencesOf } from '../../core/text/words.ts';
import type { DictionaryClient } from '../../engine/dictionary.ts';
import { Icon } from '../../ui/icons.tsx';
import { useStable } from '../../ui/use-stable.ts';
import styles from './Entry.module.css';
import { Facts } from './Facts.tsx';
import { Family } from './Family.tsx';
import type { Looked } from './looked.ts';
import { Pieces } from './Pieces.tsx';
import { Places } from './Places.tsx';
import { ShelfPlaces, type ShelfText } from './ShelfPlaces.tsx';
import { useAsk } from './use-ask.ts';
import { Why } from './Why.tsx';

export interface EntryProps {
  readonly dictionary: DictionaryClient;
  readonly article: Pick<Article, 'id' | 'blocks'>;
  /** The word: where it stands, and its number among the Arabic words of its block, from 0. */
  readonly range: TextRange;
  readonly number: number;
  /** Another word of this text was chosen. */
  readonly onWord: (block: string, number: number) => void;
  /** The other texts to be searched; rejects when not one of them comes. Left out where there is no shelf. */
  readonly shelf?: (() => Promise<{ readonly texts: readonly ShelfText[]; readonly whole: boolean }>) | undefined;
  /** Vowels for the sentence in the text: whether they are shown, and the way to show or remove them. */
  readonly sentence?:
    | { readonly shown: (sentence: TextRange) => boolean; readonly onToggle: (sentence: TextRange) => void }
    | undefined;
  /** What else can be done with the word: buttons under its head. */
  readonly actions?: ((looked: Looked) => ReactNode) | undefined;
  /** What others say of the word, under its meanings. */
  readonly below?: ((looked: Looked) => ReactNode) | undefined;
  /** The word was looked up: told once, when its answer stands on the screen. */
  readonly onLooked?: ((looked: Looked) => void) | undefined;
  /** Left out where the entry stands in another card, which has its own head. */
  readonly onClose?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** What the dictionary says of one word of a text: the best reading in full, the others folded. */
export function Entry(props: EntryProps) {
  const { dictionary, article, range, number, onClose } = props;
  const { t } = useTranslation('dictionary');
  const line = lineOf(article.blocks);
  const index = line.indexOf(range.block, number);
  const [asked, again] = useAsk(`${line.key} ${index}`, () => dictionary.look(line, index));
  const answer = asked.state === 'told' ? asked.told : null;
  return (
    <div className={styles['card']} data-state={asked.state} data-inner={onClose ? undefined : ''}>
      {answer && answer.readings.length > 0 ? (
        <Answered key={`${line.key} ${index}`} {...props} answer={answer} line={line} index={index} />
      ) : (
        <>
          <Head word={range.words} onClose={onClose} />
          {asked.state === 'failed' ? (
            <div className={styles['fault']} role="alert">
              <p>{t(`fault.${asked.fault.why}`)}</p>
              <button type="button" className="button" onClick={again}>
                {t('again')}
              </button>
            </div>
          ) : (
            <p className={styles['soft']} role="status">
              {asked.state === 'asking' ? t('asking') : t('kind.unknown')}
            </p>
          )}
        </>
      )}
      {props.children}
    </div>
  );
}

function Head({
  word,
  onClose,
  children,
}: {
  readonly word: string;
  readonly onClose?: (() => void) | undefined;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('dictionary');
  // Within another card the word stands below that card's own heading.
  const Heading = onClose ? 'h2' : 'h4';
  return (
    <header className={styles['head']}>
      <Heading lang="ar" dir="rtl">
        {word}
      </Heading>
      {children}
      {onClose ? (
        <button type="button" className="button" data-plain="" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      ) : null}
    </header>
  );
}

interface AnsweredProps extends EntryProps {
  readonly answer: Answer;
  readonly line: Line;
  readonly index: number;
}

function Answered({
  dictionary,
  article,
  range,
  onWord,
  shelf,
  sentence,
  actions,
  below,
  onLooked,
  onClose,
  answer,
  line,
  index,
}: AnsweredProps) {
  const { t } = useTranslation('dictionary');
  const [chosen, setChosen] = useState(0);
  const reading = (answer.readings[chosen] ?? answer.readings[0]) as Reading;
  const around = useMemo(() => sentenceAround(article, range), [article, range]);
  const looked: Looked = { article: article.id, range, sentence: around, answer, reading };
  const tell = useStable(() => onLooked?.(looked));
  useEffect(() => tell(), [tell]);
  const { lemma, kind } = reading;
  const others = answer.readings.flatMap((one, at) => (at === chosen ? [] : [{ one, at }]));
  return (
    <>
      <Head word={reading.vocalised} onClose={onClose}>
        <span className={styles['machine']} title={t('machineHint')}>
          {t('machine')}
        </span>
      </Head>
      {reading.latin === null ? null : (
        <p className={styles['latin']}>
          <span className="unseen">{t('latin')}</span> <bdi lang="ar-Latn">{reading.latin}</bdi>
        </p>
      )}
      {kind === 'known' ? null : <p className={styles['unknown']}>{t(`kind.${kind}`)}</p>}
      <Meanings reading={reading} />
      {below?.(looked)}
      {actions ? <div className={styles['actions']}>{actions(looked)}</div> : null}
      {chosen === 0 ? null : (
        <p className={styles['chosen']} role="status">
          {t('chosen')}{' '}
          <button type="button" className="button" onClick={() => setChosen(0)}>
            {t('best')}
          </button>
        </p>
      )}
      <Pieces pieces={reading.pieces} />
      <Facts reading={reading} />
      <Places
        dictionary={dictionary}
        line={line}
        article={article}
        lemma={lemma}
        written={range.words}
        index={index}
        onWord={onWord}
      />
      {lemma.root === null ? null : <Family dictionary={dictionary} lemma={lemma} root={lemma.root} />}
      {shelf ? <ShelfPlaces dictionary={dictionary} lemma={lemma} shelf={shelf} /> : null}
      {others.length > 0 ? (
        <details className={styles['fold']}>
          <summary>{t('others', { count: others.length })}</summary>
          <ol className={styles['readings']}>
            {others.map(({ one, at }) => (
              <li key={at}>
                <button type="button" onClick={() => setChosen(at)}>
                  <bdi lang="ar">{one.vocalised}</bdi>
                  <span>{t(`poses.${one.pos}`)}</span>
                  <bdi lang="en">{one.lemma.english.slice(0, 2).join(', ') || (one.latin ?? '')}</bdi>
                </button>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      <Why trace={reading.trace} />
      {sentence ? (
        <div className={styles['actions']}>
          <button type="button" className="button" onClick={() => sentence.onToggle(around)}>
            {t(sentence.shown(around) ? 'sentenceShown' : 'sentence')}
          </button>
        </div>
      ) : null}
    </>
  );
}

/** In both languages, the interface's first. */
function Meanings({ reading: { lemma } }: { readonly reading: Reading }) {
  const { i18n } = useTranslation();
  const english =
    lemma.english.length > 0 ? (
      <p key="en" className={styles['english']} lang="en" dir="ltr">
        {lemma.english.join(', ')}
      </p>
    ) : null;
  const arabic =
    lemma.arabic === '' ? null : (
      <p key="ar" className={styles['arabic']} lang="ar" dir="rtl">
        {lemma.arabic}
      </p>
    );
  return i18n.language === 'en' ? [english, arabic] : [arabic, english];
}

/** The sentence of the block in which the word stands. */
export function sentenceAround({ blocks }: Pick<Article, 'blocks'>, range: TextRange): TextRange {
  const text = blocks.find(({ id }) => id === range.block)?.text ?? range.words;
  const span = sentencesOf(text).find(({ start, end }) => start <= range.start && range.end <= end);
  const { start, end } = span ?? { start: 0, end: text.length };
  return { block: range.block, start, end, words: text.slice(start, end) };
}
