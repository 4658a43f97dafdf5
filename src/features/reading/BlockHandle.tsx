import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import styles from './BlockHandle.module.css';

/**
 * Beside the paragraph under the mouse, a handle that means all of it. For the mouse alone: by finger and by keyboard the
 * bar of a selection offers the same.
 */
export function BlockHandle({
  onBlock,
  children,
}: {
  readonly onBlock: (block: string) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('reading');
  const [here, setHere] = useState<{ readonly block: string; readonly top: number } | null>(null);
  return (
    <div
      className={styles['text']}
      dir="rtl"
      onPointerOver={({ pointerType, target, currentTarget }) => {
        if (pointerType !== 'mouse' || !(target instanceof Element)) return;
        const element = target.closest<HTMLElement>('[data-block]');
        if (!element) return;
        const top = element.getBoundingClientRect().top - currentTarget.getBoundingClientRect().top;
        setHere({ block: element.dataset['block'] ?? '', top });
      }}
      onPointerLeave={() => setHere(null)}
    >
      {children}
      {here ? (
        <button
          type="button"
          className={styles['handle']}
          tabIndex={-1}
          aria-hidden="true"
          title={t('passage.paragraph')}
          style={{ insetBlockStart: here.top }}
          onClick={() => onBlock(here.block)}
        >
          <Icon name="link" />
        </button>
      ) : null}
    </div>
  );
}
