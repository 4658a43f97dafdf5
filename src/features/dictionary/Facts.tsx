import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '../../core/dictionary/answer.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './Entry.module.css';
import { termsOf } from './grammar.ts';

/** Lemma, root, part of speech, what the form tells, and what belongs to the entry: plurals, the verb's parts. */
export function Facts({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation('dictionary');
  const { comma } = useFormat();
  const { lemma, pos, kind } = reading;
  const { verb } = lemma;
  const terms = termsOf(reading).map((term) =>
    term === 'plural.broken' && lemma.id >= 0
      ? t('brokenOf', { lemma: `\u2068${lemma.lemma}\u2069` })
      : t(`terms.${term}`),
  );
  const known = kind === 'known';
  return (
    <dl className={styles['facts']}>
      {known ? <Fact term={t('lemma')} arabic={[lemma.lemma]} /> : null}
      {known ? (
        lemma.root === null ? (
          <Fact term={t('root')}>{t('noRoot')}</Fact>
        ) : (
          <Fact term={t('root')} arabic={[lemma.root]} />
        )
      ) : null}
      <Fact term={t('pos')}>
        {t(`poses.${pos}`)}
        {verb?.saying ? `${comma}${t('saying')}` : ''}
      </Fact>
      {terms.length > 0 ? <Fact term={t('grammar')}>{terms.join(comma)}</Fact> : null}
      {verb ? (
        <>
          <Fact term={t('imperfect')} arabic={[verb.imperfect]} />
          <Fact term={t('masdars')} arabic={verb.masdars} />
          <Fact term={t('active')} arabic={[verb.active]} />
          <Fact term={t('passive')} arabic={verb.passive === null ? [] : [verb.passive]} />
          <Fact term={t('prepositions')} arabic={verb.prepositions} />
        </>
      ) : null}
      <Fact term={t('plurals')} arabic={lemma.plurals} />
      <Fact term={t('feminine')} arabic={lemma.feminine === null ? [] : [lemma.feminine]} />
      {lemma.topic === null ? null : <Fact term={t('topic')}>{t(`topics.${lemma.topic}`)}</Fact>}
    </dl>
  );
}

/** Nothing where there are no words to show. */
function Fact({
  term,
  arabic,
  children,
}: {
  readonly term: string;
  readonly arabic?: readonly string[];
  readonly children?: ReactNode;
}) {
  if (arabic?.length === 0) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd lang={arabic ? 'ar' : undefined}>{arabic ? <bdi>{arabic.join('، ')}</bdi> : children}</dd>
    </div>
  );
}
