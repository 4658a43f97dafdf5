import { autoUpdate, computePosition, flip, offset, shift, type VirtualElement } from '@floating-ui/dom';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { type Command, SHOWN } from './keys.ts';
import styles from './tagging.module.css';

interface MakeBarProps {
  readonly at: VirtualElement;
  readonly words: number;
  /** What can be cut off the first word, such as و; null where nothing is attached to it. */
  readonly clitics: string | null;
  readonly kept: boolean;
  /** Whether the words are in one stretch: a name is never in two. */
  readonly single: boolean;
  /** Whether there is a quotation that a part could belong to. */
  readonly parts: boolean;
  /** Whether one word is selected, which the dictionary can be asked for. */
  readonly look: boolean;
  readonly onCommand: (command: Command) => void;
  readonly onClose: () => void;
}

const MAKES = ['quotation', 'piece', 'cue', 'source', 'entity'] as const;

/** What the selected words can become, one press each. Beside them for a mouse, at the foot of the screen for a finger. */
export function MakeBar({ at, words, clitics, kept, single, parts, look, onCommand, onClose }: MakeBarProps) {
  const { t } = useTranslation('tagging');
  const bar = useRef<HTMLDivElement>(null);
  const docked = useMedia('(pointer: coarse), (max-width: 40rem)');
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    element.showPopover?.();
    if (docked) {
      element.style.removeProperty('translate');
      element.dataset['placed'] = '';
      return;
    }
    return autoUpdate(at, element, () => {
      void computePosition(at, element, {
        placement: 'top',
        strategy: 'fixed',
        middleware: [offset(10), flip({ padding: 64 }), shift({ padding: 12 })],
      }).then(({ x, y }) => {
        element.style.setProperty('translate', `${Math.round(x)}px ${Math.round(y)}px`);
        element.dataset['placed'] = '';
      });
    });
  }, [at, docked]);
  const able = (command: (typeof MAKES)[number]) => command === 'quotation' || (command === 'entity' ? single : parts);
  return (
    <div
      ref={bar}
      popover="manual"
      role="group"
      aria-label={t('selected')}
      className={styles['bar']}
      data-docked={docked ? '' : undefined}
      // A press must not let the selection go before it is used.
      onMouseDown={(event) => event.preventDefault()}
    >
      <p className={styles['count']}>{t('words', { ns: 'speakers', count: words })}</p>
      {MAKES.map((command) => (
        <button
          key={command}
          type="button"
          className="button"
          data-main={command === 'quotation' ? '' : undefined}
          data-plain={command === 'quotation' ? undefined : ''}
          data-make={command}
          disabled={!able(command)}
          aria-keyshortcuts={SHOWN[command]}
          onClick={() => onCommand(command)}
        >
          {t(`make.${command}`)}
          <kbd aria-hidden="true">{SHOWN[command]}</kbd>
        </button>
      ))}
      {clitics === null ? null : (
        <button type="button" className="button" data-plain="" aria-pressed={kept} onClick={() => onCommand('clitics')}>
          {t('keepClitics', { clitics: `\u2068${clitics}ـ\u2069` })}
          <kbd aria-hidden="true">{SHOWN.clitics}</kbd>
        </button>
      )}
      {look ? (
        <button
          type="button"
          className="button"
          data-plain=""
          data-look=""
          aria-haspopup="dialog"
          aria-keyshortcuts={SHOWN.look}
          onClick={() => onCommand('look')}
        >
          {t('lookUp')}
          <kbd aria-hidden="true">{SHOWN.look}</kbd>
        </button>
      ) : null}
      <button type="button" className="button" data-plain="" aria-label={t('letGo')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
