import {
  memo,
  type ReactNode,
  type Ref,
  useDeferredValue,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { OPEN_PANEL, type PanelPlace } from '../../core/article/address.ts';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { verbClasses } from '../../core/dataset/schema.ts';
import { filterQuotations, gatherBySpeaker, type Voice } from '../../core/quotation/gather.ts';
import type { Quotation, QuotationKind, VerbClass } from '../../core/quotation/quotation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './Panel.module.css';
import { QuotationCard } from './QuotationCard.tsx';

export interface PanelHandle {
  /** Brings the chosen quotation into the panel's view and gives it the focus. */
  readonly focusQuotation: (id: string) => void;
}

interface PanelProps {
  readonly lookup: ArticleLookup;
  readonly place: PanelPlace;
  readonly chosen: string | null;
  readonly onPlace: (place: PanelPlace, options?: { readonly replace?: boolean }) => void;
  readonly onChoose: (id: string) => void;
  readonly onEntity: (id: string) => void;
  readonly onShare: (id: string) => void;
  /** What else can be done with a chosen quotation. Must not change. */
  readonly tools?: ((quotation: Quotation) => ReactNode) | undefined;
  readonly ref?: Ref<PanelHandle>;
}

/** Quotations shown before the first paint. */
const AT_ONCE = 30;

/** The voices in the margin: every quotation under its speaker, or what is said about somebody; filtered and searched. */
export const Panel = memo(function Panel({
  lookup,
  place,
  chosen,
  onPlace,
  onChoose,
  onEntity,
  onShare,
  tools,
  ref,
}: PanelProps) {
  const { t } = useTranslation('speakers');
  const { say, number } = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const count = useId();
  // The box answers every key at once; the address, and so Back, follows when the list has.
  const [query, setQuery] = useState(place.query);
  const [known, setKnown] = useState(place.query);
  if (known !== place.query) {
    setKnown(place.query);
    setQuery(place.query);
  }
  const sought = useDeferredValue(query);
  const filter = useMemo(
    () => ({ ...place, query: sought, about: place.view === 'about' ? place.about : null }),
    [place, sought],
  );
  const quotations = useMemo(() => {
    if (place.view === 'about' && place.about === null) return [];
    return filterQuotations(lookup, filter);
  }, [lookup, filter, place.view, place.about]);
  const all = lookup.article.quotations;
  const gathered = useMemo(() => gatherBySpeaker(lookup, quotations), [lookup, quotations]);
  // The beginning is there with the page; a long list fills itself while one already reads.
  const beginning = useMemo(
    () => gathered.slice(0, 1).map((voice) => ({ ...voice, quotations: voice.quotations.slice(0, AT_ONCE) })),
    [gathered],
  );
  const voices = useDeferredValue(gathered, gathered.length > 0 && all.length > AT_ONCE ? beginning : gathered);
  const everyVoice = useMemo(() => gatherBySpeaker(lookup, all), [lookup, all]);
  const filtered = place.speaker !== null || place.kind !== null || place.verb !== null || place.query !== '';

  useImperativeHandle(ref, () => ({
    focusQuotation: (id) => {
      const card = root.current?.querySelector<HTMLElement>(`[data-quotation="${CSS.escape(id)}"]`);
      card?.scrollIntoView({ block: 'nearest' });
      card?.querySelector('button')?.focus({ preventScroll: true });
    },
  }));

  // A chosen quotation is looked at where it stands, wherever the choice came from.
  // Once: a list that is filtered later stays where its reader is. The card may come only with the rest of a long list.
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (chosen === seen.current) return;
    const card = chosen === null ? null : root.current?.querySelector(`[data-quotation="${CSS.escape(chosen)}"]`);
    card?.scrollIntoView({ block: 'nearest' });
    if (card || chosen === null) seen.current = chosen;
  }, [chosen, voices]);

  if (all.length === 0) return <p className={styles['empty']}>{t('noQuotations')}</p>;

  const card = (quotation: Quotation, named: boolean) => (
    <li key={quotation.id}>
      <QuotationCard
        lookup={lookup}
        quotation={quotation}
        chosen={quotation.id === chosen}
        query={sought}
        named={named}
        onChoose={onChoose}
        onEntity={onEntity}
        onShare={onShare}
        tools={tools}
      />
    </li>
  );
  return (
    <div ref={root} className={styles['panel']}>
      <Choice
        legend={t('views')}
        quiet
        name={`view${count}`}
        value={place.view}
        options={[
          { value: 'speakers', label: t('bySpeaker') },
          { value: 'about', label: t('about') },
        ]}
        onChoose={(view) => onPlace({ ...OPEN_PANEL, view, about: place.about })}
      />
      {place.view === 'about' ? <AboutChooser lookup={lookup} place={place} onPlace={onPlace} /> : null}
      <fieldset className={styles['filters']}>
        <legend className="unseen">{t('filters')}</legend>
        <label className={styles['search']}>
          <span className="unseen">{t('search')}</span>
          <Icon name="search" />
          <input
            type="search"
            dir={query === '' ? undefined : 'auto'}
            value={query}
            placeholder={t('search')}
            maxLength={200}
            onChange={(event) => {
              setQuery(event.target.value);
              setKnown(event.target.value);
              onPlace({ ...place, query: event.target.value }, { replace: true });
            }}
          />
        </label>
        {place.view === 'speakers' ? (
          <Select
            label={t('speaker')}
            all={t('allSpeakers')}
            value={place.speaker}
            options={everyVoice.flatMap(({ speaker, quotations: own }) =>
              speaker ? [{ value: speaker.id, label: `${say(speaker.name)} (${number(own.length)})` }] : [],
            )}
            onChoose={(speaker) => onPlace({ ...place, speaker })}
          />
        ) : null}
        <Select
          label={t('kind')}
          all={t('allKinds')}
          value={place.kind}
          options={(['direct', 'indirect', 'mixed'] as const)
            .filter((kind) => all.some((quotation) => quotation.kind === kind))
            .map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChoose={(kind) => onPlace({ ...place, kind: kind as QuotationKind | null })}
        />
        <Select
          label={t('verb')}
          all={t('allVerbs')}
          value={place.verb}
          options={verbClasses
            .filter((verb) => all.some((quotation) => quotation.verb.class === verb))
            .map((verb) => ({ value: verb, label: t(`verbs.${verb}`) }))}
          onChoose={(verb) => onPlace({ ...place, verb: verb as VerbClass | null })}
        />
      </fieldset>
      <p ref={status} className={styles['count']} role="status" id={count} tabIndex={-1}>
        <span>
          {/* "None" is a sentence of its own; and where nobody is chosen yet, nothing was filtered. */}
          {place.view === 'about' && place.about === null
            ? null
            : quotations.length === all.length || quotations.length === 0
              ? t('shown', { count: quotations.length })
              : t('ofTotal', { shown: t('shown', { count: quotations.length }), total: all.length })}
        </span>
        {filtered ? (
          <button
            type="button"
            className={styles['clear']}
            onClick={() => {
              // The button goes with the filters: the focus stays beside where it was.
              status.current?.focus();
              onPlace({ ...place, speaker: null, kind: null, verb: null, query: '' });
            }}
          >
            {t('clearFilters')}
          </button>
        ) : null}
      </p>
      {place.view === 'about' ? (
        place.about === null ? (
          <p className={styles['empty']}>{t('aboutNone')}</p>
        ) : (
          <ul className={styles['quotations']}>{quotations.map((quotation) => card(quotation, true))}</ul>
        )
      ) : (
        <ol className={styles['voices']}>
          {voices.map((voice) => (
            <li key={voice.speaker?.id ?? ''}>
              <VoiceHead voice={voice} most={everyVoice[0]?.share ?? 0} onEntity={onEntity} lookup={lookup} />
              <ul className={styles['quotations']}>{voice.quotations.map((quotation) => card(quotation, false))}</ul>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
});

function VoiceHead({
  voice,
  most,
  lookup,
  onEntity,
}: {
  readonly voice: Voice;
  readonly most: number;
  readonly lookup: ArticleLookup;
  readonly onEntity: (id: string) => void;
}) {
  const { t } = useTranslation('speakers');
  const { say, percent } = useFormat();
  const { speaker } = voice;
  const name = speaker ? say(speaker.name) : t('nobody');
  return (
    <div className={styles['voice']}>
      <h3>
        {speaker && lookup.mentionsOf(speaker.id).length > 0 ? (
          <button type="button" onClick={() => onEntity(speaker.id)}>
            <bdi>{name}</bdi>
          </button>
        ) : (
          <bdi>{name}</bdi>
        )}
      </h3>
      {speaker?.role ? <p className={styles['role']}>{say(speaker.role)}</p> : null}
      <p className={styles['share']}>
        <span>{t('shown', { count: voice.quotations.length })}</span>
        <span>{t('share', { share: percent(voice.share) })}</span>
        {/* Its length is an attribute: a style written into a page's HTML is refused by the content policy. */}
        <svg className={styles['bar']} viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
          <rect width={most === 0 ? 0 : Math.round((voice.share / most) * 100)} height="3" />
        </svg>
      </p>
    </div>
  );
}

function AboutChooser({
  lookup,
  place,
  onPlace,
}: {
  readonly lookup: ArticleLookup;
  readonly place: PanelPlace;
  readonly onPlace: (place: PanelPlace) => void;
}) {
  const { t } = useTranslation('speakers');
  const { say, number } = useFormat();
  const spokenOf = lookup.article.entities
    .map((entity) => ({ entity, count: lookup.spokenAbout(entity.id).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return (
    <Select
      label={t('chooseEntity')}
      all={t('chooseEntity')}
      value={place.about}
      options={spokenOf.map(({ entity, count }) => ({
        value: entity.id,
        label: `${say(entity.name)} (${number(count)})`,
      }))}
      onChoose={(about) => onPlace({ ...place, about })}
    />
  );
}

function Select({
  label,
  all,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string | null) => void;
}) {
  return (
    <label className={styles['select']}>
      <span className="unseen">{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
