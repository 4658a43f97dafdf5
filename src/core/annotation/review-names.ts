/**
 * Review of names: another layer's mentions beside one's own, as its quotations are (review). The same mention is one of
 * the same letters; whom it means is compared by name and form, since ids are each layer's own.
 */
import type { Entity } from '../article/article.ts';
import { failure } from '../result.ts';
import { type Change, stepOf } from './change.ts';
import type { Desk } from './desk.ts';
import { type Edit, edit, fits, put, unknown } from './edit.ts';
import { mentionAt, withAliases, withoutUnused } from './entity.ts';
import type { Layer, LayerMention } from './layer.ts';
import { compareSpots } from './place.ts';
import { keysOf, matchEntities, type ProposalKey, type ProposalOf, type Rejections, rejectedIn } from './review.ts';
import { keyOfWords } from './tokens.ts';

export interface NameProposal extends ProposalOf<'mentions', 'entity'> {
  readonly mention: LayerMention;
  /** Whom the other layer means by it. */
  readonly entity: Entity;
}

/** The other layer's mentions in text order, as they stand to one's own. The two layers must be of one text. */
export function nameProposalsOf(desk: Desk, other: Layer, rejections: Rejections): NameProposal[] {
  const keyOf = keysOf(desk.blocks);
  const rejected = rejectedIn(rejections);
  const inOrder = compareSpots(desk);
  const own = matchEntities(desk, other);
  const theirs = new Map(other.entities.map((entity) => [entity.id, entity]));
  return other.mentions
    .flatMap((mention): NameProposal[] => {
      const entity = theirs.get(mention.entity);
      if (!entity || !fits(desk, [mention.range])) return [];
      const key = () => nameKey(keyOf({ contents: [mention.range] }));
      const twin = mentionAt(desk, mention.range);
      const met = new Set(
        desk
          .touching(mention.range.block, mention.range)
          .filter(({ on }) => on === 'mentions')
          .map(({ id }) => id),
      );
      const agreed = twin !== undefined && isSame(desk.entity(twin.entity), entity, own.get(entity.id));
      return [
        {
          on: 'mentions',
          ref: `mentions/${mention.id}`,
          ranges: [mention.range],
          mention,
          entity,
          key,
          status: twin ? 'same' : met.size > 0 ? 'overlaps' : 'new',
          mine: twin ? [twin.id] : [...met],
          differs: twin && !agreed ? ['entity'] : [],
          rejected: rejected(key),
        },
      ];
    })
    .sort((a, b) => inOrder(a.mention, b.mention));
}

/** The words of a name may be all of a quotation too: to turn one down says nothing of the other. */
const nameKey = ({ words, ...rest }: ProposalKey): ProposalKey => ({ words: `name ${words}`, ...rest });

/** Two that no name tells apart are one, though another of the same form keeps them from being matched. */
const isSame = (mine: Entity | undefined, theirs: Entity, matched: string | undefined): boolean =>
  mine !== undefined &&
  (mine.id === matched || (mine.type === theirs.type && keyOfWords(mine.name.ar) === keyOfWords(theirs.name.ar)));

/**
 * One step that takes a name over, with whom it means: one's own entity of the same name or form, or theirs. `replace`: one's
 * own mentions that go for it; without them it is put beside. `id`: what it will be called.
 */
export function acceptName(
  desk: Desk,
  other: Layer,
  mentionId: string,
  id: string,
  replace: readonly string[] = [],
): Edit {
  const theirs = other.mentions.find((one) => one.id === mentionId);
  const entity = other.entities.find((one) => one.id === theirs?.entity);
  if (!theirs || !entity) return unknown('mentions', mentionId);
  const lost = replace.find((one) => !desk.mention(one));
  if (lost !== undefined) return unknown('mentions', lost);
  if (!fits(desk, [theirs.range])) return failure({ kind: 'range' });
  const taken = mentionAt(desk, theirs.range);
  if (taken && !replace.includes(taken.id)) return failure({ kind: 'taken', id: taken.id });

  const gone = new Set(replace);
  const mine = desk.entity(matchEntities(desk, other).get(entity.id) ?? '');
  const meant =
    mine ?? ({ ...entity, id: desk.entity(entity.id) ? desk.fresh('entities') : entity.id, aliases: [] } as const);
  const before = replace.flatMap((one) => desk.mention(one) ?? []);
  const left = new Set(before.map((one) => one.entity).filter((one) => one !== meant.id));
  return edit(
    stepOf('accept', [
      put('entities', mine ?? null, withAliases(mine ? withoutUnused(desk, mine, gone) : meant, [theirs.range])),
      ...[...left].flatMap((one): Change[] => {
        const entity = desk.entity(one);
        return entity ? [put('entities', entity, withoutUnused(desk, entity, gone))] : [];
      }),
      ...before.map((one) => put('mentions', one, null)),
      put('mentions', null, {
        ...theirs,
        id,
        entity: meant.id,
        // Their tags may be of another codebook; one's own come from what it replaces.
        tags: [...new Set(before.flatMap(({ tags }) => tags))],
        note: before.map(({ note }) => note).find((note) => note !== null) ?? theirs.note,
      }),
    ]),
  );
}
