import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OWN_KEYS, type Tag, type Taggable, tagColours } from '../../core/annotation/codebook.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './codebook.module.css';

interface TagEditorProps {
  readonly tag: Tag;
  /** Names of tags that want the same key on the same sort of annotation. */
  readonly rivals: readonly string[];
  readonly first: boolean;
  readonly last: boolean;
  /** What is other now: the rest of the tag may have been changed elsewhere meanwhile. */
  readonly onChange: (change: Partial<Tag>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

const KEY = /^[0-9a-z\u0621-\u063a\u0641-\u064a]$/;
const sorts: readonly Taggable[] = ['quotation', 'mention'];

/** One tag: closed, what a tagger sees of it; open, all that can be said of it. Alt and an arrow move it. */
export function TagEditor({ tag, rivals, first, last, onChange, onMove, onRemove }: TagEditorProps) {
  const { t } = useTranslation('codebook');
  const { comma } = useFormat();
  // Its own, not the store's: that answers later than the next key is pressed.
  const [shortcut, setShortcut] = useState(tag.shortcut ?? '');
  return (
    <li
      className={styles['tag']}
      data-tag={tag.id}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <details>
        <summary>
          <span className={styles['swatch']} style={{ background: `var(--tag-${tag.colour})` }} aria-hidden="true" />
          <bdi>{tag.name}</bdi>
          {tag.shortcut === null ? null : <kbd className={styles['key']}>{tag.shortcut}</kbd>}
          {rivals.length === 0 ? null : <span className={styles['soft']}>{t('clash')}</span>}
        </summary>
        <div className={styles['body']} data-kept="">
          <div className={styles['row']}>
            <label className={styles['field']}>
              <span>{t('tagName')}</span>
              <input
                defaultValue={tag.name}
                maxLength={200}
                onChange={(event) => {
                  if (event.target.value.trim() !== '') onChange({ name: event.target.value });
                }}
              />
            </label>
            <label className={styles['field']}>
              <span>{t('shortcut')}</span>
              <input
                value={shortcut}
                maxLength={2}
                onChange={(event) => {
                  const key = event.target.value.trim().toLowerCase().slice(-1);
                  if (key !== '' && !KEY.test(key)) return;
                  setShortcut(key);
                  onChange({ shortcut: key === '' ? null : key });
                }}
              />
            </label>
          </div>
          {tag.shortcut !== null && OWN_KEYS.has(tag.shortcut) ? (
            <p className={styles['notice']} role="status">
              {t('ownKey', { key: `\u2068${tag.shortcut.toUpperCase()}\u2069` })}
            </p>
          ) : null}
          {rivals.length === 0 ? null : (
            <p className={styles['notice']} role="status">
              {t('clashWith', { names: rivals.join(comma) })}
            </p>
          )}
          <fieldset className={styles['colours']}>
            <legend>{t('colour')}</legend>
            <div className={styles['row']}>
              {tagColours.map((colour) => (
                <label key={colour} className={styles['check']}>
                  <input
                    type="radio"
                    name={`colour-${tag.id}`}
                    checked={tag.colour === colour}
                    onChange={() => onChange({ ...tag, colour })}
                  />
                  <span
                    className={styles['swatch']}
                    style={{ background: `var(--tag-${colour})` }}
                    aria-hidden="true"
                  />
                  {t(`colours.${colour}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <div className={styles['row']}>
            {sorts.map((sort) => (
              <label key={sort} className={styles['check']}>
                <input
                  type="checkbox"
                  checked={tag.on.includes(sort)}
                  onChange={(event) =>
                    onChange({ on: event.target.checked ? [...tag.on, sort] : tag.on.filter((one) => one !== sort) })
                  }
                />
                {t(`on.${sort}`)}
              </label>
            ))}
          </div>
          <label className={styles['field']}>
            <span>{t('guidelines')}</span>
            <textarea
              rows={4}
              dir="auto"
              maxLength={20_000}
              defaultValue={tag.guidelines}
              onChange={(event) => onChange({ ...tag, guidelines: event.target.value })}
            />
          </label>
          <div className={styles['row']}>
            <button type="button" className="button" aria-disabled={first} onClick={() => onMove(-1)}>
              {t('up')}
            </button>
            <button type="button" className="button" aria-disabled={last} onClick={() => onMove(1)}>
              {t('down')}
            </button>
            <button type="button" className="button" data-plain="" onClick={onRemove}>
              <Icon name="close" />
              {t('removeTag')}
            </button>
          </div>
        </div>
      </details>
    </li>
  );
}
