import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Layer, publishedLayer } from '../core/annotation/layer.ts';
import type { Rejections } from '../core/annotation/review.ts';
import type { Point } from '../core/annotation/select.ts';
import type { Article } from '../core/article/article.ts';
import { Workbench } from '../features/tagging/Workbench.tsx';
import { useSession } from '../session/store.ts';
import { deskNow, openLayer, useWorkbench } from '../session/workbench.ts';

interface WorkbenchPageProps {
  readonly article: Article;
  readonly start: Point | null;
  readonly onLeave: (at: Point | null) => void;
}

/** Tagging an article: the layer that is open already, or else a copy of the published annotation. */
export function WorkbenchPage({ article, start, onLeave }: WorkbenchPageProps) {
  const { t } = useTranslation('tagging');
  const announce = useSession((session) => session.announce);
  const open = useWorkbench((state) => (state.article === article.id ? state.layer : null));
  const [rejections, setRejections] = useState<Rejections>([]);
  const others = useMemo(() => [publishedLayer(article)], [article]);
  useLayoutEffect(() => {
    if (open === null) openLayer(ownCopy(article), article.blocks);
  }, [open, article]);
  useEffect(() => announce(t('entered')), [announce, t]);
  const desk = open === null ? null : deskNow();
  return desk ? (
    <Workbench
      key={open}
      desk={desk}
      others={others}
      rejections={rejections}
      onReject={setRejections}
      start={start}
      onLeave={onLeave}
    />
  ) : null;
}

/** The published annotation as the reader's own layer. */
function ownCopy(article: Article): Layer {
  const now = new Date().toISOString();
  return { ...publishedLayer(article), id: crypto.randomUUID(), kind: 'person', created: now, modified: now };
}
