/**
 * Notes as the database of an Anki package (`collection.anki2`, schema 11: the one that every Anki since 2.1 reads, and
 * that other programs write too). One note type, one deck, one new card for each note.
 */
import { type Table, writeDatabase } from '../sqlite/write.ts';
import { back, type CardLabels, front, style } from './card.ts';
import { fields, type Note, sumOf } from './note.ts';

/** The same in every export, so that a later package goes where the first one went. Milliseconds since 1970, as Anki's ids are. */
export const NOTE_TYPE = 1_764_000_000_000;
export const DECK = 1_764_000_000_001;

export interface DeckOptions {
  readonly deck: string;
  readonly labels: CardLabels;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function writeCollection(notes: readonly Note[], options: DeckOptions): Uint8Array<ArrayBuffer> {
  const ids = idsOf(notes);
  return writeDatabase([
    collectionTable(options),
    {
      name: 'notes',
      sql: 'CREATE TABLE notes (id integer primary key,guid text not null,mid integer not null,mod integer not null,usn integer not null,tags text not null,flds text not null,sfld integer not null,csum integer not null,flags integer not null,data text not null)',
      rows: notes.map((note, at) => ({
        id: ids[at] as number,
        values: [
          null,
          note.guid,
          NOTE_TYPE,
          Math.floor(note.changed / 1000),
          -1,
          ` ${note.tags.join(' ')} `,
          note.fields.join('\u001f'),
          note.fields[0] ?? '',
          sumOf(note.fields[0] ?? ''),
          0,
          '',
        ],
      })),
      indexes: [indexOf('notes', 'usn', 4), indexOf('notes', 'csum', 8)],
    },
    {
      name: 'cards',
      sql: 'CREATE TABLE cards (id integer primary key,nid integer not null,did integer not null,ord integer not null,mod integer not null,usn integer not null,type integer not null,queue integer not null,due integer not null,ivl integer not null,factor integer not null,reps integer not null,lapses integer not null,left integer not null,odue integer not null,odid integer not null,flags integer not null,data text not null)',
      rows: notes.map(({ changed }, at) => ({
        id: ids[at] as number,
        values: [
          null,
          ids[at] as number,
          DECK,
          0,
          Math.floor(changed / 1000),
          -1,
          0,
          0,
          at + 1,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          '',
        ],
      })),
      indexes: [
        indexOf('cards', 'usn', 5),
        indexOf('cards', 'nid', 1),
        { name: 'ix_cards_sched', sql: 'CREATE INDEX ix_cards_sched on cards (did,queue,due)', columns: [2, 7, 8] },
      ],
    },
    {
      name: 'revlog',
      sql: 'CREATE TABLE revlog (id integer primary key,cid integer not null,usn integer not null,ease integer not null,ivl integer not null,lastIvl integer not null,factor integer not null,time integer not null,type integer not null)',
      rows: [],
      indexes: [indexOf('revlog', 'usn', 2), indexOf('revlog', 'cid', 1)],
    },
    {
      name: 'graves',
      sql: 'CREATE TABLE graves (usn integer not null,oid integer not null,type integer not null)',
      rows: [],
      indexes: [],
    },
  ]);
}

const indexOf = (table: string, column: string, at: number) => ({
  name: `ix_${table}_${column}`,
  sql: `CREATE INDEX ix_${table}_${column} on ${table} (${column})`,
  columns: [at],
});

/** When each was made, in order; those of one moment follow one another. */
function idsOf(notes: readonly Note[]): number[] {
  let last = 0;
  return notes.map(({ made }) => {
    last = Math.max(made, last + 1);
    return last;
  });
}

function collectionTable({ deck, labels, now }: DeckOptions): Table {
  const seconds = Math.floor(now / 1000);
  const shared = {
    mod: seconds,
    usn: -1,
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  };
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
  const decks = {
    1: { id: 1, name: 'Default', ...shared, ...today },
    [DECK]: { id: DECK, name: deck, ...shared, ...today },
  };
  const model = {
    id: NOTE_TYPE,
    name: 'Isnad',
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: DECK,
    tmpls: [{ name: 'Isnad', ord: 0, qfmt: front, afmt: back(labels), did: null, bqfmt: '', bafmt: '' }],
    flds: fields.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: !['English', 'Link'].includes(name),
      font: 'Arial',
      size: 20,
      media: [],
    })),
    css: style,
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false,
    // The front is there where there is a sentence.
    req: [[0, 'any', [1]]],
    tags: [],
    vers: [],
  };
  const conf = {
    activeDecks: [1],
    curDeck: 1,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    curModel: NOTE_TYPE,
    nextPos: 1,
    sortType: 'noteFld',
    sortBackwards: false,
    addToCur: true,
  };
  const studying = {
    1: {
      id: 1,
      name: 'Default',
      mod: 0,
      usn: 0,
      maxTaken: 60,
      autoplay: true,
      timer: 0,
      replayq: true,
      dyn: false,
      new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20 },
      rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
      lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
    },
  };
  return {
    name: 'col',
    sql: 'CREATE TABLE col (id integer primary key,crt integer not null,mod integer not null,scm integer not null,ver integer not null,dty integer not null,usn integer not null,ls integer not null,conf text not null,models text not null,decks text not null,dconf text not null,tags text not null)',
    rows: [
      {
        id: 1,
        values: [
          null,
          seconds,
          now,
          now,
          11,
          0,
          0,
          0,
          ...[conf, { [NOTE_TYPE]: model }, decks, studying, {}].map((one) => JSON.stringify(one)),
        ],
      },
    ],
    indexes: [],
  };
}
