/**
 * The article in a saved web page. The page is read as a stream of tags, never built; what stands in navigation, forms and
 * scripts is left out, and of the boxes that remain the one is taken that holds most Arabic text of its own, as prose.
 * Everything here takes time in proportion to the page, however broken it is.
 */
import { decodeEntities } from './entities.ts';
import { type LinkedData, readLinkedData } from './linked-data.ts';

export interface PageText {
  readonly title: string | null;
  readonly author: string | null;
  /** As the page has it. */
  readonly published: string | null;
  /** http or https, where the page says where it belongs. */
  readonly url: string | null;
  /** Paragraphs with an empty line between them; empty where there is no prose. */
  readonly text: string;
}

interface Box {
  readonly parent: Box | null;
  readonly depth: number;
  /** Whether the page itself calls it the article. */
  readonly called: boolean;
  score: number;
  letters: number;
}

interface Chunk {
  readonly text: string;
  readonly tag: string;
  readonly box: Box;
  readonly letters: number;
  readonly linked: number;
  /** Inside something whose class speaks of comments, advertisements and the like. */
  readonly doubtful: boolean;
}

const DEEPEST = 256;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'xmp', 'noembed', 'noframes']);
const LEFT_OUT = new Set(
  'template svg math object select button form nav footer aside menu dialog audio video figure figcaption canvas label'.split(
    ' ',
  ),
);
const PROSE = new Set('p h1 h2 h3 h4 h5 h6 li blockquote pre dd dt'.split(' '));
const BOXES = new Set(
  'html body div section article main header td th tr table tbody center ul ol dl fieldset details'.split(' '),
);
const DOUBTFUL =
  /(?:^|[\s_-])(?:comments?|related|share|sharing|social|sidebar|footer|menu|nav|navigation|promo|ads?|advert\w*|banner|breadcrumbs?|tags|newsletter|mostread|widget|read-?more|more-on|recommend\w*|most-read|trending|see-?also|readalso)(?:$|[\s_-])/i;
/** Said to those who do not see the page: no part of the text. */
const UNSEEN = /(?:^|\s)(?:screen-reader-text|visually-?hidden|sr-only|hidden-text)(?:$|\s)/i;
/** As headings, these end an article. */
const END = /(?:صلة|متعلقة|مشابهة|مرتبطة|اخترنا لكم?|الأكثر (?:قراءة|مشاهدة|تعليقا))\s*[:：]?$/;
const ROLES_LEFT_OUT = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog']);
/** Lines that lead away from the article, as sites word them. */
const AWAY =
  /^(?:[اإ]قر[أا] (?:أيض[اًا]+|ايضا|المزيد)|[اإ]قرئي أيض[اًا]+|شاهد أيض[اًا]+|(?:مواضيع|مقالات|أخبار|مواد|موضوعات) (?:ذات صلة|متعلقة|مشابهة|مرتبطة)|ذات صلة|قصص مقترحة|قصص ذات صلة|اخترنا لكم?|نرشح لك|قد يعجبك أيض[اًا]+|الأكثر (?:قراءة|مشاهدة|تعليقا)|المزيد من .{1,30}|تابعونا على .{1,40}|إعلان|نهاية|list \d+ of \d+|list of \d+ items|end of list)\s*[:：]?$/;

/** The article of a page; its text is empty where the page has none. */
export function readPage(html: string): PageText {
  const { chunks, title, heading, meta, told } = scan(html);
  const all = choose(chunks);
  const sure = choose(chunks.filter(({ doubtful }) => !doubtful));
  const size = (list: readonly Chunk[]) => list.reduce((sum, { letters }) => sum + letters, 0);
  const { chunks: chosen, author } = within(size(sure) >= size(all) * 0.3 ? sure : all);
  // A site's name stands before or behind; where the text begins with the rest, that is the headline.
  const first = clip(chosen[0]?.text.split('\n')[0] ?? '');
  const whole = clip(title ?? '');
  const called = first.length > 10 && whole.includes(first) ? first : whole.replace(/\s+[|–—-]\s+[^|–—-]{1,60}$/, '');
  const name = clip(meta.get('og:title') ?? heading ?? told?.headline ?? called);
  const url = meta.get('og:url') ?? meta.get('canonical') ?? '';
  return {
    title: name === '' ? null : name,
    author: person(author) ?? person(told?.author) ?? person(meta.get('author')) ?? person(meta.get('article:author')),
    published: meta.get('article:published_time') ?? meta.get('datepublished') ?? told?.published ?? null,
    url: /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/.test(url) && url.length <= 2000 ? url : null,
    text: chosen.map(({ text }) => text).join('\n\n'),
  };
}

/** A name, not an address. */
const person = (text: string | null | undefined): string | null => clip(text ?? '').replace(/^https?:.*$/, '') || null;

/** The article without the lines that lead away from it, and who it names as its author in so many words. */
function within(chunks: readonly Chunk[]): { readonly chunks: Chunk[]; readonly author: string | null } {
  const total = chunks.reduce((sum, { letters }) => sum + letters, 0);
  const kept: Chunk[] = [];
  let before = 0;
  let author: string | null = null;
  for (const chunk of chunks) {
    const line = chunk.text.trim();
    const told = /^(Author|Role),\s*(.+)$/.exec(line);
    if (told) {
      if (told[1] === 'Author') author ??= told[2] ?? null;
    } else if (!AWAY.test(line)) kept.push(chunk);
    // Behind such a heading stand other articles; in the middle it only names a list.
    else if (END.test(line) && /^h[1-6]$/.test(chunk.tag) && before > total / 2) break;
    before += chunk.letters;
  }
  return { chunks: kept, author };
}

const clip = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 400);

function choose(chunks: readonly Chunk[]): Chunk[] {
  const boxes = new Set<Box>();
  for (const { box } of chunks) for (let up: Box | null = box; up; up = up.parent) boxes.add(up);
  for (const box of boxes) box.score = box.letters = 0;
  let total = 0;
  for (const { box, letters, linked, tag } of chunks) {
    if (linked > letters / 2 || letters < 20) continue;
    total += letters;
    for (let up: Box | null = box; up; up = up.parent) up.letters += letters;
    const weight = tag === 'li' ? letters / 4 : letters;
    box.score += weight;
    if (box.parent) box.parent.score += weight / 2;
  }
  let best: Box | null = null;
  for (const box of boxes) {
    if (box.score === 0) continue;
    const called = box.called && box.letters > total * 0.4;
    const bestCalled = best !== null && best.called && best.letters > total * 0.4;
    // Of boxes that are called the article, the inner one; of others the one with most prose of its own.
    if (
      best === null ||
      (called && !bestCalled) ||
      (called === bestCalled && (called ? box.depth > best.depth : box.score > best.score))
    )
      best = box;
  }
  // Where each paragraph has a box of its own, the article is what holds them together.
  for (let up: Box | null = best, steps = 0; up && best && !best.called && steps < 4; up = up.parent, steps++)
    if (up.letters > best.letters * 1.9) [best, steps] = [up, 0];
  const inside = (box: Box) => {
    for (let up: Box | null = box; up; up = up.parent) if (up === best) return true;
    return false;
  };
  return chunks.filter(
    ({ box, letters, linked, text }) =>
      // A date or a name in other letters may stand in an article; a list of links does not.
      inside(box) && (letters === 0 ? /\d/.test(text) && text.length < 60 : linked <= letters * 0.6),
  );
}

const arabicLetters = (text: string): number => text.match(/[\u0620-\u064a\u0671-\u06d3\ufb50-\ufefc]/g)?.length ?? 0;

function scan(html: string) {
  const chunks: Chunk[] = [];
  const meta = new Map<string, string>();
  let title: string | null = null;
  let heading: string | null = null;
  let told: LinkedData | null = null;
  const root: Box = { parent: null, depth: 0, called: false, score: 0, letters: 0 };
  const stack: { name: string; box: Box; out: boolean; doubtful: boolean }[] = [];
  const top = () => stack.at(-1) ?? { name: '', box: root, out: false, doubtful: false };
  let text = '';
  let linked = 0;
  const flush = () => {
    const whole = text
      .replace(/[ \t\r\f\v]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (whole !== '') {
      const { box, doubtful } = top();
      const prose = stack.findLast(({ name }) => PROSE.has(name) || BOXES.has(name))?.name ?? '';
      if (prose === 'h1') heading ??= whole;
      chunks.push({ text: whole, tag: prose, box, letters: arabicLetters(whole), linked, doubtful });
    }
    text = '';
    linked = 0;
  };
  const say = (raw: string) => {
    if (top().out || raw === '') return;
    const said = decodeEntities(raw).replace(/\s+/g, ' ');
    text += said;
    if (stack.some(({ name }) => name === 'a')) linked += arabicLetters(said);
  };
  let at = 0;
  let noComment = false;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      say(html.slice(at));
      break;
    }
    say(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      // Searched for once in vain, not at every "<!--" of a hostile page.
      const end: number = noComment ? -1 : html.indexOf('-->', open + 4);
      noComment ||= end < 0;
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = readTag(html, open);
    if (!tag) {
      say('<');
      at = open + 1;
      continue;
    }
    at = tag.end;
    const { name } = tag;
    if (name === '') continue;
    if (name === 'br' || name === 'hr') {
      if (!top().out) text += '\n';
      continue;
    }
    const block = PROSE.has(name) || BOXES.has(name) || LEFT_OUT.has(name);
    if (block) flush();
    if (tag.closing) {
      const from = stack.findLastIndex((element) => element.name === name);
      if (from >= 0) stack.length = from;
      continue;
    }
    if (name === 'meta' || name === 'link') {
      const key = (
        tag.attributes.get('property') ??
        tag.attributes.get('name') ??
        tag.attributes.get('itemprop') ??
        ''
      ).toLowerCase();
      const value = tag.attributes.get('content');
      if (key !== '' && value !== undefined && !meta.has(key) && meta.size < 400)
        meta.set(key, value.trim().slice(0, 2000));
      if (tag.attributes.get('rel') === 'canonical') meta.set('canonical', tag.attributes.get('href') ?? '');
      continue;
    }
    if (RAW.has(name)) {
      const end = closing(html, name, at);
      if (name === 'script' && told === null && /^application\/ld\+json/i.test(tag.attributes.get('type') ?? ''))
        told = readLinkedData(html.slice(at, end));
      if (name === 'title') title ??= decodeEntities(html.slice(at, end)).slice(0, 400);
      at = end;
      continue;
    }
    if (VOID.has(name) || tag.empty) continue;
    // A paragraph ends where the next block begins, whether it says so or not.
    if (block && top().name === 'p') stack.pop();
    if (name === 'li' && top().name === 'li') stack.pop();
    const above = top();
    if (stack.length >= DEEPEST) continue;
    const words = `${tag.attributes.get('class') ?? ''} ${tag.attributes.get('id') ?? ''} ${tag.attributes.get('aria-labelledby') ?? ''}`;
    const called =
      name === 'article' ||
      /articlebody/i.test(tag.attributes.get('itemprop') ?? '') ||
      tag.attributes.get('role') === 'article';
    stack.push({
      name,
      box: BOXES.has(name)
        ? { parent: above.box, depth: above.box.depth + 1, called, score: 0, letters: 0 }
        : above.box,
      out:
        above.out ||
        LEFT_OUT.has(name) ||
        tag.attributes.has('hidden') ||
        tag.attributes.get('aria-hidden') === 'true' ||
        ROLES_LEFT_OUT.has(tag.attributes.get('role') ?? '') ||
        UNSEEN.test(tag.attributes.get('class') ?? ''),
      doubtful: above.doubtful || (!['html', 'body', 'main', 'article'].includes(name) && DOUBTFUL.test(words)),
    });
  }
  flush();
  return { chunks, title, heading, meta, told };
}

/** Where the end tag of an element begins whose content is no markup; the end of the page where there is none. */
function closing(html: string, name: string, from: number): number {
  for (let at = from; ; ) {
    const next = html.indexOf('</', at);
    if (next < 0) return html.length;
    if (html.slice(next + 2, next + 2 + name.length).toLowerCase() === name) return next;
    at = next + 2;
  }
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly empty: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

const SPACE = /\s/;

/** The tag that begins at `<`, its name empty where it is a declaration; null where the sign is just a sign. */
function readTag(html: string, open: number): Tag | null {
  let at = open + 1;
  const closing = html[at] === '/';
  if (closing) at++;
  const attributes = new Map<string, string>();
  if (html[at] === '!' || html[at] === '?') {
    const end = html.indexOf('>', at);
    return { name: '', closing, empty: true, attributes, end: end < 0 ? html.length : end + 1 };
  }
  const from = at;
  while (at < html.length && at - from < 40 && /[A-Za-z0-9:-]/.test(html.charAt(at))) at++;
  const name = html.slice(from, at).toLowerCase();
  if (!/^[a-z]/.test(name)) return null;
  let empty = false;
  while (at < html.length && html[at] !== '>') {
    const sign = html.charAt(at);
    empty = sign === '/';
    if (SPACE.test(sign) || sign === '/' || sign === '=' || sign === '"' || sign === "'") {
      at++;
      continue;
    }
    const begin = at;
    while (at < html.length && !/[\s=>/]/.test(html.charAt(at))) at++;
    const key = html.slice(begin, at).toLowerCase();
    while (at < html.length && SPACE.test(html.charAt(at))) at++;
    let value = '';
    if (html[at] === '=') {
      at++;
      while (at < html.length && SPACE.test(html.charAt(at))) at++;
      const quote = html.charAt(at);
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, at + 1);
        value = html.slice(at + 1, end < 0 ? html.length : end);
        at = end < 0 ? html.length : end + 1;
      } else {
        const start = at;
        while (at < html.length && !/[\s>]/.test(html.charAt(at))) at++;
        value = html.slice(start, at);
      }
    }
    if (attributes.size < 100 && !attributes.has(key)) attributes.set(key, decodeEntities(value));
  }
  return { name, closing, empty, attributes, end: Math.min(html.length, at + 1) };
}
