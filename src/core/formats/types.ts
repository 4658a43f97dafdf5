import type { EntityType } from '../article/article.ts';

const types: ReadonlyMap<string, EntityType> = new Map([
  ['per', 'person'],
  ['person', 'person'],
  ['org', 'organization'],
  ['organization', 'organization'],
  ['loc', 'place'],
  ['gpe', 'place'],
  ['location', 'place'],
  ['place', 'place'],
  ['event', 'event'],
  ['group', 'group'],
  ['norp', 'group'],
  ['date', 'date'],
  ['work', 'work'],
  ['work_of_art', 'work'],
]);

/** The kind of entity that a label of another tool means; an unknown label counts as a group, which promises least. */
export const typeNamed = (label: string): EntityType => types.get(label.toLowerCase()) ?? 'group';
