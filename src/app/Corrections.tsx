import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { correctionsOn } from '../core/annotation/correct.ts';
import type { Focus } from '../core/article/address.ts';
import type { Entity } from '../core/article/article.ts';
import type { ArticleLookup } from '../core/article/lookup.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import type { TextRange } from '../core/text/range.ts';
import type { ArticleHandle } from '../features/reading/ArticleText.tsx';
import { CorrectEntity } from '../features/tagging/CorrectEntity.tsx';
import { CorrectQuotation } from '../features/tagging/CorrectQuotation.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useCorrections, useKeptCorrections } from './use-corrections.ts';

interface QuotationToolsProps {
  readonly lookup: ArticleLookup;
  readonly quotation: Quotation;
  readonly text: RefObject<ArticleHandle | null>;
  readonly onDraft: (contents: readonly TextRange[] | null) => void;
  readonly onFocus: (focus: Focus | null) => void;
}

/** In the card of a quotation of an own text: what the machine got wrong is put right here. Nothing at an editor's. */
export function QuotationTools({ lookup, quotation, text, onDraft, onFocus }: QuotationToolsProps) {
  const { t } = useTranslation('correcting');
  const { say } = useFormat();
  const { correct, takeBack } = useCorrections(lookup.article);
  const kept = useKeptCorrections(lookup.article.id);
  const mine = correctionsOn(kept?.corrections ?? [], quotation.contents).at(-1);
  const nameOf = (id: string) => `\u2068${say(lookup.entity(id)?.name ?? { ar: '', en: '' })}\u2069`;
  if (quotation.provenance.by === 'editor') return null;
  return (
    <CorrectQuotation
      lookup={lookup}
      quotation={quotation}
      text={text}
      corrected={mine !== undefined}
      onDraft={onDraft}
      onTakeBack={() => mine && void takeBack(mine.id)}
      onSpeaker={(speaker) =>
        void correct(
          { kind: 'speaker', quotation: quotation.id, speaker },
          speaker === null
            ? t('said.nobody')
            : t('said.speaker', { name: 'entity' in speaker ? nameOf(speaker.entity) : `\u2068${speaker.name}\u2069` }),
        )
      }
      onEdges={(contents) => void correct({ kind: 'edges', quotation: quotation.id, contents }, t('said.edges'))}
      onRemove={() => {
        onFocus(null);
        void correct({ kind: 'notQuotation', quotation: quotation.id }, t('said.notQuotation'));
      }}
    />
  );
}

interface EntityToolsProps {
  readonly lookup: ArticleLookup;
  readonly entity: Entity;
  /** Which of its mentions the card stands at. */
  readonly place: number;
  readonly onFocus: (focus: Focus | null) => void;
}

/** In the card of an entity of an own text. */
export function EntityTools({ lookup, entity, place, onFocus }: EntityToolsProps) {
  const { t } = useTranslation('correcting');
  const { say } = useFormat();
  const { correct } = useCorrections(lookup.article);
  const mentions = lookup.mentionsOf(entity.id);
  const here = mentions[place] ?? mentions[0];
  const name = `\u2068${say(entity.name)}\u2069`;
  return (
    <CorrectEntity
      entities={lookup.article.entities}
      entity={entity}
      mentions={mentions.length}
      onMerge={async (into) => {
        const other = `\u2068${say(lookup.entity(into)?.name ?? { ar: '', en: '' })}\u2069`;
        const article = await correct({ kind: 'merge', entity: entity.id, into }, t('said.merge', { name, other }));
        const at = article?.mentions.filter((one) => one.entity === into).findIndex(({ id }) => id === here?.id) ?? -1;
        if (article) onFocus({ kind: 'entity', id: into, place: Math.max(0, at) });
      }}
      onSplit={async () => {
        if (!here) return;
        const article = await correct({ kind: 'split', mention: here.id }, t('said.split'));
        const split = article?.mentions.find(({ id }) => id === here.id);
        if (split) onFocus({ kind: 'entity', id: split.entity, place: 0 });
      }}
      onNoName={() => {
        if (!here) return;
        onFocus(null);
        void correct(
          { kind: 'notName', mention: here.id },
          t('said.notName', { words: `\u2068${here.range.words}\u2069` }),
        );
      }}
      onType={(type) => void correct({ kind: 'type', entity: entity.id, type }, t('said.type', { name }))}
    />
  );
}
