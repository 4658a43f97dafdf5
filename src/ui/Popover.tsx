import { autoUpdate, computePosition, flip, offset, shift, size, type VirtualElement } from '@floating-ui/dom';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './Popover.module.css';

interface PopoverProps {
  /** What the card stands at. */
  readonly anchor: Element | VirtualElement;
  readonly label: string;
  /** Changes when the card shows something else: focus then moves to its head again. */
  readonly subject: string;
  readonly onClose: () => void;
  /** Clicks in here do not close the card: whatever opens cards decides itself. */
  readonly keepsOpen?: (target: Element) => boolean;
  readonly children: ReactNode;
}

/**
 * A card in the browser's top layer beside what it explains. It takes the focus when it opens, gives it back when it
 * closes, closes on Escape and on a click elsewhere, and never leaves the viewport, at 320 pixels and 200 % too.
 */
export function Popover({ anchor, label, subject, onClose, keepsOpen, children }: PopoverProps) {
  const card = useRef<HTMLDivElement>(null);
  // Layout effects throughout: the card stands in its place, with the focus, in the frame in which it appears; and they are
  // undone while the card is still in the page.
  const close = useRef(onClose);
  const keeps = useRef(keepsOpen);
  useLayoutEffect(() => {
    close.current = onClose;
    keeps.current = keepsOpen;
  });

  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    element.showPopover?.();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        event.preventDefault();
        close.current();
      }
    };
    const onPress = (event: MouseEvent) => {
      const target = event.target;
      // Where it was pressed: a button may be gone by its own press.
      const within = event.composedPath().includes(element);
      if (target instanceof Element && !within && !keeps.current?.(target)) close.current();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', onPress);
    };
  }, []);

  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    return autoUpdate(anchor, element, () => {
      void computePosition(anchor, element, {
        placement: 'bottom',
        strategy: 'fixed',
        middleware: [
          offset(10),
          flip({ padding: 12 }),
          shift({ padding: 12 }),
          size({
            padding: 12,
            apply: ({ availableHeight }) => {
              element.style.maxBlockSize = `${Math.max(160, availableHeight)}px`;
            },
          }),
        ],
      }).then(({ x, y }) => {
        element.style.setProperty('translate', `${Math.round(x)}px ${Math.round(y)}px`);
        element.dataset['placed'] = '';
      });
    });
  }, [anchor]);

  // Focus follows the subject, and goes back to the word when the card closes while it has the focus.
  useLayoutEffect(() => {
    card.current?.focus({ preventScroll: true });
  }, [subject]);
  // Undone while the card is still in the page and knows whether it has the focus.
  const word = useRef(anchor);
  useLayoutEffect(() => {
    word.current = anchor;
  });
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      const home = word.current;
      if (element?.contains(document.activeElement) && home instanceof HTMLElement && home.isConnected) {
        home.focus({ preventScroll: true });
      }
    };
  }, []);

  return (
    <div ref={card} popover="manual" role="dialog" aria-label={label} tabIndex={-1} className={styles['card']}>
      {children}
    </div>
  );
}
