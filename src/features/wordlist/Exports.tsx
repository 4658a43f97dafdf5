import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundWord } from '../../core/wordlist/find.ts';
import { useSession } from '../../session/store.ts';
import { Icon } from '../../ui/icons.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { linkOf } from './link.ts';
import styles from './wordlist.module.css';

type Way = 'anki' | 'text' | 'table';

/** The words that are shown as a file, or on paper. */
export function Exports({ found }: { readonly found: readonly FoundWord[] }) {
  const { t } = useTranslation('wordlist');
  const announce = useSession((session) => session.announce);
  const [mark, setMark] = useState(true);
  const [failed, setFailed] = useState(false);
  const save = async (way: Way) => {
    try {
      await writers[way](found, t, mark);
      setFailed(false);
      announce(t('saved', { count: found.length }));
    } catch {
      setFailed(true);
    }
  };
  return (
    <details className={styles['out']}>
      <summary>{t('out')}</summary>
      <p className={styles['soft']}>{t('outWhat', { count: found.length })}</p>
      <ul className={styles['ways']}>
        <li>
          <button type="button" className="button" onClick={() => void save('anki')}>
            <Icon name="save" />
            {t('anki')}
          </button>
          <p>{t('ankiHelp')}</p>
        </li>
        <li>
          <button type="button" className="button" onClick={() => void save('text')}>
            <Icon name="save" />
            {t('ankiText')}
          </button>
          <p>{t('ankiTextHelp')}</p>
        </li>
        <li>
          <button type="button" className="button" onClick={() => void save('table')}>
            <Icon name="save" />
            {t('table')}
          </button>
          <label className={styles['check']}>
            <input type="checkbox" checked={mark} onChange={(event) => setMark(event.target.checked)} />
            {t('tableMark')}
          </label>
          <p>{t('tableHelp')}</p>
        </li>
        <li>
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="paragraph" />
            {t('print')}
          </button>
          <p>{t('printHelp')}</p>
        </li>
      </ul>
      {failed ? (
        <p className={styles['told']} role="alert">
          {t('saveFailed')}
        </p>
      ) : null}
    </details>
  );
}

type Say = ReturnType<typeof useTranslation<'wordlist'>>['t'];

const notesOf = async (found: readonly FoundWord[]) => {
  const { noteOf } = await import('../../core/anki/note.ts');
  return found.map((one) => noteOf(one, linkOf(one.place)));
};

/** Each is fetched when it is first asked for. */
const writers: Readonly<Record<Way, (found: readonly FoundWord[], t: Say, mark: boolean) => Promise<void>>> = {
  anki: async (found, t) => {
    const { writePackage } = await import('../../core/anki/package.ts');
    const labels = { root: t('root'), lemma: t('lemma'), source: t('source') };
    const file = writePackage(await notesOf(found), { deck: t('deck'), labels, now: Date.now() });
    saveFile('isnad-words.apkg', file, 'application/octet-stream');
  },
  text: async (found, t) => {
    const { writeNotes } = await import('../../core/anki/text.ts');
    saveFile('isnad-words.txt', writeNotes(await notesOf(found), t('deck')), 'text/plain');
  },
  table: async (found, t, mark) => {
    const { columns, writeWordTable } = await import('../../core/wordlist/rows.ts');
    const heads = Object.fromEntries(columns.map((column) => [column, t(`columns.${column}`)] as const));
    const text = writeWordTable(found, {
      heads: heads as Record<(typeof columns)[number], string>,
      known: [t('yes'), t('no')],
      linkOf: ({ place }) => linkOf(place),
      mark,
    });
    saveFile('isnad-words.csv', text, 'text/csv');
  },
};
