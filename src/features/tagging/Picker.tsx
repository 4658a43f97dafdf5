import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '../../core/article/article.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import { searchable } from './act.ts';
import styles from './tagging.module.css';

interface PickerProps {
  readonly label: string;
  readonly entities: readonly Entity[];
  /** Ids that are offered before the others, the likeliest first. */
  readonly likely?: readonly string[];
  /** Who is chosen now; null for nobody. */
  readonly value: string | null;
  readonly onPick: (id: string) => void;
  /** Offered where what is written names nobody: a participant of that name. */
  readonly onNew?: (name: string) => void;
  /** Takes the choice back. */
  readonly onClear?: () => void;
  readonly missing?: boolean;
}

const AT_MOST = 30;

/** One of the layer's entities, found by any form of the name; hamza and tashkeel do not matter. */
export function Picker({ label, entities, likely = [], value, onPick, onNew, onClear, missing = false }: PickerProps) {
  const { t } = useTranslation('tagging');
  const { say } = useFormat();
  const id = useId();
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const open = query !== null;

  const found = useMemo(() => {
    if (query === null) return [];
    const wanted = searchable(query);
    const rank = (entity: Entity) => {
      const place = likely.indexOf(entity.id);
      return place < 0 ? likely.length : place;
    };
    const forms = ({ name, aliases }: Entity) => [name.ar, name.en, ...aliases];
    return entities
      .filter((entity) => wanted === '' || forms(entity).some((form) => searchable(form).includes(wanted)))
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, AT_MOST);
  }, [query, entities, likely]);
  const fresh = onNew !== undefined && query !== null && query.trim() !== '';
  const count = found.length + (fresh ? 1 : 0);
  const chosen = entities.find((entity) => entity.id === value);

  const close = () => {
    setQuery(null);
    setAt(0);
  };
  const take = (index: number) => {
    const entity = found[index];
    if (entity) onPick(entity.id);
    else if (fresh && index === found.length) onNew(query.trim());
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setQuery('');
      else if (count > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      take(at);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className={styles['field']}>
      <label htmlFor={`${id}-box`}>{label}</label>
      <div className={styles['picker']}>
        <input
          ref={box}
          id={`${id}-box`}
          type="text"
          role="combobox"
          autoComplete="off"
          dir="auto"
          aria-expanded={open && count > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && count > 0 ? `${id}-${at}` : undefined}
          aria-invalid={missing || undefined}
          placeholder={t('search')}
          value={query ?? (chosen ? say(chosen.name) : '')}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onClick={() => setQuery(query ?? '')}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        {value !== null && onClear ? (
          <button
            type="button"
            className="button"
            data-plain=""
            aria-label={t('clear', { field: label })}
            onClick={() => {
              onClear();
              box.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        ) : null}
        {/* Always there, so that the box controls something; seen only while it has something to offer. */}
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className={styles['options']}
          hidden={!open || count === 0}
        >
          {found.map((entity, index) => (
            <div
              key={entity.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // Before the box loses the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
            >
              <bdi>{say(entity.name)}</bdi>
              <span className={styles['soft']}>{t(`one.${entity.type}`, { ns: 'reading' })}</span>
            </div>
          ))}
          {fresh ? (
            <div
              id={`${id}-${found.length}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === found.length}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(found.length)}
            >
              <Icon name="add" />
              <span>{t('newNamed', { name: `\u2068${query.trim()}\u2069` })}</span>
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}
