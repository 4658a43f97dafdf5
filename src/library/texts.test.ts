import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../core/article/article.ts';
import { type TextIntake, takeFile } from '../core/intake/intake.ts';
import { buildArticle, rangeOf } from '../testing/article.ts';
import { memoryStore, openStore, type Store } from './database.ts';
import {
  changeText,
  correctText,
  forgetText,
  keepText,
  keptCorrections,
  keptHead,
  keptTexts,
  originalOf,
  ownArticle,
  reanalyseText,
  restoreText,
  takeBack,
  textFile,
} from './texts.ts';

const NOW = '2026-11-25T10:00:00Z';
const LATER = '2026-11-26T10:00:00Z';
const ID = 'my.abc';
const intake: Omit<TextIntake, 'kind' | 'blocks'> = {
  source: 'paste',
  title: null,
  author: null,
  published: null,
  url: null,
  encoding: null,
  joined: 2,
  changes: [{ kind: 'tatweel', count: 3, from: 'قـال', to: 'قال' }],
  original: 'قـال',
};
afterEach(() => Dexie.delete('isnad'));

/** The small article as the engine would have made it of somebody's text. */
function ownText(id = ID): Article {
  const article = buildArticle();
  return {
    ...article,
    id,
    quotations: article.quotations.map((one) => ({
      ...one,
      provenance: { by: 'rule', rule: 'verb', confidence: 0.8 },
    })),
  };
}
async function kept(id = ID): Promise<Store> {
  const store = memoryStore();
  await keepText(store, ownText(id), intake, NOW);
  return store;
}
/** The revision of the text that is kept, as a page that shows it knows it. */
const seen = async (store: Store): Promise<number> => {
  const body = (await store.get('bodies', ID)) as { readonly article: string };
  return (JSON.parse(body.article) as Article).revision;
};
const speakerOf = (article: Article | undefined, words: string) =>
  article?.quotations.find(({ contents }) => contents[0]?.words === words)?.speaker;

describe('own texts', () => {
  test('are kept with how they came in, and read back as articles', async () => {
    const store = await openStore();
    await keepText(store, ownText(), intake, NOW);
    expect(await keptHead(store, ID)).toMatchObject({ title: 'أحمد ناصر يصل إلى دمشق', opened: NOW, quotations: 5 });
    expect((await keptHead(store, ID))?.intake?.changes).toEqual(intake.changes);
    expect(await originalOf(store, ID)).toBe('قـال');
    expect(await ownArticle(ID)).toEqual(ownText());
    await expect(ownArticle('my.nothing')).rejects.toMatchObject({ name: 'LibraryError' });
  });

  test('the same text is not kept twice', async () => {
    const store = await kept();
    await changeText(store, ID, (old) => ({ ...old, title: { ar: 'اسم', en: '' } }), LATER);
    await keepText(store, ownText(), null, LATER);
    expect(await keptHead(store, ID)).toMatchObject({ title: 'اسم', opened: NOW, changed: LATER });
  });

  test('the last opened stands first; rows that cannot be read are counted and left alone', async () => {
    const store = await kept('my.old');
    await keepText(store, ownText('my.new'), null, LATER);
    await store.change('texts', 'my.bad', () => ({ key: 'my.bad' }));
    const { texts, unreadable } = await keptTexts(store);
    expect(texts.map(({ key }) => key)).toEqual(['my.new', 'my.old']);
    expect(unreadable).toBe(1);
    expect(await keptHead(store, 'my.bad')).toBeNull();
    expect(await changeText(store, 'my.bad', (old) => old, NOW)).toBeNull();
  });

  test('what is removed comes back as it was, with its corrections', async () => {
    const store = await kept();
    await correctText(store, ID, await seen(store), { kind: 'notQuotation', quotation: 'q2' }, 'c1', LATER);
    const before = [await store.get('texts', ID), await store.get('bodies', ID)];
    const forgotten = await forgetText(store, ID);
    expect(await keptHead(store, ID)).toBeNull();
    await restoreText(store, forgotten);
    expect([await store.get('texts', ID), await store.get('bodies', ID)]).toEqual(before);
  });
});

describe('corrections', () => {
  test('are kept, shown, counted in the head, and taken back', async () => {
    const store = await kept();
    const first = await correctText(
      store,
      ID,
      await seen(store),
      { kind: 'speaker', quotation: 'q1', speaker: { entity: 'sara' } },
      'c1',
      LATER,
    );
    expect(speakerOf(first?.article, 'الهدنة «خطوة مهمة»')).toBe('sara');
    await correctText(store, ID, await seen(store), { kind: 'notQuotation', quotation: 'q2' }, 'c2', LATER);
    expect(await keptHead(store, ID)).toMatchObject({ quotations: 4, changed: LATER });
    expect((await keptCorrections(store, ID))?.outcomes).toEqual([
      { id: 'c1', how: 'made' },
      { id: 'c2', how: 'made' },
    ]);
    const back = await takeBack(store, ID, 'c1', LATER);
    expect(speakerOf(back?.article, 'الهدنة «خطوة مهمة»')).toBe('nasir');
    expect(back?.article.quotations).toHaveLength(4);
    expect(back?.article.revision).toBe(4);
    expect((await takeBack(store, ID, 'c2', LATER))?.article.quotations).toEqual(ownText().quotations);
    expect(await store.get('bodies', ID)).toMatchObject({ machine: null, corrections: [] });
  });

  test('what another analysis took away is given, to be brought back', async () => {
    const store = await kept();
    expect((await reanalyseText(store, ID, ownText(), LATER))?.before).toBeNull();
    const nothing = { entities: [], mentions: [], quotations: [], chain: [] };
    const emptied = await reanalyseText(store, ID, nothing, LATER);
    expect(emptied?.article.quotations).toEqual([]);
    const { before } = emptied ?? {};
    if (!before) throw new Error('nothing to bring back');
    await reanalyseText(store, ID, before, LATER);
    expect((await ownArticle(ID, store)).quotations).toEqual(ownText().quotations);
  });

  test('travel in the file of the text: to where it is not, and to where others were made', async () => {
    const store = await kept();
    const nobody = { kind: 'speaker', quotation: 'q1', speaker: null } as const;
    await correctText(store, ID, await seen(store), nobody, 'c1', LATER);
    const file = await textFile(store, ID);
    const taken = takeFile('a.json', new TextEncoder().encode(file));
    if (!taken.ok || taken.value.kind !== 'article') throw new Error('no article');
    const { article, corrected } = taken.value;
    expect(article).toEqual(await ownArticle(ID, store));

    const elsewhere = memoryStore();
    expect(await keepText(elsewhere, article, null, LATER, corrected)).toBe('kept');
    expect((await keptCorrections(elsewhere, ID))?.outcomes).toEqual([{ id: 'c1', how: 'made' }]);
    const again = await reanalyseText(elsewhere, ID, ownText(), LATER);
    expect(speakerOf(again?.article, 'الهدنة «خطوة مهمة»')).toBeNull();
    const back = await takeBack(elsewhere, ID, 'c1', LATER);
    expect(speakerOf(back?.article, 'الهدنة «خطوة مهمة»')).toBe('nasir');

    await correctText(elsewhere, ID, await seen(elsewhere), { kind: 'notQuotation', quotation: 'q2' }, 'c2', LATER);
    expect(await keepText(elsewhere, article, null, LATER, corrected)).toBe('merged');
    expect((await keptCorrections(elsewhere, ID))?.corrections.map(({ id }) => id)).toEqual(['c2', 'c1']);
    expect(await keepText(elsewhere, article, null, LATER, corrected)).toBe('here');
  });

  test('that cannot be true of the text they come with are refused with the file', async () => {
    const store = await kept();
    await correctText(store, ID, await seen(store), { kind: 'notQuotation', quotation: 'q2' }, 'c1', LATER);
    const file = JSON.parse(await textFile(store, ID)) as {
      corrected: { machine: { mentions: { entity: string }[] } };
    };
    (file.corrected.machine.mentions[0] as { entity: string }).entity = 'nobody';
    const refused = takeFile('a.json', new TextEncoder().encode(JSON.stringify(file)));
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
    const shapeless = takeFile('a.json', new TextEncoder().encode(JSON.stringify({ ...file, corrected: 7 })));
    expect(shapeless).toMatchObject({ ok: false, failure: { kind: 'damaged', detail: 'corrected' } });
  });

  test('outlive another analysis, and a new title', async () => {
    const store = await kept();
    await correctText(
      store,
      ID,
      await seen(store),
      { kind: 'speaker', quotation: 'q1', speaker: { entity: 'sara' } },
      'c1',
      LATER,
    );
    await correctText(store, ID, await seen(store), { kind: 'speaker', quotation: 'q2', speaker: null }, 'c2', LATER);
    await changeText(store, ID, (old) => ({ ...old, title: { ar: 'اسم', en: '' } }), LATER);
    const engine = ownText();
    const again = await reanalyseText(
      store,
      ID,
      {
        ...engine,
        // A newer engine does not find the one, and has other edges for the other.
        quotations: engine.quotations.flatMap((one) =>
          one.id === 'q2' ? [] : one.id === 'q1' ? [{ ...one, contents: [rangeOf('p1', '«خطوة مهمة»')] }] : [one],
        ),
      },
      LATER,
    );
    expect(again?.outcomes.map(({ how }) => how)).toEqual(['made', 'restored']);
    expect(again?.article.title.ar).toBe('اسم');
    expect(speakerOf(again?.article, '«خطوة مهمة»')).toBe('sara');
    expect(speakerOf(again?.article, 'الحوار مستمر في دمشق')).toBeNull();
    expect((await keptCorrections(store, ID))?.corrections).toHaveLength(2);
  });

  test('of what is not there is none; damaged ones make nothing else unreadable but the text itself is said to be', async () => {
    const store = await kept();
    const wanted = { kind: 'notQuotation', quotation: 'q99' } as const;
    expect(await correctText(store, ID, await seen(store), wanted, 'c1', NOW)).toBeNull();
    expect(await correctText(store, 'my.none', 1, wanted, 'c1', NOW)).toBeNull();
    await store.change('bodies', ID, (old) => ({ ...(old as { key: string }), corrections: [{ id: 1 }] }));
    expect(await keptCorrections(store, ID)).toBeNull();
    expect(await reanalyseText(store, ID, ownText(), NOW)).toBeNull();
  });

  test('of a text that another tab has changed meanwhile is not made: its ids may be of others now', async () => {
    const store = await kept();
    const old = await seen(store);
    await correctText(store, ID, old, { kind: 'speaker', quotation: 'q1', speaker: { name: 'سعاد' } }, 'c1', LATER);
    expect(await correctText(store, ID, old, { kind: 'notQuotation', quotation: 'q2' }, 'c2', LATER)).toBeNull();
    expect((await keptCorrections(store, ID))?.corrections.map(({ id }) => id)).toEqual(['c1']);
  });

  test('rows from before there were corrections are read', async () => {
    const store = memoryStore();
    await keepText(store, ownText(), null, NOW);
    await store.change('bodies', ID, (old) => {
      const { machine: _machine, corrections: _corrections, ...before } = old as Record<string, unknown>;
      return { ...before, key: ID };
    });
    expect(await keptCorrections(store, ID)).toMatchObject({ corrections: [] });
    expect(
      await correctText(store, ID, await seen(store), { kind: 'notQuotation', quotation: 'q1' }, 'c1', NOW),
    ).not.toBeNull();
  });
});
