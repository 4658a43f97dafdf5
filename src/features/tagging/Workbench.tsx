import type { VirtualElement } from '@floating-ui/dom';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Codebook } from '../../core/annotation/codebook.ts';
import type { Desk } from '../../core/annotation/desk.ts';
import type { Layer } from '../../core/annotation/layer.ts';
import { nearestQuotation } from '../../core/annotation/near.ts';
import { beside, type Entry } from '../../core/annotation/outline.ts';
import { splitQuotation } from '../../core/annotation/quotation.ts';
import type { Rejections } from '../../core/annotation/review.ts';
import { type Point, snap, type Unit } from '../../core/annotation/select.ts';
import { type Target, toggleTag } from '../../core/annotation/tagging.ts';
import type { TextRange } from '../../core/text/range.ts';
import { countWords } from '../../core/text/words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/store.ts';
import { choose, make, redoStep, undoStep, useWorkbench } from '../../session/workbench.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useStable } from '../../ui/use-stable.ts';
import { attach, cuesNow, joinNext, mention, moveTo, type Part, partNow, partsOf, quote, remove, step } from './act.ts';
import { EntityMenu } from './EntityMenu.tsx';
import { Handles } from './Handles.tsx';
import { Help } from './Help.tsx';
import { type Command, commandOf, isShortcut, isWriting } from './keys.ts';
import { List } from './List.tsx';
import { MakeBar } from './MakeBar.tsx';
import { MentionForm } from './MentionForm.tsx';
import { Occurrences } from './Occurrences.tsx';
import { Parts, units } from './Parts.tsx';
import { QuotationForm } from './QuotationForm.tsx';
import { Review, useReview } from './Review.tsx';
import { useSnapped } from './snapped.ts';
import { Refusal, Steps } from './Steps.tsx';
import styles from './tagging.module.css';
import { type Selected, type TaggedHandle, TaggedText } from './TaggedText.tsx';

export interface WorkbenchProps {
  /** The live desk of the layer that is open (session/workbench). */
  readonly desk: Desk;
  readonly codebook?: Codebook | null;
  /** Layers whose quotations can be walked through as proposals. */
  readonly others: readonly Layer[];
  /** The one of them that is walked through from the beginning, by id. */
  readonly review?: string | null;
  readonly rejections: Rejections;
  readonly onReject: (rejections: Rejections) => void;
  /** Where the reader stood, to go on from there. */
  readonly start: Point | null;
  /** Back to reading, at the place that stands at the top now. */
  readonly onLeave: (at: Point | null) => void;
  /** What stands above the panel, such as the choice of layer. */
  readonly tools?: ReactNode;
  /** Opens what the dictionary says of the word at this point, and calls back when it is closed; tells whether there is one. */
  readonly onLook?: ((word: Point, at: VirtualElement, onClosed: () => void) => boolean) | null;
  /** Something lies over the text: keys are for it. */
  readonly covered?: boolean;
}

/** From here on the panel stands beside the text; below, it is a sheet over it. */
const BESIDE = '(min-width: 64rem)';
const TOP = 72;
const views = ['form', 'list', 'review'] as const;
type View = (typeof views)[number];

/** Tagging: the text, what is made of its words, and what is said of each annotation. */
export function Workbench({
  desk: live,
  codebook = null,
  others,
  rejections,
  onReject,
  start,
  review = null,
  onLeave,
  tools = null,
  onLook = null,
  covered = false,
}: WorkbenchProps) {
  const { t } = useTranslation('tagging');
  const { say, comma } = useFormat();
  const announce = useSession((session) => session.announce);
  const letters = useSession((session) => session.settings.letterKeys);
  const beside64 = useMedia(BESIDE);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const changed = useWorkbench((state) => state.changed);
  const chosen = useWorkbench((state) => state.chosen);
  // The live desk is one object through all changes; here it is another after each, so that what is worked out from it is too.
  const desk = useMemo(() => ({ ...live, changed }), [live, changed]);

  const text = useRef<TaggedHandle>(null);
  const panel = useRef<HTMLElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [kept, setKept] = useState(false);
  const [menu, setMenu] = useState<TextRange | null>(null);
  const [view, setView] = useState<View>(review === null ? 'form' : 'review');
  const [sheet, setSheet] = useState(false);
  const [help, setHelp] = useState(false);
  const [all, setAll] = useState<string | null>(null);
  const [part, setPart] = useState<Part | null>(null);
  const [unit, setUnit] = useState<Unit>('word');
  const [pull, setPull] = useState<TextRange | null>(null);
  const [otherId, setOtherId] = useState(review);
  const [proposal, setProposal] = useState<string | null>(null);

  const { ranges, cut } = useSnapped(desk, selected, kept);
  const now = useMemo(() => partNow(desk, chosen, part), [desk, chosen, part]);
  const other = others.find(({ id }) => id === otherId) ?? others[0] ?? null;
  const onOther = (id: string) => {
    setOtherId(id);
    setProposal(null);
  };
  const reviewing = useReview({
    desk,
    other: view === 'review' ? other : null,
    rejections,
    onReject,
    at: proposal,
    onAt: setProposal,
    onMend: () => {
      setView('form');
      if (!beside64) setSheet(true);
      focusForm();
    },
  });

  const marked = useMemo((): Record<string, readonly TextRange[]> => {
    return {
      'isnad-tag-proposal': reviewing.now?.ranges ?? [],
      'isnad-tag-preview': pull ? [pull] : selected?.one ? [] : ranges,
    };
  }, [reviewing.now, pull, selected, ranges]);

  const reveal = useCallback(
    (range: TextRange) => void text.current?.reveal(range, { smooth: !still, height: beside64 ? 0.32 : 0.2 }),
    [still, beside64],
  );
  // The other layer's own object: the same one as long as the proposal is.
  const proposed = reviewing.now?.ranges[0];
  useEffect(() => {
    if (proposed) reveal(proposed);
  }, [proposed, reveal]);
  useEffect(() => {
    // Nothing of the address or of the reader's place is touched: only the screen comes to where they were.
    if (start)
      void text.current?.reveal(
        { block: start.block, start: start.offset },
        { smooth: false, height: TOP / window.innerHeight },
      );
    text.current?.stand(start);
  }, [start]);

  const describe = (target: Target): string => {
    if (target.on === 'mentions') {
      const entity = desk.entity(desk.mention(target.id)?.entity ?? '');
      return t('isMention', { name: `\u2068${entity ? say(entity.name) : ''}\u2069` });
    }
    const quotation = desk.quotation(target.id);
    const speaker = desk.entity(quotation?.speaker ?? '');
    const kind = t(`kinds.${quotation?.kind ?? 'indirect'}`, { ns: 'speakers' });
    return speaker ? t('isQuotation', { name: `\u2068${say(speaker.name)}\u2069`, kind }) : t('isNobodys', { kind });
  };
  const pick = (target: Target | null, at: Part | null = null) => {
    choose(target);
    setPart(at);
    if (target) {
      announce(`${t('chosenIs')} ${describe(target)}`);
      if (view !== 'review') setView('form');
    }
  };
  const onSelect = useStable((next: Selected | null) => {
    setSelected(next);
    if (next === null || next.by !== 'keys') return;
    // By ear: the words, and what stands there already.
    const words = next.one
      ? snapWords(desk, next)
      : t('words', { ns: 'speakers', count: countWords(wordsOf(desk, next)) });
    const here = next.one ? desk.at(next.from.block, next.from.offset) : [];
    announce([words, ...here.map((spot) => `${t(`roles.${spot.role}`)}: ${describe(spot)}`)].join(comma));
  });
  const onPress = useStable(({ block, offset }: Point) => {
    const spots = desk.at(block, offset);
    // Another press on the same words walks outwards, then lets go.
    const at = spots.findIndex((spot) => chosen?.on === spot.on && chosen.id === spot.id);
    const next = spots.slice(at + 1).find((spot) => spot.id !== chosen?.id || spot.on !== chosen.on);
    pick(next ? { on: next.on, id: next.id } : null, next ?? null);
  });
  const onEntry = useStable((entry: Entry) => {
    setSheet(false);
    choose({ on: entry.on, id: entry.id });
    setPart(null);
    reveal(entry.range);
    announce(`${t('chosenIs')} ${describe(entry)}`);
  });

  function focusForm() {
    // The form may come with the next paint.
    requestAnimationFrame(() => {
      const home = panel.current ?? document.querySelector('dialog[open]');
      (
        home?.querySelector<HTMLElement>('[data-form] :is(input, select, textarea, button):not(:disabled)') ??
        panel.current
      )?.focus();
    });
  }
  // What had the focus may have gone with what was chosen: the keyboard goes on beside where it was.
  const last = useRef<TextRange | null>(null);
  useEffect(() => {
    if (now) last.current = now.range;
  }, [now]);
  const before = useRef(chosen);
  useEffect(() => {
    if (chosen === null && before.current !== null && view === 'form') setSheet(false);
    before.current = chosen;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      if (chosen !== null && panel.current) panel.current.focus({ preventScroll: true });
      else if (chosen === null) text.current?.stand(last.current && pointOf(last.current));
    });
    return () => cancelAnimationFrame(frame);
  }, [chosen, changed, view]);
  const letGo = () => {
    text.current?.letGo();
    setSelected(null);
    setKept(false);
  };
  const splitAt = useMemo(() => {
    if (chosen?.on !== 'quotations' || !selected) return null;
    const { block, offset } = selected.from;
    const piece = partsOf(desk, chosen).find(
      ({ role, range }) => role === 'content' && range.block === block && range.start < offset && offset < range.end,
    );
    return piece ? { piece: piece.piece, offset } : null;
  }, [desk, chosen, selected]);
  const split = () => {
    if (!chosen || !splitAt) return announce(t('splitHint'));
    const id = desk.fresh('quotations');
    if (make(splitQuotation(desk, chosen.id, splitAt, id))) letGo();
  };

  const command = useStable((name: Command): void => {
    if (view === 'review' && reviewing.command(name)) return;
    const [first] = ranges;
    switch (name) {
      case 'undo':
      case 'redo':
        if (!(name === 'undo' ? undoStep() : redoStep()))
          announce(t(name === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
        return;
      case 'help':
        return setHelp(true);
      case 'quotation':
        if (!first) return announce(t('selectFirst'));
        if (quote(ranges)) {
          setPart(null);
          if (view === 'list') setView('form');
          letGo();
        }
        return;
      case 'piece':
      case 'cue':
      case 'source': {
        if (!first) return announce(t('selectFirst'));
        if (chosen?.on !== 'quotations' && nearestQuotation(desk, first) === null) return announce(t('noQuotation'));
        const role = name === 'piece' ? 'content' : name;
        if (attach(role, ranges, cuesNow())) {
          setPart(name === 'piece' ? null : { role, piece: 0 });
          letGo();
        }
        return;
      }
      case 'entity':
        if (!first) return announce(t('selectFirst'));
        return setMenu(first);
      case 'clitics':
        setKept(!kept);
        return announce(t(kept ? 'cliticsCut' : 'cliticsKept'));
      case 'look': {
        const word = first ?? text.current?.standing() ?? null;
        if (!word || !onLook) return announce(t('selectFirst'));
        const rects = () => text.current?.rectsOf(word) ?? [];
        const at = { getBoundingClientRect: () => around(rects()), getClientRects: rects };
        if (!onLook(pointOf(word), at, () => text.current?.stand(pointOf(word)))) announce(t('noWord'));
        return;
      }
      case 'next':
      case 'previous': {
        const first = partsOf(desk, chosen)[0];
        const stood = selected && { block: selected.from.block, start: selected.from.offset };
        const top = text.current?.placeAtTop(TOP);
        const seen = top ? { block: top.block, start: top.offset - 1 } : null;
        const place = chosen && first ? { ...chosen, range: first.range } : (stood ?? seen);
        const next = place && beside(desk, place, name === 'next' ? 1 : -1);
        if (!next) return announce(t('noMore'));
        pick({ on: next.on, id: next.id });
        return reveal(next.range);
      }
      case 'form':
        if (!chosen) return announce(t('chooseFirst'));
        setView('form');
        if (!beside64) setSheet(true);
        return focusForm();
      case 'list':
      case 'review':
        if (name === 'review' && !other) return announce(t('noOthers'));
        setView(view === name ? 'form' : name);
        if (!beside64) setSheet(name === 'list' && view !== name);
        return;
      case 'part': {
        const parts = partsOf(desk, chosen);
        const at = parts.findIndex(({ role, piece }) => role === now?.role && piece === now.piece);
        const next = parts[(at + 1) % parts.length];
        if (!next) return announce(t('chooseFirst'));
        setPart(next);
        return announce(`${t(`roles.${next.role}`)}: ${next.range.words}`);
      }
      case 'unit': {
        const next = units[(units.indexOf(unit) + 1) % units.length] as Unit;
        setUnit(next);
        return announce(t(`units.${next}`));
      }
      case 'startOut':
      case 'startIn':
      case 'endOut':
      case 'endIn': {
        if (!chosen || !now) return announce(t('chooseFirst'));
        const edge = name.startsWith('start') ? 'start' : 'end';
        if (!step(chosen, now, edge, name.endsWith('Out') ? 'grow' : 'shrink', unit)) return announce(t('noFurther'));
        return;
      }
      case 'split':
        return split();
      case 'join':
        if (chosen?.on !== 'quotations') return announce(t('chooseFirst'));
        if (!joinNext(chosen.id)) announce(t('noMore'));
        return;
      case 'all': {
        const entity = chosen?.on === 'mentions' ? desk.mention(chosen.id)?.entity : undefined;
        if (entity === undefined) return announce(t('chooseMention'));
        return setAll(entity);
      }
      case 'remove':
        if (chosen) remove(chosen);
        return;
      default:
        return;
    }
  });

  const onKey = useStable((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const open = covered || menu !== null || help || all !== null;
    if (event.key === 'Escape' && !open && !sheet) {
      // The innermost first: what is selected, what is written in, what is chosen.
      if (selected) letGo();
      else if (panel.current?.contains(document.activeElement)) text.current?.stand(now ? pointOf(now.range) : null);
      else if (view !== 'form') setView('form');
      else if (chosen) pick(null);
      else return;
      event.preventDefault();
      return;
    }
    if (isWriting(event.target)) return;
    const known = commandOf(event, view === 'review');
    // Deleting wants the text or nothing in focus: on a button somebody may mean something else.
    if (known === 'remove' && event.target instanceof Element && event.target.closest('button, a, label')) return;
    const single = known !== 'undo' && known !== 'redo';
    if (open || (single && !letters && known !== 'help' && !inText(event.target))) return;
    const exact = /^[a-z0-9]$/i.test(event.key) || known === null;
    if (chosen && codebook && (known === null || !exact)) {
      const tag = codebook.tags.find(({ shortcut }) => shortcut !== null && isShortcut(event, shortcut));
      if (tag && (known === null || event.key.toLowerCase() === tag.shortcut)) {
        event.preventDefault();
        make(toggleTag(desk, chosen, tag.id, codebook));
        return;
      }
    }
    if (known === null) return;
    event.preventDefault();
    command(known);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onKey]);

  const anchor = useMemo(() => {
    const rects = () => ranges.flatMap((range) => text.current?.rectsOf(range) ?? []);
    return { getBoundingClientRect: () => around(rects()), getClientRects: rects };
  }, [ranges]);
  const shownBar = ranges.length > 0 && selected !== null && !selected.one && menu === null && !covered;
  const selectedWords = shownBar ? countWords(ranges.map(({ words }) => words).join(' ')) : 0;
  const quotation = chosen?.on === 'quotations' ? desk.quotation(chosen.id) : undefined;
  const named = chosen?.on === 'mentions' ? desk.mention(chosen.id) : undefined;

  const content = (
    <>
      <Choice
        legend={t('view')}
        quiet
        name="tagging-view"
        value={view}
        options={views
          .filter((one) => one !== 'review' || other !== null)
          .map((value) => ({ value, label: t(`views.${value}`) }))}
        onChoose={setView}
      />
      {view === 'list' ? (
        <List desk={desk} codebook={codebook} chosen={chosen} onChoose={onEntry} />
      ) : view === 'review' && other ? (
        <Review reviewing={reviewing} layers={others} other={other} onLayer={onOther} />
      ) : chosen && (quotation || named) ? (
        <div data-form="">
          <Parts desk={desk} target={chosen} part={part} unit={unit} onPart={setPart} onUnit={setUnit} />
          {quotation ? (
            <QuotationForm
              key={quotation.id}
              desk={desk}
              codebook={codebook}
              quotation={quotation}
              onSplit={splitAt ? split : null}
            />
          ) : named ? (
            <MentionForm
              key={named.id}
              desk={desk}
              codebook={codebook}
              mention={named}
              onAll={() => setAll(named.entity)}
            />
          ) : null}
        </div>
      ) : (
        <div className={styles['empty']}>
          <p>{t('emptyHint')}</p>
          <p>{t('emptyKeys')}</p>
          {codebook && codebook.guidelines !== '' ? (
            <details>
              <summary>{t('guidelines')}</summary>
              <p dir="auto" className={styles['guidelines']}>
                {codebook.guidelines}
              </p>
            </details>
          ) : null}
        </div>
      )}
    </>
  );
  const leave = (
    <button
      type="button"
      className="button"
      data-leave=""
      onClick={() => onLeave(text.current?.placeAtTop(TOP) ?? null)}
    >
      <Icon name="return" turns />
      {t('leave')}
    </button>
  );

  return (
    <div className={styles['page']}>
      <main className={styles['column']} id="main" tabIndex={-1}>
        <p className="unseen" id="tagging-hint">
          {t('textHint')}
        </p>
        <div className={styles['canvas']}>
          <TaggedText desk={live} chosen={chosen} marked={marked} onSelect={onSelect} onPress={onPress} ref={text} />
          {chosen && now && !shownBar && view !== 'review' ? (
            <Handles
              key={`${chosen.on}${chosen.id}`}
              desk={desk}
              range={now.range}
              text={text}
              onPull={setPull}
              onMove={(span) => moveTo(chosen, now, span)}
            />
          ) : null}
        </div>
      </main>
      {beside64 ? (
        <aside className={styles['margin']} aria-label={t('title')} ref={panel} tabIndex={-1}>
          <div className={styles['toolbar']} role="group" aria-label={t('tools')}>
            {leave}
            <Steps />
            <button
              type="button"
              className="button"
              data-plain=""
              aria-label={t('keysTitle')}
              onClick={() => setHelp(true)}
            >
              <kbd aria-hidden="true">?</kbd>
            </button>
          </div>
          <div className={styles['tools']}>{tools}</div>
          <Refusal />
          {content}
        </aside>
      ) : (
        <>
          <section className={styles['foot']} data-foot="" aria-label={t('title')}>
            <Refusal />
            {view === 'review' && other && !sheet ? (
              <Review reviewing={reviewing} layers={others} other={other} onLayer={onOther} />
            ) : chosen ? (
              <button type="button" className={styles['summary']} aria-haspopup="dialog" onClick={() => setSheet(true)}>
                <Icon name="pen" />
                <span>
                  <span className={styles['role']}>{describe(chosen)}</span>
                  <span lang="ar" dir="rtl" className={styles['words']}>
                    {now?.range.words}
                  </span>
                </span>
              </button>
            ) : (
              <p className={styles['soft']}>{t('touchHint')}</p>
            )}
            <div className={styles['toolbar']} role="group" aria-label={t('tools')}>
              {leave}
              <Steps short />
              <button
                type="button"
                className="button"
                data-plain=""
                aria-haspopup="dialog"
                aria-label={t('openPanel')}
                onClick={() => {
                  if (view === 'form' && !chosen) setView('list');
                  setSheet(true);
                }}
              >
                <Icon name="list" />
              </button>
            </div>
          </section>
          {sheet ? (
            <Sheet label={t('title')} closeLabel={t('closePanel')} onClose={() => setSheet(false)}>
              <div className={styles['tools']}>{tools}</div>
              {content}
            </Sheet>
          ) : null}
        </>
      )}
      {shownBar ? (
        <MakeBar
          at={anchor}
          words={selectedWords}
          clitics={cut}
          kept={kept}
          single={ranges.length === 1}
          look={onLook !== null && selectedWords === 1}
          parts={quotation !== undefined || (ranges[0] !== undefined && nearestQuotation(desk, ranges[0]) !== null)}
          onCommand={command}
          onClose={letGo}
        />
      ) : null}
      {menu ? (
        <EntityMenu
          desk={desk}
          range={menu}
          at={anchor}
          onKnown={(entity) => call(() => mention(menu, { entity }))}
          onNew={(type) => call(() => mention(menu, { type }))}
          onClose={() => {
            setMenu(null);
            text.current?.stand(pointOf(menu));
          }}
        />
      ) : null}
      {all === null ? null : <Occurrences desk={desk} entity={all} onClose={() => setAll(null)} />}
      {help ? <Help onClose={() => setHelp(false)} /> : null}
    </div>
  );

  function call(act: () => boolean) {
    const at = menu ? pointOf(menu) : null;
    act();
    setMenu(null);
    setPart(null);
    letGo();
    text.current?.stand(at);
  }
}

const pointOf = ({ block, start }: Pick<TextRange, 'block' | 'start'>): Point => ({ block, offset: start });

const inText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.tagged-text') !== null;

/** The text between two points of a selection, whatever blocks it runs over. */
function wordsOf(desk: Desk, { from, to }: Selected): string {
  const [first, last] = [desk.order(from.block), desk.order(to.block)];
  return desk.blocks
    .slice(first, last + 1)
    .map(({ id, text }) => text.slice(id === from.block ? from.offset : 0, id === to.block ? to.offset : text.length))
    .join(' ');
}

const snapWords = (desk: Desk, { from, to }: Selected): string => {
  const text = desk.block(from.block)?.text ?? '';
  const span = snap(text, { start: from.offset, end: to.offset }, () => null)?.kept;
  return span ? text.slice(span.start, span.end) : '';
};

function around(rects: readonly DOMRect[]): DOMRect {
  const first = rects[0];
  if (!first) return new DOMRect(window.innerWidth / 2, 80, 0, 0);
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
