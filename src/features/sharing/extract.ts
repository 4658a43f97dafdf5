import type { ArticleLookup } from '../../core/article/lookup.ts';
import type { Extract } from '../../core/citation/forms.ts';
import { oneLine } from '../../core/citation/reference.ts';
import type { QuotationKind } from '../../core/quotation/quotation.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { ShareSubject } from './subject.ts';

/** How the interface says who spoke. */
export interface Teller {
  readonly language: 'ar' | 'en';
  /** `name` is null where nobody is named, `cue` where only a mark tells that somebody speaks. */
  readonly said: (name: string | null, kind: QuotationKind, cue: string | null) => string;
}

/** What is shared, in words. Null where the article has no such thing. */
export function extractOf(lookup: ArticleLookup, subject: ShareSubject, { language, said }: Teller): Extract | null {
  switch (subject.kind) {
    case 'passage':
      return { ...joined(lookup, subject.ranges, '[…]'), quotes: true, told: null, language };
    case 'quotation': {
      const quotation = lookup.quotation(subject.id);
      if (!quotation) return null;
      const speaker = lookup.entity(quotation.speaker ?? '');
      const cue = quotation.cue.map(({ words }) => oneLine(words)).join(' … ');
      return {
        ...joined(lookup, quotation.contents, '…'),
        quotes: true,
        told: said(
          speaker ? oneLine(speaker.name[language] || speaker.name.ar) : null,
          quotation.kind,
          /\p{L}/u.test(cue) ? cue : null,
        ),
        language,
      };
    }
    case 'entity': {
      const entity = lookup.entity(subject.id);
      if (!entity) return null;
      const told = [
        language === 'en' ? entity.name.en : '',
        entity.role?.[language] ?? '',
        entity.description[language],
      ].map((text) => oneLine(text).replace(/\.$/, ''));
      return { ...name(entity.name.ar), told: `${told.filter((text) => text !== '').join('. ')}.`, language };
    }
    case 'glossary': {
      const entry = lookup.entry(subject.id);
      if (!entry) return null;
      return { ...name(entry.vocalised), told: oneLine(entry.definition[language] || entry.definition.ar), language };
    }
  }
}

/** Roughly how many characters the embedded view shows: it shows paragraphs whole. Null where it has nothing of its own. */
export function charactersEmbedded(lookup: ArticleLookup, subject: ShareSubject): number | null {
  const ranges =
    subject.kind === 'passage'
      ? subject.ranges
      : subject.kind === 'quotation'
        ? lookup.quotation(subject.id)?.contents
        : undefined;
  if (!ranges) return null;
  const blocks = new Set(ranges.map(({ block }) => block));
  return [...blocks].reduce((sum, id) => sum + (lookup.block(id)?.text.length ?? 0), 0);
}

const name = (text: string) => ({ pieces: [oneLine(text)], between: '', quotes: false }) as const;

/** Pieces of one paragraph in one piece, a new line for each further paragraph; a mark wherever words were left out. */
function joined(lookup: ArticleLookup, ranges: readonly TextRange[], gap: string): Pick<Extract, 'pieces' | 'between'> {
  const pieces: string[] = [];
  let before: TextRange | null = null;
  for (const range of ranges) {
    const words = oneLine(range.words);
    const last = pieces.length - 1;
    if (before === null) pieces.push(words);
    else if (range.block === before.block) pieces[last] += ` ${gap} ${words}`;
    else pieces.push(goesOn(lookup, before, range) ? words : `${gap} ${words}`);
    before = range;
  }
  // A sign that leads on to what is not there; the sentence's own end stays.
  const end = pieces.pop()?.replace(/[\s،؛:,;]+$/u, '');
  return { pieces: end === undefined ? pieces : [...pieces, end], between: '\n' };
}

/** Whether no word stands between the end of a range and the beginning of one in the next paragraph. */
function goesOn({ article, block }: ArticleLookup, before: TextRange, after: TextRange): boolean {
  const place = (id: string) => article.blocks.findIndex((candidate) => candidate.id === id);
  const between =
    (block(before.block)?.text.slice(before.end) ?? '') + (block(after.block)?.text.slice(0, after.start) ?? '');
  return place(after.block) === place(before.block) + 1 && !/[\p{L}\p{N}]/u.test(between);
}
