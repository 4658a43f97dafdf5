import { useTranslation } from 'react-i18next';
import type { Codebook } from '../../core/annotation/codebook.ts';
import type { Demand } from '../../core/annotation/validate.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './tagging.module.css';

/** What the codebook asks for and this annotation has not: told, never in the way. */
export function Missing({ demands, codebook }: { readonly demands: readonly Demand[]; readonly codebook: Codebook }) {
  const { t } = useTranslation('tagging');
  const { comma } = useFormat();
  if (demands.length === 0) return null;
  const groupName = (id: string) => `\u2068${codebook.groups.find((group) => group.id === id)?.name ?? id}\u2069`;
  const told = demands.map((demand) => {
    switch (demand.kind) {
      case 'field':
        return t(`fields.${demand.field}`);
      case 'group':
        return t('demands.group', { group: groupName(demand.group) });
      case 'exclusive':
        return t('demands.exclusive', { group: groupName(demand.group) });
      case 'tag':
        return t('demands.tag', { tag: `\u2068${demand.tag}\u2069` });
    }
  });
  return (
    <p className={styles['demands']} role="status">
      {t('missing', { fields: told.join(comma) })}
    </p>
  );
}
