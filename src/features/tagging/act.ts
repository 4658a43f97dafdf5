/** What a key or a button does to the open layer. Each does nothing where no layer is open, and tells why it was refused. */
import type { EntityType } from '../../core/article/article.ts';
import { stepOf } from '../../core/annotation/change.ts';
import { type Cues, cuesOf } from '../../core/annotation/cues.ts';
import type { Desk } from '../../core/annotation/desk.ts';
import type { Edit } from '../../core/annotation/edit.ts';
import { addMention, moveMention, newEntity, newParticipant, removeMentions } from '../../core/annotation/entity.ts';
import { nearestQuotation } from '../../core/annotation/near.ts';
import {
  addPiece,
  joinQuotations,
  moveEdges,
  newQuotation,
  removePiece,
  removeQuotations,
  setCue,
  setSource,
} from '../../core/annotation/quotation.ts';
import { outline } from '../../core/annotation/outline.ts';
import { stepEdge, type Unit } from '../../core/annotation/select.ts';
import type { Target } from '../../core/annotation/tagging.ts';
import { foldText } from '../../core/text/fold.ts';
import type { Span, TextRange } from '../../core/text/range.ts';
import { choose, deskNow, make, workbench } from '../../session/workbench.ts';

/** One range of the chosen annotation: the one whose edges move. */
export interface Part {
  readonly role: 'content' | 'cue' | 'source' | 'mention';
  readonly piece: number;
}

/** The ranges of an annotation with what they are: pieces of the contents first, then the cue, then the source. */
export function partsOf(desk: Desk, target: Target | null): (Part & { readonly range: TextRange })[] {
  if (target === null) return [];
  if (target.on === 'mentions') {
    const mention = desk.mention(target.id);
    return mention ? [{ role: 'mention', piece: 0, range: mention.range }] : [];
  }
  const quotation = desk.quotation(target.id);
  if (!quotation) return [];
  return [
    ...quotation.contents.map((range, piece) => ({ role: 'content' as const, piece, range })),
    ...quotation.cue.map((range, piece) => ({ role: 'cue' as const, piece, range })),
    ...(quotation.source ? [{ role: 'source' as const, piece: 0, range: quotation.source }] : []),
  ];
}

/** The part that is chosen, or the first one where that is not there (any more). */
export const partNow = (desk: Desk, target: Target | null, part: Part | null) => {
  const parts = partsOf(desk, target);
  return parts.find(({ role, piece }) => role === part?.role && piece === part.piece) ?? parts[0] ?? null;
};

/** The words become the content of a new quotation, which is chosen. */
export function quote(ranges: readonly TextRange[]): boolean {
  const desk = deskNow();
  if (!desk) return false;
  const id = desk.fresh('quotations');
  if (!make(newQuotation(desk, ranges, id))) return false;
  choose({ on: 'quotations', id });
  return true;
}

/** The words become another piece, the cue or the source of the chosen quotation, or else of the nearest one. */
export function attach(role: 'content' | 'cue' | 'source', ranges: readonly TextRange[], cues: Cues): boolean {
  const desk = deskNow();
  const [first] = ranges;
  if (!desk || !first) return false;
  const { chosen } = workbench.getState();
  const id = chosen?.on === 'quotations' ? chosen.id : nearestQuotation(desk, first);
  if (id === null) return false;
  const made =
    role === 'cue'
      ? make(setCue(desk, id, ranges, cues))
      : role === 'source'
        ? make(setSource(desk, id, first))
        : make(
            together(
              'addPiece',
              desk,
              ranges.map((range) => (now: Desk) => addPiece(now, id, range)),
            ),
          );
  if (made && (chosen?.on !== 'quotations' || chosen.id !== id)) choose({ on: 'quotations', id });
  return made;
}

/**
 * Several edits of one quotation as one step: each is made on the desk as the one before would leave the quotation. The
 * last one tells the whole change.
 */
function together(kind: 'addPiece', desk: Desk, edits: readonly ((desk: Desk) => Edit)[]): Edit {
  let now = desk;
  const changes = [];
  for (const one of edits) {
    const edit = one(now);
    if (!edit.ok) return edit;
    changes.push(...edit.value.changes);
    const last = edit.value.changes.at(-1);
    if (last?.on === 'quotations') {
      const after = last.after ?? undefined;
      now = { ...now, quotation: (id) => (id === last.id ? after : desk.quotation(id)) };
    }
  }
  return { ok: true, value: stepOf(kind, changes) };
}

/** The words name an entity that is known (its id), or a new one of this type; the mention is chosen. */
export function mention(range: TextRange, what: { readonly entity: string } | { readonly type: EntityType }): boolean {
  const desk = deskNow();
  if (!desk) return false;
  const id = desk.fresh('mentions');
  const edit =
    'entity' in what
      ? addMention(desk, what.entity, range, id)
      : newEntity(desk, range, what.type, { entity: desk.fresh('entities'), mention: id });
  if (make(edit)) {
    choose({ on: 'mentions', id });
    return true;
  }
  // These words are a mention already: that one is what is meant.
  if (!edit.ok && edit.failure.kind === 'taken') choose({ on: 'mentions', id: edit.failure.id });
  return false;
}

/** A participant whom no words of the text name, put where `put` says, in one step with it. */
export function introduce(description: string, put: (desk: Desk, id: string) => Edit): boolean {
  const desk = deskNow();
  if (!desk) return false;
  const id = desk.fresh('entities');
  const made = newParticipant(description, 'person', id);
  if (!made.ok) return make(made);
  const [change] = made.value.changes;
  const entity = change?.on === 'entities' ? (change.after ?? undefined) : undefined;
  const placed = put({ ...desk, entity: (one) => (one === id ? entity : desk.entity(one)) }, id);
  if (!placed.ok) return make(placed);
  return make({ ok: true, value: stepOf(placed.value.kind, [...made.value.changes, ...placed.value.changes]) });
}

/** Puts one range of the annotation on this stretch of its block. */
export function moveTo(target: Target, { role, piece }: Part, span: Span): boolean {
  const desk = deskNow();
  if (!desk) return false;
  if (target.on === 'mentions') return make(moveMention(desk, target.id, span));
  return make(moveEdges(desk, target.id, role, piece, span));
}

/** Moves one edge by one unit; false where there is no further. */
export function step(
  target: Target,
  part: Part & { readonly range: TextRange },
  edge: 'start' | 'end',
  way: 'grow' | 'shrink',
  unit: Unit,
): boolean {
  const text = deskNow()?.block(part.range.block)?.text ?? '';
  const span = stepEdge(text, part.range, edge, way, unit);
  return span !== null && moveTo(target, part, span);
}

export function dropPart(id: string, { role, piece }: Part): boolean {
  const desk = deskNow();
  return desk !== null && make(removePiece(desk, id, role, piece));
}

/** Joins the quotation with the next one of the text; false where it is the last. */
export function joinNext(id: string): boolean {
  const desk = deskNow();
  if (!desk) return false;
  const all = outline(desk, 'quotations');
  const next = all[all.findIndex((entry) => entry.id === id) + 1];
  return next !== undefined && make(joinQuotations(desk, id, next.id));
}

export function remove(target: Target): boolean {
  const desk = deskNow();
  if (!desk) return false;
  return make(target.on === 'mentions' ? removeMentions(desk, [target.id]) : removeQuotations(desk, [target.id]));
}

let known: { readonly desk: Desk; readonly verbs: number; readonly cues: Cues } | null = null;
/** What the layer knows of its reporting words: gathered once, and anew when a verb was told by hand. */
export function cuesNow(): Cues {
  const desk = deskNow();
  if (!desk) return () => null;
  const { history } = workbench.getState();
  const verbs = history.steps.slice(0, history.at).filter(({ kind }) => kind === 'setVerb' || kind === 'accept').length;
  if (known?.desk !== desk || known.verbs !== verbs) known = { desk, verbs, cues: cuesOf(desk.quotations()) };
  return known.cues;
}

/** A name as it is searched for: neither hamza, tashkeel nor case matter. */
export const searchable = (words: string): string => foldText(words, 'loose').toLowerCase().trim();
