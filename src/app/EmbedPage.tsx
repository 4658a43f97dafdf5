import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../core/article/article.ts';
import { createLookup } from '../core/article/lookup.ts';
import { findQuotation } from '../core/passage/check.ts';
import { findPassage, readPassage } from '../core/passage/passage.ts';
import { Embed } from '../features/sharing/Embed.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { linkTo, usePlace } from '../session/place.ts';
import { rangesOf, spoken } from './use-passages.ts';

/** The view for another site's frame (`?view=embed`): what the address points at, and nothing around it. */
export function EmbedPage({ article }: { readonly article: Article }) {
  const { t } = useTranslation('reading');
  const { say } = useFormat();
  const lookup = useMemo(() => createLookup(article), [article]);
  const [place] = usePlace();
  const { focus } = place;
  const findings = place.passages.flatMap((link) => {
    const passage = readPassage(link);
    return passage ? [findPassage(article, passage)] : [];
  });
  const found = focus?.kind === 'quotation' ? findQuotation(article.quotations, focus.id, focus.check) : null;
  const quotation = found && found.kind !== 'gone' ? lookup.quotation(found.id) : undefined;
  const speaker = quotation?.speaker ? lookup.entity(quotation.speaker) : undefined;
  const odd = findings.find(({ kind }) => kind !== 'exact');
  const notice = odd
    ? spoken(odd, t)
    : found?.kind === 'changed'
      ? t('quotationChanged')
      : found?.kind === 'moved'
        ? t('quotationMoved')
        : found?.kind === 'gone' && focus
          ? t('unknown', { id: `\u2068${focus.id}\u2069` })
          : null;
  return (
    <Embed
      lookup={lookup}
      ranges={[...rangesOf(findings), ...(quotation?.contents ?? [])]}
      speaker={speaker ? say(speaker.name) : null}
      notice={notice}
      address={linkTo(article.id, place)}
    />
  );
}
