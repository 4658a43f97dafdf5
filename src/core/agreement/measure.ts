/**
 * Every measure of agreement between layers of one article, in the order in which they are shown. What each counts:
 *
 * - On tokens, each with one label: `cue`, `source`, `content` or `none`. Where several quotations cover a token the narrower
 *   role wins (a cue inside another's content is a cue). Another row labels each token with its entity's type, or `none`.
 * - On units (unitizing alpha): the contents of quotations, with their kind as value; of nested ones the outermost, since a
 *   continuum is cut once. And the mentions, with the entity's type as value. The continuum is the line of tokens.
 * - On spans (F1): each piece of a role. `exact` asks for the same offsets, `overlap` for a token in common.
 */
import type { Layer } from '../annotation/layer.ts';
import type { Article } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';
import { cohenKappa, nominalAlpha, observedAgreement } from './coefficients.ts';
import type { Comparison } from './compare.ts';
import { type Measured, measured, ratio, unmeasured } from './measured.ts';
import { type Tokens, tokensOf } from '../article/tokens.ts';
import { type Unit, unitizingAlpha } from './unitizing.ts';

export type MeasureKey = 'observed' | 'kappa' | 'alpha' | 'u' | 'bar' | 'cu' | 'exact' | 'overlap' | 'speaker';
export type MeasuredOn = 'roles' | 'types' | 'quotations' | 'mentions' | 'contents' | 'cues' | 'sources' | 'pairs';

export interface Measurement {
  readonly measure: MeasureKey;
  readonly on: MeasuredOn;
  readonly value: Measured;
  /** How many items (tokens, spans, pairs) it was counted on. */
  readonly items: number;
}

/**
 * The measures of two layers, and of more where the method allows (alpha of every kind; the other measures are of the two
 * compared). `comparison` is that of the first two layers.
 */
export function measureLayers(
  article: Article,
  comparison: Comparison,
  more: readonly Layer[] = [],
): readonly Measurement[] {
  const tokens = tokensOf(article.blocks);
  const pair = [comparison.left, comparison.right];
  const layers = [...pair, ...more];
  const found: Measurement[] = [];
  for (const [on, label] of [
    ['roles', rolesOf],
    ['types', typesOf],
  ] as const) {
    const rows = layers.map((layer) => label(layer, tokens));
    const [left = [], right = []] = rows;
    const items = tokens.count;
    found.push(
      { measure: 'observed', on, value: observedAgreement(left, right), items },
      { measure: 'kappa', on, value: cohenKappa(left, right), items },
      { measure: 'alpha', on, value: nominalAlpha(rows), items },
    );
  }
  for (const [on, units] of [
    ['quotations', contentUnits],
    ['mentions', mentionUnits],
  ] as const) {
    const rows = layers.map((layer) => units(layer, tokens));
    const items = rows.reduce((sum, row) => sum + row.length, 0);
    const { u, bar, cu } = unitizingAlpha(rows, tokens.count);
    found.push(
      { measure: 'u', on, value: u, items },
      { measure: 'bar', on, value: bar, items },
      { measure: 'cu', on, value: cu, items },
    );
  }
  for (const [on, ranges] of [
    ['contents', (layer: Layer) => layer.quotations.flatMap(({ contents }) => contents)],
    ['cues', (layer: Layer) => layer.quotations.flatMap(({ cue }) => cue)],
    ['sources', (layer: Layer) => layer.quotations.flatMap(({ source }) => source ?? [])],
    ['mentions', (layer: Layer) => layer.mentions.map(({ range }) => range)],
  ] as const) {
    const [left = [], right = []] = pair.map(ranges);
    const items = left.length + right.length;
    found.push(
      { measure: 'exact', on, value: exactF1(left, right), items },
      { measure: 'overlap', on, value: overlapF1(left, right, tokens), items },
    );
  }
  const { value, items } = speakerAgreement(comparison);
  found.push({ measure: 'speaker', on: 'pairs', value, items });
  return found;
}

const NONE = 'none';

export function rolesOf(layer: Layer, tokens: Tokens): string[] {
  const labels = Array.from({ length: tokens.count }, () => NONE);
  const mark = (ranges: readonly TextRange[], label: string) => {
    for (const token of tokens.all(ranges)) labels[token] = label;
  };
  for (const { contents } of layer.quotations) mark(contents, 'content');
  for (const { source } of layer.quotations) if (source) mark([source], 'source');
  for (const { cue } of layer.quotations) mark(cue, 'cue');
  return labels;
}

export function typesOf(layer: Layer, tokens: Tokens): string[] {
  const labels = Array.from({ length: tokens.count }, () => NONE);
  for (const { start, end, value } of mentionUnits(layer, tokens)) labels.fill(value, start, end);
  return labels;
}

/** The outermost contents: a piece that begins inside another's is nested in it, whatever its parent says. */
function contentUnits(layer: Layer, tokens: Tokens): Unit[] {
  const units = layer.quotations.flatMap(({ contents, kind }) =>
    contents.map((range) => ({ ...tokens.of(range), value: kind as string })),
  );
  return outermost(units);
}

function mentionUnits(layer: Layer, tokens: Tokens): Unit[] {
  const types = new Map(layer.entities.map(({ id, type }) => [id, type as string]));
  return outermost(
    layer.mentions.map(({ entity, range }) => ({ ...tokens.of(range), value: types.get(entity) ?? NONE })),
  );
}

function outermost(units: readonly Unit[]): Unit[] {
  const kept: Unit[] = [];
  let reached = 0;
  for (const unit of [...units].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (unit.start < reached || unit.start >= unit.end) continue;
    kept.push(unit);
    reached = unit.end;
  }
  return kept;
}

/** F1 (C. J. van Rijsbergen, Information Retrieval, 2nd ed., 1979): the same whichever of the two is held to be right. */
function f1(foundLeft: number, lefts: number, foundRight: number, rights: number): Measured {
  if (lefts + rights === 0) return unmeasured('noItems');
  if (lefts === 0 || rights === 0) return measured(0);
  const precision = foundRight / rights;
  const recall = foundLeft / lefts;
  return measured(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall));
}

export function exactF1(left: readonly TextRange[], right: readonly TextRange[]): Measured {
  const open = new Map<string, number>();
  const key = ({ block, start, end }: TextRange) => `${block} ${start} ${end}`;
  for (const range of left) open.set(key(range), (open.get(key(range)) ?? 0) + 1);
  let same = 0;
  for (const range of right) {
    const there = open.get(key(range)) ?? 0;
    if (there === 0) continue;
    open.set(key(range), there - 1);
    same++;
  }
  return f1(same, left.length, same, right.length);
}

export function overlapF1(left: readonly TextRange[], right: readonly TextRange[], tokens: Tokens): Measured {
  const touching = (ranges: readonly TextRange[], others: readonly TextRange[]) => {
    const theirs = new Set(tokens.all(others));
    return ranges.filter((range) => tokens.all([range]).some((token) => theirs.has(token))).length;
  };
  return f1(touching(left, right), left.length, touching(right, left), right.length);
}

/** The part of the quotations found by both that both give to the same speaker; nobody is a speaker too. */
export function speakerAgreement({ quotations }: Comparison): { readonly value: Measured; readonly items: number } {
  const pairs = quotations.filter(({ left, right }) => left && right);
  const agreed = pairs.filter(({ fields }) => !fields.includes('speaker')).length;
  return { value: ratio(agreed, pairs.length), items: pairs.length };
}
