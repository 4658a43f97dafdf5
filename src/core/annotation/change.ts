/**
 * Changes: every edit of a layer is a list of them, made as one step, and every one knows what was there before: undoing
 * is making the same step backwards. Changes are plain data, kept over a reload and sent to another open tab as they are.
 */
import type { Entity } from '../article/article.ts';
import type { Layer, LayerMention, LayerQuotation } from './layer.ts';

/** What a person may change of the layer itself. `modified` is set by whoever keeps the layer. */
export type LayerHead = Pick<Layer, 'name' | 'author' | 'codebook' | 'revision'>;

/** What a layer is made of, by the list that it stands in. */
export interface Kept {
  readonly entities: Entity;
  readonly mentions: LayerMention;
  readonly quotations: LayerQuotation;
}

interface Put<On extends keyof Kept> {
  readonly on: On;
  readonly id: string;
  /** Null where there was nothing of that id. */
  readonly before: Kept[On] | null;
  /** Null where there is nothing of that id any more. */
  readonly after: Kept[On] | null;
}

export type Change =
  | Put<'entities'>
  | Put<'mentions'>
  | Put<'quotations'>
  | { readonly on: 'layer'; readonly before: LayerHead; readonly after: LayerHead };

/** What a step is called in the undo menu. */
export const stepKinds = [
  'newQuotation',
  'addPiece',
  'removePiece',
  'moveEdge',
  'setCue',
  'setSource',
  'setSpeaker',
  'setAddressee',
  'setAbout',
  'setParent',
  'setKind',
  'setVerb',
  'setTags',
  'setNote',
  'splitQuotation',
  'joinQuotations',
  'removeQuotation',
  'newEntity',
  'addMention',
  'assignMention',
  'removeMention',
  'mergeEntities',
  'splitEntity',
  'setEntity',
  'removeEntity',
  'applyToAll',
  'accept',
  'reanchor',
  'setLayer',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One thing that a person did. No two of its changes are of the same item. */
export interface Step {
  readonly kind: StepKind;
  readonly changes: readonly Change[];
  /** The field that is being typed in, such as `quotations/q3/note`: steps of one field in a row become one. Else null. */
  readonly typing: string | null;
}

/** The name under which a change is the only one of its step. */
export const keyOf = (change: Change): string => (change.on === 'layer' ? 'layer' : `${change.on}/${change.id}`);

/** A step of these changes; where an item was changed more than once, from what it was first to what it is last. */
export const stepOf = (kind: StepKind, changes: readonly Change[], typing: string | null = null): Step => ({
  kind,
  changes: compose(changes),
  typing,
});

/** The same as these changes one after another, with at most one change of each item, and none that changes nothing. */
export function compose(changes: readonly Change[]): Change[] {
  const last = new Map<string, Change>();
  for (const change of changes) {
    const earlier = last.get(keyOf(change));
    // The two are of one item, and therefore of one kind; the compiler cannot know that.
    last.set(keyOf(change), earlier ? ({ ...change, before: earlier.before } as Change) : change);
  }
  return [...last.values()].filter(({ before, after }) => !alike(before, after));
}

/** The step that takes this one back. */
export const invert = (step: Step): Step => ({
  ...step,
  changes: step.changes
    .map((change) => ({ ...change, before: change.after, after: change.before }) as Change)
    .reverse(),
});

/** Whether two pieces of plain data say the same, whatever the order of their fields. */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => key in right && alike(left[key], right[key]));
}
