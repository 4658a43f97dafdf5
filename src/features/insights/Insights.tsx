import { type ReactNode, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Codebook } from '../../core/annotation/codebook.ts';
import { type Counted, gather } from '../../core/statistics/gather.ts';
import { tablesOf } from '../../core/statistics/statistics.ts';
import type { Table } from '../../core/statistics/table.ts';
import { Bars } from './Bars.tsx';
import { FigureTable, type SavedFile } from './FigureTable.tsx';
import styles from './Insights.module.css';
import { Matrix } from './Matrix.tsx';
import { QuotationList } from './QuotationList.tsx';
import { VoiceStrip } from './VoiceStrip.tsx';

interface InsightsProps {
  /** One article, or the shelf; each with the layer to count in it. The same array for as long as nothing has changed. */
  readonly sources: readonly Counted[];
  readonly codebook?: Codebook | null;
  readonly onOpen: (article: string, quotation: string) => void;
  readonly onSave: (file: SavedFile) => void;
}

/** The figures of an article or of the shelf: a picture where one helps, a sentence that says it, and the whole table. */
export function Insights({ sources, codebook = null, onOpen, onSave }: InsightsProps) {
  const { t } = useTranslation('insights');
  const gathered = useMemo(() => gather(sources), [sources]);
  const tables = useMemo(() => tablesOf(gathered, codebook), [gathered, codebook]);
  const [only, second] = sources;
  const article = second === undefined ? only?.article : undefined;
  if (gathered.spoken.length === 0) return <p className={styles['empty']}>{t('empty')}</p>;
  const tagged = gathered.spoken.some(({ quotation }) => quotation.tags.length > 0);
  return (
    <div className={styles['insights']}>
      {article ? (
        <Section title={t('strip')} about={t('stripAbout')}>
          <VoiceStrip article={article} gathered={gathered} onOpen={(quotation) => onOpen(article.id, quotation)} />
          <QuotationList article={article} gathered={gathered} onOpen={(quotation) => onOpen(article.id, quotation)} />
        </Section>
      ) : null}
      {tables
        .filter(({ id }) => id !== 'tags' || tagged)
        .map((table) => (
          <Section key={table.id} title={t(`tables.${table.id}`)} about={t(`about.${table.id}`)}>
            <Picture table={table} />
            <FigureTable table={table} onSave={onSave} />
          </Section>
        ))}
    </div>
  );
}

function Section({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className={styles['about']}>{about}</p>
      {children}
    </section>
  );
}

function Picture({ table }: { readonly table: Table }) {
  switch (table.id) {
    case 'voices':
      return <Bars rows={table.rows} columns={table.columns} column={0} said={1} />;
    case 'speakers':
    case 'kinds':
    case 'verbs':
    case 'tags':
      return <Bars rows={table.rows} columns={table.columns} column={0} />;
    case 'sources':
      return <Bars rows={table.rows.filter(({ values }) => (values[2] ?? 0) > 0)} columns={table.columns} column={2} />;
    case 'speakerVerbs':
    case 'speakerEntities':
      return <Matrix table={table} />;
  }
}
