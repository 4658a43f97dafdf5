import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '../core/article/article.ts';
import type { Focus } from '../core/article/address.ts';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { GlossaryCard } from '../features/glossary/GlossaryCard.tsx';
import { AlsoHere, EntityCard } from '../features/reading/EntityCard.tsx';
import type { Target } from '../features/reading/model.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Popover } from '../ui/Popover.tsx';
import type { Anchored } from './use-focus.ts';

interface WordCardProps {
  readonly lookup: ArticleLookup;
  readonly anchored: Anchored;
  /** What else the same words stand for. */
  readonly others: readonly Target[];
  readonly onFocus: (focus: Focus) => void;
  /** What leads to the panel and to sharing is left out where there is neither. */
  readonly onSpoken?: (entity: string) => void;
  readonly onAbout?: (entity: string) => void;
  readonly onOther: (target: Target) => void;
  readonly onShare?: (kind: 'entity' | 'glossary', id: string, place: number) => void;
  readonly onClose: () => void;
  /** What else can be done with an entity, at the mention of this place. */
  readonly tools?: ((entity: Entity, place: number) => ReactNode) | undefined;
}

/** The card at a word: an entity's or a glossary entry's. */
export function WordCard({
  lookup,
  anchored,
  others,
  onFocus,
  onSpoken,
  onAbout,
  onOther,
  onShare,
  onClose,
  tools,
}: WordCardProps) {
  const { t } = useTranslation('reading');
  const { say } = useFormat();
  const { focus, at } = anchored;
  const onPlace = (place: number) => onFocus({ ...focus, place });
  const entity = focus.kind === 'entity' ? lookup.entity(focus.id) : undefined;
  if (entity) {
    return (
      <Popover
        anchor={at}
        label={t('entity', { name: say(entity.name) })}
        subject={entity.id}
        onClose={onClose}
        keepsOpen={isLeaf}
      >
        <EntityCard
          lookup={lookup}
          entity={entity}
          place={focus.place}
          others={others}
          onPlace={onPlace}
          onSpoken={onSpoken && (() => onSpoken(entity.id))}
          onAbout={onAbout && (() => onAbout(entity.id))}
          onOther={onOther}
          onShare={onShare && (() => onShare('entity', entity.id, focus.place))}
          onClose={onClose}
        >
          {tools?.(entity, focus.place)}
        </EntityCard>
      </Popover>
    );
  }
  const entry = focus.kind === 'glossary' ? lookup.entry(focus.id) : undefined;
  if (!entry) return null;
  return (
    <Popover
      anchor={at}
      label={t('opened', { ns: 'glossary', word: entry.vocalised })}
      subject={entry.id}
      onClose={onClose}
      keepsOpen={isLeaf}
    >
      <GlossaryCard
        lookup={lookup}
        entry={entry}
        place={focus.place}
        onPlace={onPlace}
        onShare={onShare && (() => onShare('glossary', entry.id, focus.kind === 'glossary' ? focus.place : 0))}
        onClose={onClose}
      >
        <AlsoHere lookup={lookup} others={others} onOther={onOther} />
      </GlossaryCard>
    </Popover>
  );
}

/** A click on another clickable word opens that one's card in place of this; it need not close this one first. */
const isLeaf = (target: Element): boolean => target.closest('.leaf') !== null;
