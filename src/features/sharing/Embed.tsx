import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../core/article/article.ts';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import type { Span, TextRange } from '../../core/text/range.ts';
import { widenToWords } from '../../core/text/words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Mark } from '../../ui/icons.tsx';
import styles from './Embed.module.css';

interface EmbedProps {
  readonly lookup: ArticleLookup;
  /** What is marked; the paragraphs that hold it are shown whole. Empty: the article's beginning is shown. */
  readonly ranges: readonly TextRange[];
  /** Who said it, where a quotation is shown. */
  readonly speaker: string | null;
  /** What there is to say of the link: the passage moved, changed or is gone. */
  readonly notice: string | null;
  /** The same place in the whole article. */
  readonly address: string;
}

/** A passage on somebody else's page: its paragraphs, what is marked in them, whose words they are, and the way here. */
export function Embed({ lookup, ranges, speaker, notice, address }: EmbedProps) {
  const { t } = useTranslation('reading');
  const { say, date } = useFormat();
  const { article } = lookup;
  const page = useRef<HTMLElement>(null);

  // The page outside cannot measure us: it is told how high we are, and nothing else.
  useEffect(() => {
    const element = page.current;
    if (!element || window.parent === window) return;
    const watcher = new ResizeObserver(() => {
      window.parent.postMessage({ isnad: 'height', height: Math.ceil(element.getBoundingClientRect().height) }, '*');
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  const named = new Set(ranges.map(({ block }) => block));
  const shown = article.blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => (named.size > 0 ? named.has(block.id) : block.type === 'headline' || block.type === 'lede'));
  return (
    <main className={styles['embed']} ref={page} aria-label={t('embed.label')}>
      {notice === null ? null : <p className={styles['notice']}>{notice}</p>}
      <blockquote lang="ar" dir="rtl">
        {shown.map(({ block, index }, place) => (
          <p key={block.id}>
            {place > 0 && shown[place - 1]?.index !== index - 1 ? <span className={styles['gap']}>[…] </span> : null}
            {marked(
              block,
              ranges.filter((range) => range.block === block.id),
            )}
          </p>
        ))}
      </blockquote>
      <footer>
        <p>
          {speaker === null ? null : (
            <>
              <bdi className={styles['speaker']}>{speaker}</bdi>
              {' — '}
            </>
          )}
          <cite>
            <bdi>{say(article.title)}</bdi>
          </cite>
          {article.published === null ? null : <span> · {date(article.published)}</span>}
        </p>
        <a href={address} target="_blank" rel="noopener">
          <Mark size={18} />
          {t('embed.open')}
        </a>
      </footer>
    </main>
  );
}

/** The block's text with the ranges marked, whole words each: an element within a joined word would break it. */
function marked({ text }: Block, ranges: readonly TextRange[]): ReactNode[] {
  const spans: Span[] = ranges.map((range) => widenToWords(text, range)).sort((a, b) => a.start - b.start);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    pieces.push(text.slice(at, from), <mark key={from}>{text.slice(from, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
