/** Edits of entities and their mentions. Each gives the step to make, or why it cannot be made; none changes the desk. */
import type { Entity, EntityType } from '../article/article.ts';
import { failure } from '../result.ts';
import { foldText } from '../text/fold.ts';
import type { Span, TextRange } from '../text/range.ts';
import { type Change, stepOf } from './change.ts';
import type { Desk } from './desk.ts';
import { type Edit, edit, fits, put, rangeOf, unknown } from './edit.ts';
import type { LayerMention, LayerQuotation } from './layer.ts';

/** A form of a name as it is kept: bare of tashkeel. */
const aliasOf = ({ words }: TextRange): string => foldText(words, 'marks').trim();

/** A new entity that these words name. `ids`: what the entity and its mention will be called. */
export function newEntity(
  desk: Desk,
  range: TextRange,
  type: EntityType,
  ids: { readonly entity: string; readonly mention: string },
): Edit {
  if (!fits(desk, [range])) return failure({ kind: 'range' });
  const taken = mentionAt(desk, range);
  if (taken) return failure({ kind: 'taken', id: taken.id });
  const entity = nameless(ids.entity, type, { ar: aliasOf(range), en: '' }, true, [aliasOf(range)]);
  return edit(
    stepOf('newEntity', [
      put('entities', null, entity),
      put('mentions', null, { id: ids.mention, entity: entity.id, range, tags: [], note: null }),
    ]),
  );
}

/** A participant without a proper name ("a security source"), who need not be mentioned anywhere. */
export const newParticipant = (description: string, type: EntityType, id: string): Edit =>
  description.trim() === ''
    ? failure({ kind: 'range' })
    : edit(
        stepOf('newEntity', [put('entities', null, nameless(id, type, { ar: description.trim(), en: '' }, false, []))]),
      );

const nameless = (
  id: string,
  type: EntityType,
  name: Entity['name'],
  named: boolean,
  aliases: readonly string[],
): Entity => ({
  id,
  type,
  named,
  gender: null,
  name,
  aliases,
  role: null,
  description: { ar: '', en: '' },
  authority: [],
});

/** The mention of exactly this stretch, if there is one. */
export function mentionAt(desk: Desk, { block, start, end }: Omit<TextRange, 'words'>): LayerMention | undefined {
  const spot = desk
    .touching(block, { start, end })
    .find(({ on, range }) => on === 'mentions' && range.start === start && range.end === end);
  return spot && desk.mention(spot.id);
}

/** These words name an entity that is known. Its forms come to know this one. */
export function addMention(desk: Desk, entityId: string, range: TextRange, id: string): Edit {
  const entity = desk.entity(entityId);
  if (!entity) return unknown('entities', entityId);
  if (!fits(desk, [range])) return failure({ kind: 'range' });
  const taken = mentionAt(desk, range);
  if (taken) return failure({ kind: 'taken', id: taken.id });
  return edit(
    stepOf('addMention', [
      put('mentions', null, { id, entity: entityId, range, tags: [], note: null }),
      put('entities', entity, withAliases(entity, [range])),
    ]),
  );
}

/** The entity with the forms of these ranges among its own. */
export const withAliases = (entity: Entity, ranges: readonly TextRange[]): Entity => {
  const aliases = [...new Set([...entity.aliases, ...ranges.map(aliasOf)])].filter((alias) => alias !== '');
  return aliases.length === entity.aliases.length ? entity : { ...entity, aliases };
};

/** The mention is another entity's. */
export const assignMention = (desk: Desk, id: string, entityId: string): Edit => {
  const mention = desk.mention(id);
  const entity = desk.entity(entityId);
  if (!mention) return unknown('mentions', id);
  if (!entity) return unknown('entities', entityId);
  if (mention.entity === entityId) return failure({ kind: 'unchanged' });
  return edit(
    stepOf('assignMention', [
      put('mentions', mention, { ...mention, entity: entityId }),
      put('entities', entity, withAliases(entity, [mention.range])),
      ...forget(desk, mention.entity, new Set([id])),
    ]),
  );
};

/** Moves the edges of a mention to this stretch of the same block. */
export function moveMention(desk: Desk, id: string, span: Span): Edit {
  const mention = desk.mention(id);
  if (!mention) return unknown('mentions', id);
  const range = rangeOf(desk, mention.range.block, span);
  if (!range.ok) return range;
  const taken = mentionAt(desk, range.value);
  if (taken && taken.id !== id) return failure({ kind: 'taken', id: taken.id });
  const entity = desk.entity(mention.entity);
  const kept = entity && withAliases(withoutUnused(desk, entity, new Set([id])), [range.value]);
  return edit(
    stepOf('moveEdge', [
      put('mentions', mention, { ...mention, range: range.value }),
      ...(entity && kept ? [put('entities', entity, kept)] : []),
    ]),
  );
}

/** Takes mentions away. Their entities stay, even without any. */
export function removeMentions(desk: Desk, ids: readonly string[]): Edit {
  const gone = new Set(ids);
  const lost = ids.find((id) => !desk.mention(id));
  if (lost !== undefined) return unknown('mentions', lost);
  const entities = new Set([...gone].map((id) => desk.mention(id)?.entity ?? ''));
  return edit(
    stepOf('removeMention', [
      ...[...gone].map((id) => put('mentions', desk.mention(id) ?? null, null)),
      ...[...entities].flatMap((id) => forget(desk, id, gone)),
    ]),
  );
}

/** The entity's forms without those that only the mentions in `gone` had. */
function forget(desk: Desk, entityId: string, gone: ReadonlySet<string>): Change[] {
  const entity = desk.entity(entityId);
  return entity ? [put('entities', entity, withoutUnused(desk, entity, gone))] : [];
}

/** The entity without the forms that only its mentions in `gone` had. */
export function withoutUnused(desk: Desk, entity: Entity, gone: ReadonlySet<string>): Entity {
  const [left, lost] = [new Set<string>(), new Set<string>()];
  for (const id of desk.mentionsOf(entity.id)) {
    const mention = desk.mention(id);
    if (mention) (gone.has(id) ? lost : left).add(aliasOf(mention.range));
  }
  const aliases = entity.aliases.filter((alias) => left.has(alias) || !lost.has(alias));
  return aliases.length === entity.aliases.length ? entity : { ...entity, aliases };
}

/** All that is of the entities `from` becomes of `id`, and they go. What `id` does not say of itself it learns from them. */
export function mergeEntities(desk: Desk, id: string, from: readonly string[]): Edit {
  const kept = desk.entity(id);
  if (!kept) return unknown('entities', id);
  const gone = new Set(from.filter((other) => other !== id));
  const changes: Change[] = [];
  let merged = kept;
  for (const other of gone) {
    const entity = desk.entity(other);
    if (!entity) return unknown('entities', other);
    merged = {
      ...merged,
      named: merged.named || entity.named,
      name: { ar: merged.name.ar || entity.name.ar, en: merged.name.en || entity.name.en },
      gender: merged.gender ?? entity.gender,
      role: merged.role ?? entity.role,
      description: merged.description.ar === '' ? entity.description : merged.description,
      aliases: [...new Set([...merged.aliases, ...entity.aliases])],
      authority: [
        ...merged.authority,
        ...entity.authority.filter(
          (one) => !merged.authority.some((own) => own.register === one.register && own.id === one.id),
        ),
      ],
    };
    for (const mentionId of desk.mentionsOf(other)) {
      const mention = desk.mention(mentionId);
      if (mention) changes.push(put('mentions', mention, { ...mention, entity: id }));
    }
    changes.push(put('entities', entity, null));
  }
  changes.push(put('entities', kept, merged), ...rename(desk, gone, id));
  return edit(stepOf('mergeEntities', changes));
}

/** These mentions, of whatever entities, become one new entity's; each other one keeps at least one of its mentions. */
export function splitEntity(desk: Desk, mentionIds: readonly string[], id: string): Edit {
  const taken = new Set(mentionIds);
  const mentions: LayerMention[] = [];
  for (const one of taken) {
    const mention = desk.mention(one);
    if (!mention) return unknown('mentions', one);
    mentions.push(mention);
  }
  const [first] = mentions;
  const origin = first && desk.entity(first.entity);
  if (!first || !origin) return failure({ kind: 'unchanged' });
  const entities = new Set(mentions.map(({ entity }) => entity));
  for (const one of entities) {
    if ([...desk.mentionsOf(one)].every((mention) => taken.has(mention))) return failure({ kind: 'nothingLeft' });
  }
  const longest = mentions.map(({ range }) => aliasOf(range)).reduce((a, b) => (b.length > a.length ? b : a));
  const entity = withAliases(
    nameless(id, origin.type, { ar: longest, en: '' }, true, []),
    mentions.map(({ range }) => range),
  );
  return edit(
    stepOf('splitEntity', [
      put('entities', null, entity),
      ...mentions.map((mention) => put('mentions', mention, { ...mention, entity: id })),
      ...[...entities].flatMap((one) => forget(desk, one, taken)),
    ]),
  );
}

/** Name, type, role and whatever else is known of the entity. Where a field is being typed in, `typing` names it. */
export function setEntity(
  desk: Desk,
  id: string,
  told: Partial<Omit<Entity, 'id' | 'aliases'>>,
  typing: 'name' | 'role' | 'description' | null = null,
): Edit {
  const entity = desk.entity(id);
  if (!entity) return unknown('entities', id);
  return edit(
    stepOf('setEntity', [put('entities', entity, { ...entity, ...told })], typing && `entities/${id}/${typing}`),
  );
}

/** What hangs on an entity: to be told before it is taken away. */
export interface EntityUses {
  readonly mentions: number;
  readonly spoken: number;
  readonly addressed: number;
  readonly about: number;
  /** Links of chains of transmission. */
  readonly handed: number;
}

export function usesOf(desk: Desk, id: string): EntityUses {
  const quotations = [...desk.quotationsOf(id)].flatMap((one) => desk.quotation(one) ?? []);
  const count = (test: (quotation: LayerQuotation) => boolean) => quotations.filter(test).length;
  return {
    mentions: desk.mentionsOf(id).size,
    spoken: count(({ speaker }) => speaker === id),
    addressed: count(({ addressee }) => addressee === id),
    about: count(({ about }) => about.includes(id)),
    handed: count(({ via }) => via.some(({ entity }) => entity === id)),
  };
}

/** Takes an entity away with its mentions; its quotations stay and are nobody's ({@link usesOf} tells how many). */
export function removeEntity(desk: Desk, id: string): Edit {
  const entity = desk.entity(id);
  if (!entity) return unknown('entities', id);
  return edit(
    stepOf('removeEntity', [
      ...[...desk.mentionsOf(id)].map((mention) => put('mentions', desk.mention(mention) ?? null, null)),
      ...rename(desk, new Set([id]), null),
      put('entities', entity, null),
    ]),
  );
}

/** Every quotation that names one of these entities names the other instead, or nobody. */
function rename(desk: Desk, gone: ReadonlySet<string>, to: string | null): Change[] {
  const now = (id: string | null) => (id !== null && gone.has(id) ? to : id);
  const touched = new Set([...gone].flatMap((id) => [...desk.quotationsOf(id)]));
  return [...touched].flatMap((id) => {
    const quotation = desk.quotation(id);
    if (!quotation) return [];
    const via = quotation.via.flatMap((link) => {
      const entity = now(link.entity);
      return entity === null ? [] : [{ ...link, entity }];
    });
    const about = [...new Set(quotation.about.map(now))].filter((one) => one !== null);
    const changed = { ...quotation, speaker: now(quotation.speaker), addressee: now(quotation.addressee), about, via };
    return [put('quotations', quotation, changed)];
  });
}
