import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Codebook } from '../../core/annotation/codebook.ts';
import type { Desk } from '../../core/annotation/desk.ts';
import type { LayerQuotation } from '../../core/annotation/layer.ts';
import {
  isWithin,
  setAbout,
  setAddressee,
  setKind,
  setParent,
  setSpeaker,
  setVerb,
} from '../../core/annotation/quotation.ts';
import { setNote } from '../../core/annotation/tagging.ts';
import { demandsOn } from '../../core/annotation/validate.ts';
import type { Entity } from '../../core/article/article.ts';
import { kinds, verbClasses } from '../../core/dataset/schema.ts';
import type { VerbClass } from '../../core/quotation/quotation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { make, pause } from '../../session/workbench.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { cuesNow, introduce, joinNext, remove } from './act.ts';
import { Missing } from './Missing.tsx';
import { Picker } from './Picker.tsx';
import styles from './tagging.module.css';
import { Tags } from './Tags.tsx';

const SILENT: ReadonlySet<Entity['type']> = new Set(['place', 'event', 'date', 'work']);

interface QuotationFormProps {
  /** Another object after each change. */
  readonly desk: Desk;
  readonly codebook: Codebook | null;
  readonly quotation: LayerQuotation;
  /** Divides the quotation where the text is stood at; null while nothing within it is. */
  readonly onSplit: (() => void) | null;
}

/** Everything that can be said of a quotation beside its words. */
export function QuotationForm({ desk, codebook, quotation, onSplit }: QuotationFormProps) {
  const { t } = useTranslation('tagging');
  const { say } = useFormat();
  const { id } = quotation;
  const target = { on: 'quotations', id } as const;
  const entities = useMemo(() => [...desk.entities()], [desk]);
  // Who can speak comes before places and dates, which now and then do.
  const voices = useMemo(
    () => [...entities].sort((a, b) => Number(SILENT.has(a.type)) - Number(SILENT.has(b.type))),
    [entities],
  );
  const likely = useMemo(() => likelySpeakers(desk, quotation), [desk, quotation]);
  const demands = codebook ? demandsOn(desk, target, codebook) : [];
  const lacks = (field: string) => demands.some((demand) => demand.kind === 'field' && demand.field === field);
  const outer = useMemo(() => possibleParents(desk, quotation), [desk, quotation]);
  return (
    <div className={styles['form']}>
      {codebook ? <Missing demands={demands} codebook={codebook} /> : null}
      <Picker
        label={t('speaker')}
        entities={voices}
        likely={likely}
        value={quotation.speaker}
        missing={lacks('speaker')}
        onPick={(entity) => make(setSpeaker(desk, id, entity))}
        onNew={(name) => introduce(name, (now, entity) => setSpeaker(now, id, entity))}
        onClear={() => make(setSpeaker(desk, id, null))}
      />
      <Choice
        legend={t('kind', { ns: 'speakers' })}
        name="kind"
        value={quotation.kind}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`, { ns: 'speakers' }) }))}
        onChoose={(kind) => make(setKind(desk, id, kind))}
        help={t(`kindHelp.${quotation.kind}`, { ns: 'speakers' })}
      />
      <Verb key={`${id} ${quotation.verb.lemma ?? ''}`} desk={desk} quotation={quotation} />
      <Picker
        label={t('addressee')}
        entities={voices}
        likely={likely}
        value={quotation.addressee}
        missing={lacks('addressee')}
        onPick={(entity) => make(setAddressee(desk, id, entity))}
        onNew={(name) => introduce(name, (now, entity) => setAddressee(now, id, entity))}
        onClear={() => make(setAddressee(desk, id, null))}
      />
      <About desk={desk} quotation={quotation} entities={entities} missing={lacks('about')} />
      <div className={styles['field']}>
        <label htmlFor={`parent-${id}`}>{t('parent')}</label>
        <select
          id={`parent-${id}`}
          value={quotation.parent ?? ''}
          onChange={(event) => make(setParent(desk, id, event.target.value === '' ? null : event.target.value))}
        >
          <option value="">{t('noParent')}</option>
          {outer.map((one) => (
            <option key={one.id} value={one.id}>
              {`${nameOf(desk, one.speaker, say) ?? t('nobody', { ns: 'speakers' })}: ${shortened(one.contents[0]?.words ?? '')}`}
            </option>
          ))}
        </select>
      </div>
      {codebook ? <Tags desk={desk} codebook={codebook} target={target} missing={groupsIn(demands)} /> : null}
      <div className={styles['field']}>
        <label htmlFor={`note-${id}`}>{t('note')}</label>
        <textarea
          id={`note-${id}`}
          dir="auto"
          rows={2}
          maxLength={4000}
          aria-invalid={lacks('note') || undefined}
          value={quotation.note ?? ''}
          onChange={(event) => make(setNote(desk, target, event.target.value))}
          onBlur={pause}
        />
      </div>
      <div className={styles['actions']}>
        <button type="button" className="button" disabled={onSplit === null} onClick={() => onSplit?.()}>
          {t('commands.split')}
        </button>
        <button type="button" className="button" onClick={() => joinNext(id)}>
          {t('commands.join')}
        </button>
        <button type="button" className="button" data-danger="" onClick={() => remove(target)}>
          {t('commands.remove')}
        </button>
      </div>
    </div>
  );
}

const groupsIn = (demands: ReturnType<typeof demandsOn>): ReadonlySet<string> =>
  new Set(demands.flatMap((demand) => (demand.kind === 'group' ? [demand.group] : [])));

const nameOf = (desk: Desk, id: string | null, say: (name: Entity['name']) => string): string | null => {
  const entity = id === null ? undefined : desk.entity(id);
  return entity ? say(entity.name) : null;
};

/** The beginning of long words, cut between two of them. */
export const shortened = (words: string): string =>
  words.length > MOST
    ? `${words.slice(0, words.lastIndexOf(' ', MOST) + 1).trimEnd() || words.slice(0, MOST)} …`
    : words;
const MOST = 60;

/** Whom the words beside the quotation name: in its source first, then near it. */
function likelySpeakers(desk: Desk, { contents, source }: LayerQuotation): string[] {
  const named = (block: string, span: { start: number; end: number }) =>
    desk
      .touching(block, span)
      .flatMap(({ on, id }) => (on === 'mentions' ? (desk.mention(id)?.entity ?? []) : []))
      .filter((id) => !SILENT.has(desk.entity(id)?.type ?? 'person'));
  const [first] = contents;
  return [
    ...new Set([
      ...(source ? named(source.block, source) : []),
      ...(first ? named(first.block, { start: Math.max(0, first.start - 200), end: first.start }).reverse() : []),
      ...(first ? named(first.block, { start: first.start, end: first.end + 200 }) : []),
    ]),
  ];
}

/** Quotations that this one may stand inside of: those of its blocks that are neither itself nor inside it. */
function possibleParents(desk: Desk, { id, contents, parent }: LayerQuotation): LayerQuotation[] {
  const ids = new Set(parent === null ? [] : [parent]);
  for (const block of new Set(contents.map((range) => range.block)))
    for (const spot of desk.inBlock(block)) if (spot.role === 'content') ids.add(spot.id);
  return [...ids].filter((one) => !isWithin(desk, one, id)).flatMap((one) => desk.quotation(one) ?? []);
}

/** The reporting word's lemma and class. The lemma is one step when it is left, not letter by letter. */
function Verb({ desk, quotation: { id, verb, cue } }: { readonly desk: Desk; readonly quotation: LayerQuotation }) {
  const { t } = useTranslation('tagging');
  const [lemma, setLemma] = useState(verb.lemma ?? '');
  const main = cue[0]?.words;
  const proposed = main === undefined ? null : cuesNow()(main);
  const other = proposed && (proposed.lemma !== verb.lemma || proposed.class !== verb.class) ? proposed : null;
  const keep = () => {
    const told = lemma.trim() === '' ? null : lemma.trim();
    if (told !== verb.lemma) make(setVerb(desk, id, { ...verb, lemma: told }));
  };
  return (
    <div className={styles['pair']}>
      <div className={styles['field']}>
        <label htmlFor={`class-${id}`}>{t('verbClass')}</label>
        <select
          id={`class-${id}`}
          value={verb.class}
          onChange={(event) => make(setVerb(desk, id, { ...verb, class: event.target.value as VerbClass }))}
        >
          {verbClasses.map((value) => (
            <option key={value} value={value}>
              {t(`verbs.${value}`, { ns: 'speakers' })}
            </option>
          ))}
        </select>
      </div>
      <div className={styles['field']}>
        <label htmlFor={`lemma-${id}`}>{t('lemma')}</label>
        <input
          id={`lemma-${id}`}
          type="text"
          lang="ar"
          dir="rtl"
          maxLength={80}
          disabled={main === undefined}
          value={lemma}
          onChange={(event) => setLemma(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
      </div>
      {other ? (
        <button type="button" className="button" onClick={() => make(setVerb(desk, id, other))}>
          {t('proposedVerb', {
            lemma: `\u2068${other.lemma ?? ''}\u2069`,
            class: t(`verbs.${other.class}`, { ns: 'speakers' }),
          })}
        </button>
      ) : null}
    </div>
  );
}

interface AboutProps {
  readonly desk: Desk;
  readonly quotation: LayerQuotation;
  readonly entities: readonly Entity[];
  readonly missing: boolean;
}

/** Whom and what the words speak about. */
function About({ desk, quotation: { id, about, contents }, entities, missing }: AboutProps) {
  const { t } = useTranslation('tagging');
  const { say } = useFormat();
  const within = useMemo(
    () => [
      ...new Set(
        contents.flatMap((range) =>
          desk.touching(range.block, range).flatMap((spot) => desk.mention(spot.id)?.entity ?? []),
        ),
      ),
    ],
    [desk, contents],
  );
  return (
    <div className={styles['several']}>
      <Picker
        label={t('about')}
        entities={entities.filter((entity) => !about.includes(entity.id))}
        likely={within}
        value={null}
        missing={missing}
        onPick={(entity) => make(setAbout(desk, id, [...about, entity]))}
        onNew={(name) => introduce(name, (now, entity) => setAbout(now, id, [...about, entity]))}
      />
      {about.length > 0 ? (
        <ul className={styles['chips']}>
          {about.map((one) => {
            const name = say(desk.entity(one)?.name ?? { ar: one, en: '' });
            return (
              <li key={one}>
                <bdi>{name}</bdi>
                <button
                  type="button"
                  className="button"
                  data-plain=""
                  aria-label={t('clear', { field: `\u2068${name}\u2069` })}
                  onClick={() =>
                    make(
                      setAbout(
                        desk,
                        id,
                        about.filter((kept) => kept !== one),
                      ),
                    )
                  }
                >
                  <Icon name="close" />
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
