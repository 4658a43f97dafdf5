import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { buildMet } from '../../testing/words.ts';
import { findWords } from '../wordlist/find.ts';
import { listed } from '../wordlist/word.ts';
import { DECK, NOTE_TYPE } from './collection.ts';
import { asHtml, fields, type Note, noteOf } from './note.ts';
import { writePackage } from './package.ts';
import { sha1 } from './sha1.ts';
import { writeNotes } from './text.ts';

const python = (() => {
  try {
    execFileSync('python3', ['-c', 'import sqlite3, zipfile'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const folder = mkdtempSync(path.join(tmpdir(), 'isnad-anki-'));
afterAll(() => rmSync(folder, { recursive: true }));

const labels = { root: 'الجذر', lemma: 'المدخل', source: 'من' };
const now = Date.UTC(2026, 10, 25, 10);
const iso = new Date(now).toISOString();
const notes = (count: number, gloss = 'talk'): Note[] =>
  findWords(
    Array.from({ length: count }, (_, at) =>
      listed(null, buildMet({}, { lemma: `مُحادَثَة${at}`, english: [gloss] }), iso),
    ),
    { article: null, state: 'all', search: '', order: 'last' },
  ).map((found) => noteOf(found, 'https://example.org/a/ceasefire/#d=p2.4'));

/** What Anki reads of a package when it opens it: asked of SQLite itself. */
const ASK = `
import json, sqlite3, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as pack:
    assert pack.testzip() is None
    names = sorted(pack.namelist())
    media = json.loads(pack.read("media"))
    pack.extract("collection.anki2", sys.argv[2])
base = sqlite3.connect(sys.argv[2] + "/collection.anki2")
ask = lambda sql: [list(row) for row in base.execute(sql)]
col = ask("select ver, conf, models, decks, dconf, tags, crt, mod, scm from col")[0]
print(json.dumps({
  "names": names, "media": media,
  "check": ask("pragma integrity_check"),
  "tables": sorted(row[0] for row in ask("select name from sqlite_master where type = 'table'")),
  "indexes": sorted(row[0] for row in ask("select name from sqlite_master where type = 'index'")),
  "ver": col[0], "json": [json.loads(one) for one in col[1:6]], "times": col[6:],
  "notes": ask("select id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data from notes order by id"),
  "cards": ask("select cards.id, did, ord, type, queue, due, guid from cards join notes on notes.id = cards.nid order by cards.id"),
  "counts": [ask("select count(*) from " + name)[0][0] for name in ("notes", "cards", "revlog", "graves")],
}))`;

interface Told {
  readonly names: readonly string[];
  readonly media: unknown;
  readonly check: unknown;
  readonly tables: readonly string[];
  readonly indexes: readonly string[];
  readonly ver: number;
  // oxlint-disable-next-line no-explicit-any -- whatever JSON is there
  readonly json: readonly any[];
  readonly times: readonly number[];
  readonly notes: readonly (readonly [
    number,
    string,
    number,
    number,
    number,
    string,
    string,
    string,
    number,
    number,
    string,
  ])[];
  readonly cards: readonly (readonly [number, number, number, number, number, number, string])[];
  readonly counts: readonly number[];
}
function open(file: Uint8Array): Told {
  const name = path.join(folder, 'words.apkg');
  writeFileSync(name, file);
  return JSON.parse(
    execFileSync('python3', ['-c', ASK, name, folder], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
  ) as Told;
}

describe.runIf(python)('the package', () => {
  test.each([0, 1, 3, 700, 3000])('of %i words is a sound collection of schema 11', (count) => {
    const told = open(writePackage(notes(count), { deck: 'إسناد: كلماتي', labels, now }));
    expect(told.names).toEqual(['collection.anki2', 'media']);
    expect(told.media).toEqual({});
    expect(told.check).toEqual([['ok']]);
    expect(told.tables).toEqual(['cards', 'col', 'graves', 'notes', 'revlog']);
    expect(told.indexes).toEqual([
      'ix_cards_nid',
      'ix_cards_sched',
      'ix_cards_usn',
      'ix_notes_csum',
      'ix_notes_usn',
      'ix_revlog_cid',
      'ix_revlog_usn',
    ]);
    expect(told.ver).toBe(11);
    expect(told.times).toEqual([now / 1000, now, now]);
    expect(told.counts).toEqual([count, count, 0, 0]);
    const [conf, models, decks, studying] = told.json;
    expect(conf.curModel).toBe(NOTE_TYPE);
    expect(models[NOTE_TYPE].flds.map(({ name }: { name: string }) => name)).toEqual([...fields]);
    expect(models[NOTE_TYPE].tmpls).toHaveLength(1);
    // Every field that the card speaks of is one of the note's.
    const { qfmt, afmt } = models[NOTE_TYPE].tmpls[0];
    const asked = [...`${qfmt}${afmt}`.matchAll(/\{\{[#/]?(?:text:)?(\w+)\}\}/g)].map(([, name]) => name);
    expect(asked.filter((name) => name !== 'FrontSide' && !fields.some((field) => field === name))).toEqual([]);
    expect(decks[DECK].name).toBe('إسناد: كلماتي');
    expect(studying[decks[DECK].conf]).toBeDefined();
    expect(new Set(told.notes.map(([, guid]) => guid)).size).toBe(count);
    for (const [id, , mid, mod, usn, tags, flds, first, sum] of told.notes) {
      expect([id >= now, mid, mod, usn, tags]).toEqual([true, NOTE_TYPE, now / 1000, -1, ' isnad isnad::ceasefire ']);
      expect(flds.split('\u001f')).toHaveLength(fields.length);
      expect(first).toBe('المحادثاتِ');
      expect(sum).toBe(Number.parseInt(createHash('sha1').update(first).digest('hex').slice(0, 8), 16));
    }
    told.cards.forEach(([id, did, ord, type, queue, due, guid], at) => {
      expect([did, ord, type, queue, due]).toEqual([DECK, 0, 0, 0, at + 1]);
      expect([id, guid]).toEqual(told.notes[at]?.slice(0, 2));
    });
  });

  test('made again has the same notes, so that what is there is changed', () => {
    const guids = (file: Uint8Array) => open(file).notes.map(([, guid]) => guid);
    const first = guids(writePackage(notes(5), { deck: 'إسناد', labels, now }));
    expect(guids(writePackage(notes(7, 'dialogue'), { deck: 'إسناد', labels, now: now + 9e8 }))).toEqual(
      expect.arrayContaining(first),
    );
  });
});
test.skipIf(python)('Anki’s database was not asked: there is no python3 with sqlite3 here', () => {});

test('the package opens as a zip where there is no Python too', () => {
  const files = unzipSync(writePackage(notes(2), { deck: 'x', labels, now }));
  expect(new TextDecoder().decode(files['collection.anki2']?.subarray(0, 15))).toBe('SQLite format 3');
  expect(new TextDecoder().decode(files['media'])).toBe('{}');
});

test('the sum is SHA-1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(Buffer.from(sha1(text)).toString('hex')).toBe(createHash('sha1').update(text, 'utf8').digest('hex'));
    }),
  );
});

describe('a note', () => {
  test('has its word marked whole, and says what is there and no more', () => {
    const [note] = notes(1, '<script>alert(1)</script> [sound:x.mp3] \\(x\\) {{Word}}');
    expect(note?.fields[1]).toBe('قال الوزير إنّ <b>المحادثاتِ</b> تبدأ غدًا.');
    expect(note?.fields[5]).toBe(
      '&lt;script&gt;alert(1)&lt;/script&gt; &#91;sound:x.mp3] &#92;(x&#92;) &#123;&#123;Word}}',
    );
    expect(asHtml('a\u0000\u001fb\r\nc\td')).toBe('ab<br>c d');
  });

  test('as text has its headers and as many cells as they say', () => {
    const lines = writeNotes(notes(2, 'say "so"\tor\nso'), 'إسناد').split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Isnad',
      '#deck:إسناد',
      `#columns:GUID\t${fields.join('\t')}\tTags`,
      '#guid column:1',
      '#tags column:11',
    ]);
    expect(lines).toHaveLength(10);
    expect(lines[7]?.split('\t')).toHaveLength(11);
    expect(lines[7]?.split('\t')[6]).toBe('say &quot;so&quot; or<br>so');
  });
});
