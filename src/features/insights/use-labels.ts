import { useTranslation } from 'react-i18next';
import type { Column, Label } from '../../core/statistics/table.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** A name within a sentence, so that one of the other direction does not turn its neighbours about. */
export const apart = (name: string): string => `\u2068${name}\u2069`;

/** What rows, columns and values are called in the language of the interface. */
export function useLabels() {
  const { t } = useTranslation('insights');
  const { say, number, percent, language, comma } = useFormat();
  const name = (label: Label): string => {
    switch (label.kind) {
      case 'entity':
        return say(label.name);
      case 'nobody':
        return t('nobody', { ns: 'speakers' });
      case 'narrator':
        return t('narrator');
      case 'quotationKind':
        return t(`kinds.${label.value}`, { ns: 'speakers' });
      case 'verbClass':
        return t(`verbs.${label.value}`, { ns: 'speakers' });
      case 'tag':
        return label.name ?? label.id;
      case 'untagged':
        return t('untagged');
      case 'figure':
        return t(`figures.${label.value}`);
    }
  };
  const value = (amount: number, { unit }: Pick<Column, 'unit'>): string =>
    unit === 'share' ? percent(amount) : number(amount);
  return { name, value, number, percent, language, comma, rtl: language === 'ar' };
}
