/**
 * Two hands may know one person by two ids. An entity of one layer is that of the other by what both say of it: the same
 * mentions, the same name or alias as it is folded, the same id. Each has one counterpart at most; where several could be it,
 * those with most in common go together.
 */
import type { Layer } from '../annotation/layer.ts';
import type { Entity } from '../article/article.ts';
import { foldText } from '../text/fold.ts';
import { assign, type Candidate } from './assign.ts';

export interface EntityPairs {
  /** The right layer's id of what the left one calls so. */
  readonly toRight: ReadonlyMap<string, string>;
  readonly toLeft: ReadonlyMap<string, string>;
}

/** Whole numbers, so that matching is exact: mentions tell most, then the name, then the id. */
const MENTIONS = 1000;
const NAME = 600;
const ID = 300;
const TYPE = 10;

export function matchEntities(left: Layer, right: Layer): EntityPairs {
  const lefts = left.entities.map((entity) => describe(entity, left));
  const rights = right.entities.map((entity) => describe(entity, right));
  // Only those that share a key are looked at.
  const byKey = new Map<string, number[]>();
  rights.forEach(({ keys }, index) => {
    for (const key of keys) {
      const list = byKey.get(key);
      if (list) list.push(index);
      else byKey.set(key, [index]);
    }
  });
  const candidates: Candidate[] = [];
  lefts.forEach((one, index) => {
    const near = new Set([...one.keys].flatMap((key) => byKey.get(key) ?? []));
    for (const other of near) {
      candidates.push({ left: index, right: other, weight: likeness(one, rights[other] as Described) });
    }
  });
  const toRight = new Map<string, string>();
  const toLeft = new Map<string, string>();
  assign(lefts.length, candidates).forEach((other, index) => {
    const one = left.entities[index];
    const two = right.entities[other];
    if (!one || !two) return;
    toRight.set(one.id, two.id);
    toLeft.set(two.id, one.id);
  });
  return { toRight, toLeft };
}

interface Described {
  readonly entity: Entity;
  readonly names: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

function describe(entity: Entity, layer: Layer): Described {
  const names = new Set(
    [entity.name.ar, entity.name.en, ...entity.aliases]
      .map((name) => foldText(name, 'loose').replaceAll(/\s+/g, ' ').trim())
      .filter((name) => name !== ''),
  );
  const places = placesOf(layer).get(entity.id) ?? new Set<string>();
  const keys = new Set([`id ${entity.id}`]);
  for (const name of names) keys.add(`name ${name}`);
  for (const place of places) keys.add(`place ${place}`);
  return { entity, names, places, keys };
}

const known = new WeakMap<Layer, Map<string, Set<string>>>();
function placesOf(layer: Layer): Map<string, Set<string>> {
  const before = known.get(layer);
  if (before) return before;
  const places = new Map<string, Set<string>>();
  for (const { entity, range } of layer.mentions) {
    const place = `${range.block} ${range.start} ${range.end}`;
    const list = places.get(entity);
    if (list) list.add(place);
    else places.set(entity, new Set([place]));
  }
  known.set(layer, places);
  return places;
}

function likeness(one: Described, other: Described): number {
  const shared = common(one.places, other.places);
  const mentions = shared === 0 ? 0 : Math.round((2 * shared * MENTIONS) / (one.places.size + other.places.size));
  const name = common(one.names, other.names) > 0 ? NAME : 0;
  const id = one.entity.id === other.entity.id ? ID : 0;
  const type = one.entity.type === other.entity.type ? TYPE : 0;
  // Ids are given by each hand for itself: "e1" here and "e1" there, with nothing else in common, are two.
  const told = one.places.size > 0 && other.places.size > 0;
  if (mentions === 0 && name === 0 && (told || type === 0)) return 0;
  return mentions + name + id + type;
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const item of one) if (other.has(item)) count++;
  return count;
}
