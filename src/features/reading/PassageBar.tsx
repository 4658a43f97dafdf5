import { autoUpdate, computePosition, flip, offset, shift, type VirtualElement } from '@floating-ui/dom';
import { type Ref, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { useMedia } from '../../ui/use-media.ts';
import styles from './PassageBar.module.css';

interface PassageBarProps {
  /** What is selected, to stand at; null where only passages gathered before are left. */
  readonly at: VirtualElement | null;
  readonly words: number;
  /** How many passages were gathered before, for one link to all. */
  readonly gathered: number;
  /** The link was copied just now. */
  readonly copied: boolean;
  /** Where the same words stand in the article's original; null where that is unknown. */
  readonly original: string | null;
  readonly onCopy: () => void;
  readonly onShare: () => void;
  readonly onLesson: () => void;
  readonly onWhole: () => void;
  readonly onAnother: () => void;
  readonly onClear: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

/**
 * What can be done with the words that are selected. Beside them where a mouse selects; at the foot of the screen where a
 * finger does, since the phone's own menu stands beside them. It never takes the focus by itself: that would let the
 * selection go.
 */
export function PassageBar({
  at,
  words,
  gathered,
  copied,
  original,
  onCopy,
  onShare,
  onLesson,
  onWhole,
  onAnother,
  onClear,
  ref,
}: PassageBarProps) {
  const { t } = useTranslation('reading');
  const bar = useRef<HTMLDivElement>(null);
  const docked = useMedia('(pointer: coarse), (max-width: 40rem)') || at === null;

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    element.showPopover?.();
    if (docked || at === null) {
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

  return (
    <div
      ref={(element) => {
        bar.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      popover="manual"
      role="group"
      aria-label={t('passage.title')}
      className={styles['bar']}
      data-docked={docked ? '' : undefined}
      // A press must not let the selection go before it is used.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClear();
      }}
    >
      <p className={styles['count']}>
        {words > 0 ? t('passage.count', { count: words }) : null}
        {words > 0 && gathered > 0 ? ' · ' : null}
        {gathered > 0 ? t('passage.gathered', { count: gathered }) : null}
      </p>
      <button type="button" className="button" data-main="" onClick={onCopy}>
        <Icon name={copied ? 'done' : 'link'} />
        {copied ? t('passage.copied') : t('passage.copy')}
      </button>
      <button type="button" className="button" data-plain="" onClick={onShare}>
        <Icon name="share" />
        {t('passage.share')}
      </button>
      <button type="button" className="button" data-plain="" onClick={onLesson}>
        <Icon name="lesson" />
        {t('passage.lesson')}
      </button>
      {words > 0 ? (
        <>
          <button type="button" className="button" data-plain="" onClick={onWhole}>
            <Icon name="paragraph" />
            {t('passage.whole')}
          </button>
          <button type="button" className="button" data-plain="" onClick={onAnother}>
            <Icon name="add" />
            {t('passage.another')}
          </button>
        </>
      ) : null}
      {original === null ? null : (
        <a className="button" data-plain="" href={original} target="_blank" rel="noopener noreferrer">
          <Icon name="original" />
          {t('passage.original')}
        </a>
      )}
      <button type="button" className="button" data-plain="" aria-label={t('passage.clear')} onClick={onClear}>
        <Icon name="close" />
      </button>
    </div>
  );
}
