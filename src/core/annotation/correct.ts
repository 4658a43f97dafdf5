/**
 * Making corrections, and making them again. The machine's annotation stays as the engine gave it; what a reader sees is
 * that with all corrections made upon it, in the order in which they were made. After another analysis the same list is
 * made upon the new annotation: each finds its words again, and what it is about by those words.
 */
import type { Article, Entity, EntityType } from '../article/article.ts';
import { failure } from '../result.ts';
import { foldText } from '../text/fold.ts';
import { faultOfRange, type TextRange } from '../text/range.ts';
import { stepOf } from './change.ts';
import type { Correction, Said, Who } from './correction.ts';
import { createDesk, type Desk } from './desk.ts';
import { type Edit, edit, put, tidy } from './edit.ts';
import {
  mentionAt,
  mergeEntities,
  newEntity,
  newParticipant,
  removeMentions,
  setEntity,
  splitEntity,
} from './entity.ts';
import { type LayerQuotation, publishedLayer, type Tagging } from './layer.ts';
import { newQuotation, removeQuotations, setSpeaker } from './quotation.ts';
import { anchorAll, type Quote, quotesOf } from './reanchor.ts';

/** A correction as a screen asks for it, by the ids of the article that is shown. */
export type Wanted =
  /** Of the text's entities by id, of a new one by name, or nobody. */
  | {
      readonly kind: 'speaker';
      readonly quotation: string;
      readonly speaker: { readonly entity: string } | { readonly name: string } | null;
    }
  | { readonly kind: 'edges'; readonly quotation: string; readonly contents: readonly TextRange[] }
  | { readonly kind: 'notQuotation'; readonly quotation: string }
  | { readonly kind: 'merge'; readonly entity: string; readonly into: string }
  | { readonly kind: 'split'; readonly mention: string }
  | { readonly kind: 'notName'; readonly mention: string }
  | { readonly kind: 'type'; readonly entity: string; readonly type: EntityType };

/** The correction as it is kept; null where what it is about is not in the article. */
export function correctionOf(article: Article, wanted: Wanted, id: string, made: string): Correction | null {
  const what = whatOf(article, wanted);
  return what && { id, made, what };
}

function whatOf(article: Article, wanted: Wanted): Correction['what'] | null {
  const { kind } = wanted;
  if (kind === 'split' || kind === 'notName') {
    const mention = article.mentions.find((one) => one.id === wanted.mention);
    return mention ? { kind, mention: quote(article, mention.range) } : null;
  }
  if (kind === 'merge') {
    const [who, into] = [whoOf(article, wanted.entity), whoOf(article, wanted.into)];
    return who && into && wanted.entity !== wanted.into ? { kind, who, into } : null;
  }
  if (kind === 'type') {
    const who = whoOf(article, wanted.entity);
    return who && { kind, who, type: wanted.type };
  }
  const quotation = article.quotations.find((one) => one.id === wanted.quotation);
  if (!quotation) return null;
  const of = saidOf(article, quotation);
  if (kind === 'notQuotation') return { kind, of };
  if (kind === 'edges')
    return wanted.contents.length === 0 ? null : { kind, of, contents: quotesOf(wanted.contents, article.blocks) };
  if (wanted.speaker === null) return { kind, of, speaker: null };
  if ('entity' in wanted.speaker) {
    const speaker = whoOf(article, wanted.speaker.entity);
    return speaker && { kind, of, speaker };
  }
  const name = wanted.speaker.name.trim();
  return name === ''
    ? null
    : { kind, of, speaker: { name, type: 'person', named: false, gender: null, mention: null } };
}

const quote = (article: Article, range: TextRange): Quote => quotesOf([range], article.blocks)[0] as Quote;

function whoOf(article: Article, id: string): Who | null {
  const entity = article.entities.find((one) => one.id === id);
  if (!entity || entity.name.ar === '') return null;
  const mentions = article.mentions.filter((one) => one.entity === id);
  // The fullest form is the least likely to be somebody else's too.
  const mention = mentions.reduce<TextRange | null>(
    (best, { range }) => (best && best.words.length >= range.words.length ? best : range),
    null,
  );
  return {
    name: entity.name.ar,
    type: entity.type,
    named: entity.named,
    gender: entity.gender,
    mention: mention && quote(article, mention),
  };
}

function saidOf(article: Article, { contents, cue, source, kind, verb, speaker }: Article['quotations'][number]): Said {
  return {
    contents: quotesOf(contents, article.blocks),
    cue: quotesOf(cue, article.blocks),
    source: source && quote(article, source),
    kind,
    verb,
    speaker: speaker === null ? null : whoOf(article, speaker),
  };
}

/**
 * What became of a correction. `made`; `agreed`: the engine says so by itself; `restored`: the engine does not find the
 * quotation, it was brought back as the reader had it; `lost`: its words or who it is about are not there, nothing was done.
 */
export interface Outcome {
  readonly id: string;
  readonly how: 'made' | 'agreed' | 'restored' | 'lost';
}

export interface Corrected {
  readonly article: Article;
  /** One for each correction, in their order. */
  readonly outcomes: readonly Outcome[];
}

const BY_READER = { provenance: { by: 'reader', rule: null, confidence: null }, reason: { ar: '', en: '' } } as const;
/** Quotations that share this part of their letters (Dice) are the same one, found anew. */
const SAME = 0.5;

/** The article with the corrections made upon the machine's annotation. The same for the same two, whenever it is asked. */
export function correct(article: Article, corrections: readonly Correction[]): Corrected {
  if (corrections.length === 0) return { article, outcomes: [] };
  const desk = createDesk(publishedLayer(article), article.blocks);
  const places = placesOf(article, corrections);
  const at = (one: Quote): TextRange | null => places.get(one) ?? null;
  const merged = new Map<string, string>();
  const outcomes = corrections.map(({ id, what }): Outcome => ({ id, how: make(desk, what, at, merged) }));
  const { entities, mentions, quotations } = desk.toLayer(article.revised);
  const last = (id: string): string => (merged.has(id) ? last(merged.get(id) as string) : id);
  const corrected = {
    ...article,
    chain: article.chain.map((link) => ({ ...link, entity: last(link.entity) })),
    mentions: mentions.map(bare),
    quotations: quotations.map(bare),
  };
  return { article: { ...corrected, entities: settled(corrected, entities) }, outcomes };
}

/** Without what only a layer says: an article's mentions and quotations have no tags. */
function bare<Item extends Tagging>(item: Item): Omit<Item, keyof Tagging> {
  const { tags: _tags, note: _note, ...rest } = item;
  return rest;
}

/** The corrections that are about this quotation, as it is or as it was, in a text whose words did not change since. */
export function correctionsOn(corrections: readonly Correction[], contents: readonly TextRange[]): Correction[] {
  const stood = (quotes: readonly Quote[]) =>
    quotes.map(({ block, start, words }) => ({ block, start, end: start + words.length, words }));
  return corrections.filter(
    ({ what }) =>
      'of' in what &&
      (likeness(stood(what.of.contents), contents) >= SAME ||
        (what.kind === 'edges' && likeness(stood(what.contents), contents) >= SAME)),
  );
}

/** Where the words of all corrections stand now. Where nothing changed around them, they stand where they stood. */
function placesOf(article: Article, corrections: readonly Correction[]): ReadonlyMap<Quote, TextRange | null> {
  const texts = new Map(article.blocks.map(({ id, text }) => [id, text]));
  const quotes = corrections.flatMap(({ what }) => quotesIn(what));
  const ranges = quotes.map(({ block, start, words }) => ({ block, start, end: start + words.length, words }));
  const now = quotesOf(ranges, article.blocks);
  const stays = quotes.map((one, index) => {
    const range = ranges[index] as TextRange;
    return (
      faultOfRange(range, texts.get(one.block) ?? '') === null &&
      now[index]?.before === one.before &&
      now[index]?.after === one.after
    );
  });
  const astray = quotes.filter((_, index) => !stays[index]);
  const found = astray.length === 0 ? [] : anchorAll(astray, article.blocks);
  const places = new Map<Quote, TextRange | null>();
  quotes.forEach((one, index) => {
    if (stays[index]) places.set(one, ranges[index] as TextRange);
  });
  astray.forEach((one, index) => {
    const place = found[index];
    places.set(one, place && place.kind !== 'orphan' ? place.range : null);
  });
  return places;
}

function quotesIn(what: Correction['what']): Quote[] {
  const who = (one: Who | null) => (one?.mention ? [one.mention] : []);
  const said = ({ contents, cue, source, speaker }: Said) => [
    ...contents,
    ...cue,
    ...(source ? [source] : []),
    ...who(speaker),
  ];
  switch (what.kind) {
    case 'speaker':
      return [...said(what.of), ...who(what.speaker)];
    case 'edges':
      return [...said(what.of), ...what.contents];
    case 'notQuotation':
      return said(what.of);
    case 'merge':
      return [...who(what.who), ...who(what.into)];
    case 'type':
      return who(what.who);
    case 'split':
    case 'notName':
      return [what.mention];
  }
}

type At = (quote: Quote) => TextRange | null;

/** `merged` learns which entity went into which. */
function make(desk: Desk, what: Correction['what'], at: At, merged: Map<string, string>): Outcome['how'] {
  switch (what.kind) {
    case 'speaker':
      return ofQuotation(desk, what.of, [], at, (id) => {
        const speaker = what.speaker && (whoIs(desk, what.speaker, at) ?? introduced(desk, what.speaker, at));
        return spokenBy(desk, id, speaker ?? null);
      });
    case 'edges': {
      const contents = what.contents.map(at).filter((range) => range !== null);
      if (contents.length < what.contents.length) return 'lost';
      return ofQuotation(desk, what.of, contents, at, (id) => withContents(desk, id, contents));
    }
    case 'notQuotation': {
      const id = sameQuotation(desk, what.of.contents.map(at));
      return id === null ? 'agreed' : done(desk, removeQuotations(desk, [id]));
    }
    case 'merge': {
      const [who, into] = [whoIs(desk, what.who, at), whoIs(desk, what.into, at)];
      if (who === null || into === null) return 'lost';
      if (who === into) return 'agreed';
      merged.set(who, into);
      return done(desk, mergeEntities(desk, into, [who]));
    }
    case 'type': {
      const who = whoIs(desk, what.who, at);
      return who === null ? 'lost' : done(desk, setEntity(desk, who, { type: what.type }));
    }
    case 'split': {
      const mention = mentionOf(desk, at(what.mention));
      if (!mention) return 'lost';
      return done(desk, splitEntity(desk, [mention], desk.fresh('entities')));
    }
    case 'notName': {
      const range = at(what.mention);
      const mention = mentionOf(desk, range);
      return mention ? done(desk, unnamed(desk, mention)) : range ? 'agreed' : 'lost';
    }
  }
}

/** Makes the edit. What would change nothing, or was done by the engine already, is agreed upon. */
function done(desk: Desk, step: Edit): Outcome['how'] {
  if (step.ok) return desk.apply(step.value).ok ? 'made' : 'lost';
  return step.failure.kind === 'unchanged' || step.failure.kind === 'nothingLeft' ? 'agreed' : 'lost';
}

/** Does it to the quotation of these words (or of those that it became), brought back where it is gone. */
function ofQuotation(
  desk: Desk,
  said: Said,
  orOf: readonly TextRange[],
  at: At,
  change: (id: string) => Edit,
): Outcome['how'] {
  const contents = said.contents.map(at);
  const found = sameQuotation(desk, contents) ?? sameQuotation(desk, orOf);
  if (found !== null) return done(desk, change(found));
  const whole = contents.filter((range) => range !== null);
  if (whole.length < contents.length) return 'lost';
  const cue = said.cue.map(at).filter((range) => range !== null);
  const id = desk.fresh('quotations');
  const back = newQuotation(desk, whole, id, {
    kind: said.kind,
    verb: cue.length === 0 ? { lemma: null, class: 'mark' } : said.verb,
    cue,
    source: said.source && at(said.source),
    speaker: said.speaker && whoIs(desk, said.speaker, at),
  });
  if (!back.ok || !desk.apply(back.value).ok) return 'lost';
  return done(desk, change(id)) === 'lost' ? 'lost' : 'restored';
}

/** As `setSpeaker`; the engine's reason was one for its own speaker, and goes with it. */
function spokenBy(desk: Desk, id: string, speaker: string | null): Edit {
  const step = setSpeaker(desk, id, speaker);
  const [quotation] = step.ok ? [desk.quotation(id)] : [];
  return quotation
    ? edit(stepOf('setSpeaker', [put('quotations', quotation, { ...quotation, ...BY_READER, speaker })]))
    : step;
}

function withContents(desk: Desk, id: string, contents: readonly TextRange[]): Edit {
  const quotation = desk.quotation(id);
  if (!quotation) return failure({ kind: 'unknown', what: 'quotations', id });
  const next: LayerQuotation = { ...quotation, contents: tidy(desk, contents) };
  const step = stepOf('moveEdge', [put('quotations', quotation, next)]);
  // Nothing is the reader's where the engine has these very edges.
  return step.changes.length === 0
    ? edit(step)
    : edit(stepOf('moveEdge', [put('quotations', quotation, { ...next, provenance: BY_READER.provenance })]));
}

/** The quotation that shares most of its letters with these ranges; null where none shares enough, or some have no place. */
function sameQuotation(desk: Desk, ranges: readonly (TextRange | null)[]): string | null {
  const whole = ranges.filter((range) => range !== null);
  if (whole.length === 0) return null;
  const met = new Set(
    whole.flatMap((range) =>
      desk
        .touching(range.block, range)
        .filter(({ on, role }) => on === 'quotations' && role === 'content')
        .map(({ id }) => id),
    ),
  );
  let best: { readonly id: string; readonly share: number } | null = null;
  for (const id of met) {
    const share = likeness(whole, desk.quotation(id)?.contents ?? []);
    if (share >= SAME && (best === null || share > best.share)) best = { id, share };
  }
  return best?.id ?? null;
}

/** Dice's coefficient of two lists of ranges, by letters. */
function likeness(a: readonly TextRange[], b: readonly TextRange[]): number {
  const size = (ranges: readonly TextRange[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  let common = 0;
  for (const one of a) {
    for (const other of b) {
      if (one.block !== other.block) continue;
      common += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return (2 * common) / Math.max(1, size(a) + size(b));
}

/** The mention of this very stretch, or else the one that shares most of it. */
function mentionOf(desk: Desk, range: TextRange | null): string | null {
  if (!range) return null;
  const same = mentionAt(desk, range);
  if (same) return same.id;
  const near = desk
    .touching(range.block, range)
    .filter(({ on }) => on === 'mentions')
    .map((spot) => ({ id: spot.id, share: likeness([range], [spot.range]) }))
    .filter(({ share }) => share >= SAME)
    .sort((a, b) => b.share - a.share);
  return near[0]?.id ?? null;
}

/** The entity that is meant: whom the words name now, else the only one of that name. */
function whoIs(desk: Desk, who: Who, at: At): string | null {
  const mention = mentionOf(desk, who.mention && at(who.mention));
  if (mention !== null) return desk.mention(mention)?.entity ?? null;
  const key = (name: string) => foldText(name, 'loose');
  const named = [...desk.entities()].filter(({ name }) => key(name.ar) === key(who.name));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** Somebody whom this annotation does not know: at the words that named them, else without any. */
function introduced(desk: Desk, who: Who, at: At): string | null {
  const id = desk.fresh('entities');
  const range = who.mention && at(who.mention);
  const made =
    who.named && range
      ? newEntity(desk, range, who.type, { entity: id, mention: desk.fresh('mentions') })
      : newParticipant(who.name, who.type, id);
  if (!made.ok || !desk.apply(made.value).ok) return null;
  const rest = setEntity(desk, id, { name: { ar: who.name, en: '' }, gender: who.gender });
  if (rest.ok) desk.apply(rest.value);
  return id;
}

/** These words are no name, wherever this entity is called so. What then has no name is dropped, or stays as who spoke. */
function unnamed(desk: Desk, mentionId: string): Edit {
  const mention = desk.mention(mentionId);
  if (!mention) return failure({ kind: 'unknown', what: 'mentions', id: mentionId });
  const folded = foldText(mention.range.words, 'loose');
  const alike = [...desk.mentionsOf(mention.entity)].filter(
    (id) => foldText(desk.mention(id)?.range.words ?? '', 'loose') === folded,
  );
  return removeMentions(desk, alike);
}

/**
 * Entities as an article must have them: the forms that the text has; who is named nowhere any more is no name, and who
 * then has no part in anything is gone.
 */
function settled(article: Pick<Article, 'mentions' | 'quotations' | 'chain'>, entities: readonly Entity[]): Entity[] {
  const forms = new Map<string, Set<string>>();
  for (const { entity, range } of article.mentions)
    forms.set(entity, (forms.get(entity) ?? new Set()).add(foldText(range.words, 'marks')));
  const carries = new Set(article.chain.map(({ entity }) => entity));
  const used = new Set([
    ...carries,
    ...article.quotations.flatMap(({ speaker, addressee, about, via }) => [
      speaker,
      addressee,
      ...about,
      ...via.map(({ entity }) => entity),
    ]),
  ]);
  return entities.flatMap((entity): Entity[] => {
    const here = forms.get(entity.id);
    if (!here) {
      if (!used.has(entity.id)) return [];
      return [{ ...entity, named: entity.named && carries.has(entity.id), aliases: [] }];
    }
    const known = entity.aliases.filter((alias) => here.has(foldText(alias, 'marks')));
    const told = new Set(known.map((alias) => foldText(alias, 'marks')));
    return [{ ...entity, aliases: [...known, ...[...here].filter((form) => !told.has(form))] }];
  });
}
