/** Edits of a codebook. Each gives the codebook as it is then; the caller sets `modified`, and names what is new. */
import { failure, type Result, success } from '../result.ts';
import { alike } from './change.ts';
import type { Codebook, Tag, TagGroup } from './codebook.ts';

export type CodebookFault =
  | { readonly kind: 'unknown'; readonly id: string }
  /** A name without a letter. */
  | { readonly kind: 'nameless' }
  /** These tags would be left without a group. */
  | { readonly kind: 'inUse'; readonly tags: readonly string[] };

type Edited = Result<Codebook, CodebookFault>;

/** A new codebook without tags. */
export const newCodebook = (id: string, name: string, modified: string): Codebook => ({
  format: 'isnad-codebook',
  version: 1,
  id,
  name,
  guidelines: '',
  groups: [],
  tags: [],
  required: [],
  modified,
});

/** Adds a group, or puts it in the place of the one of its id. */
export const putGroup = (codebook: Codebook, group: TagGroup): Edited =>
  group.name.trim() === ''
    ? failure({ kind: 'nameless' })
    : success({ ...codebook, groups: replaced(codebook.groups, group) });

/** Adds a tag, or puts it in the place of the one of its id. Its group must be there. */
export function putTag(codebook: Codebook, tag: Tag): Edited {
  if (tag.name.trim() === '') return failure({ kind: 'nameless' });
  if (!codebook.groups.some(({ id }) => id === tag.group)) return failure({ kind: 'unknown', id: tag.group });
  return success({ ...codebook, tags: replaced(codebook.tags, tag) });
}

/** Takes a tag away. Annotations that bear it keep it, and `validate` tells of them. */
export const removeTag = (codebook: Codebook, id: string): Edited =>
  codebook.tags.some((tag) => tag.id === id)
    ? success({ ...codebook, tags: codebook.tags.filter((tag) => tag.id !== id) })
    : failure({ kind: 'unknown', id });

/** Takes a group away; with its tags only where `withTags` says so. */
export function removeGroup(codebook: Codebook, id: string, withTags: boolean): Edited {
  if (!codebook.groups.some((group) => group.id === id)) return failure({ kind: 'unknown', id });
  const tags = codebook.tags.filter(({ group }) => group === id);
  if (tags.length > 0 && !withTags) return failure({ kind: 'inUse', tags: tags.map((tag) => tag.id) });
  return success({
    ...codebook,
    groups: codebook.groups.filter((group) => group.id !== id),
    tags: codebook.tags.filter(({ group }) => group !== id),
  });
}

/** Moves a group, or a tag among those of its group, so many places down (up below zero), as far as there is room. */
export function move(codebook: Codebook, what: 'groups' | 'tags', id: string, by: number): Edited {
  if (what === 'groups') {
    const groups = moved(codebook.groups, id, by);
    return groups ? success({ ...codebook, groups }) : failure({ kind: 'unknown', id });
  }
  const group = codebook.tags.find((tag) => tag.id === id)?.group;
  const siblings = moved(
    codebook.tags.filter((tag) => tag.group === group),
    id,
    by,
  );
  if (!siblings) return failure({ kind: 'unknown', id });
  let next = 0;
  // The places that the group's tags have in the list stay; who stands in them changes.
  const tags = codebook.tags.map((tag) => (tag.group === group ? (siblings[next++] as Tag) : tag));
  return success({ ...codebook, tags });
}

function moved<Item extends { readonly id: string }>(items: readonly Item[], id: string, by: number): Item[] | null {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  if (!item) return null;
  const to = Math.min(items.length - 1, Math.max(0, from + by));
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

const replaced = <Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] =>
  items.some(({ id }) => id === item.id) ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item];

/** Keys that more than one tag wants, with the tags' ids. Two tags clash where they can be on one sort of annotation. */
export function clashes(codebook: Codebook): { readonly shortcut: string; readonly tags: readonly string[] }[] {
  const byKey = new Map<string, Tag[]>();
  for (const tag of codebook.tags) {
    if (tag.shortcut !== null) byKey.set(tag.shortcut, [...(byKey.get(tag.shortcut) ?? []), tag]);
  }
  return [...byKey].flatMap(([shortcut, tags]) => {
    const rivals = tags.filter((tag) =>
      tags.some((other) => other !== tag && other.on.some((sort) => tag.on.includes(sort))),
    );
    return rivals.length > 1 ? [{ shortcut, tags: rivals.map(({ id }) => id) }] : [];
  });
}

export interface Merged {
  readonly codebook: Codebook;
  /** Ids of tags and groups that are new here. */
  readonly added: readonly string[];
  /** Ids of tags and groups that both have, and say different things of; `prefer` decided. */
  readonly differ: readonly string[];
  /** Ids of tags that lost their shortcut, because a tag of one's own has it. */
  readonly unkeyed: readonly string[];
}

/** Another codebook's groups and tags beside one's own, matched by id. Nothing of one's own is lost. */
export function mergeCodebooks(own: Codebook, other: Codebook, prefer: 'own' | 'other'): Merged {
  const groups = mergeById(own.groups, other.groups, prefer);
  const tags = mergeById(own.tags, other.tags, prefer);
  const merged = { ...own, groups: groups.items, tags: tags.items };
  const added = new Set(tags.added);
  const unkeyed = clashes(merged).flatMap(({ tags: rivals }) => {
    // Whoever came later gives way; two of one's own that clashed before are left to their owner.
    const late = rivals.filter((id) => added.has(id) || tags.differ.includes(id));
    return late.length === rivals.length ? late.slice(1) : late;
  });
  return {
    codebook: {
      ...merged,
      tags: merged.tags.map((tag) => (unkeyed.includes(tag.id) ? { ...tag, shortcut: null } : tag)),
      required: [...new Set([...own.required, ...other.required])],
    },
    added: [...groups.added, ...tags.added],
    differ: [...groups.differ, ...tags.differ],
    unkeyed,
  };
}

function mergeById<Item extends { readonly id: string }>(
  own: readonly Item[],
  other: readonly Item[],
  prefer: 'own' | 'other',
) {
  const mine = new Map(own.map((item) => [item.id, item]));
  const differ = other.filter((item) => mine.has(item.id) && !alike(mine.get(item.id), item));
  const added = other.filter((item) => !mine.has(item.id));
  const theirs = new Map((prefer === 'other' ? differ : []).map((item) => [item.id, item]));
  return {
    items: [...own.map((item) => theirs.get(item.id) ?? item), ...added],
    added: added.map(({ id }) => id),
    differ: differ.map(({ id }) => id),
  };
}
