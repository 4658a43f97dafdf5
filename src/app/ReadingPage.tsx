import {
  type ComponentProps,
  type ComponentType,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type Focus, OPEN_PANEL, type PanelPlace } from '../core/article/address.ts';
import type { Article } from '../core/article/article.ts';
import { type ArticleLookup, createLookup } from '../core/article/lookup.ts';
import type { Entity } from '../core/article/article.ts';
import type { Bilingual } from '../core/bilingual.ts';
import { filterQuotations } from '../core/quotation/gather.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import { wordAt, wordsOf } from '../core/dictionary/words.ts';
import type { TextRange } from '../core/text/range.ts';
import { BlockHandle } from '../features/reading/BlockHandle.tsx';
import { type ArticleHandle, ArticleText, type ReadingPlace } from '../features/reading/ArticleText.tsx';
import { Chain } from '../features/reading/Chain.tsx';
import { Legend } from '../features/reading/Legend.tsx';
import type { Target } from '../features/reading/model.ts';
import { Panel, type PanelHandle } from '../features/speakers/Panel.tsx';
import { StillVoices } from '../features/speakers/StillVoices.tsx';
import { Strip } from '../features/speakers/Strip.tsx';
import { fetchWords } from '../i18n/later.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useIncoming } from '../session/incoming.ts';
import { useKeeping } from '../session/keeping.ts';
import { useLayerInAddress } from '../session/layer-place.ts';
import { part, whenIdle } from '../session/parts.ts';
import { placeNow } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { openRoom, useWorkshop } from '../session/workshop.ts';
import { Icon } from '../ui/icons.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useStable } from '../ui/use-stable.ts';
import styles from './app.module.css';
import { sendForHands, wakeDictionary, WordCard } from './at-hand.ts';
import type { OwnParts } from './own-parts.ts';
import { PhoneVoices } from './PhoneVoices.tsx';
import { rangeOf, useFocus } from './use-focus.ts';
import { editedIn, rangesOf, usePassages } from './use-passages.ts';
import { useResume } from './use-resume.ts';
import { useSharing } from './use-sharing.tsx';
import { useVowels } from './use-vowels.ts';
import type { WorkbenchPage } from './WorkbenchPage.tsx';

/** For those whom a link brought to words of the text. */
const PassageNotice = part(async () => (await import('./PassageNotice.tsx')).PassageNotice);

/** For paper: it is there before anybody can have asked for a print. */
const PrintNotes = part(async () => {
  await whenIdle();
  return (await import('./PrintNotes.tsx')).PrintNotes;
});

/** Unknown words underlined, at the reader's wish. */
const Unknown = part(async () => {
  await whenIdle();
  return (await import('./Unknown.tsx')).Unknown;
});

/** Layers and everything about them: fetched when they are first asked for, or when a link brings one. */
const Workshop = part(async () => {
  const [{ Workshop }] = await Promise.all([import('./Workshop.tsx'), fetchWords('layers')]);
  return Workshop;
});

/** Vowels are asked for, from the dictionary. */
const Vocaliser = part(async () => {
  const [{ Vocaliser }] = await Promise.all([import('./Vocaliser.tsx'), fetchWords('dictionary')]);
  return Vocaliser;
});

/** From here on the panel stands beside the text; below, it is a sheet over it. */
const BESIDE = '(min-width: 64rem)';

interface ReadingPageProps {
  readonly article: Article;
  /** What a text of the reader's own has besides: null for others. */
  readonly own: OwnParts | null;
}

type Bench = ComponentProps<typeof WorkbenchPage>;

/** The article as it is read, or, at the reader's wish, as it is tagged: that part is fetched when it is asked for. */
export function ReadingPage({ article, own }: ReadingPageProps) {
  const [bench, setBench] = useState<{
    readonly Page: ComponentType<Bench>;
    readonly start: Bench['start'];
    readonly review: string | null;
  } | null>(null);
  const [back, setBack] = useState(false);
  /** What a room of the workshop points at. */
  const [worked, setWorked] = useState<readonly TextRange[]>([]);
  const stopAt = useSession((session) => session.stopAt);
  const tag = async (start: Bench['start'], review: string | null = null) => {
    // What does not come is told of by the window's own ear; the reader stays where they are.
    const [{ WorkbenchPage: Page }] = await Promise.all([
      import('./WorkbenchPage.tsx'),
      fetchWords('tagging'),
      fetchWords('layers'),
    ]);
    setWorked([]);
    setBench({ Page, start, review });
  };
  const received = useLayerInAddress();
  const room = useWorkshop((workshop) => workshop.room);
  const brought = useIncoming((incoming) => incoming.wanted?.as === 'layer');
  useEffect(() => {
    if (brought) openRoom({ kind: 'import' });
  }, [brought]);
  const keeping = useKeeping((kept) => kept.layer !== null);
  // Once it was asked for it stays: it tells whether all is kept.
  const [asked, setAsked] = useState(false);
  if (!asked && (room !== null || received !== null || keeping)) setAsked(true);
  const show = (ranges: readonly TextRange[]) => {
    setWorked(ranges);
    const [first] = ranges;
    if (bench && first) setBench({ ...bench, start: { block: first.block, offset: first.start } });
  };
  return (
    <>
      {bench ? (
        <bench.Page
          key={`${bench.review ?? ''} ${bench.start?.block ?? ''} ${bench.start?.offset ?? ''}`}
          article={article}
          start={bench.start}
          review={bench.review}
          onLeave={(at) => {
            // The reader goes on where the tagger stood.
            if (at) stopAt(article.id, at.block, at.offset, Date.now());
            setWorked([]);
            setBack(true);
            setBench(null);
          }}
        />
      ) : (
        <Reader article={article} own={own} back={back} worked={worked} onTag={(start) => void tag(start)} />
      )}
      {asked ? (
        <Suspense fallback={null}>
          <Workshop
            article={article}
            onShow={show}
            onTag={() => void tag(null)}
            onReview={(layer) => void tag(null, layer)}
            onStop={() => setBench(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

interface ReaderProps extends ReadingPageProps {
  /** The reader comes back from tagging: the keyboard goes on from the button that led there. */
  readonly back: boolean;
  readonly onTag: (start: Bench['start']) => void;
  /** Words that a room of the workshop points at. */
  readonly worked: readonly TextRange[];
}

/** The article with everything beside it. Features do not know each other: they meet here. */
function Reader({ article, own: Own, back, worked, onTag }: ReaderProps) {
  const { t } = useTranslation('reading');
  const { say, date } = useFormat();
  const lookup = useMemo(() => createLookup(article), [article]);
  const beside = useMedia(BESIDE);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const announce = useSession((session) => session.announce);
  const text = useRef<ArticleHandle>(null);
  const panel = useRef<PanelHandle>(null);
  const peek = useRef<HTMLElement>(null);
  // On a phone the lower half may be under a sheet, so what is revealed stands higher.
  const vowels = useVowels(text);
  const parts = { text, panel, peek, height: beside ? 0.32 : 0.16, smooth: !still, shown: vowels.vowels };
  const { focus, panelPlace, goTo, anchor, notice, letNoticeGo, returnTo, lookAgain, goBack } = useFocus(lookup, parts);
  const resume = useResume(article.id, lookup, text);
  const arrived = usePassages(lookup, parts);
  const sharing = useSharing(lookup, text);
  const [others, setOthers] = useState<readonly Target[]>([]);
  /** The chosen quotation as its edges are being moved. */
  const [draft, setDraft] = useState<readonly TextRange[] | null>(null);
  const tagButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (back) tagButton.current?.focus({ preventScroll: true });
  }, [back]);

  const words = useSession((session) => session.settings.words);
  /** Opens the dictionary at a word of the text; false where there is none, or taps do not mean that. */
  const openWord = useCallback(
    (block: string, offset: number): boolean => {
      const place = words ? wordAt(wordsOf(lookup.block(block)?.text ?? ''), offset) : -1;
      if (place >= 0) goTo('text', { focus: { kind: 'word', id: block, place } });
      return place >= 0;
    },
    [words, lookup, goTo],
  );
  const onTargets = useCallback(
    (targets: readonly Target[], _: HTMLElement, at: ReadingPlace) => {
      // A reporting word that is glossed or a name opens its card first: from there the quotation is one press away, but
      // not the other way round.
      const isCue = ({ kind }: Target) => kind === 'quotation';
      const [first, ...rest] = [...targets.filter((target) => !isCue(target)), ...targets.filter(isCue)];
      if (!first) return;
      // A reporting word whose quotation is chosen already has nothing more to tell but its own meaning.
      if (isCue(first) && placeNow().focus?.id === first.id && openWord(at.block, at.offset)) return;
      setOthers(rest);
      goTo('text', { focus: focusOf(first) });
    },
    [goTo, openWord],
  );
  const onText = useCallback(
    (block: string, offset: number) => {
      if (openWord(block, offset)) return;
      const here = lookup.quotationsAt(block, offset);
      if (here.length === 0) return;
      const now = placeNow();
      // Another click on the same words walks outwards through nested quotations, then lets go.
      const at = here.findIndex((quotation) => now.focus?.kind === 'quotation' && quotation.id === now.focus.id);
      const next = here[at + 1];
      goTo('text', {
        focus: next ? { kind: 'quotation', id: next.id } : null,
        ...(next ? panelShowing(lookup, now.panel, next.id) : {}),
      });
    },
    [lookup, goTo, openWord],
  );

  const shown = useWorkshop((workshop) => workshop.shown);
  const underline = useSession((session) => session.settings.underline);
  const [unknown, setUnknown] = useState<readonly TextRange[]>([]);
  useEffect(() => void sendForHands(), []);
  const reveal = useStable((range: TextRange) => {
    void text.current?.reveal(range, { smooth: !still, height: parts.height });
  });
  useEffect(() => {
    if (worked[0]) reveal(worked[0]);
  }, [worked, reveal]);

  // What a link to a word has to be told of stands in the word's card, which may cover the foot of the page.
  const placeNotice =
    notice && notice.kind !== 'unknown' && focus?.kind !== 'quotation'
      ? t(notice.kind === 'moved' ? 'placeMoved' : 'placeChanged')
      : null;
  const told =
    notice?.kind === 'unknown'
      ? t('unknown', { id: `\u2068${notice.id}\u2069` })
      : notice && placeNotice === null
        ? t(notice.kind === 'moved' ? 'quotationMoved' : 'quotationChanged')
        : null;

  const findings = arrived?.findings;
  const [passages, edited] = useMemo(() => [rangesOf(findings ?? []), editedIn(findings ?? [])], [findings]);
  const chosen = focus?.kind === 'quotation' ? lookup.quotation(focus.id) : undefined;
  const voice = panelPlace?.speaker ?? null;
  const marked = useMemo((): Record<string, readonly TextRange[]> => {
    const here = focus && focus.kind !== 'quotation' ? rangeOf(lookup, focus) : null;
    return {
      'isnad-unknown': unknown,
      'isnad-vocalised': vowels.marked,
      'isnad-passage': [...passages, ...sharing.gathered, ...worked],
      'isnad-edited': edited,
      'isnad-layer-1': shown[0]?.ranges ?? [],
      'isnad-layer-2': shown[1]?.ranges ?? [],
      'isnad-layer-3': shown[2]?.ranges ?? [],
      'isnad-voice': voice === null ? [] : lookup.spokenBy(voice).flatMap(({ contents }) => contents),
      'isnad-content': draft ?? chosen?.contents ?? [],
      'isnad-source': chosen?.source ? [chosen.source] : [],
      'isnad-cue-chosen': chosen?.cue ?? [],
      'isnad-here': here ? [here] : [],
    };
  }, [focus, chosen, draft, voice, lookup, passages, edited, sharing.gathered, worked, shown, unknown, vowels.marked]);

  const openEntity = useStable((id: string) =>
    goTo('panel', { focus: { kind: 'entity', id, place: 0 }, ...(beside ? {} : { panel: null }) }),
  );
  const chooseQuotation = useStable((id: string) => {
    const quotation = lookup.quotation(id);
    if (!quotation) return;
    setOthers([]);
    const name = lookup.entity(quotation.speaker ?? '')?.name;
    announce(
      t('selected', {
        ns: 'speakers',
        name: name ? say(name) : t('nobody', { ns: 'speakers' }),
        kind: t(`kinds.${quotation.kind}`, { ns: 'speakers' }),
      }),
    );
    if (quotation.id === chosen?.id) lookAgain(quotation);
    goTo('panel', {
      focus: { kind: 'quotation', id },
      ...(beside ? panelShowing(lookup, placeNow().panel, id) : { panel: null }),
    });
  });
  const shareQuotation = useStable(sharing.shareQuotation);
  const openOther = (target: Target) => {
    setOthers(others.filter((other) => other !== target));
    goTo(target.kind === 'quotation' ? 'panel' : 'text', { focus: focusOf(target) });
  };
  const closeCard = () => {
    const now = placeNow().focus;
    // Something else may have been chosen by the very click that closes this card.
    if (!now || !anchor || now.kind !== anchor.focus.kind || now.id !== anchor.focus.id) return;
    if (now.kind === 'word' && now.place !== anchor.focus.place) return;
    goTo('card', { focus: null });
  };

  const shownPanel = useMemo(() => knownPanel(lookup, panelPlace ?? OPEN_PANEL), [lookup, panelPlace]);
  const onPanel = useCallback(
    (next: PanelPlace, options?: { readonly replace?: boolean }) => goTo('panel', { panel: next }, options),
    [goTo],
  );
  const tools = useCallback(
    (quotation: Quotation) =>
      Own && (
        <Suspense fallback={null}>
          <Own.QuotationTools
            key={quotation.id}
            lookup={lookup}
            quotation={quotation}
            text={text}
            onDraft={setDraft}
            onFocus={(next) => goTo('card', { focus: next })}
          />
        </Suspense>
      ),
    [Own, lookup, goTo],
  );
  const entityTools = (entity: Entity, place: number) =>
    Own && (
      <Suspense fallback={null}>
        <Own.EntityTools
          key={entity.id}
          lookup={lookup}
          entity={entity}
          place={place}
          onFocus={(next) => goTo('card', { focus: next })}
        />
      </Suspense>
    );
  const voices = (
    <Panel
      lookup={lookup}
      place={shownPanel}
      chosen={chosen?.id ?? null}
      onPlace={onPanel}
      onChoose={chooseQuotation}
      onEntity={openEntity}
      onShare={shareQuotation}
      tools={Own ? tools : undefined}
      ref={panel}
    />
  );

  return (
    <div className={styles['page']}>
      {beside ? (
        <a className={styles['skip']} href="#quotations" onClick={skipToPanel}>
          {t('skipToPanel', { ns: 'app' })}
        </a>
      ) : null}
      <main className={styles['column']} id="main" tabIndex={-1}>
        <header className={styles['articleHead']}>
          {article.notice ? <Notice text={article.notice} /> : null}
          {article.published !== null && article.origin === 'reproduced' ? (
            <p className={styles['dates']}>{t('published', { date: date(article.published) })}</p>
          ) : null}
          <button
            ref={tagButton}
            type="button"
            className={`button ${styles['tag']}`}
            data-plain=""
            data-live=""
            onClick={() => onTag(text.current?.placeAtTop() ?? null)}
          >
            <Icon name="tag" turns />
            {t('tag')}
          </button>
          <button
            type="button"
            className={`button ${styles['tag']}`}
            data-plain=""
            data-live=""
            aria-haspopup="dialog"
            onClick={() => openRoom({ kind: 'layers' })}
          >
            <Icon name="paragraph" />
            {t('layers')}
          </button>
          <button
            type="button"
            className={`button ${styles['tag']}`}
            data-plain=""
            data-live=""
            aria-pressed={vowels.wish?.whole ?? false}
            onClick={vowels.toggle}
          >
            <Icon name="vowels" />
            {t('vowels')}
          </button>
          <details className={styles['key']} data-live="">
            <summary>
              <Icon name="key" /> {t('legend')}
            </summary>
            <Legend lookup={lookup} />
          </details>
          {Own ? (
            <Suspense fallback={<div className={styles['barRoom']} />}>
              <Own.Bar article={article} />
            </Suspense>
          ) : null}
          {vowels.wish ? (
            <Suspense fallback={null}>
              <Vocaliser lookup={lookup} wish={vowels.wish} onShown={vowels.onShown} onOff={vowels.off} />
            </Suspense>
          ) : null}
          <p className="unseen" id="arrows-hint">
            {t('arrowsHint')}
          </p>
        </header>
        <div
          onPointerOver={() => void wakeDictionary()}
          onFocus={() => void wakeDictionary()}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && chosen) goTo('panel', { focus: null });
          }}
        >
          <BlockHandle onBlock={sharing.shareBlock}>
            <ArticleText
              lookup={lookup}
              marked={marked}
              shownAs={vowels.vowels?.shownAs ?? null}
              above={vowels.vowels?.above ?? null}
              onTargets={onTargets}
              onText={onText}
              onSelect={sharing.onSelect}
              onAct={sharing.onAct}
              ref={text}
            />
          </BlockHandle>
        </div>
        <Chain lookup={lookup} onEntity={openEntity} />
        <p className={styles['dates']}>{t('revision', { revision: article.revision, date: date(article.revised) })}</p>
        {import.meta.env.SSR ? null : (
          <Suspense fallback={null}>
            <PrintNotes lookup={lookup} />
          </Suspense>
        )}
      </main>

      <div className={styles['strip']} data-live="">
        <Strip lookup={lookup} chosen={chosen?.id ?? null} speaker={voice} onChoose={chooseQuotation} />
      </div>

      {beside ? (
        <aside
          className={styles['margin']}
          aria-label={t('title', { ns: 'speakers' })}
          id={import.meta.env.SSR ? undefined : 'quotations'}
          tabIndex={-1}
          data-live=""
        >
          <h2 className="unseen">{t('title', { ns: 'speakers' })}</h2>
          {voices}
        </aside>
      ) : (
        <PhoneVoices
          lookup={lookup}
          chosen={chosen}
          panel={panelPlace ? voices : null}
          peek={peek}
          onOpen={() => goTo('panel', { panel: OPEN_PANEL })}
          onClose={() => goTo('panel', { panel: null })}
          onLetGo={() => {
            // The strip goes, and the button with it: the keyboard goes on from the reporting word.
            const word = chosen?.cue[0] && text.current?.wordAt(chosen.cue[0]);
            goTo('panel', { focus: null });
            word?.focus({ preventScroll: true });
          }}
          onChoose={chooseQuotation}
          onEntity={openEntity}
          onShare={shareQuotation}
          tools={Own ? tools : undefined}
        />
      )}

      {import.meta.env.SSR ? (
        <section className={styles['still']} id="quotations" data-still-voices="">
          <h2>{t('title', { ns: 'speakers' })}</h2>
          <StillVoices lookup={lookup} />
        </section>
      ) : null}

      {anchor ? (
        <Suspense fallback={null}>
          <WordCard
            lookup={lookup}
            anchored={anchor}
            others={others.filter((target) => target.id !== anchor.focus.id)}
            onFocus={(next) => goTo('card', { focus: next })}
            onSpoken={(speaker) => goTo('card', { focus: null, panel: { ...OPEN_PANEL, speaker } })}
            onAbout={(about) => goTo('card', { focus: null, panel: { ...OPEN_PANEL, view: 'about', about } })}
            onOther={openOther}
            onShare={(...word) => void sharing.shareWord(...word)}
            onClose={closeCard}
            notice={placeNotice}
            tools={entityTools}
            sentence={vowels.sentence}
          />
        </Suspense>
      ) : null}

      {underline === 'none' ? null : (
        <Suspense fallback={null}>
          <Unknown lookup={lookup} underline={underline} onRanges={setUnknown} />
        </Suspense>
      )}

      {sharing.element}

      {returnTo || resume.resumed || arrived || told ? (
        <div className={styles['return']}>
          {told ? (
            <div className={styles['arrived']} role="status" data-finding={notice?.kind}>
              <div className={styles['said']}>
                <p>{told}</p>
              </div>
              <button
                type="button"
                className="button"
                data-plain=""
                aria-label={t('passage.done')}
                onClick={letNoticeGo}
              >
                <Icon name="close" />
              </button>
            </div>
          ) : null}
          {arrived ? (
            <Suspense fallback={null}>
              <PassageNotice arrived={arrived} />
            </Suspense>
          ) : null}
          {returnTo ? (
            <button type="button" className="button" onClick={goBack}>
              <Icon name="return" turns />
              {t('returnToPlace')}
            </button>
          ) : resume.resumed ? (
            <p role="status">
              {t('resumed')}{' '}
              <button type="button" className="button" onClick={resume.startOver}>
                {t('fromStart')}
              </button>
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** At build time in both languages: its height decides where the text begins. */
function Notice({ text }: { readonly text: Bilingual }) {
  const { say, language } = useFormat();
  const languages = import.meta.env.SSR && text.en !== '' ? (['ar', 'en'] as const) : [language];
  return languages.map((one) => (
    <p key={one} className={styles['notice']} {...(import.meta.env.SSR ? { lang: one, 'data-word': one } : {})}>
      {import.meta.env.SSR ? text[one] : say(text)}
    </p>
  ));
}

const focusOf = ({ kind, id, place }: Target): Focus => (kind === 'quotation' ? { kind, id } : { kind, id, place });

/** A skip link must not write into the address, which says where the reader is. */
function skipToPanel(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('quotations')?.focus();
}

/** The panel's filters are dropped where they would hide the quotation that is chosen. */
function panelShowing(lookup: ArticleLookup, panel: PanelPlace | null, id: string): { panel?: PanelPlace } {
  if (!panel) return {};
  const shown = filterQuotations(lookup, { ...panel, about: panel.view === 'about' ? panel.about : null });
  return shown.some((quotation) => quotation.id === id) ? {} : { panel: OPEN_PANEL };
}

/** The panel without filters that name somebody whom this article does not know. */
function knownPanel(lookup: ArticleLookup, panel: PanelPlace): PanelPlace {
  const known = (id: string | null) => (id !== null && lookup.entity(id) ? id : null);
  const speaker = known(panel.speaker);
  const about = known(panel.about);
  return speaker === panel.speaker && about === panel.about ? panel : { ...panel, speaker, about };
}
