import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '../core/article/article.ts';
import type { Focus } from '../core/article/address.ts';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { wordsOf, wordsWithin } from '../core/dictionary/words.ts';
import type { TextRange } from '../core/text/range.ts';
import { Entry } from '../features/dictionary/Entry.tsx';
import { WordButtons } from '../features/dictionary/WordButtons.tsx';
import { GlossaryCard } from '../features/glossary/GlossaryCard.tsx';
import { AlsoHere, EntityCard } from '../features/reading/EntityCard.tsx';
import type { Target } from '../features/reading/model.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Popover } from '../ui/Popover.tsx';
import styles from './app.module.css';
import { dictionary } from './dictionary.ts';
import { type Anchored, rangeOf } from './use-focus.ts';
import { useShelfTexts } from './use-shelf-texts.ts';
import { useWordTools } from './use-word-tools.tsx';

interface WordCardProps {
  readonly lookup: ArticleLookup;
  readonly anchored: Anchored;
  /** What else the same words stand for. */
  readonly others: readonly Target[];
  readonly onFocus: (focus: Focus) => void;
  /** What leads to the panel and to sharing is left out where there is neither. */
  readonly onSpoken?: (entity: string) => void;
  readonly onAbout?: (entity: string) => void;
  /** Left out where the card is only about the word, whatever else it stands for. */
  readonly onOther?: (target: Target) => void;
  readonly onShare?: (kind: 'entity' | 'glossary', id: string, place: number) => void;
  readonly onClose: () => void;
  /** What there is to say of the link that led to the word; null where it led right. */
  readonly notice?: string | null;
  /** What else can be done with an entity, at the mention of this place. */
  readonly tools?: ((entity: Entity, place: number) => ReactNode) | undefined;
  /** Vowels for a sentence, shown in the text itself; left out where the text is not to be changed. */
  readonly sentence?: ComponentProps<typeof Entry>['sentence'];
}

/** The card at a word: an entity's, a glossary entry's, or the dictionary's. */
export function WordCard({
  lookup,
  anchored,
  others,
  onFocus,
  onSpoken,
  onAbout,
  onOther,
  onShare,
  onClose,
  notice = null,
  tools: entityTools,
  sentence,
}: WordCardProps) {
  const { t } = useTranslation('reading');
  const { say } = useFormat();
  const { focus, at } = anchored;
  const onPlace = (place: number) => onFocus({ ...focus, place });
  const shelf = useShelfTexts(lookup.article.id);
  const tools = useWordTools(lookup, onFocus);
  const range = rangeOf(lookup, focus);
  const words = range ? wordsIn(lookup, range) : [];
  const onWord = (id: string, place: number) => onFocus({ kind: 'word', id, place });
  const entryOf = (word: (typeof words)[number], onLeave?: () => void) => (
    <Entry
      dictionary={dictionary}
      article={lookup.article}
      range={word.range}
      number={word.number}
      onWord={onWord}
      shelf={shelf}
      sentence={sentence}
      actions={(looked) => tools.actions(looked, word.number)}
      below={tools.below}
      onLooked={(looked) => tools.onLooked(looked, word.number)}
      onClose={onLeave}
    >
      {onLeave && onOther ? (
        <div className={styles['also']}>
          <AlsoHere lookup={lookup} others={standingAt(lookup, word.range)} onOther={onOther} />
        </div>
      ) : null}
    </Entry>
  );
  if (focus.kind === 'word') {
    const [word] = words;
    if (!word) return null;
    return (
      <Popover
        anchor={at}
        label={t('opened', { ns: 'dictionary', word: word.range.words })}
        subject={`${focus.id} ${focus.place}`}
        onClose={onClose}
        keepsOpen={opens}
      >
        {entryOf(word, onClose)}
      </Popover>
    );
  }
  const told =
    notice === null ? null : (
      <p className={styles['told']} role="status">
        {notice}
      </p>
    );
  const entity = focus.kind === 'entity' ? lookup.entity(focus.id) : undefined;
  if (entity) {
    return (
      <Popover
        anchor={at}
        label={t('entity', { name: say(entity.name) })}
        subject={entity.id}
        onClose={onClose}
        keepsOpen={opens}
      >
        {told}
        <EntityCard
          lookup={lookup}
          entity={entity}
          place={focus.place}
          others={others}
          onPlace={onPlace}
          onSpoken={onSpoken && (() => onSpoken(entity.id))}
          onAbout={onAbout && (() => onAbout(entity.id))}
          onOther={onOther ?? nowhere}
          onShare={onShare && (() => onShare('entity', entity.id, focus.place))}
          onClose={onClose}
        >
          {entityTools?.(entity, focus.place)}
        </EntityCard>
        <WordButtons words={words} onWord={onWord} />
      </Popover>
    );
  }
  const entry = focus.kind === 'glossary' ? lookup.entry(focus.id) : undefined;
  if (!entry) return null;
  return (
    <Popover
      anchor={at}
      label={t('opened', { ns: 'glossary', word: entry.vocalised })}
      subject={entry.id}
      onClose={onClose}
      keepsOpen={opens}
    >
      {told}
      <GlossaryCard
        lookup={lookup}
        entry={entry}
        place={focus.place}
        onPlace={onPlace}
        onShare={onShare && (() => onShare('glossary', entry.id, focus.kind === 'glossary' ? focus.place : 0))}
        onClose={onClose}
      >
        {tools.glossTools(entry)}
        <AlsoHere lookup={lookup} others={others} onOther={onOther ?? nowhere} />
        {words.length === 1 && words[0] ? <InDictionary>{entryOf(words[0])}</InDictionary> : null}
      </GlossaryCard>
      {words.length > 1 ? <WordButtons words={words} onWord={onWord} /> : null}
    </Popover>
  );
}

const nowhere = () => {};

/** An editor's explanation goes first; what the machine says of the same word stands below. */
function InDictionary({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('dictionary');
  return (
    <section className={styles['below']} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {children}
    </section>
  );
}

/** The Arabic words that a stretch touches, each with its number in the block. */
function wordsIn(lookup: ArticleLookup, range: TextRange) {
  const text = lookup.block(range.block)?.text ?? '';
  const all = wordsOf(text);
  return wordsWithin(all, range).flatMap((number) => {
    const word = all[number];
    return word ? [{ number, range: { block: range.block, ...word, words: text.slice(word.start, word.end) } }] : [];
  });
}

/** What else stands at a word: names, explained words, and the innermost quotation that it is of. */
function standingAt(lookup: ArticleLookup, range: TextRange): Target[] {
  const { mentions, glossary } = lookup.notes(range.block);
  const meets = (other: TextRange) => other.start < range.end && range.start < other.end;
  const [quotation] = lookup.quotationsAt(range.block, range.start);
  return [
    ...mentions.flatMap((mention): Target[] => {
      const mark = meets(mention.range) ? lookup.entity(mention.entity)?.type : undefined;
      const place = lookup.mentionsOf(mention.entity).findIndex(({ id }) => id === mention.id);
      return mark ? [{ kind: 'entity', id: mention.entity, mark, exact: mention.range, place }] : [];
    }),
    ...glossary.flatMap(({ entry, occurrence, range: place }): Target[] =>
      meets(place) ? [{ kind: 'glossary', id: entry.id, mark: 'glossary', exact: place, place: occurrence }] : [],
    ),
    ...(quotation
      ? [{ kind: 'quotation', id: quotation.id, mark: 'cue', exact: range, place: 0 } satisfies Target]
      : []),
  ];
}

/** A click on another clickable word opens that one's card in place of this; it need not close this one first. Nor the press that opened it. */
const opens = (target: Element): boolean => target.closest('.leaf, [data-look]') !== null;
