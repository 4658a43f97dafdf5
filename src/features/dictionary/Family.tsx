import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lemma } from '../../core/dictionary/answer.ts';
import type { DictionaryClient } from '../../engine/dictionary.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './Entry.module.css';
import { useAsk } from './use-ask.ts';

interface FamilyProps {
  readonly dictionary: DictionaryClient;
  readonly lemma: Lemma;
  readonly root: string;
}

/** The other entries of the root, asked for when it is unfolded. */
export function Family(props: FamilyProps) {
  const { t } = useTranslation('dictionary');
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('family', { root: `\u2068${props.root}\u2069` })}</summary>
      {open ? <Members {...props} /> : null}
    </details>
  );
}

function Members({ dictionary, lemma, root }: FamilyProps) {
  const { t } = useTranslation('dictionary');
  const { language } = useFormat();
  const [asked, again] = useAsk(root, () => dictionary.family(root));
  if (asked.state === 'asking') return <p role="status">{t('asking')}</p>;
  if (asked.state === 'failed')
    return (
      <p role="alert">
        {t(`fault.${asked.fault.why}`)}{' '}
        <button type="button" className="button" onClick={again}>
          {t('again')}
        </button>
      </p>
    );
  const others = asked.told.filter(({ id }) => id !== lemma.id);
  if (others.length === 0) return <p>{t('familyNothing')}</p>;
  return (
    <ul className={styles['family']}>
      {others.map(({ id, lemma: word, english, arabic }) => (
        <li key={id}>
          <bdi lang="ar">{word}</bdi>
          {language === 'ar' && arabic !== '' ? (
            <bdi lang="ar">{arabic}</bdi>
          ) : (
            <bdi lang="en">{english.slice(0, 2).join(', ')}</bdi>
          )}
        </li>
      ))}
    </ul>
  );
}
