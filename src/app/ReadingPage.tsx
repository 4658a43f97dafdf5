import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Focus, OPEN_PANEL, type PanelPlace } from '../core/article/address.ts';
import type { Article } from '../core/article/article.ts';
import { type ArticleLookup, createLookup } from '../core/article/lookup.ts';
import { filterQuotations } from '../core/quotation/gather.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import type { TextRange } from '../core/text/range.ts';
import { GlossaryCard } from '../features/glossary/GlossaryCard.tsx';
import { type ArticleHandle, ArticleText } from '../features/reading/ArticleText.tsx';
import { Chain } from '../features/reading/Chain.tsx';
import { AlsoHere, EntityCard } from '../features/reading/EntityCard.tsx';
import { Legend } from '../features/reading/Legend.tsx';
import type { Target } from '../features/reading/model.ts';
import { Panel, type PanelHandle } from '../features/speakers/Panel.tsx';
import { QuotationCard } from '../features/speakers/QuotationCard.tsx';
import { Strip } from '../features/speakers/Strip.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { placeNow, usePlace } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { Icon } from '../ui/icons.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useMedia } from '../ui/use-media.ts';
import styles from './app.module.css';
import { PrintNotes } from './PrintNotes.tsx';
import { useResume } from './use-resume.ts';

/** From here on the panel stands beside the text; below, it is a sheet over it. */
const BESIDE = '(min-width: 64rem)';

/** Who asked for the change of focus: it decides what scrolls and where the keyboard goes. */
type Origin = 'text' | 'panel' | 'card' | 'address';

const NOTHING_MARKED: Readonly<Record<string, readonly TextRange[]>> = {};

/** The article with everything beside it. Features do not know each other: they meet here. */
export function ReadingPage({ article }: { readonly article: Article }) {
  const { t } = useTranslation('reading');
  const { say, date, number } = useFormat();
  const lookup = useMemo(() => createLookup(article), [article]);
  const [place, go] = usePlace();
  const { focus } = place;
  const beside = useMedia(BESIDE);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  // On a phone the lower half may be under a sheet.
  const height = beside ? 0.32 : 0.16;
  const announce = useSession((session) => session.announce);
  const text = useRef<ArticleHandle>(null);
  const panel = useRef<PanelHandle>(null);
  const peek = useRef<HTMLElement>(null);
  const origin = useRef<Origin>('address');
  const arrived = useRef(false);
  const [anchor, setAnchor] = useState<{
    readonly focus: Focus;
    readonly at: Parameters<typeof Popover>[0]['anchor'];
  } | null>(null);
  const [others, setOthers] = useState<readonly Target[]>([]);
  const [returnTo, setReturnTo] = useState<{ readonly block: string; readonly offset: number } | null>(null);
  const [unknown, setUnknown] = useState<string | null>(null);
  const resume = useResume(article.id, lookup, text);

  const goTo = useCallback(
    (
      from: Origin,
      next: Partial<{ focus: Focus | null; panel: PanelPlace | null }>,
      options?: { replace?: boolean },
    ) => {
      origin.current = from;
      go({ ...placeNow(), ...next }, options);
    },
    [go],
  );

  /** Scrolls to a range, and remembers where the reader was if that is out of sight now. */
  const revealFrom = useCallback(
    async (range: TextRange, from: Origin) => {
      const before = text.current?.placeAtTop() ?? null;
      const wasAt = window.scrollY;
      await text.current?.reveal(range, { smooth: arrived.current && !still, height });
      if (from !== 'address' && before && Math.abs(window.scrollY - wasAt) > window.innerHeight * 0.6)
        setReturnTo((known) => known ?? before);
    },
    [still, height],
  );

  // The address is the one who says what is in focus; this makes the page follow it, whoever changed it.
  useEffect(() => {
    const from = origin.current;
    origin.current = 'address';
    let current = true;
    const follow = async () => {
      setUnknown(null);
      if (focus === null) return setAnchor(null);
      if (focus.kind === 'quotation') {
        setAnchor(null);
        const quotation = lookup.quotation(focus.id);
        if (!quotation) return setUnknown(focus.id);
        if (from !== 'text') await revealFrom(beginningOf(quotation), from);
        if (!current) return;
        if (from === 'text') {
          if (panel.current) panel.current.focusQuotation(focus.id);
          else peek.current?.focus({ preventScroll: true });
        } else if (from === 'panel') {
          const word = quotation.cue[0] && text.current?.wordAt(quotation.cue[0]);
          word?.focus({ preventScroll: true });
        }
        return;
      }
      const range = rangeOf(lookup, focus);
      const exists = focus.kind === 'entity' ? lookup.entity(focus.id) : lookup.entry(focus.id);
      if (!exists) return setUnknown(focus.id);
      if (range && from !== 'text') await revealFrom(range, from);
      if (!current) return;
      setAnchor({
        focus,
        at:
          (range && text.current?.wordAt(range)) ?? standIn(() => (range ? (text.current?.rectsOf(range) ?? []) : [])),
      });
    };
    void follow().finally(() => {
      arrived.current = true;
    });
    return () => {
      current = false;
    };
  }, [focus, lookup, revealFrom]);

  const onTargets = useCallback(
    (targets: readonly Target[]) => {
      const [first, ...rest] = targets;
      if (!first) return;
      setOthers(rest);
      goTo('text', { focus: focusOf(first) });
    },
    [goTo],
  );
  const onText = useCallback(
    (block: string, offset: number) => {
      const here = lookup.quotationsAt(block, offset);
      if (here.length === 0) return;
      const chosen = placeNow().focus;
      // Another click on the same words walks outwards through nested quotations, then lets go.
      const at = here.findIndex((quotation) => chosen?.kind === 'quotation' && quotation.id === chosen.id);
      const next = here[at + 1];
      goTo('text', {
        focus: next ? { kind: 'quotation', id: next.id } : null,
        ...panelShowing(lookup, placeNow().panel, next?.id),
      });
    },
    [lookup, goTo],
  );

  const chosen = focus?.kind === 'quotation' ? focus.id : null;
  const voice = place.panel?.speaker ?? null;
  const marked = useMemo(() => {
    if (focus === null && voice === null) return NOTHING_MARKED;
    const quotation = chosen === null ? undefined : lookup.quotation(chosen);
    const here = focus && focus.kind !== 'quotation' ? rangeOf(lookup, focus) : null;
    return {
      'isnad-voice': voice === null ? [] : lookup.spokenBy(voice).flatMap(({ contents }) => contents),
      'isnad-content': quotation?.contents ?? [],
      'isnad-source': quotation?.source ? [quotation.source] : [],
      'isnad-cue-chosen': quotation?.cue ?? [],
      'isnad-here': here ? [here] : [],
    };
  }, [focus, chosen, voice, lookup]);

  const closeCard = () => {
    const now = placeNow().focus;
    // Something else may have been chosen by the very click that closes this card.
    if (now && anchor && now.kind === anchor.focus.kind && now.id === anchor.focus.id) goTo('card', { focus: null });
  };
  const openEntity = (id: string) =>
    goTo('panel', { focus: { kind: 'entity', id, place: 0 }, ...(beside ? {} : { panel: null }) });
  const chooseQuotation = (id: string) => {
    setOthers([]);
    const quotation = lookup.quotation(id);
    const name = lookup.entity(quotation?.speaker ?? '')?.name;
    if (quotation) {
      announce(
        t('selected', {
          ns: 'speakers',
          name: name ? say(name) : t('nobody', { ns: 'speakers' }),
          kind: t(`kinds.${quotation.kind}`, { ns: 'speakers' }),
        }),
      );
    }
    const same = placeNow().focus;
    if (beside && same?.kind === 'quotation' && same.id === id)
      void (quotation && text.current?.reveal(beginningOf(quotation), { smooth: !still, height }));
    goTo('panel', {
      focus: { kind: 'quotation', id },
      ...(beside ? panelShowing(lookup, placeNow().panel, id) : { panel: null }),
    });
  };

  const panelPlace = knownPanel(lookup, place.panel ?? OPEN_PANEL);
  const panelElement = (
    <Panel
      lookup={lookup}
      place={panelPlace}
      chosen={chosen}
      onPlace={(next, options) => goTo('panel', { panel: next }, options)}
      onChoose={chooseQuotation}
      onEntity={openEntity}
      ref={panel}
    />
  );

  const shownFocus = anchor?.focus;
  const entity = shownFocus?.kind === 'entity' ? lookup.entity(shownFocus.id) : undefined;
  const entry = shownFocus?.kind === 'glossary' ? lookup.entry(shownFocus.id) : undefined;
  const otherTargets = others.filter((target) => target.id !== shownFocus?.id);
  const openOther = (target: Target) => {
    const self: Target[] =
      shownFocus && shownFocus.kind !== 'quotation'
        ? [
            {
              ...shownFocus,
              exact: { start: 0, end: 0 },
              mark: shownFocus.kind === 'glossary' ? 'glossary' : (entity?.type ?? 'person'),
            },
          ]
        : [];
    setOthers([...others.filter((other) => other !== target), ...self]);
    goTo(target.kind === 'quotation' ? 'panel' : 'text', { focus: focusOf(target) });
  };
  const chosenQuotation = chosen === null ? undefined : lookup.quotation(chosen);

  return (
    <div className={styles['page']}>
      {beside ? (
        <a
          className={styles['skip']}
          href="#quotations"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('quotations')?.focus();
          }}
        >
          {t('skipToPanel', { ns: 'app' })}
        </a>
      ) : null}
      <main className={styles['column']} id="main" tabIndex={-1}>
        <header className={styles['articleHead']}>
          {article.notice ? <p className={styles['notice']}>{say(article.notice)}</p> : null}
          {article.published !== null && article.origin === 'reproduced' ? (
            <p className={styles['dates']}>{t('published', { date: date(article.published) })}</p>
          ) : null}
          <details className={styles['key']}>
            <summary>
              <Icon name="key" /> {t('legend')}
            </summary>
            <Legend lookup={lookup} />
          </details>
          <p className="unseen" id="arrows-hint">
            {t('arrowsHint')}
          </p>
        </header>
        {unknown === null ? null : (
          <p className={styles['chip']} role="status">
            {t('unknown', { id: `\u2068${unknown}\u2069` })}
          </p>
        )}
        <div
          onKeyDown={(event) => {
            if (event.key === 'Escape' && chosen !== null) goTo('panel', { focus: null });
          }}
        >
          <ArticleText lookup={lookup} marked={marked} onTargets={onTargets} onText={onText} ref={text} />
        </div>
        <Chain lookup={lookup} onEntity={openEntity} />
        <p className={styles['dates']}>{t('revision', { revision: article.revision, date: date(article.revised) })}</p>
        <PrintNotes lookup={lookup} />
      </main>

      <div className={styles['strip']}>
        <Strip lookup={lookup} chosen={chosen} speaker={voice} onChoose={chooseQuotation} />
      </div>

      {beside ? (
        <aside className={styles['margin']} aria-label={t('title', { ns: 'speakers' })} id="quotations" tabIndex={-1}>
          <h2 className="unseen">{t('title', { ns: 'speakers' })}</h2>
          {panelElement}
        </aside>
      ) : (
        <>
          <nav className={styles['bar']} aria-label={t('title', { ns: 'speakers' })}>
            <button
              type="button"
              className="button"
              data-main=""
              aria-haspopup="dialog"
              onClick={() => goTo('panel', { panel: OPEN_PANEL })}
            >
              <Icon name="voices" />
              {t('openPanel', { count: article.quotations.length })}
            </button>
          </nav>
          {place.panel ? (
            <Sheet
              label={t('title', { ns: 'speakers' })}
              closeLabel={t('close', { ns: 'speakers' })}
              onClose={() => goTo('panel', { panel: null })}
            >
              {panelElement}
            </Sheet>
          ) : null}
          {chosenQuotation && !place.panel ? (
            <section className={styles['peek']} ref={peek} tabIndex={-1} aria-label={t('title', { ns: 'speakers' })}>
              <div className={styles['peekHead']}>
                <span>
                  {t('title', { ns: 'speakers' })} {number(article.quotations.indexOf(chosenQuotation) + 1)}
                </span>
                <button
                  type="button"
                  className="button"
                  data-plain=""
                  aria-label={t('close', { ns: 'speakers' })}
                  onClick={() => goTo('panel', { focus: null })}
                >
                  <Icon name="close" />
                </button>
              </div>
              <QuotationCard
                lookup={lookup}
                quotation={chosenQuotation}
                chosen
                named
                query=""
                onChoose={() => chooseQuotation(chosenQuotation.id)}
                onEntity={openEntity}
                onQuotation={chooseQuotation}
              />
            </section>
          ) : null}
        </>
      )}

      {anchor && entity && shownFocus?.kind === 'entity' ? (
        <Popover
          anchor={anchor.at}
          label={t('entity', { name: say(entity.name) })}
          subject={entity.id}
          onClose={closeCard}
          keepsOpen={isLeaf}
        >
          <EntityCard
            lookup={lookup}
            entity={entity}
            place={shownFocus.place}
            others={otherTargets}
            onPlace={(next) => goTo('card', { focus: { ...shownFocus, place: next } })}
            onSpoken={() => goTo('card', { focus: null, panel: { ...OPEN_PANEL, speaker: entity.id } })}
            onAbout={() => goTo('card', { focus: null, panel: { ...OPEN_PANEL, view: 'about', about: entity.id } })}
            onOther={openOther}
            onClose={closeCard}
          />
        </Popover>
      ) : null}
      {anchor && entry && shownFocus?.kind === 'glossary' ? (
        <Popover
          anchor={anchor.at}
          label={t('opened', { ns: 'glossary', word: entry.vocalised })}
          subject={entry.id}
          onClose={closeCard}
          keepsOpen={isLeaf}
        >
          <GlossaryCard
            lookup={lookup}
            entry={entry}
            place={shownFocus.place}
            onPlace={(next) => goTo('card', { focus: { ...shownFocus, place: next } })}
            onClose={closeCard}
          >
            <AlsoHere lookup={lookup} others={otherTargets} onOther={openOther} />
          </GlossaryCard>
        </Popover>
      ) : null}

      {returnTo || resume.resumed ? (
        <div className={styles['return']}>
          {returnTo ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                void text.current?.reveal({ block: returnTo.block, start: returnTo.offset }, { smooth: !still });
                setReturnTo(null);
              }}
            >
              <Icon name="return" turns />
              {t('returnToPlace')}
            </button>
          ) : (
            <p role="status">
              {t('resumed')}{' '}
              <button type="button" className="button" onClick={resume.startOver}>
                {t('fromStart')}
              </button>
            </p>
          )}
        </div>
      ) : null}
    </div>
  );
}

const focusOf = ({ kind, id, place }: Target): Focus => (kind === 'quotation' ? { kind, id } : { kind, id, place });

/** The panel without filters that name somebody whom this article does not know. */
function knownPanel(lookup: ArticleLookup, panel: PanelPlace): PanelPlace {
  const known = (id: string | null) => (id !== null && lookup.entity(id) ? id : null);
  const speaker = known(panel.speaker);
  const about = known(panel.about);
  return speaker === panel.speaker && about === panel.about ? panel : { ...panel, speaker, about };
}

/** Where a reader should begin: at the reporting word where it stands before what was said. */
function beginningOf({ cue: [cue], contents }: Quotation): TextRange {
  const content = contents[0] as TextRange;
  return cue && cue.block === content.block && cue.start < content.start ? cue : content;
}

const isLeaf = (target: Element): boolean => target.closest('.leaf') !== null;

function rangeOf(lookup: ArticleLookup, focus: Focus): TextRange | null {
  if (focus.kind === 'entity') {
    const mentions = lookup.mentionsOf(focus.id);
    return (mentions[focus.place] ?? mentions[0])?.range ?? null;
  }
  if (focus.kind === 'glossary') {
    const places = lookup.entry(focus.id)?.occurrences;
    return places?.[focus.place] ?? places?.[0] ?? null;
  }
  return lookup.quotation(focus.id)?.contents[0] ?? null;
}

/** The panel's filters are dropped where they would hide the quotation that is chosen. */
function panelShowing(lookup: ArticleLookup, panel: PanelPlace | null, id: string | undefined): { panel?: PanelPlace } {
  if (!panel || id === undefined) return {};
  const shown = filterQuotations(lookup, { ...panel, about: panel.view === 'about' ? panel.about : null });
  return shown.some((quotation) => quotation.id === id) ? {} : { panel: OPEN_PANEL };
}

/** Something to stand at where no word can be clicked: the painted stretch, or the top of the window. */
function standIn(rects: () => DOMRect[]) {
  return {
    getBoundingClientRect: () => rects()[0] ?? new DOMRect(window.innerWidth / 2, 80, 0, 0),
    getClientRects: () => rects(),
  };
}
