import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { alike } from '../../core/annotation/change.ts';
import { stepEdge } from '../../core/annotation/select.ts';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import type { Quotation } from '../../core/quotation/quotation.ts';
import type { Span, TextRange } from '../../core/text/range.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/store.ts';
import { Icon } from '../../ui/icons.tsx';
import { bring } from './bring.ts';
import styles from './correcting.module.css';
import { Handles } from './Handles.tsx';
import { commandOf, isWriting, SHOWN } from './keys.ts';
import { Picker } from './Picker.tsx';
import type { TaggedHandle } from './TaggedText.tsx';

interface CorrectQuotationProps {
  readonly lookup: ArticleLookup;
  readonly quotation: Quotation;
  readonly text: RefObject<
    (Pick<TaggedHandle, 'rectsOf' | 'placeAt'> & { readonly blockElement: (id: string) => HTMLElement | null }) | null
  >;
  /** Whether the reader corrected it already. */
  readonly corrected: boolean;
  /** What the contents would be, while their edges are moved; null once they are not. */
  readonly onDraft: (contents: readonly TextRange[] | null) => void;
  readonly onTakeBack: () => void;
  /** Somebody of the text, somebody new by name, or nobody. */
  readonly onSpeaker: (speaker: { readonly entity: string } | { readonly name: string } | null) => void;
  readonly onEdges: (contents: readonly TextRange[]) => void;
  readonly onRemove: () => void;
}

/** As many as are offered at one press. */
const NEAREST = 4;
const SPEAKERS: ReadonlySet<string> = new Set(['person', 'organization', 'group', 'place']);

/** What the machine got wrong of a quotation, put right where it is read: who spoke, where it begins and ends, that it is none. */
export function CorrectQuotation({ lookup, quotation, text, corrected, ...on }: CorrectQuotationProps) {
  const { t } = useTranslation('correcting');
  const { say } = useFormat();
  const [at, setAt] = useState<'speaker' | 'edges' | null>(null);
  const likely = useMemo(() => nearest(lookup, quotation), [lookup, quotation]);
  const button = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  // What opens stands below, where a low window may not show it.
  useEffect(() => {
    if (at !== null) bring(section.current);
  }, [at]);
  const close = () => {
    setAt(null);
    button.current?.focus({ preventScroll: true });
  };
  const speaker = (next: Parameters<typeof on.onSpeaker>[0]) => {
    setAt(null);
    on.onSpeaker(next);
  };
  return (
    <section
      ref={section}
      className={styles['correct']}
      aria-label={t('title')}
      onInput={() => bring(section.current)}
      onClick={() => bring(section.current)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || at === null || event.defaultPrevented) return;
        // It closes this, and not the card as well.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles['ways']}>
        <button
          ref={button}
          type="button"
          className="button"
          data-plain=""
          aria-expanded={at === 'speaker'}
          onClick={() => setAt(at === 'speaker' ? null : 'speaker')}
        >
          {t('speaker')}
        </button>
        <button
          type="button"
          className="button"
          data-plain=""
          aria-expanded={at === 'edges'}
          onClick={() => setAt(at === 'edges' ? null : 'edges')}
        >
          {t('edges')}
        </button>
        <button type="button" className="button" data-plain="" onClick={on.onRemove}>
          {t('notQuotation')}
        </button>
        {corrected ? (
          <button type="button" className="button" data-plain="" onClick={on.onTakeBack}>
            <Icon name="undo" turns />
            {t('takeBack')}
          </button>
        ) : null}
      </div>
      {at === 'speaker' ? (
        <div className={styles['form']} role="group" aria-label={t('whoSaid')}>
          <div className={styles['chips']}>
            {likely.slice(0, NEAREST).map((id) => (
              <button key={id} type="button" className="button" onClick={() => speaker({ entity: id })}>
                <bdi>{say(lookup.entity(id)?.name ?? { ar: '', en: '' })}</bdi>
              </button>
            ))}
            {quotation.speaker === null ? null : (
              <button type="button" className="button" onClick={() => speaker(null)}>
                {t('nobody')}
              </button>
            )}
          </div>
          <Picker
            label={t('search')}
            entities={lookup.article.entities.filter(({ id }) => id !== quotation.speaker)}
            likely={likely}
            value={null}
            onPick={(id) => speaker({ entity: id })}
            onNew={(name) => speaker({ name })}
          />
        </div>
      ) : null}
      {at === 'edges' ? (
        <Edges
          lookup={lookup}
          quotation={quotation}
          text={text}
          onDraft={on.onDraft}
          onDone={(contents) => {
            setAt(null);
            on.onEdges(contents);
          }}
          onCancel={close}
        />
      ) : null}
    </section>
  );
}

/** Who else might have spoken: those named nearest to it, those before it first. */
function nearest(lookup: ArticleLookup, { contents, speaker }: Quotation): string[] {
  const [first] = contents;
  if (!first) return [];
  const here = lookup.order(first.block);
  const far = new Map<string, number>();
  for (const { entity, range } of lookup.article.mentions) {
    const away = here - lookup.order(range.block);
    if (entity === speaker || Math.abs(away) > 4 || !SPEAKERS.has(lookup.entity(entity)?.type ?? '')) continue;
    const letters = away === 0 ? first.start - range.start : Math.sign(away) * 1000 * Math.abs(away);
    // Behind it counts as three times as far: who speaks is mostly named before.
    const distance = letters < 0 ? -3 * letters : letters;
    far.set(entity, Math.min(far.get(entity) ?? Number.POSITIVE_INFINITY, distance));
  }
  const rank = (id: string) => (far.get(id) ?? 0) + (lookup.entity(id)?.type === 'place' ? 2000 : 0);
  return [...far.keys()].sort((a, b) => rank(a) - rank(b));
}

const MOVES = [
  { edge: 'start', way: 'grow', command: 'startOut' },
  { edge: 'start', way: 'shrink', command: 'startIn' },
  { edge: 'end', way: 'shrink', command: 'endIn' },
  { edge: 'end', way: 'grow', command: 'endOut' },
] as const;

interface EdgesProps extends Pick<CorrectQuotationProps, 'lookup' | 'quotation' | 'text' | 'onDraft'> {
  readonly onDone: (contents: readonly TextRange[]) => void;
  readonly onCancel: () => void;
}

/** The edges moved word by word: by grips in the text, by buttons, by keys. Nothing is kept before it is said to be done. */
function Edges({ lookup, quotation, text, onDraft, onDone, onCancel }: EdgesProps) {
  const { t } = useTranslation('correcting');
  const announce = useSession((session) => session.announce);
  const [draft, setDraft] = useState<readonly TextRange[]>(quotation.contents);
  const [piece, setPiece] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const range = draft[piece] as TextRange;
  useEffect(() => group.current?.focus({ preventScroll: true }), []);
  useEffect(() => onDraft(draft), [draft, onDraft]);
  useEffect(() => () => onDraft(null), [onDraft]);
  const home = text.current?.blockElement(range.block)?.closest('.article-text')?.parentElement ?? null;

  const put = ({ start, end }: Span) => {
    const words = lookup.block(range.block)?.text.slice(start, end) ?? '';
    // Pieces of one block do not run into each other.
    const met = draft.some(
      (one, index) => index !== piece && one.block === range.block && one.start < end && start < one.end,
    );
    if (!met && words !== '') setDraft(draft.with(piece, { block: range.block, start, end, words }));
  };
  const move = ({ edge, way }: (typeof MOVES)[number]) => {
    const span = stepEdge(lookup.block(range.block)?.text ?? '', range, edge, way, 'word');
    if (!span) return;
    put(span);
    const words = (lookup.block(range.block)?.text ?? '').slice(span.start, span.end).split(/\s+/);
    announce(
      t(edge === 'start' ? 'startsWith' : 'endsWith', { word: (edge === 'start' ? words[0] : words.at(-1)) ?? '' }),
    );
  };
  const done = () => (alike(draft, quotation.contents) ? onCancel() : onDone(draft));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isWriting(event.target)) return;
    if (event.key === 'Enter' && event.target === group.current) {
      event.preventDefault();
      return done();
    }
    const one = MOVES.find(({ command }) => command === commandOf(event, false));
    if (!one) return;
    event.preventDefault();
    move(one);
  };
  return (
    <div
      ref={group}
      className={styles['form']}
      role="group"
      tabIndex={-1}
      aria-label={t('moving')}
      onKeyDown={onKeyDown}
    >
      {draft.length > 1 ? (
        <div className={styles['chips']}>
          {draft.map((one, index) => (
            <button
              key={`${one.block} ${index}`}
              type="button"
              className="button"
              aria-pressed={index === piece}
              onClick={() => setPiece(index)}
            >
              {t('piece', { number: index + 1 })}
            </button>
          ))}
        </div>
      ) : null}
      <p lang="ar" dir="rtl" className={styles['words']}>
        {range.words}
      </p>
      <div className={styles['edges']}>
        {(['start', 'end'] as const).map((edge) => (
          <div key={edge} className={styles['edge']} role="group" aria-label={t(`edge.${edge}`)}>
            <span aria-hidden="true">{t(`edge.${edge}`)}</span>
            {MOVES.filter((one) => one.edge === edge).map((one) => (
              <button
                key={one.command}
                type="button"
                className="button"
                aria-label={t(`move.${one.command}`)}
                aria-keyshortcuts={SHOWN[one.command]}
                title={`${t(`move.${one.command}`)} (${SHOWN[one.command]})`}
                onClick={() => move(one)}
              >
                {one.way === 'grow' ? '+' : '−'}
              </button>
            ))}
          </div>
        ))}
      </div>
      <p className={styles['soft']}>{t('edgesHint')}</p>
      <div className={styles['ways']}>
        <button type="button" className="button" data-main="" onClick={done}>
          {t('done')}
        </button>
        <button type="button" className="button" data-plain="" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
      {home
        ? createPortal(
            <Handles
              desk={lookup}
              range={range}
              text={text}
              onPull={(pulled) => onDraft(pulled ? draft.with(piece, pulled) : draft)}
              onMove={put}
            />,
            home,
          )
        : null}
    </div>
  );
}
