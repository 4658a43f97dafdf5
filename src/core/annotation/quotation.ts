/** Edits of quotations. Each gives the step to make, or why it cannot be made; none changes the desk. */
import type { QuotationKind } from '../quotation/quotation.ts';
import { failure, success, type Result } from '../result.ts';
import type { Span, TextRange } from '../text/range.ts';
import { countWords } from '../text/words.ts';
import { type StepKind, stepOf } from './change.ts';
import { type Cues, KNOWS_NO_CUES } from './cues.ts';
import type { Desk, Spot } from './desk.ts';
import { type Edit, type EditFault, edit, fits, put, rangeOf, tidy, unknown } from './edit.ts';
import type { LayerQuotation } from './layer.ts';

const BY_READER = { by: 'reader', rule: null, confidence: null } as const;
const NO_VERB = { lemma: null, class: 'mark' } as const;

/** A new quotation of these words; its kind is what {@link kindOf} guesses. `id`: what it will be called. */
export function newQuotation(
  desk: Desk,
  ranges: readonly TextRange[],
  id: string,
  told: Partial<Omit<LayerQuotation, 'id' | 'contents'>> = {},
): Edit {
  if (ranges.length === 0 || !fits(desk, ranges)) return failure({ kind: 'range' });
  const contents = tidy(desk, ranges);
  const quotation: LayerQuotation = {
    id,
    kind: kindOf(desk, contents),
    contents,
    cue: [],
    source: null,
    speaker: null,
    addressee: null,
    about: [],
    parent: null,
    verb: NO_VERB,
    provenance: BY_READER,
    reason: { ar: '', en: '' },
    via: [],
    tags: [],
    note: null,
    ...told,
  };
  return edit(stepOf('newQuotation', [put('quotations', null, quotation)]));
}

const OPENING = /[«“„"‘‹][\s]*$/;
const CLOSING = /^[.،,!?؟…]?\s*[»”"’›]/;
const COLON = /[:：]\s*[-–—]?\s*$/;
const QUOTED = /«([^«»]*)»|“([^“”]*)”|"([^"]*)"/g;
/** Marks around so few words are a name or a title, no speech. */
const FEW = 2;

/** `direct` where marks embrace all of every piece, or a colon stands before; `mixed` where they embrace several words of it. */
export function kindOf(desk: Desk, contents: readonly TextRange[]): QuotationKind {
  const embraced = contents.filter(({ block, start, end }) => {
    const text = desk.block(block)?.text ?? '';
    return OPENING.test(text.slice(Math.max(0, start - 4), start)) && CLOSING.test(text.slice(end, end + 4));
  });
  if (embraced.length === contents.length) return 'direct';
  const [first] = contents;
  if (first && COLON.test((desk.block(first.block)?.text ?? '').slice(Math.max(0, first.start - 6), first.start)))
    return 'direct';
  const quoted = contents.some(({ words }) =>
    [...words.matchAll(QUOTED)].some(([, ...inside]) => countWords(inside.join('')) > FEW),
  );
  return embraced.length > 0 || quoted ? 'mixed' : 'indirect';
}

/** Another piece of what was said. Where it meets another piece the two become one. */
export const addPiece = (desk: Desk, id: string, range: TextRange): Edit =>
  withQuotation(desk, id, 'addPiece', (quotation) =>
    fits(desk, [range])
      ? success({ ...quotation, contents: tidy(desk, [...quotation.contents, range]) })
      : failure({ kind: 'range' }),
  );

/** Takes one piece away: of the contents (never the last), of the cue, or the source. */
export const removePiece = (desk: Desk, id: string, role: Spot['role'], piece: number): Edit =>
  withQuotation(desk, id, 'removePiece', (quotation) => {
    if (role === 'source') return success({ ...quotation, source: null });
    const list = role === 'cue' ? quotation.cue : quotation.contents;
    if (list[piece] === undefined) return unknown('piece', `${role}/${piece}`);
    if (role === 'cue') return success(withCue(quotation, list.toSpliced(piece, 1), KNOWS_NO_CUES));
    return list.length === 1
      ? failure({ kind: 'lastPiece' })
      : success({ ...quotation, contents: list.toSpliced(piece, 1) });
  });

/** Moves the edges of one range of the quotation to this stretch of the same block. */
export const moveEdges = (desk: Desk, id: string, role: Spot['role'], piece: number, span: Span): Edit =>
  withQuotation(desk, id, 'moveEdge', (quotation) => {
    const list = role === 'source' ? [quotation.source] : role === 'cue' ? quotation.cue : quotation.contents;
    const old = list[role === 'source' ? 0 : piece];
    if (!old) return unknown('piece', `${role}/${piece}`);
    const range = rangeOf(desk, old.block, span);
    if (!range.ok) return range;
    if (role === 'source') return success({ ...quotation, source: range.value });
    if (role === 'cue') return success({ ...quotation, cue: quotation.cue.with(piece, range.value) });
    return success({ ...quotation, contents: tidy(desk, quotation.contents.with(piece, range.value)) });
  });

/** The cue, its main word first; with it the verb that its words are known to be. None: only marks tell. */
export const setCue = (desk: Desk, id: string, cue: readonly TextRange[], cues: Cues): Edit =>
  withQuotation(desk, id, 'setCue', (quotation) =>
    fits(desk, cue) ? success(withCue(quotation, cue, cues)) : failure({ kind: 'range' }),
  );

function withCue(quotation: LayerQuotation, cue: readonly TextRange[], cues: Cues): LayerQuotation {
  const main = cue[0]?.words;
  if (main === undefined) return { ...quotation, cue: [], verb: NO_VERB };
  if (main === quotation.cue[0]?.words) return { ...quotation, cue };
  // Unknown words have no lemma until somebody gives one; that they report is all that the cue says.
  return { ...quotation, cue, verb: cues(main) ?? { lemma: null, class: 'say' } };
}

export const setSource = (desk: Desk, id: string, source: TextRange | null): Edit =>
  withQuotation(desk, id, 'setSource', (quotation) =>
    source === null || fits(desk, [source]) ? success({ ...quotation, source }) : failure({ kind: 'range' }),
  );

/** An entity's id, which the desk must know, or nobody. */
export const setSpeaker = (desk: Desk, id: string, speaker: string | null): Edit =>
  withEntities(desk, id, 'setSpeaker', speaker === null ? [] : [speaker], (quotation) => ({ ...quotation, speaker }));

export const setAddressee = (desk: Desk, id: string, addressee: string | null): Edit =>
  withEntities(desk, id, 'setAddressee', addressee === null ? [] : [addressee], (quotation) => ({
    ...quotation,
    addressee,
  }));

/** The entities that the content speaks about; what is told twice counts once. */
export const setAbout = (desk: Desk, id: string, about: readonly string[]): Edit =>
  withEntities(desk, id, 'setAbout', about, (quotation) => ({ ...quotation, about: [...new Set(about)] }));

/** The quotation that this one stands inside of; never itself or one inside it. */
export const setParent = (desk: Desk, id: string, parent: string | null): Edit =>
  withQuotation(desk, id, 'setParent', (quotation) => {
    if (parent !== null && !desk.quotation(parent)) return unknown('quotations', parent);
    return isWithin(desk, parent, id) ? failure({ kind: 'cycle', id }) : success({ ...quotation, parent });
  });

export const setKind = (desk: Desk, id: string, kind: QuotationKind): Edit =>
  withQuotation(desk, id, 'setKind', (quotation) => success({ ...quotation, kind }));

/** The lemma (null where nobody knows it) and class of the reporting word. */
export const setVerb = (desk: Desk, id: string, verb: LayerQuotation['verb']): Edit =>
  withQuotation(desk, id, 'setVerb', (quotation) => success({ ...quotation, verb }));

/**
 * Two quotations out of one: what lies before this place and what lies from it on. The place is an offset in a piece, or
 * the head of the piece (not of the first). Both keep everything else; the cue and the source stay with the first alone.
 */
export function splitQuotation(
  desk: Desk,
  id: string,
  at: { readonly piece: number; readonly offset?: number },
  newId: string,
): Edit {
  const quotation = desk.quotation(id);
  if (!quotation) return unknown('quotations', id);
  const piece = quotation.contents[at.piece];
  if (!piece) return unknown('piece', `content/${at.piece}`);
  const before = quotation.contents.slice(0, at.piece);
  const after = quotation.contents.slice(at.piece + 1);
  if (at.offset === undefined || at.offset <= piece.start) after.unshift(piece);
  else if (at.offset >= piece.end) before.push(piece);
  else {
    const [left, right] = [spanBare(piece, piece.start, at.offset), spanBare(piece, at.offset, piece.end)];
    if (
      !fits(
        desk,
        [left, right].filter((range) => range !== null),
      )
    )
      return failure({ kind: 'range' });
    if (left) before.push(left);
    if (right) after.unshift(right);
  }
  if (before.length === 0 || after.length === 0) return failure({ kind: 'nothingToSplit' });
  const first = { ...quotation, contents: before, provenance: BY_READER };
  const second = { ...first, id: newId, contents: after, cue: [], source: null, verb: NO_VERB, kind: quotation.kind };
  return edit(
    stepOf('splitQuotation', [
      put('quotations', quotation, first),
      put('quotations', null, second),
      ...moveChildren(desk, id, (child) => (startsWithin(child, after) ? newId : id)),
    ]),
  );
}

/** The stretch of a range between two offsets, without the space at its edges; null where nothing else is there. */
function spanBare(range: TextRange, from: number, to: number): TextRange | null {
  const words = range.words.slice(from - range.start, to - range.start);
  const start = from + words.length - words.trimStart().length;
  const bare = words.trim();
  return bare === '' ? null : { block: range.block, start, end: start + bare.length, words: bare };
}

const startsWithin = (child: LayerQuotation, ranges: readonly TextRange[]): boolean =>
  ranges.some(
    ({ block, start, end }) =>
      child.contents[0]?.block === block && start <= child.contents[0].start && child.contents[0].start < end,
  );

/** One quotation out of two: the first one keeps its fields and takes from the second what it has not. */
export function joinQuotations(desk: Desk, id: string, otherId: string): Edit {
  const first = desk.quotation(id);
  const second = desk.quotation(otherId);
  if (!first) return unknown('quotations', id);
  if (!second || id === otherId) return unknown('quotations', otherId);
  // Where one stands above the other, what is above both is above the joined one.
  const parent = isWithin(desk, first.parent, otherId) ? second.parent : (first.parent ?? second.parent);
  const joined: LayerQuotation = {
    ...first,
    contents: tidy(desk, [...first.contents, ...second.contents]),
    ...(first.cue.length === 0 && second.cue.length > 0 ? { cue: second.cue, verb: second.verb } : {}),
    source: first.source ?? second.source,
    speaker: first.speaker ?? second.speaker,
    addressee: first.addressee ?? second.addressee,
    about: [...new Set([...first.about, ...second.about])],
    parent: isWithin(desk, parent, id) ? null : parent,
    kind: first.kind === second.kind ? first.kind : 'mixed',
    via: first.via.length === 0 ? second.via : first.via,
    tags: [...new Set([...first.tags, ...second.tags])],
    note: [first.note, second.note].filter((note) => note !== null).join('\n') || null,
    provenance: BY_READER,
  };
  return edit(
    stepOf('joinQuotations', [
      put('quotations', second, null),
      ...moveChildren(desk, otherId, () => id),
      put('quotations', first, joined),
    ]),
  );
}

/** Takes quotations away; what stood inside one then stands inside what that one stood in. */
export function removeQuotations(desk: Desk, ids: readonly string[]): Edit {
  const gone = new Set(ids);
  const lost = ids.find((id) => !desk.quotation(id));
  if (lost !== undefined) return unknown('quotations', lost);
  const above = (id: string): string | null => {
    let up: string | null = id;
    while (up !== null && gone.has(up)) up = desk.quotation(up)?.parent ?? null;
    return up;
  };
  const changes = [...gone].flatMap((id) => [
    ...moveChildren(desk, id, () => above(id)).filter((change) => change.on !== 'quotations' || !gone.has(change.id)),
    put('quotations', desk.quotation(id) ?? null, null),
  ]);
  return edit(stepOf('removeQuotation', changes));
}

const moveChildren = (desk: Desk, id: string, parentOf: (child: LayerQuotation) => string | null) =>
  [...desk.childrenOf(id)].flatMap((childId) => {
    const child = desk.quotation(childId);
    const parent = child ? parentOf(child) : null;
    // Its own child, put inside it by a join, would be its own parent.
    return child && parent !== childId ? [put('quotations', child, { ...child, parent })] : [];
  });

/** Whether `id` is that quotation or stands above it. Ends even where a damaged layer has a ring. */
export function isWithin(desk: Desk, from: string | null, id: string): boolean {
  const passed = new Set<string>();
  for (let up = from; up !== null && !passed.has(up); up = desk.quotation(up)?.parent ?? null) {
    if (up === id) return true;
    passed.add(up);
  }
  return false;
}

function withQuotation(
  desk: Desk,
  id: string,
  kind: StepKind,
  change: (quotation: LayerQuotation) => Result<LayerQuotation, EditFault>,
): Edit {
  const quotation = desk.quotation(id);
  if (!quotation) return unknown('quotations', id);
  const changed = change(quotation);
  if (!changed.ok) return changed;
  const step = stepOf(kind, [put('quotations', quotation, changed.value)]);
  // Whose work an attribution is: of the last who changed it; where nothing changed, nobody did.
  return step.changes.length === 0
    ? edit(step)
    : edit(stepOf(kind, [put('quotations', quotation, { ...changed.value, provenance: BY_READER })]));
}

function withEntities(
  desk: Desk,
  id: string,
  kind: StepKind,
  entities: readonly string[],
  change: (quotation: LayerQuotation) => LayerQuotation,
): Edit {
  const lost = entities.find((entity) => !desk.entity(entity));
  return lost === undefined
    ? withQuotation(desk, id, kind, (quotation) => success(change(quotation)))
    : unknown('entities', lost);
}
