import { type KeyboardEvent, useEffect, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptName, type NameProposal, nameProposalsOf } from '../../core/annotation/review-names.ts';
import {
  accept,
  isOpen,
  nextProposal,
  proposalsOf,
  type QuotationProposal,
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
import { Choice } from '../../ui/Choice.tsx';
import { type Command, SHOWN } from './keys.ts';
import styles from './tagging.module.css';

interface ReviewState {
  readonly desk: Desk;
  readonly other: Layer | null;
  readonly rejections: Rejections;
  readonly onReject: (rejections: Rejections) => void;
  /** The proposal that is looked at, by its name among all. */
  readonly at: string | null;
  readonly onAt: (ref: string | null) => void;
  /** The proposal was accepted to be mended: the form takes over. */
  readonly onMend: () => void;
}

type Proposal = QuotationProposal | NameProposal;
const subjects = ['quotations', 'mentions'] as const;
type Subject = (typeof subjects)[number];

export interface Reviewing {
  /** Quotations first, then names: the walk goes on from the one to the other. */
  readonly proposals: readonly Proposal[];
  readonly now: Proposal | null;
  /** Of the ones that are walked through now. */
  readonly subject: Subject;
  readonly onSubject: (subject: Subject) => void;
  /** Does what the key says, and whether it was for the review. */
  readonly command: (command: Command) => boolean;
  readonly takeBack: (() => void) | null;
}

/** Walking through another layer's proposals. With `other` null there is nothing to walk through. */
export function useReview({ desk, other, rejections, onReject, at, onAt, onMend }: ReviewState): Reviewing {
  const { t } = useTranslation('tagging');
  const announce = useSession((session) => session.announce);
  const proposals = useMemo(
    (): readonly Proposal[] =>
      other ? [...proposalsOf(desk, other, rejections), ...nameProposalsOf(desk, other, rejections)] : [],
    [desk, other, rejections],
  );
  const now = proposals.find(({ ref }) => ref === at) ?? null;
  const first = other === null || at !== null ? null : (nextProposal(proposals, null, 1)?.ref ?? null);
  useEffect(() => {
    if (first !== null) onAt(first);
  }, [first, onAt]);

  const go = (by: 1 | -1) => {
    const next = nextProposal(proposals, at, by);
    if (next) onAt(next.ref);
    else announce(t('reviewDone'));
    return true;
  };
  const take = (replace: readonly string[], mend: boolean) => {
    if (!other || !now || !isOpen(now)) return true;
    const id = desk.fresh(now.on);
    const edit =
      now.on === 'quotations'
        ? accept(desk, other, now.quotation.id, id, replace)
        : acceptName(desk, other, now.mention.id, id, replace);
    if (!make(edit)) return true;
    if (mend) {
      choose({ on: now.on, id });
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
          onReject(reject(rejections, now.key()));
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
  const lost = last && proposals.find(({ key, rejected }) => rejected && key().words === last.words);
  return {
    proposals,
    now,
    subject: now?.on ?? (proposals.some(({ on }) => on === 'quotations') ? 'quotations' : 'mentions'),
    onSubject: (subject) => {
      const those = proposals.filter(({ on }) => on === subject);
      onAt((those.find(isOpen) ?? those[0])?.ref ?? null);
    },
    command,
    takeBack: lost
      ? () => {
          onReject(restore(rejections, lost.key()));
          onAt(lost.ref);
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

/** A quotation as the other layer has it. */
function ProposedQuotation({ proposal, other }: { readonly proposal: QuotationProposal; readonly other: Layer }) {
  const { t } = useTranslation('tagging');
  const { say } = useFormat();
  const { quotation } = proposal;
  const speaker = other.entities.find(({ id }) => id === quotation.speaker);
  return (
    <>
      <p className={styles['role']}>
        <bdi>{speaker ? say(speaker.name) : t('nobody', { ns: 'speakers' })}</bdi> ·{' '}
        {t(`kinds.${quotation.kind}`, { ns: 'speakers' })} · {t(`verbs.${quotation.verb.class}`, { ns: 'speakers' })}
      </p>
      <p lang="ar" dir="rtl" className={styles['words']}>
        {quotation.contents.map(({ words }) => words).join(' … ')}
      </p>
      {quotation.cue.length > 0 ? (
        <p>
          {t('roles.cue')}: <bdi lang="ar">{quotation.cue.map(({ words }) => words).join(' … ')}</bdi>
        </p>
      ) : null}
      {quotation.source ? (
        <p>
          {t('roles.source')}: <bdi lang="ar">{quotation.source.words}</bdi>
        </p>
      ) : null}
      {quotation.provenance.by === 'rule' ? <Why quotation={quotation} /> : null}
    </>
  );
}

/** How a proposal stands to one's own layer. */
function Standing({ proposal: { on, rejected, status, differs, mine } }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('tagging');
  const { comma } = useFormat();
  const told = () => {
    if (rejected) return t('rejected');
    if (status === 'new') return t('status.new');
    if (status === 'overlaps')
      return t(on === 'quotations' ? 'status.overlaps' : 'status.nameOverlaps', { count: mine.length });
    if (differs.length === 0) return t('status.mine');
    return on === 'mentions'
      ? t('status.nameSame')
      : t('status.same', { fields: differs.map((field) => t(`fields.${field}`)).join(comma) });
  };
  return <p className={styles['soft']}>{told()}</p>;
}

/** The proposal that is looked at, and what can be done with it. */
export function Review({
  reviewing: { proposals, now, subject, onSubject, command, takeBack },
  layers,
  other,
  onLayer,
}: ReviewProps) {
  const { t } = useTranslation('tagging');
  const { say, number } = useFormat();
  const name = useId();
  const openOf = (on: Subject) => proposals.filter((one) => one.on === on && isOpen(one)).length;
  const open = openOf('quotations') + openOf('mentions');
  const there = subjects.filter((on) => proposals.some((one) => one.on === on));
  const those = proposals.filter(({ on }) => on === subject).length;
  const done = those - openOf(subject);
  const nameOf = (layer: Layer) =>
    layer.kind === 'published'
      ? t('published')
      : layer.name !== ''
        ? layer.name
        : t(layer.kind === 'machine' ? 'machine' : 'unnamed');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement) return;
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
      {there.length > 1 ? (
        <Choice
          legend={t('reviewWhat')}
          quiet
          name={name}
          value={subject}
          options={there.map((value) => ({ value, label: `${t(`reviewing.${value}`)} (${number(openOf(value))})` }))}
          onChoose={onSubject}
        />
      ) : null}
      <p role="status">{open === 0 ? t('reviewDone') : t('progress', { done, total: those })}</p>
      <progress value={done} max={Math.max(1, those)} aria-label={t('progress', { done, total: those })} />
      {now ? (
        <article className={styles['proposal']} data-status={now.status}>
          {now.on === 'quotations' ? (
            <ProposedQuotation proposal={now} other={other} />
          ) : (
            <>
              <p className={styles['role']}>
                <bdi>{say(now.entity.name)}</bdi> · {t(`one.${now.entity.type}`, { ns: 'reading' })}
              </p>
              <p lang="ar" dir="rtl" className={styles['words']}>
                {now.mention.range.words}
              </p>
            </>
          )}
          <Standing proposal={now} />
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
