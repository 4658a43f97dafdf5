/** The tables of an article or of the shelf. Every one is made from the same gathered quotations, so they always agree. */
import type { Codebook } from '../annotation/codebook.ts';
import { kinds, verbClasses } from '../dataset/schema.ts';
import type { Gathered, Spoken } from './gather.ts';
import type { Column, Figure, Label, Row, Table, TableId, Unit } from './table.ts';

const figure = (value: Figure, unit: Unit = 'count'): Column => ({
  key: value,
  label: { kind: 'figure', value },
  unit,
});

/** Every table, in the order in which they are shown. Tags are named by the codebook, where there is one. */
export function tablesOf(gathered: Gathered, codebook: Codebook | null = null): readonly Table[] {
  return [
    shareOfVoice(gathered),
    quotationsBySpeaker(gathered),
    quotationsByKind(gathered),
    quotationsByVerb(gathered),
    quotationsByTag(gathered, codebook),
    verbsBySpeaker(gathered),
    speakersByEntity(gathered),
    overtAndImplied(gathered),
  ];
}

/** Whose words the texts are, the article's own among them: all words, each once. */
export function shareOfVoice(gathered: Gathered): Table {
  const { spoken, words } = gathered;
  const voices = groups(spoken, ({ speaker }) => [speaker ?? '']).map(([key, own]): Row => {
    const said = sum(own, (one) => one.words);
    return { key: `s ${key}`, label: speakerLabel(gathered, key), values: [said, part(said, words)] };
  });
  const said = sum(spoken, (one) => one.words);
  const narrator: Row = {
    key: 'narrator',
    label: { kind: 'narrator' },
    values: [words - said, part(words - said, words)],
  };
  return table(
    'voices',
    [figure('words'), figure('shareOfWords', 'share')],
    [...voices, ...(words > 0 ? [narrator] : [])],
  );
}

export function quotationsBySpeaker(gathered: Gathered): Table {
  const { spoken } = gathered;
  const columns: Column[] = [
    figure('quotations'),
    figure('shareOfQuotations', 'share'),
    ...kinds.map((value): Column => ({ key: value, label: { kind: 'quotationKind', value }, unit: 'count' })),
  ];
  const rows = groups(spoken, ({ speaker }) => [speaker ?? '']).map(
    ([key, own]): Row => ({
      key: `s ${key}`,
      label: speakerLabel(gathered, key),
      values: [
        own.length,
        part(own.length, spoken.length),
        ...kinds.map((kind) => own.filter(({ quotation }) => quotation.kind === kind).length),
      ],
    }),
  );
  return table('speakers', columns, rows);
}

const COUNTED = [figure('quotations'), figure('shareOfQuotations', 'share'), figure('words')];

const counted = (own: readonly Spoken[], all: readonly Spoken[]): number[] => [
  own.length,
  part(own.length, all.length),
  sum(own, (one) => one.words),
];

export function quotationsByKind({ spoken }: Gathered): Table {
  const rows = groups(spoken, ({ quotation }) => [quotation.kind]).map(
    ([value, own]): Row => ({ key: value, label: { kind: 'quotationKind', value }, values: counted(own, spoken) }),
  );
  return table('kinds', COUNTED, rows);
}

export function quotationsByVerb({ spoken }: Gathered): Table {
  const rows = groups(spoken, ({ quotation }) => [quotation.verb.class]).map(
    ([value, own]): Row => ({ key: value, label: { kind: 'verbClass', value }, values: counted(own, spoken) }),
  );
  return table('verbs', COUNTED, rows);
}

/** A quotation with several tags is counted under each; one with none under "untagged". There is no sum. */
export function quotationsByTag({ spoken }: Gathered, codebook: Codebook | null): Table {
  const names = new Map(codebook?.tags.map(({ id, name }) => [id, name]));
  const rows = groups(spoken, ({ quotation }) => (quotation.tags.length > 0 ? new Set(quotation.tags) : [''])).map(
    ([id, own]): Row => ({
      key: `t ${id}`,
      label: id === '' ? { kind: 'untagged' } : { kind: 'tag', id, name: names.get(id) ?? null },
      values: counted(own, spoken),
    }),
  );
  const made = table('tags', COUNTED, rows);
  return { ...made, totals: made.totals.map(() => null) };
}

/** Who reports with which class of verb: a matrix with the sum of each row first. */
export function verbsBySpeaker(gathered: Gathered): Table {
  const { spoken } = gathered;
  const used = verbClasses.filter((value) => spoken.some(({ quotation }) => quotation.verb.class === value));
  return matrix(
    gathered,
    'speakerVerbs',
    used.map((value): Column => ({ key: value, label: { kind: 'verbClass', value }, unit: 'count' })),
    ({ quotation }, key) => quotation.verb.class === key,
  );
}

/**
 * Who speaks about whom or what: in how many quotations. One quotation may speak about several, so a row does not add up to
 * its first column.
 */
export function speakersByEntity(gathered: Gathered): Table {
  const spokenOf = groups(gathered.spoken, ({ about }) => about).sort(([, a], [, b]) => b.length - a.length);
  return matrix(
    gathered,
    'speakerEntities',
    spokenOf.map(([key]): Column => ({ key, label: speakerLabel(gathered, key), unit: 'count' })),
    ({ about }, key) => about.includes(key),
  );
}

/** Whether the text names the speaker beside the cue, or leaves it to the verb. */
export function overtAndImplied(gathered: Gathered): Table {
  const rows = groups(gathered.spoken, ({ speaker }) => [speaker ?? '']).map(([key, own]): Row => {
    const implied = own.filter(({ quotation }) => quotation.source === null).length;
    return {
      key: `s ${key}`,
      label: speakerLabel(gathered, key),
      values: [own.length, own.length - implied, implied, part(implied, own.length)],
    };
  });
  const made = table(
    'sources',
    [figure('quotations'), figure('overt'), figure('implied'), figure('shareImplied', 'share')],
    rows,
  );
  const [quotations, overt, implied] = made.totals;
  return { ...made, totals: [quotations ?? 0, overt ?? 0, implied ?? 0, part(implied ?? 0, quotations ?? 0)] };
}

function matrix(
  gathered: Gathered,
  id: TableId,
  columns: readonly Column[],
  falls: (one: Spoken, key: string) => boolean,
): Table {
  const rows = groups(gathered.spoken, ({ speaker }) => [speaker ?? '']).map(
    ([key, own]): Row => ({
      key: `s ${key}`,
      label: speakerLabel(gathered, key),
      values: [own.length, ...columns.map((column) => own.filter((one) => falls(one, column.key)).length)],
    }),
  );
  return table(id, [figure('quotations'), ...columns], rows);
}

function speakerLabel({ people }: Gathered, key: string): Label {
  const entity = people.get(key);
  return entity ? { kind: 'entity', name: entity.name, type: entity.type } : { kind: 'nobody' };
}

/** Quotations by what they fall under, in the order met. */
function groups<Key extends string>(
  spoken: readonly Spoken[],
  keysOf: (one: Spoken) => Iterable<Key>,
): (readonly [Key, readonly Spoken[]])[] {
  const found = new Map<Key, Spoken[]>();
  for (const one of spoken) {
    for (const key of keysOf(one)) {
      const list = found.get(key);
      if (list) list.push(one);
      else found.set(key, [one]);
    }
  }
  return [...found];
}

function table(id: TableId, columns: readonly Column[], rows: readonly Row[]): Table {
  return {
    id,
    columns,
    rows: [...rows].sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0)),
    totals: columns.map((_, index) => sum(rows, ({ values }) => values[index] ?? 0)),
  };
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);
