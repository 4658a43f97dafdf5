import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Codebook, requirable, type TagGroup, tagColours } from '../../core/annotation/codebook.ts';
import { clashes, move, putGroup, putTag, removeGroup, removeTag } from '../../core/annotation/tags.ts';
import type { Result } from '../../core/result.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './codebook.module.css';
import { TagEditor } from './TagEditor.tsx';

interface CodebookEditorProps {
  readonly codebook: Codebook;
  /** Changes the codebook as it is kept now, which another tab may have changed. */
  readonly onChange: (change: (old: Codebook) => Codebook) => void;
}

type Removed = { readonly name: string; readonly before: Pick<Codebook, 'groups' | 'tags'> };

/** The edit's codebook, or the old one where the edit does not apply to it (any more). */
const orOld = (old: Codebook, edited: Result<Codebook, unknown>): Codebook => (edited.ok ? edited.value : old);

/** A codebook: its groups and tags, what a tagger must fill in, and what holds for all. Everything is kept as it is typed. */
export function CodebookEditor({ codebook, onChange }: CodebookEditorProps) {
  const { t } = useTranslation('codebook');
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [group, setGroup] = useState('');
  const rivals = new Map<string, string[]>();
  for (const { tags } of clashes(codebook)) {
    for (const id of tags) {
      rivals.set(
        id,
        tags
          .filter((other) => other !== id)
          .map((other) => codebook.tags.find((tag) => tag.id === other)?.name ?? other),
      );
    }
  }
  const remove = (name: string, change: (old: Codebook) => Codebook) => {
    setRemoved({ name, before: { groups: codebook.groups, tags: codebook.tags } });
    onChange(change);
  };
  return (
    <div className={styles['form']} data-kept="">
      <label className={styles['field']}>
        <span>{t('name')}</span>
        <input
          defaultValue={codebook.name}
          maxLength={200}
          onChange={(event) => {
            const name = event.target.value;
            if (name.trim() !== '') onChange((old) => ({ ...old, name }));
          }}
        />
      </label>
      <label className={styles['field']}>
        <span>{t('allGuidelines')}</span>
        <textarea
          rows={3}
          dir="auto"
          maxLength={20_000}
          defaultValue={codebook.guidelines}
          onChange={(event) => {
            const guidelines = event.target.value;
            onChange((old) => ({ ...old, guidelines }));
          }}
        />
      </label>
      <fieldset className={styles['colours']}>
        <legend>{t('required')}</legend>
        <div className={styles['row']}>
          {requirable.map((field) => (
            <label key={field} className={styles['check']}>
              <input
                type="checkbox"
                checked={codebook.required.includes(field)}
                onChange={(event) => {
                  const on = event.target.checked;
                  onChange((old) => ({
                    ...old,
                    required: on ? [...new Set([...old.required, field])] : old.required.filter((one) => one !== field),
                  }));
                }}
              />
              {t(`field.${field}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {removed ? (
        <div className={styles['notice']} role="status">
          <p>{t('removed', { name: removed.name })}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              onChange((old) => ({ ...old, ...removed.before }));
              setRemoved(null);
            }}
          >
            <Icon name="return" turns />
            {t('undo')}
          </button>
        </div>
      ) : null}
      {codebook.groups.map((one, at) => (
        <Group
          key={one.id}
          group={one}
          codebook={codebook}
          rivals={rivals}
          first={at === 0}
          last={at === codebook.groups.length - 1}
          onChange={onChange}
          onRemove={remove}
        />
      ))}
      <form
        className={styles['row']}
        onSubmit={(event) => {
          event.preventDefault();
          const name = group.trim();
          if (name === '') return;
          onChange((old) => orOld(old, putGroup(old, { id: fresh('g'), name, exclusive: false, required: false })));
          setGroup('');
        }}
      >
        <label className={styles['field']}>
          <span>{t('newGroup')}</span>
          <input value={group} maxLength={200} onChange={(event) => setGroup(event.target.value)} />
        </label>
        <button type="submit" className="button">
          <Icon name="add" />
          {t('addGroup')}
        </button>
      </form>
    </div>
  );
}

interface GroupProps {
  readonly group: TagGroup;
  readonly codebook: Codebook;
  readonly rivals: ReadonlyMap<string, readonly string[]>;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: CodebookEditorProps['onChange'];
  readonly onRemove: (name: string, change: (old: Codebook) => Codebook) => void;
}

function Group({ group, codebook, rivals, first, last, onChange, onRemove }: GroupProps) {
  const { t } = useTranslation('codebook');
  const [name, setName] = useState('');
  const tags = codebook.tags.filter((tag) => tag.group === group.id);
  const put = (change: Partial<TagGroup>) =>
    onChange((old) => {
      const current = old.groups.find(({ id }) => id === group.id);
      return current ? orOld(old, putGroup(old, { ...current, ...change })) : old;
    });
  return (
    <section className={styles['group']} data-group={group.id}>
      <div className={styles['row']}>
        <label className={styles['field']}>
          <span>{t('groupName')}</span>
          <input
            defaultValue={group.name}
            maxLength={200}
            onChange={(event) => {
              if (event.target.value.trim() !== '') put({ name: event.target.value });
            }}
          />
        </label>
        <button
          type="button"
          className="button"
          aria-disabled={first}
          onClick={() => onChange((old) => orOld(old, move(old, 'groups', group.id, -1)))}
        >
          {t('up')}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={last}
          onClick={() => onChange((old) => orOld(old, move(old, 'groups', group.id, 1)))}
        >
          {t('down')}
        </button>
        <button
          type="button"
          className="button"
          data-plain=""
          onClick={() => onRemove(group.name, (old) => orOld(old, removeGroup(old, group.id, true)))}
        >
          {t('removeGroup')}
        </button>
      </div>
      <div className={styles['row']}>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={group.exclusive}
            onChange={(event) => put({ exclusive: event.target.checked })}
          />
          {t('exclusive')}
        </label>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={group.required}
            onChange={(event) => put({ required: event.target.checked })}
          />
          {t('requiredGroup')}
        </label>
      </div>
      <ul className={styles['tags']}>
        {tags.map((tag, at) => (
          <TagEditor
            key={tag.id}
            tag={tag}
            rivals={rivals.get(tag.id) ?? []}
            first={at === 0}
            last={at === tags.length - 1}
            onChange={(change) =>
              onChange((old) => {
                const current = old.tags.find(({ id }) => id === tag.id);
                return current ? orOld(old, putTag(old, { ...current, ...change })) : old;
              })
            }
            onMove={(by) => onChange((old) => orOld(old, move(old, 'tags', tag.id, by)))}
            onRemove={() => onRemove(tag.name, (old) => orOld(old, removeTag(old, tag.id)))}
          />
        ))}
      </ul>
      <form
        className={styles['row']}
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = name.trim();
          if (wanted === '') return;
          onChange((old) =>
            orOld(
              old,
              putTag(old, {
                id: fresh('t'),
                group: group.id,
                name: wanted,
                colour: tagColours[old.tags.length % tagColours.length] ?? 'blue',
                shortcut: null,
                guidelines: '',
                on: ['quotation'],
              }),
            ),
          );
          setName('');
        }}
      >
        <label className={styles['field']}>
          <span>{t('newTag')}</span>
          <input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit" className="button">
          <Icon name="add" />
          {t('addTag')}
        </button>
      </form>
    </section>
  );
}

const fresh = (prefix: string): string =>
  `${prefix}${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
