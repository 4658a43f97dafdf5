import type { VirtualElement } from '@floating-ui/dom';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk } from '../../core/annotation/desk.ts';
import { keyOfWords } from '../../core/annotation/tokens.ts';
import type { Entity, EntityType } from '../../core/article/article.ts';
import type { TextRange } from '../../core/text/range.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Popover } from '../../ui/Popover.tsx';
import { letterOf } from './keys.ts';
import { TYPES } from './MentionForm.tsx';
import { Picker } from './Picker.tsx';
import styles from './tagging.module.css';

interface EntityMenuProps {
  readonly desk: Desk;
  readonly range: TextRange;
  readonly at: VirtualElement;
  readonly onKnown: (entity: string) => void;
  readonly onNew: (type: EntityType) => void;
  readonly onClose: () => void;
}

/** Whom the selected words name: somebody known, or somebody new of a type. By number, by arrow or by press. */
export function EntityMenu({ desk, range, at, onKnown, onNew, onClose }: EntityMenuProps) {
  const { t } = useTranslation('tagging');
  const { say, number } = useFormat();
  const entities = useMemo(() => [...desk.entities()], [desk]);
  const known = useMemo(() => alike(entities, range.words), [entities, range]);
  // On the likeliest answer from the start: Enter takes it, a number any type.
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const letter = letterOf(event);
    const type = TYPES[Number(letter) - 1];
    if (type) {
      event.preventDefault();
      onNew(type);
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    const step = event.key === 'ArrowDown' ? here + 1 : here - 1;
    buttons[(step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <Popover
      anchor={at}
      label={t('whoIsIt')}
      subject={`${range.block}.${range.start}`}
      onClose={onClose}
      keepsOpen={isOpener}
    >
      <div ref={menu} className={styles['menu']} onKeyDown={onKeyDown}>
        <p lang="ar" dir="rtl" className={styles['words']}>
          {range.words}
        </p>
        {known.length > 0 ? (
          <section aria-label={t('knownEntities')}>
            {known.map((entity) => (
              <button key={entity.id} type="button" className="button" onClick={() => onKnown(entity.id)}>
                <bdi>{say(entity.name)}</bdi>
                <span className={styles['soft']}>{t(`one.${entity.type}`, { ns: 'reading' })}</span>
              </button>
            ))}
          </section>
        ) : null}
        <section aria-label={t('newEntity')}>
          <h3>{t('newEntity')}</h3>
          <div className={styles['types']}>
            {TYPES.map((type, index) => (
              <button key={type} type="button" className="button" onClick={() => onNew(type)}>
                <kbd aria-hidden="true">{number(index + 1)}</kbd>
                {t(`one.${type}`, { ns: 'reading' })}
              </button>
            ))}
          </div>
        </section>
        <Picker label={t('another')} entities={entities} value={null} onPick={onKnown} />
      </div>
    </Popover>
  );
}

/** The press that opened the menu comes by when the menu is already there. */
const isOpener = (target: Element): boolean => target.closest('[data-make]') !== null;

const MOST = 4;

/** Entities that these words call by name, or by a part of it, the surest first. */
function alike(entities: readonly Entity[], words: string): Entity[] {
  const key = keyOfWords(words);
  const rank = ({ name, aliases }: Entity): number => {
    const forms = [name.ar, ...aliases].map(keyOfWords);
    if (forms.includes(key)) return 0;
    return forms.some((form) => ` ${form} `.includes(` ${key} `)) ? 1 : 2;
  };
  return entities
    .map((entity) => ({ entity, rank: rank(entity) }))
    .filter((one) => one.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ entity }) => entity);
}
