import type { TFunction } from 'i18next';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { findPassage, type PassageFinding, readPassage } from '../core/passage/passage.ts';
import type { TextRange } from '../core/text/range.ts';
import type { ArticleHandle } from '../features/reading/ArticleText.tsx';
import { placeNow, usePlace } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { useFragments } from './use-fragments.ts';

interface Parts {
  readonly text: RefObject<ArticleHandle | null>;
  /** Where a revealed passage comes to stand (0 to 1 of the viewport's height). */
  readonly height: number;
  readonly smooth: boolean;
}

/** What became of a passage that the address names; `missing`: of words that it spells out (a text directive's). */
export type Finding = PassageFinding | { readonly kind: 'missing'; readonly words: string };

/** What became of the passages that the address names. */
export interface Arrived {
  readonly findings: readonly Finding[];
  /** Which of them the reader looks at, from 0. */
  readonly at: number;
  readonly goTo: (index: number) => void;
  /** To the place that is nearest to a passage which is gone. */
  readonly goNear: () => void;
  /** Lets the passages go: they are painted no more, and the address forgets them. */
  readonly letGo: () => void;
}

export const rangesOf = (findings: readonly Finding[]): TextRange[] =>
  findings.flatMap((finding) => ('range' in finding ? [finding.range] : []));

/** The words within them that the links do not know: somebody edited them. */
export const editedIn = (findings: readonly Finding[]): TextRange[] =>
  findings.flatMap((finding) => (finding.kind === 'changed' && finding.edited ? [finding.edited] : []));

/** Finds the address's passages in the text as it stands now, and takes the reader to the first one that is there. */
export function usePassages(lookup: ArticleLookup, parts: Parts): Arrived | null {
  const [missing, letMissingGo] = useFragments(lookup);
  const { t } = useTranslation('reading');
  const [place, go] = usePlace();
  const announce = useSession((session) => session.announce);
  const [at, setAt] = useState(0);
  const manner = useRef(parts);
  useEffect(() => {
    manner.current = parts;
  });

  const key = place.passages.join(',');
  const findings = useMemo(
    (): readonly Finding[] => [
      ...(key === '' ? [] : key.split(',')).flatMap((link) => {
        const passage = readPassage(link);
        return passage ? [findPassage(lookup.article, passage)] : [];
      }),
      ...missing.map((words) => ({ kind: 'missing', words }) as const),
    ],
    [key, lookup, missing],
  );

  const reveal = useCallback((range: TextRange, smooth: boolean) => {
    const { text, height } = manner.current;
    void text.current?.reveal(range, { smooth: smooth && manner.current.smooth, height }).then(() => {
      // Who reads by ear goes on from here; nothing else may have taken the focus meanwhile.
      const block = text.current?.blockElement(range.block);
      if (!block || (document.activeElement && document.activeElement !== document.body)) return;
      block.tabIndex = -1;
      block.focus({ preventScroll: true });
    });
  }, []);

  useEffect(() => {
    const first = findings.findIndex((finding) => 'range' in finding);
    setAt(Math.max(0, first));
    const finding = findings[Math.max(0, first)];
    if (!finding) return;
    announce(spoken(finding, t));
    // A focus in the same address has its own place to go to; a passage that is gone leads nowhere by itself.
    if ('range' in finding && placeNow().focus === null) reveal(finding.range, false);
  }, [findings, reveal, announce, t]);

  if (findings.length === 0) return null;
  return {
    findings,
    at: Math.min(at, findings.length - 1),
    goTo: (index) => {
      setAt(index);
      const finding = findings[index];
      if (finding) announce(spoken(finding, t));
      if (finding && 'range' in finding) reveal(finding.range, true);
    },
    goNear: () => {
      const finding = findings[at];
      if (finding?.kind === 'gone' && finding.nearest) reveal(finding.nearest, true);
    },
    letGo: () => {
      letMissingGo();
      go({ ...placeNow(), passages: [] });
    },
  };
}

/** What is said of a finding to somebody who sees the words painted. */
export const shown = (finding: Finding, t: TFunction<'reading'>): string =>
  finding.kind === 'changed' && finding.edited
    ? `${spoken(finding, t)} ${t('passage.changed.edited')}`
    : spoken(finding, t);

/** What is said of a finding. */
export function spoken(finding: Finding, t: TFunction<'reading'>): string {
  switch (finding.kind) {
    case 'changed':
      return t(`passage.changed.${finding.kept}`);
    case 'missing':
      return t('passage.missing', { words: `\u2068${finding.words}\u2069` });
    case 'exact':
      return t('passage.arrived');
    default:
      return t(`passage.${finding.kind}`);
  }
}
