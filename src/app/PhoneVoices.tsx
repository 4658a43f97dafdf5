import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../core/article/lookup.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import { QuotationCard } from '../features/speakers/QuotationCard.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { Icon } from '../ui/icons.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './app.module.css';

interface PhoneVoicesProps {
  readonly lookup: ArticleLookup;
  readonly chosen: Quotation | undefined;
  /** The whole panel, shown as a sheet; null while it is closed. */
  readonly panel: ReactNode | null;
  readonly peek: Ref<HTMLElement>;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onLetGo: () => void;
  readonly onChoose: (id: string) => void;
  readonly onEntity: (id: string) => void;
  readonly onShare: (id: string) => void;
  readonly tools?: ((quotation: Quotation) => ReactNode) | undefined;
}

/** On a phone the voices are a button, a strip at the foot for the chosen quotation, and a sheet for all of them. */
export function PhoneVoices({
  lookup,
  chosen,
  panel,
  peek,
  onOpen,
  onClose,
  onLetGo,
  onChoose,
  onEntity,
  onShare,
  tools,
}: PhoneVoicesProps) {
  const { t } = useTranslation('speakers');
  const { number } = useFormat();
  const { quotations } = lookup.article;
  return (
    <>
      {/* Not under the chosen quotation, where the keyboard would reach a button that nobody sees. */}
      {chosen && panel === null ? null : (
        <nav className={styles['bar']} aria-label={t('title')}>
          <button type="button" className="button" data-main="" aria-haspopup="dialog" onClick={onOpen}>
            <Icon name="voices" />
            {t('openPanel', { ns: 'reading', count: quotations.length })}
          </button>
        </nav>
      )}
      {panel === null ? null : (
        <Sheet label={t('title')} closeLabel={t('close')} onClose={onClose}>
          {panel}
        </Sheet>
      )}
      {chosen && panel === null ? (
        <section className={styles['peek']} ref={peek} tabIndex={-1} aria-label={t('chosen')}>
          <div className={styles['peekHead']}>
            <span>
              {t('numbered', { number: number(quotations.indexOf(chosen) + 1), total: number(quotations.length) })}
            </span>
            <button type="button" className="button" data-plain="" aria-label={t('close')} onClick={onLetGo}>
              <Icon name="close" />
            </button>
          </div>
          <QuotationCard
            lookup={lookup}
            quotation={chosen}
            chosen
            named
            query=""
            onChoose={onChoose}
            onEntity={onEntity}
            onShare={onShare}
            tools={tools}
          />
        </section>
      ) : null}
    </>
  );
}
