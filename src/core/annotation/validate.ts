/** What the codebook asks for and an annotation has not, or has too much of: told, never enforced while somebody works. */
import { compareSpots } from './place.ts';
import type { Codebook, Requirable } from './codebook.ts';
import type { Desk } from './desk.ts';
import type { Tagging } from './layer.ts';
import { taggable, type Target } from './tagging.ts';

export type Demand =
  /** A required field is empty. */
  | { readonly kind: 'field'; readonly field: Requirable }
  /** No tag of a required group. */
  | { readonly kind: 'group'; readonly group: string }
  /** More than one tag of an exclusive group. */
  | { readonly kind: 'exclusive'; readonly group: string; readonly tags: readonly string[] }
  /** A tag that the codebook does not have, or not for this sort of annotation. */
  | { readonly kind: 'tag'; readonly tag: string };

export interface Finding extends Target {
  readonly demands: readonly Demand[];
}

/** What the codebook demands of one annotation; empty where all is well, or there is no such annotation. */
export function demandsOn(desk: Desk, target: Target, codebook: Codebook): Demand[] {
  const quotation = target.on === 'quotations' ? desk.quotation(target.id) : undefined;
  const item: Tagging | undefined = target.on === 'quotations' ? quotation : desk.mention(target.id);
  if (!item) return [];
  const demands: Demand[] = [];
  if (quotation) {
    const has: Readonly<Record<Requirable, boolean>> = {
      cue: quotation.cue.length > 0,
      source: quotation.source !== null,
      speaker: quotation.speaker !== null,
      addressee: quotation.addressee !== null,
      about: quotation.about.length > 0,
      note: quotation.note !== null,
    };
    for (const field of codebook.required) if (!has[field]) demands.push({ kind: 'field', field });
  }
  const sort = taggable(target.on);
  const fitting = codebook.tags.filter(({ on }) => on.includes(sort));
  const known = new Set(fitting.map(({ id }) => id));
  for (const group of codebook.groups) {
    const tags = fitting.filter((tag) => tag.group === group.id).map(({ id }) => id);
    const given = tags.filter((id) => item.tags.includes(id));
    if (group.required && tags.length > 0 && given.length === 0) demands.push({ kind: 'group', group: group.id });
    if (group.exclusive && given.length > 1) demands.push({ kind: 'exclusive', group: group.id, tags: given });
  }
  for (const tag of item.tags) if (!known.has(tag)) demands.push({ kind: 'tag', tag });
  return demands;
}

/** Every annotation with something demanded of it, in text order. */
export function validate(desk: Desk, codebook: Codebook): Finding[] {
  const items = [
    ...[...desk.quotations()].map(({ id, contents }) => ({ on: 'quotations' as const, id, range: contents[0] })),
    ...[...desk.mentions()].map(({ id, range }) => ({ on: 'mentions' as const, id, range })),
  ];
  return items
    .map((item) => ({ ...item, demands: demandsOn(desk, item, codebook) }))
    .filter(({ demands }) => demands.length > 0)
    .sort(compareSpots(desk))
    .map(({ on, id, demands }) => ({ on, id, demands }));
}
