/** What only a reader's own text has on its page, fetched with the first of them. */
import { fetchWords } from '../i18n/later.ts';
import { part } from '../session/parts.ts';

const fetchTools = async () => {
  const [module] = await Promise.all([
    import('./Corrections.tsx'),
    fetchWords('correcting'),
    fetchWords('tagging'),
    fetchWords('layers'),
  ]);
  return module;
};

export const ownParts = {
  /** Above the text. */
  Bar: part(async () => {
    const [module] = await Promise.all([import('./OwnText.tsx'), fetchWords('texts'), fetchWords('correcting')]);
    return module.OwnText;
  }),
  /** In the card of a chosen quotation, and of an entity. */
  QuotationTools: part(async () => (await fetchTools()).QuotationTools),
  EntityTools: part(async () => (await fetchTools()).EntityTools),
};

export type OwnParts = typeof ownParts;
