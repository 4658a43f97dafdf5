import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Codebook } from '../../core/annotation/codebook.ts';
import type { Comparison, Field, Item } from '../../core/agreement/compare.ts';
import type { Side } from '../../core/agreement/mend.ts';
import type { TextRange } from '../../core/text/range.ts';
import { listComma } from '../../i18n/i18n.ts';

/** The words that an item is about, as one of the two has them. */
export function wordsOf(item: Item, side: Side): string | null {
  if (item.subject === 'mention') return item[side]?.range.words ?? null;
  return item[side]?.contents.map(({ words }) => words).join(' … ') ?? null;
}

/** The first or the last few words of an item that has one piece: where it begins, or ends. */
export function edgeOf(item: Item, side: Side, edge: 'start' | 'end'): string | null {
  const words = wordsOf(item, side)?.split(/\s+/);
  if (!words || words.length <= 3) return words?.join(' ') ?? null;
  return edge === 'start' ? `${words.slice(0, 3).join(' ')}\u00a0…` : `…\u00a0${words.slice(-3).join(' ')}`;
}

/** The words of an item as whichever side has them, shortened between words for a label. */
export function briefly(item: Item): string {
  const words = (wordsOf(item, 'left') ?? wordsOf(item, 'right') ?? '').split(' ');
  return words.length <= 8 ? words.join(' ') : `${words.slice(0, 7).join(' ')}\u00a0…`;
}

/** What a side says in a field, in the language of the interface; Arabic words of the text stay as they are. */
export function useDescribe(comparison: Comparison, codebook: Codebook | null) {
  const { t, i18n } = useTranslation('measures');
  const { language } = i18n;
  return useCallback(
    (item: Item, side: Side, field: Field): string => {
      const layer = comparison[side];
      const nothing = t('nothing');
      const name = (id: string | null): string => {
        const entity = layer.entities.find((one) => one.id === id);
        if (!entity) return t('nobody', { ns: 'speakers' });
        return language === 'en' && entity.name.en !== '' ? entity.name.en : entity.name.ar;
      };
      const list = (texts: readonly string[]) => (texts.length === 0 ? nothing : texts.join(listComma(language)));
      const words = (ranges: readonly TextRange[]) =>
        ranges.length === 0 ? nothing : ranges.map((range) => range.words).join(' … ');
      const tags = (ids: readonly string[]) =>
        list(ids.map((id) => codebook?.tags.find((tag) => tag.id === id)?.name ?? id));
      if (item.subject === 'mention') {
        const mention = item[side];
        if (!mention) return nothing;
        if (field === 'tags') return tags(mention.tags);
        const type = layer.entities.find(({ id }) => id === mention.entity)?.type;
        return field === 'type' && type ? t(`one.${type}`, { ns: 'reading' }) : name(mention.entity);
      }
      const quotation = item[side];
      if (!quotation) return nothing;
      switch (field) {
        case 'cue':
          return words(quotation.cue);
        case 'source':
          return words(quotation.source ? [quotation.source] : []);
        case 'kind':
          return t(`kinds.${quotation.kind}`, { ns: 'speakers' });
        case 'verb':
          return t(`verbs.${quotation.verb.class}`, { ns: 'speakers' });
        case 'speaker':
          return name(quotation.speaker);
        case 'addressee':
          return quotation.addressee === null ? nothing : name(quotation.addressee);
        case 'about':
          return list(quotation.about.map(name));
        case 'parent': {
          const parent = layer.quotations.find(({ id }) => id === quotation.parent);
          return parent ? t('nested', { ns: 'speakers', name: name(parent.speaker) }) : nothing;
        }
        case 'tags':
          return tags(quotation.tags);
        case 'entity':
        case 'type':
          return nothing;
      }
    },
    [comparison, codebook, t, language],
  );
}
