import { useTranslation } from 'react-i18next';
import type { Codebook, Tag } from '../../core/annotation/codebook.ts';
import type { Desk } from '../../core/annotation/desk.ts';
import { taggable, type Target, toggleTag } from '../../core/annotation/tagging.ts';
import { make } from '../../session/workbench.ts';
import styles from './tagging.module.css';

interface TagsProps {
  readonly desk: Desk;
  readonly codebook: Codebook;
  readonly target: Target;
  /** Groups of which a tag is asked for and none is there. */
  readonly missing: ReadonlySet<string>;
}

/** The codebook's tags for this annotation, group by group, each with its guideline at hand. */
export function Tags({ desk, codebook, target, missing }: TagsProps) {
  const { t } = useTranslation('tagging');
  const item = target.on === 'mentions' ? desk.mention(target.id) : desk.quotation(target.id);
  if (!item) return null;
  const fitting = codebook.tags.filter(({ on }) => on.includes(taggable(target.on)));
  const strange = item.tags.filter((id) => !fitting.some((tag) => tag.id === id));
  const groups = codebook.groups
    .map((group) => ({ group, tags: fitting.filter((tag) => tag.group === group.id) }))
    .filter(({ tags }) => tags.length > 0);
  if (groups.length === 0 && strange.length === 0) return null;
  return (
    <section className={styles['group']} aria-label={t('tags')}>
      {groups.map(({ group, tags }) => (
        <fieldset key={group.id} className={styles['tags']}>
          <legend>
            <bdi>{group.name}</bdi>
            {missing.has(group.id) ? <span className={styles['missing']}> {t('missingOne')}</span> : null}
          </legend>
          {tags.map((tag) => (
            <TagKey
              key={tag.id}
              tag={tag}
              on={item.tags.includes(tag.id)}
              onToggle={() => make(toggleTag(desk, target, tag.id, codebook))}
            />
          ))}
        </fieldset>
      ))}
      {strange.length > 0 ? (
        <fieldset className={styles['tags']}>
          <legend>{t('strangeTags')}</legend>
          {strange.map((id) => (
            <label key={id} className={styles['tag']}>
              <input type="checkbox" checked onChange={() => make(toggleTag(desk, target, id, codebook))} />
              <bdi>{id}</bdi>
            </label>
          ))}
        </fieldset>
      ) : null}
    </section>
  );
}

function TagKey({ tag, on, onToggle }: { readonly tag: Tag; readonly on: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation('tagging');
  return (
    <div className={styles['tagRow']}>
      <label className={styles['tag']} data-colour={tag.colour}>
        <input type="checkbox" checked={on} onChange={onToggle} />
        <span className={styles['swatch']} aria-hidden="true" />
        <bdi>{tag.name}</bdi>
        {tag.shortcut === null ? null : <kbd>{tag.shortcut.toUpperCase()}</kbd>}
      </label>
      {tag.guidelines === '' ? null : (
        <details className={styles['guide']}>
          <summary aria-label={t('guidelineOf', { tag: `\u2068${tag.name}\u2069` })}>{t('guideline')}</summary>
          <p dir="auto">{tag.guidelines}</p>
        </details>
      )}
    </div>
  );
}
