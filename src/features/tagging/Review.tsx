import { type KeyboardEvent, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  accept,
  nextProposal,
  type Proposal,
  proposalsOf,
  type Rejections,
  reject,
  restore,
} from '../../core/annotation/review.ts';
import type { Desk } from '../../core/annotation/desk.ts';
import type { Layer } from '../../core/annotation/layer.ts';
import { type Quotation, sureness } from '../../core/quotation/quotation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/store.ts';
import { choose, make } from '../../session/workbench.ts';
import { type Command, SHOWN } from './keys.ts';
import styles from './tagging.module.css';

interface ReviewState {
  readonly desk: Desk;
  readonly other: Layer | null;
  readonly rejections: Rejections;
  readonly onReject: (rejections: Rejections) => void;
  /** The proposal that is looked at, by its quotation's id. */
  readonly at: string | null;
  readonly onAt: (id: string | null) => void;
  /** The proposal was accepted to be mended: the form takes over. */
  readonly onMend: () => void;
}

export interface Reviewing {
  readonly proposals: readonly Proposal[];
  readonly now: Proposal | null;
  readonly open: number;
  /** Does what the key says, and whether it was for the review. */
  readonly command: (command: Command) => boolean;
  readonly takeBack: (() => void) | null;
}

const isOpen = ({ rejected, status, differs }: Proposal): boolean =>
  !rejected && (status !== 'same' || differs.length > 0);

/** Walking through another layer's proposals. With `other` null there is nothing to walk through. */
export function useReview({ desk, other, rejections, onReject, at, onAt, onMend }: ReviewState): Reviewing {
  const { t } = useTranslation('tagging');
  const announce = useSession((session) => session.announce);
  const proposals = useMemo(() => (other ? proposalsOf(desk, other, rejections) : []), [desk, other, rejections]);
  const now = proposals.find(({ quotation }) => quotation.id === at) ?? null;
  const first = other === null || at !== null ? null : (nextProposal(proposals, null, 1)?.quotation.id ?? null);
  useEffect(() => {
    if (first !== null) onAt(first);
  }, [first, onAt]);

  const go = (by: 1 | -1) => {
    const next = nextProposal(proposals, at, by);
    if (next) onAt(next.quotation.id);
    else announce(t('reviewDone'));
    return true;
  };
  const take = (replace: readonly string[], mend: boolean) => {
    if (!other || !now || !isOpen(now)) return true;
    const id = desk.fresh('quotations');
    if (!make(accept(desk, other, now.quotation.id, id, replace))) return true;
    if (mend) {
      choose({ on: 'quotations', id });
      onMend();
    } else go(1);
    return true;
  };
  const command = (command: Command): boolean => {
    switch (command) {
      case 'accept':
        return take(now?.mine ?? [], false);
      case 'both':
        return now?.status === 'overlaps' ? take([], false) : true;
      case 'mend':
        return take(now?.mine ?? [], true);
      case 'reject':
        if (now && isOpen(now)) {
          onReject(reject(rejections, now.key));
          announce(t('rejected'));
          go(1);
        }
        return true;
      case 'next':
        return go(1);
      case 'previous':
        return go(-1);
      default:
        return false;
    }
  };
  const last = rejections.at(-1);
  const lost = last && proposals.find(({ key, rejected }) => rejected && key.words === last.words);
  return {
    proposals,
    now,
    open: proposals.filter(isOpen).length,
    command,
    takeBack: lost
      ? () => {
          onReject(restore(rejections, lost.key));
          onAt(lost.quotation.id);
        }
      : null,
  };
}

interface ReviewProps {
  readonly reviewing: Reviewing;
  readonly layers: readonly Layer[];
  readonly other: Layer;
  readonly onLayer: (id: string) => void;
}

/** Why the machine attributes it so, and how sure it is: in words, and as a bar. */
function Why({ quotation: { provenance, reason } }: { readonly quotation: Quotation }) {
  const { t } = useTranslation('speakers');
  const { say, sense, percent } = useFormat();
  const { confidence } = provenance;
  return (
    <p>
      {t('why')} <bdi dir={sense(reason)}>{say(reason)}</bdi>{' '}
      {confidence === null ? (
        <span className={styles['soft']}>({t('byRule')})</span>
      ) : (
        <span className={styles['soft']}>
          ({t(`sure.${sureness(confidence)}`)}, <bdi>{percent(confidence)}</bdi>)
        </span>
      )}
    </p>
  );
}

/** The proposal that is looked at, and what can be done with it. */
export function Review({
  reviewing: { proposals, now, open, command, takeBack },
  layers,
  other,
  onLayer,
}: ReviewProps) {
  const { t } = useTranslation('tagging');
  const { say, comma } = useFormat();
  const done = proposals.length - open;
  const nameOf = (layer: Layer) =>
    layer.kind === 'published'
      ? t('published')
      : layer.name !== ''
        ? layer.name
        : t(layer.kind === 'machine' ? 'machine' : 'unnamed');
  const entity = (id: string | null) => {
    const found = other.entities.find((one) => one.id === id);
    return found ? say(found.name) : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLSelectElement) return;
    const onward = { ArrowDown: 1, ArrowUp: -1, ArrowLeft: 1, ArrowRight: -1 }[event.key];
    if (onward === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    command(onward === 1 ? 'next' : 'previous');
  };
  return (
    <section className={styles['review']} aria-label={t('review')} onKeyDown={onKeyDown}>
      {layers.length > 1 ? (
        <div className={styles['field']}>
          <label htmlFor="review-layer">{t('reviewOf')}</label>
          <select id="review-layer" value={other.id} onChange={(event) => onLayer(event.target.value)}>
            {layers.map((layer) => (
              <option key={layer.id} value={layer.id}>
                {nameOf(layer)}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <p className={styles['soft']}>
          {t('reviewOf')}: <bdi>{nameOf(other)}</bdi>
        </p>
      )}
      <p role="status">{open === 0 ? t('reviewDone') : t('progress', { done, total: proposals.length })}</p>
      <progress
        value={done}
        max={Math.max(1, proposals.length)}
        aria-label={t('progress', { done, total: proposals.length })}
      />
      {now ? (
        <article className={styles['proposal']} data-status={now.status}>
          <p className={styles['role']}>
            <bdi>{entity(now.quotation.speaker) ?? t('nobody', { ns: 'speakers' })}</bdi> ·{' '}
            {t(`kinds.${now.quotation.kind}`, { ns: 'speakers' })} ·{' '}
            {t(`verbs.${now.quotation.verb.class}`, { ns: 'speakers' })}
          </p>
          <p lang="ar" dir="rtl" className={styles['words']}>
            {now.quotation.contents.map(({ words }) => words).join(' … ')}
          </p>
          {now.quotation.cue.length > 0 ? (
            <p>
              {t('roles.cue')}: <bdi lang="ar">{now.quotation.cue.map(({ words }) => words).join(' … ')}</bdi>
            </p>
          ) : null}
          {now.quotation.source ? (
            <p>
              {t('roles.source')}: <bdi lang="ar">{now.quotation.source.words}</bdi>
            </p>
          ) : null}
          {now.quotation.provenance.by === 'rule' ? <Why quotation={now.quotation} /> : null}
          <p className={styles['soft']}>
            {now.rejected
              ? t('rejected')
              : now.status === 'same' && now.differs.length === 0
                ? t('status.mine')
                : now.status === 'same'
                  ? t('status.same', { fields: now.differs.map((field) => t(`fields.${field}`)).join(comma) })
                  : t(`status.${now.status}`, { count: now.mine.length })}
          </p>
        </article>
      ) : proposals.length === 0 ? (
        <p>{t('noProposals')}</p>
      ) : null}
      <div className={styles['actions']}>
        {(['accept', 'reject', 'mend', 'both', 'previous', 'next'] as const).map((one) =>
          one === 'both' && now?.status !== 'overlaps' ? null : (
            <button
              key={one}
              type="button"
              className="button"
              data-main={one === 'accept' ? '' : undefined}
              aria-disabled={now === null || (one !== 'previous' && one !== 'next' && !isOpen(now))}
              aria-keyshortcuts={SHOWN[one]}
              onClick={() => command(one)}
            >
              {t(one === 'accept' && now?.status === 'overlaps' ? 'acceptInstead' : `reviewing.${one}`)}
              <kbd aria-hidden="true">{SHOWN[one]}</kbd>
            </button>
          ),
        )}
        {takeBack ? (
          <button type="button" className="button" data-plain="" onClick={takeBack}>
            {t('takeBack')}
          </button>
        ) : null}
      </div>
    </section>
  );
}
