import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Codebook } from '../../core/annotation/codebook.ts';
import type { Desk } from '../../core/annotation/desk.ts';
import {
  assignMention,
  mergeEntities,
  removeEntity,
  setEntity,
  splitEntity,
  usesOf,
} from '../../core/annotation/entity.ts';
import type { LayerMention } from '../../core/annotation/layer.ts';
import { setNote } from '../../core/annotation/tagging.ts';
import { demandsOn } from '../../core/annotation/validate.ts';
import type { Entity, EntityType } from '../../core/article/article.ts';
import { make, pause } from '../../session/workbench.ts';
import { Choice } from '../../ui/Choice.tsx';
import { remove } from './act.ts';
import { Dialog } from './Dialog.tsx';
import { Missing } from './Missing.tsx';
import { Picker } from './Picker.tsx';
import styles from './tagging.module.css';
import { Tags } from './Tags.tsx';

export const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'event', 'group', 'date', 'work'];

interface MentionFormProps {
  readonly desk: Desk;
  readonly codebook: Codebook | null;
  readonly mention: LayerMention;
  readonly onAll: () => void;
}

/** A mention, and the entity that it names. */
export function MentionForm({ desk, codebook, mention, onAll }: MentionFormProps) {
  const { t } = useTranslation('tagging');
  const target = { on: 'mentions', id: mention.id } as const;
  const entities = useMemo(() => [...desk.entities()], [desk]);
  const entity = desk.entity(mention.entity);
  const demands = codebook ? demandsOn(desk, target, codebook) : [];
  return (
    <div className={styles['form']}>
      {codebook ? <Missing demands={demands} codebook={codebook} /> : null}
      <Picker
        label={t('names')}
        entities={entities}
        value={mention.entity}
        onPick={(id) => {
          if (id !== mention.entity) make(assignMention(desk, mention.id, id));
        }}
      />
      <div className={styles['actions']}>
        <button type="button" className="button" data-main="" onClick={onAll}>
          {t('commands.all')}
        </button>
        <button
          type="button"
          className="button"
          disabled={desk.mentionsOf(mention.entity).size < 2}
          onClick={() => make(splitEntity(desk, [mention.id], desk.fresh('entities')))}
        >
          {t('splitOff')}
        </button>
        <button type="button" className="button" data-danger="" onClick={() => remove(target)}>
          {t('removeMention')}
        </button>
      </div>
      {codebook ? (
        <Tags
          desk={desk}
          codebook={codebook}
          target={target}
          missing={new Set(demands.flatMap((demand) => (demand.kind === 'group' ? [demand.group] : [])))}
        />
      ) : null}
      <div className={styles['field']}>
        <label htmlFor={`note-${mention.id}`}>{t('note')}</label>
        <textarea
          id={`note-${mention.id}`}
          dir="auto"
          rows={2}
          maxLength={4000}
          value={mention.note ?? ''}
          onChange={(event) => make(setNote(desk, target, event.target.value))}
          onBlur={pause}
        />
      </div>
      {entity ? <EntityFields key={entity.id} desk={desk} entity={entity} entities={entities} /> : null}
    </div>
  );
}

interface EntityFieldsProps {
  readonly desk: Desk;
  readonly entity: Entity;
  readonly entities: readonly Entity[];
}

function EntityFields({ desk, entity, entities }: EntityFieldsProps) {
  const { t } = useTranslation('tagging');
  const [asked, setAsked] = useState(false);
  const { id, name, type, gender, role } = entity;
  return (
    <section className={styles['group']} aria-label={t('entity')}>
      <h3>{t('entity')}</h3>
      <div className={styles['pair']}>
        {(['ar', 'en'] as const).map((language) => (
          <div className={styles['field']} key={language}>
            <label htmlFor={`name-${language}-${id}`}>{t(language === 'ar' ? 'nameArabic' : 'nameEnglish')}</label>
            <input
              id={`name-${language}-${id}`}
              type="text"
              lang={language}
              dir={language === 'ar' ? 'rtl' : 'ltr'}
              maxLength={200}
              value={name[language]}
              onChange={(event) =>
                make(setEntity(desk, id, { name: { ...name, [language]: event.target.value } }, 'name'))
              }
              onBlur={pause}
            />
          </div>
        ))}
        <div className={styles['field']}>
          <label htmlFor={`type-${id}`}>{t('type')}</label>
          <select
            id={`type-${id}`}
            value={type}
            onChange={(event) => make(setEntity(desk, id, { type: event.target.value as EntityType }))}
          >
            {TYPES.map((value) => (
              <option key={value} value={value}>
                {t(`one.${value}`, { ns: 'reading' })}
              </option>
            ))}
          </select>
        </div>
        <div className={styles['field']}>
          <label htmlFor={`role-${id}`}>{t('role')}</label>
          <input
            id={`role-${id}`}
            type="text"
            dir="auto"
            maxLength={400}
            value={role?.ar ?? ''}
            onChange={(event) => {
              const ar = event.target.value;
              const told = ar === '' && (role?.en ?? '') === '' ? null : { ar, en: role?.en ?? '' };
              make(setEntity(desk, id, { role: told }, 'role'));
            }}
            onBlur={pause}
          />
        </div>
      </div>
      <Choice
        legend={t('gender')}
        name={`gender-${id}`}
        value={gender ?? 'none'}
        options={(['none', 'm', 'f'] as const).map((value) => ({ value, label: t(`genders.${value}`) }))}
        onChoose={(value) => make(setEntity(desk, id, { gender: value === 'none' ? null : value }))}
      />
      {entity.aliases.length > 0 ? (
        <p className={styles['soft']}>
          {t('aliases', { ns: 'reading' })}: <bdi lang="ar">{entity.aliases.join('، ')}</bdi>
        </p>
      ) : null}
      <Picker
        label={t('merge')}
        entities={entities.filter((other) => other.id !== id)}
        value={null}
        onPick={(other) => make(mergeEntities(desk, id, [other]))}
      />
      <div className={styles['actions']}>
        <button type="button" className="button" data-danger="" onClick={() => setAsked(true)}>
          {t('removeEntity')}
        </button>
      </div>
      {asked ? <RemoveEntity desk={desk} entity={entity} onClose={() => setAsked(false)} /> : null}
    </section>
  );
}

/** Tells what goes and what is left without a name, before it goes. */
function RemoveEntity({ desk, entity, onClose }: { desk: Desk; entity: Entity; onClose: () => void }) {
  const { t } = useTranslation('tagging');
  const uses = usesOf(desk, entity.id);
  return (
    <Dialog title={t('removeEntityTitle', { name: `\u2068${entity.name.ar}\u2069` })} onClose={onClose}>
      <ul>
        {(['mentions', 'spoken', 'addressed', 'about', 'handed'] as const).map((use) =>
          uses[use] > 0 ? <li key={use}>{t(`uses.${use}`, { count: uses[use] })}</li> : null,
        )}
      </ul>
      <p>{t('canUndo')}</p>
      <div className={styles['actions']}>
        <button
          type="button"
          className="button"
          data-main=""
          onClick={() => {
            make(removeEntity(desk, entity.id));
            onClose();
          }}
        >
          {t('removeEntity')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
