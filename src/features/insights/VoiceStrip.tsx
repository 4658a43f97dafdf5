import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Gathered, Spoken } from '../../core/statistics/gather.ts';
import type { Label } from '../../core/statistics/table.ts';
import styles from './Plot.module.css';
import { apart, useLabels } from './use-labels.ts';
import { useWidth } from './use-width.ts';

interface VoiceStripProps {
  readonly article: Article;
  readonly gathered: Gathered;
  readonly onOpen: (quotation: string) => void;
}

const LANES = 8;
const STEP = 48;

/**
 * The article along a line, from where reading begins, with a lane for each speaker. A picture for the eye and a short-cut
 * for the mouse: the list beneath opens the same quotations for everybody.
 */
export function VoiceStrip({ article, gathered, onOpen }: VoiceStripProps) {
  const { t } = useTranslation('insights');
  const { name, comma, rtl } = useLabels();
  const [part, width] = useWidth<HTMLElement>(480);
  const caption = useId();
  const { starts, total } = useMemo(() => measure(article), [article]);
  const lanes = useMemo(() => lanesOf(gathered), [gathered]);
  if (gathered.spoken.length === 0 || total === 0) return null;
  const nameOf = (label: Label | null) => (label === null ? t('stripRest') : name(label));
  const items = lanes
    .map(({ label, spoken }) => t('stripItem', { name: apart(nameOf(label)), count: spoken.length }))
    .join(comma);
  const height = lanes.length * STEP;
  return (
    <figure ref={part} className={styles['plot']}>
      <svg
        role="img"
        aria-labelledby={caption}
        width={width}
        height={height + 18}
        direction={rtl ? 'rtl' : 'ltr'}
        data-plot="strip"
      >
        {lanes.map(({ key, label, spoken }, lane) => (
          <g key={key}>
            <text className={styles['label']} x={rtl ? width : 0} y={lane * STEP + 16}>
              {nameOf(label)}
            </text>
            <rect className={styles['track']} x={0} y={lane * STEP + 26} width={width} height={14} />
            {spoken.flatMap(({ quotation }) =>
              quotation.contents.map((range) => {
                const from = (((starts.get(range.block) ?? 0) + range.start) / total) * width;
                const length = Math.max(3, ((range.end - range.start) / total) * width);
                return (
                  <rect
                    key={`${quotation.id} ${range.block} ${range.start}`}
                    className={styles['piece']}
                    x={rtl ? width - from - length : from}
                    y={lane * STEP + 26}
                    width={length}
                    height={14}
                    onClick={() => onOpen(quotation.id)}
                  >
                    <title>{range.words}</title>
                  </rect>
                );
              }),
            )}
          </g>
        ))}
        <text className={styles['head']} x={rtl ? width : 0} y={height + 14}>
          {t('stripBegin')}
        </text>
        <text className={styles['head']} x={rtl ? 0 : width} y={height + 14} textAnchor="end">
          {t('stripEnd')}
        </text>
      </svg>
      <figcaption id={caption} className={styles['caption']}>
        {`${items}.`}
      </figcaption>
    </figure>
  );
}

/** Where each block begins, in letters from the beginning, and how many there are. */
function measure(article: Article): { readonly starts: ReadonlyMap<string, number>; readonly total: number } {
  const starts = new Map<string, number>();
  let total = 0;
  for (const { id, text } of article.blocks) {
    starts.set(id, total);
    total += text.length;
  }
  return { starts, total };
}

interface Lane {
  readonly key: string;
  /** Null for all who have no lane of their own. */
  readonly label: Label | null;
  readonly spoken: readonly Spoken[];
}

/** The most quoted first; where there are more than there is room for, the last lane is everybody else’s. */
function lanesOf({ spoken, people }: Gathered): Lane[] {
  const by = new Map<string, Spoken[]>();
  for (const one of spoken) {
    const list = by.get(one.speaker ?? '');
    if (list) list.push(one);
    else by.set(one.speaker ?? '', [one]);
  }
  const lanes = [...by]
    .map(([key, own]): Lane => {
      const entity = people.get(key);
      return {
        key: `s ${key}`,
        label: entity ? { kind: 'entity', name: entity.name, type: entity.type } : { kind: 'nobody' },
        spoken: own,
      };
    })
    .sort((a, b) => b.spoken.length - a.spoken.length);
  if (lanes.length <= LANES) return lanes;
  return [
    ...lanes.slice(0, LANES - 1),
    { key: 'rest', label: null, spoken: lanes.slice(LANES - 1).flatMap((lane) => lane.spoken) },
  ];
}
