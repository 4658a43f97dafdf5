/** Tags and notes, on quotations and mentions alike. What somebody notes does not make the attribution theirs. */
import { failure } from '../result.ts';
import { type Step, stepOf } from './change.ts';
import type { Codebook, Taggable } from './codebook.ts';
import type { Desk } from './desk.ts';
import { type Edit, edit, put, unknown } from './edit.ts';
import type { Tagging } from './layer.ts';

export interface Target {
  readonly on: 'mentions' | 'quotations';
  readonly id: string;
}

/** What the codebook calls a thing of this list. */
export const taggable = (on: Target['on']): Taggable => (on === 'mentions' ? 'mention' : 'quotation');

/** Puts a tag on, or takes it off where it is on. A tag of an exclusive group takes the place of the one that was there. */
export function toggleTag(desk: Desk, target: Target, tagId: string, codebook: Codebook): Edit {
  const item = find(desk, target);
  if (!item) return unknown(target.on, target.id);
  if (item.tags.includes(tagId)) return set(desk, target, { tags: item.tags.filter((id) => id !== tagId) });
  const tag = codebook.tags.find(({ id }) => id === tagId);
  if (!tag?.on.includes(taggable(target.on))) return unknown('tag', tagId);
  const exclusive = codebook.groups.find(({ id }) => id === tag.group)?.exclusive === true;
  const rivals = new Set(exclusive ? codebook.tags.filter(({ group }) => group === tag.group).map(({ id }) => id) : []);
  return set(desk, target, { tags: [...item.tags.filter((id) => !rivals.has(id)), tagId] });
}

/** The note as it is being typed; nothing but space is no note. Notes typed in a row are undone as one. */
export const setNote = (desk: Desk, target: Target, note: string): Edit =>
  find(desk, target)
    ? set(desk, target, { note: note.trim() === '' ? null : note }, `${target.on}/${target.id}/note`)
    : unknown(target.on, target.id);

const find = (desk: Desk, { on, id }: Target): Tagging | undefined =>
  on === 'mentions' ? desk.mention(id) : desk.quotation(id);

function set(desk: Desk, { on, id }: Target, told: Partial<Tagging>, typing: string | null = null): Edit {
  const kind: Step['kind'] = told.tags ? 'setTags' : 'setNote';
  const [mention, quotation] = [desk.mention(id), desk.quotation(id)];
  if (on === 'mentions' && mention)
    return edit(stepOf(kind, [put('mentions', mention, { ...mention, ...told })], typing));
  if (on === 'quotations' && quotation)
    return edit(stepOf(kind, [put('quotations', quotation, { ...quotation, ...told })], typing));
  return failure({ kind: 'unchanged' });
}
