import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { gatherBySpeaker } from '../../core/quotation/gather.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './Strip.module.css';

interface StripProps {
  readonly lookup: ArticleLookup;
  readonly chosen: string | null;
  readonly speaker: string | null;
  readonly onChoose: (id: string) => void;
}

const MOST_LANES = 6;

/**
 * Who speaks where, at a glance: the article from top to bottom, a lane for each speaker. A picture for the eye and a
 * short-cut for the mouse; the panel beside it says the same in words, to everybody.
 */
export const Strip = memo(function Strip({ lookup, chosen, speaker, onChoose }: StripProps) {
  const { t } = useTranslation('reading');
  const { say, percent, comma } = useFormat();
  const { quotations } = lookup.article;
  const { starts, total, voices, laneOf, lanes } = useMemo(() => layOut(lookup), [lookup]);
  if (quotations.length === 0) return null;
  const summary = voices
    .map((voice) =>
      t('stripItem', {
        name: voice.speaker ? say(voice.speaker.name) : t('nobody', { ns: 'speakers' }),
        share: percent(voice.share),
      }),
    )
    .join(comma);
  return (
    <div
      className={styles['strip']}
      data-lanes={lanes}
      role="img"
      aria-label={t('stripSummary', { summary })}
      title={t('strip')}
    >
      {/* Their places are styles, which a page's HTML may not carry: at build time the strip is as wide, and empty. */}
      {(import.meta.env.SSR ? [] : quotations).flatMap((quotation) =>
        quotation.contents.map((range) => {
          const name = lookup.entity(quotation.speaker ?? '')?.name;
          const at = (starts.get(range.block) ?? 0) + range.start;
          return (
            <span
              key={`${quotation.id} ${range.block} ${range.start}`}
              className={styles['piece']}
              data-chosen={quotation.id === chosen ? '' : undefined}
              data-faint={speaker !== null && quotation.speaker !== speaker ? '' : undefined}
              data-kind={quotation.kind}
              title={name ? say(name) : t('nobody', { ns: 'speakers' })}
              style={{
                insetBlockStart: `${(at / total) * 100}%`,
                blockSize: `max(6px, ${((range.end - range.start) / total) * 100}% - 2px)`,
                ['--lane' as string]: laneOf.get(quotation.speaker ?? '') ?? 0,
              }}
              onClick={() => onChoose(quotation.id)}
            />
          );
        }),
      )}
    </div>
  );
});

/** Where each block begins along the strip, and which lane each speaker has: the article's, whoever is chosen in it. */
function layOut(lookup: ArticleLookup) {
  const starts = new Map<string, number>();
  let total = 0;
  for (const block of lookup.article.blocks) {
    starts.set(block.id, total);
    total += block.text.length + 1;
  }
  const voices = gatherBySpeaker(lookup, lookup.article.quotations);
  // The lanes of the most quoted; the others share the last one.
  const laneOf = new Map(voices.map((voice, index) => [voice.speaker?.id ?? '', Math.min(index, MOST_LANES - 1)]));
  return { starts, total, voices, laneOf, lanes: Math.min(voices.length, MOST_LANES) };
}
