import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../core/article/article.ts';
import { createLookup } from '../core/article/lookup.ts';
import { wordAt, wordsOf } from '../core/dictionary/words.ts';
import { findPassage, readPassage } from '../core/passage/passage.ts';
import type { TextRange } from '../core/text/range.ts';
import { type ArticleHandle, ArticleText } from '../features/reading/ArticleText.tsx';
import type { Target } from '../features/reading/model.ts';
import { useSession } from '../session/store.ts';
import { LESSON_VIEW, excerptOf } from './lesson-excerpt.ts';
import { WordCard } from './at-hand.ts';
import styles from './LessonPassage.module.css';
import { type Anchored, rangeOf, standIn } from './use-focus.ts';
import { editedIn, rangesOf, shown } from './use-passages.ts';

interface LessonPassageProps {
  readonly article: Article;
  /** Passage links; none for the whole article. */
  readonly passages: readonly string[];
}

/**
 * A lesson's passage in the reader's own text, with its cards: the paragraphs around it, or the whole text. Where the text
 * was edited since the lesson was made, that is said.
 */
export function LessonPassage({ article, passages }: LessonPassageProps) {
  const { t } = useTranslation('reading');
  const text = useRef<ArticleHandle>(null);
  const findings = useMemo(
    () =>
      passages.flatMap((link) => {
        const passage = readPassage(link);
        return passage ? [findPassage(article, passage)] : [];
      }),
    [article, passages],
  );
  const ranges = useMemo(() => rangesOf(findings), [findings]);
  const excerpt = useMemo(() => excerptOf(article, ranges), [article, ranges]);
  const [whole, setWhole] = useState(false);
  const lookup = useMemo(() => createLookup(whole ? article : excerpt), [whole, article, excerpt]);
  const [anchor, setAnchor] = useState<Anchored | null>(null);
  const [others, setOthers] = useState<readonly Target[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);

  const quotation = chosen === null ? undefined : lookup.quotation(chosen);
  const marked = useMemo(
    (): Record<string, readonly TextRange[]> => ({
      'isnad-passage': ranges,
      'isnad-edited': editedIn(findings),
      'isnad-content': quotation?.contents.filter(({ block }) => lookup.block(block)) ?? [],
      'isnad-source': quotation?.source && lookup.block(quotation.source.block) ? [quotation.source] : [],
      'isnad-cue-chosen': quotation?.cue.filter(({ block }) => lookup.block(block)) ?? [],
    }),
    [ranges, findings, quotation, lookup],
  );

  useEffect(() => {
    const [first] = ranges;
    if (whole && first) void text.current?.reveal(first, { smooth: false, height: LESSON_VIEW.height });
  }, [whole, ranges]);

  const show = (targets: readonly Target[], element: HTMLElement) => {
    // A reporting word that is glossed or a name opens its card; alone it shows what it reports.
    const [first, ...rest] = [...targets].sort(
      (a, b) => Number(a.kind === 'quotation') - Number(b.kind === 'quotation'),
    );
    if (!first) return;
    if (first.kind === 'quotation') {
      setAnchor(null);
      setChosen(first.id === chosen ? null : first.id);
      return;
    }
    setOthers(rest);
    setAnchor({ focus: { kind: first.kind, id: first.id, place: first.place }, at: element });
  };
  const words = useSession((session) => session.settings.words);
  const onText = (block: string, offset: number) => {
    setChosen(null);
    const place = words ? wordAt(wordsOf(lookup.block(block)?.text ?? ''), offset) : -1;
    const focus = { kind: 'word', id: block, place } as const;
    const range = rangeOf(lookup, focus);
    if (!range) return;
    setOthers([]);
    setAnchor({ focus, at: text.current?.wordAt(range) ?? standIn(() => text.current?.rectsOf(range) ?? []) });
  };
  const goTo = (focus: Anchored['focus']) => {
    const range = rangeOf(lookup, focus);
    if (!range) return;
    void text.current?.reveal(range, { smooth: false, height: LESSON_VIEW.height }).then(() => {
      setAnchor({ focus, at: text.current?.wordAt(range) ?? standIn(() => text.current?.rectsOf(range) ?? []) });
    });
  };

  const odd = findings.filter(({ kind }) => kind !== 'exact');
  const shorter = excerpt.blocks.length < article.blocks.length;
  return (
    <>
      {odd.map((finding, index) => (
        // Findings have no names; each stands for the link at its place.
        // biome-ignore lint: see above
        <p key={index} className={styles['odd']} role="status" data-finding={finding.kind}>
          {shown(finding, t)}
        </p>
      ))}
      <p className="unseen" id="arrows-hint">
        {t('arrowsHint')}
      </p>
      <div className={styles['passage']}>
        <ArticleText lookup={lookup} marked={marked} onTargets={show} onText={onText} ref={text} />
      </div>
      {shorter ? (
        <button type="button" className="button" onClick={() => setWhole(!whole)}>
          {whole ? t('walk.less', { ns: 'lessons' }) : t('walk.more', { ns: 'lessons' })}
        </button>
      ) : null}
      {anchor ? (
        <Suspense fallback={null}>
          <WordCard
            lookup={lookup}
            anchored={anchor}
            others={others.filter(({ id }) => id !== anchor.focus.id)}
            onFocus={(focus) => focus.kind !== 'quotation' && goTo(focus)}
            onOther={(target) => {
              if (target.kind === 'quotation') {
                setAnchor(null);
                setChosen(target.id);
              } else {
                setOthers([]);
                setAnchor({ ...anchor, focus: { kind: target.kind, id: target.id, place: target.place } });
              }
            }}
            // Another word may have been chosen by the very click that closes this card.
            onClose={() => setAnchor((now) => (now === anchor ? null : now))}
          />
        </Suspense>
      ) : null}
    </>
  );
}
