import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice as Chosen, type Decision, decide, isAgreed } from '../../core/agreement/adjudicate.ts';
import { compareLayers, type DifferenceClass, differenceClasses, type Item } from '../../core/agreement/compare.ts';
import { mend, type Taken, takenFor, partsOf } from '../../core/agreement/mend.ts';
import type { Codebook } from '../../core/annotation/codebook.ts';
import type { Layer } from '../../core/annotation/layer.ts';
import type { Article } from '../../core/article/article.ts';
import type { TextRange } from '../../core/text/range.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/Choice.tsx';
import { useStable } from '../../ui/use-stable.ts';
import styles from './Compare.module.css';
import { useDescribe } from './describe.ts';
import { choices, ItemCard } from './ItemCard.tsx';
import { Measures } from './Measures.tsx';

interface CompareProps {
  readonly article: Article;
  readonly left: Layer;
  readonly right: Layer;
  /** Further layers, for the measures that take more than two. */
  readonly more?: readonly Layer[];
  readonly codebook?: Codebook | null;
  readonly decisions: readonly Decision[];
  readonly onDecide: (decisions: readonly Decision[]) => void;
  readonly onShow: (ranges: readonly TextRange[]) => void;
}

type Filter = 'all' | 'open' | DifferenceClass;
const AT_ONCE = 40;
const NOBODY: readonly Layer[] = [];

/** Two layers of one article side by side: where they agree and differ, how far, and which of the two is right. */
export function Compare({
  article,
  left,
  right,
  more = NOBODY,
  codebook = null,
  decisions,
  onDecide,
  onShow,
}: CompareProps) {
  const { t } = useTranslation('measures');
  const { number } = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const names = useId();
  const [subject, setSubject] = useState<'quotations' | 'mentions'>('quotations');
  const [filter, setFilter] = useState<Filter>('all');
  const [current, setCurrent] = useState<string | null>(null);
  const [mending, setMending] = useState<string | null>(null);
  const [length, setLength] = useState(AT_ONCE);

  const comparison = useMemo(() => compareLayers(article, left, right), [article, left, right]);
  // What is read first is painted first: on a long text measuring takes as long as comparing.
  const measured = useDeferredValue(comparison, null);
  const describe = useDescribe(comparison, codebook);
  const decided = useMemo(() => new Map(decisions.map(({ item, choice }) => [item, choice])), [decisions]);
  const items: readonly Item[] = comparison[subject];
  const isOpen = (item: Item) => !isAgreed(item) && !decided.has(item.id);
  const passes = (item: Item, wanted: Filter) =>
    wanted === 'all' || (wanted === 'open' ? isOpen(item) : item.classes.includes(wanted));
  const counts = (['all', 'open', ...differenceClasses] as const)
    .map((value) => ({ value, count: items.filter((item) => passes(item, value)).length }))
    .filter(({ value, count }) => count > 0 || value === 'all' || value === filter);
  // What one is deciding on stays in sight, though it is no longer open.
  const shown = items.filter((item) => passes(item, filter) || (filter === 'open' && item.id === current));

  const differing = [...comparison.quotations, ...comparison.mentions].filter((item) => !isAgreed(item));
  const done = differing.filter((item) => decided.has(item.id)).length;

  const cardOf = (id: string) => list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
  const go = (item: Item | undefined) => {
    if (!item) return;
    setCurrent(item.id);
    setLength((before) => Math.max(before, shown.indexOf(item) + AT_ONCE / 2));
  };
  // The card may only come with the next paint.
  const reached = useRef<string | null>(null);
  useEffect(() => {
    if (current === reached.current) return;
    reached.current = current;
    const card = cardOf(current ?? '');
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const step = (from: string | null, onward: boolean) => {
    const open = shown.filter((item) => isOpen(item) || item.id === from);
    const at = open.findIndex(({ id }) => id === from);
    go(onward ? open[at + 1] : open[at < 0 ? -1 : at - 1]);
  };
  /** The next one that waits: here, from the beginning again, or among the others. */
  const next = () => {
    const at = shown.findIndex(({ id }) => id === current);
    const waiting = [...shown.slice(at + 1), ...shown.slice(0, at + 1)].find(isOpen);
    if (waiting) {
      go(waiting);
      return;
    }
    for (const other of ['quotations', 'mentions'] as const) {
      const place = comparison[other].findIndex(isOpen);
      const item = comparison[other][place];
      if (!item) continue;
      setSubject(other);
      setFilter('all');
      setLength(place + AT_ONCE);
      setCurrent(item.id);
      return;
    }
  };
  const choose = useStable((item: Item, choice: Chosen) => {
    // Pressed again, it is taken back.
    const again = decided.get(item.id) === choice;
    onDecide(again ? decisions.filter((one) => one.item !== item.id) : decide(decisions, { item: item.id, choice }));
  });
  const show = useStable(onShow);
  const onMending = useStable((item: Item, open: boolean) => {
    // What has the focus goes with the form.
    if (!open) cardOf(item.id)?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    setMending(open ? item.id : null);
    setCurrent(item.id);
    reached.current = item.id;
  });
  const take = useStable((item: Item, taken: Taken): boolean => {
    const decision = mend(article.blocks, comparison, item, taken);
    if (decision) onDecide(decide(decisions, decision));
    return decision !== null;
  });
  /** What its decision was put together from; the parts of the left where there is none yet. */
  const takenOf = (item: Item): Taken => {
    const decision = decisions.find((one) => one.item === item.id);
    return decision ? takenFor(article.blocks, comparison, item, decision) : {};
  };
  // By keyboard: from the button into what it opened.
  useEffect(() => {
    if (mending !== null) list.current?.querySelector<HTMLElement>('fieldset :checked')?.focus();
  }, [mending]);

  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const id = (event.target as Element).closest<HTMLElement>('[data-item]')?.dataset['item'] ?? current;
    // By the key's place: an Arabic keyboard has other letters and perhaps other digits on it.
    const choice = choices[Number(/^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1] ?? 0) - 1];
    const item = shown.find((one) => one.id === id);
    if (event.code === 'KeyM' && item && partsOf(item).length > 0) {
      event.preventDefault();
      onMending(item, mending !== item.id);
      return;
    }
    if (choice && item && !isAgreed(item)) {
      event.preventDefault();
      choose(item, choice);
      if (decided.get(item.id) !== choice) step(item.id, true);
    } else if (event.code === 'KeyN' || event.code === 'KeyP') {
      event.preventDefault();
      step(id, event.code === 'KeyN');
    }
  };

  const nameOf = useCallback(
    (layer: Layer) =>
      layer.kind === 'published' ? t('published') : layer.name || t(layer.kind === 'machine' ? 'machine' : 'unnamed'),
    [t],
  );
  return (
    <div className={styles['compare']}>
      <dl className={styles['layers']}>
        {([left, right] as const).map((layer, index) => (
          <div key={index === 0 ? 'left' : 'right'}>
            <dt>{t(index === 0 ? 'first' : 'second')}</dt>
            <dd>
              <bdi>{nameOf(layer)}</bdi>
              {layer.author === null ? null : (
                <span className={styles['author']}>
                  <bdi>{layer.author}</bdi>
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {differing.length === 0 ? (
        <p className={styles['note']}>{t('agreeAll')}</p>
      ) : (
        <div className={styles['progress']}>
          <p role="status">
            {done === differing.length ? t('progressDone') : t('progress', { done, total: differing.length })}
          </p>
          <progress value={done} max={differing.length} aria-label={t('progress', { done, total: differing.length })} />
          <button type="button" className="button" data-main="" disabled={done === differing.length} onClick={next}>
            {t('next')}
          </button>
          <button
            type="button"
            className="button"
            disabled={decisions.length === 0}
            onClick={() => {
              const last = decisions.at(-1);
              onDecide(decisions.slice(0, -1));
              if (last) setCurrent(last.item);
            }}
          >
            {t('undo')}
          </button>
        </div>
      )}
      <div className={styles['filters']}>
        <Choice
          legend={t('subject')}
          quiet
          name={`subject${names}`}
          value={subject}
          options={[
            { value: 'quotations', label: t('quotations', { count: comparison.quotations.length }) },
            { value: 'mentions', label: t('mentions', { count: comparison.mentions.length }) },
          ]}
          onChoose={(value) => {
            setSubject(value);
            setFilter('all');
            setLength(AT_ONCE);
          }}
        />
        <Choice<Filter>
          legend={t('filter')}
          name={`filter${names}`}
          value={filter}
          options={counts.map(({ value, count }) => ({
            value,
            label: `${t(`classes.${value}`)} (${number(count)})`,
          }))}
          onChoose={(value) => {
            setFilter(value);
            setLength(AT_ONCE);
          }}
        />
      </div>
      {differing.length === 0 ? null : <p className={styles['note']}>{t('keys')}</p>}
      {shown.length === 0 ? <p className={styles['note']}>{t('noneHere')}</p> : null}
      <ol ref={list} className={styles['items']} aria-label={t('list')} onKeyDown={onKeyDown}>
        {shown.slice(0, length).map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            current={item.id === current}
            chosen={decided.get(item.id) ?? null}
            describe={describe}
            onChoose={choose}
            onShow={show}
            mending={item.id === mending ? takenOf(item) : null}
            onMending={onMending}
            onTake={take}
          />
        ))}
      </ol>
      {shown.length > length ? (
        <button type="button" className="button" onClick={() => setLength(length + AT_ONCE)}>
          {t('more')}
        </button>
      ) : null}
      {measured ? <Measures article={article} comparison={measured} more={more} /> : null}
    </div>
  );
}
