/**
 * Text in: whatever a reader pastes, opens or drops becomes the blocks of an article, or a named fault. Everything is
 * bounded and nothing throws: what comes in here was made by anybody.
 */
import { type Carried, readCarried } from '../annotation/carried.ts';
import type { Article, Block } from '../article/article.ts';
import { readArticle } from '../dataset/read.ts';
import { failure, type Result, success } from '../result.ts';
import { decodeBytes, type Encoding } from './bytes.ts';
import { type Change, cleanText } from './clean.ts';
import { isZip, readWord } from './docx.ts';
import { fault, INTAKE_LIMITS, type IntakeFault } from './fault.ts';
import { readPage } from './html.ts';
import { readJson } from './json.ts';
import { layOut } from './layout.ts';
import { readDate } from './lines.ts';

export type IntakeSource = 'paste' | 'text' | 'page' | 'word' | 'json';

/** A text as it was taken in, in blocks, with what was done to it. */
export interface TextIntake {
  readonly kind: 'text';
  readonly source: IntakeSource;
  /** Null for what came as text already. */
  readonly encoding: Encoding | null;
  /** The text before anything was changed; of a page or a document, the part of it that is the article. */
  readonly original: string;
  readonly changes: readonly Change[];
  /** Lines broken in the middle of sentences that were joined. */
  readonly joined: number;
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly author: string | null;
  /** ISO 8601 date. */
  readonly published: string | null;
  /** http or https. */
  readonly url: string | null;
}

/** An Isnād article file: it brings its own annotations, and what a reader corrected in them. */
export interface ArticleIntake {
  readonly kind: 'article';
  readonly article: Article;
  readonly corrected: Carried | null;
}

export type Intake = TextIntake | ArticleIntake;

interface Known {
  readonly source: IntakeSource;
  readonly encoding: Encoding | null;
  readonly title?: string | null;
  readonly author?: string | null;
  readonly published?: string | null;
  readonly url?: string | null;
}

/** Takes in the bytes of a file; its name only helps where the bytes leave a doubt. */
export function takeFile(name: string, bytes: Uint8Array): Result<Intake, IntakeFault> {
  if (bytes.length > INTAKE_LIMITS.bytes) return failure(fault('tooLarge', `${bytes.length}`));
  if (isZip(bytes)) {
    const word = readWord(bytes);
    if (!word.ok) return word;
    return takeText(word.value.text, { source: 'word', encoding: null, title: word.value.title });
  }
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return decoded;
  return sort(decoded.value.text, { source: 'text', encoding: decoded.value.encoding }, name);
}

/** Takes in text that was pasted, dropped or shared. */
export const takePaste = (text: string): Result<Intake, IntakeFault> =>
  text.length > INTAKE_LIMITS.bytes
    ? failure(fault('tooLarge', `${text.length}`))
    : sort(text, { source: 'paste', encoding: null }, '');

const PAGE =
  /^\ufeff?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h1|meta)\b/i;

/** Kinds of files whose letters are Latin signs for Arabic ones: nobody should be told that the text is not Arabic. */
const WRAPPED: readonly (readonly [kind: string, begins: RegExp])[] = [
  ['RTF', /^\{\\rtf/],
  ['MHTML', /^(?:[\w-]+: [^\n]{0,300}\r?\n[\s\S]{0,1500}?)?content-type: multipart\/related/i],
];

function sort(text: string, known: Known, name: string): Result<Intake, IntakeFault> {
  const wrapped = WRAPPED.find(([, begins]) => begins.test(text.slice(0, 4000)));
  if (wrapped) return failure(fault('noArticle', wrapped[0]));
  if (PAGE.test(text.slice(0, 4000)) || (/\.x?html?$/i.test(name) && text.includes('<'))) {
    const { text: found, published, ...page } = readPage(text);
    if (!/\p{L}/u.test(found)) return failure(fault(/\p{L}/u.test(text) ? 'noArticle' : 'empty', 'html'));
    return takeText(found, {
      ...known,
      ...page,
      published: published === null ? null : readDate(published),
      source: 'page',
    });
  }
  if (/^\ufeff?\s*[{[]/.test(text.slice(0, 200)) || /\.json$/i.test(name)) {
    const json = readJson(text);
    if (json === null && /\.json$/i.test(name)) return failure(fault('damaged', 'JSON'));
    // A text may begin with a brace.
    if (json !== null) {
      if (!json.ok) return json;
      if (json.value.kind === 'isnad') {
        const source = text.replace(/^\ufeff/, '');
        const article = readArticle(source);
        if (!article.ok) return failure(fault('damaged', `${article.failure.where}: ${article.failure.kind}`));
        const corrected = readCarried(source, article.value);
        if (!corrected.ok) return failure(fault('damaged', corrected.failure));
        return success({ kind: 'article', article: article.value, corrected: corrected.value });
      }
      const { kind: _, body, published, ...rest } = json.value;
      const day = published === null ? null : readDate(published);
      if (/<(?:p|br|div)\b/i.test(body))
        return takeText(readPage(body).text, { ...known, ...rest, published: day, source: 'json' });
      return takeText(body, { ...known, ...rest, published: day, source: 'json' });
    }
  }
  return takeText(text, known);
}

function takeText(original: string, known: Known): Result<Intake, IntakeFault> {
  if (original.length > INTAKE_LIMITS.units) return failure(fault('tooLarge', `${original.length}`));
  const { text, changes } = cleanText(original);
  const language = languageFault(text);
  if (language) return failure(language);
  const title =
    known.title === undefined || known.title === null ? null : cleanText(known.title).text.replace(/\s+/g, ' ').trim();
  const layout = layOut(text, title === '' ? null : title);
  if (layout.blocks.length > INTAKE_LIMITS.blocks) return failure(fault('tooLarge', `${layout.blocks.length} lines`));
  return success({
    kind: 'text',
    source: known.source,
    encoding: known.encoding,
    original,
    changes,
    joined: layout.joined,
    blocks: layout.blocks,
    title: layout.title,
    author: known.author ?? layout.author,
    published: known.published ?? layout.published,
    url: known.url ?? null,
  });
}

/** Looked at to tell the language. */
const SAMPLE = 200_000;

function languageFault(text: string): IntakeFault | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return fault('empty');
  const arabic = sample.match(/[\u0620-\u064a\u0671-\u06d3]/g)?.length ?? 0;
  if (arabic < letters * 0.4) return fault('notArabic', `${Math.round((arabic / letters) * 100)}%`);
  // Persian and Urdu have letters that Arabic has only in a few names; their ی and ک alone may be an Arab's keyboard.
  const others = sample.match(/[\u0679\u067e\u0686\u0688\u0691\u0698\u06af\u06ba\u06be\u06c1\u06d2]/g)?.length ?? 0;
  return others > arabic * 0.025 && others > 5 ? fault('notArabic') : null;
}
