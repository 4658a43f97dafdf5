import type { Layer } from '../../annotation/layer.ts';
import type { Article } from '../../article/article.ts';
import { overlaps, type Span, type TextRange } from '../../text/range.ts';
import { sentencesOf } from '../../text/words.ts';
import type { Export, Loss } from '../format.ts';
import { lossesOf } from '../losses.ts';
import { fileName, wellFormed } from '../source.ts';
import { tokensOf } from './tokens.ts';

/** The four columns of labels; in each of them a token has one label or none. */
const columns = ['mention', 'content', 'cue', 'source'] as const;
type Column = (typeof columns)[number];

interface Label {
  readonly column: Column;
  readonly range: TextRange;
  /** The range as whole tokens. */
  readonly span: Span;
  /** What stands behind `B-` and `I-`. */
  readonly type: string;
  /** What the first token adds in the last column. */
  readonly told: string;
}

/**
 * Columns of tokens with BIO labels (CoNLL-U Plus: blank line after a sentence, `# global.columns` first). A record is in
 * the file whole or not at all: one that crosses another of its column is in `lost`, and so are all fields that labels cannot
 * tell. The same list stands in the file's head. Labels hold whole tokens; where a range ends inside one, MISC has it.
 */
export function write(article: Article, layer: Layer): Export {
  const tokens = new Map(article.blocks.map(({ id, text }) => [id, tokensOf(text)]));
  const kinds = new Map(layer.entities.map(({ id, type }) => [id, type]));
  const taken = new Map<string, Span[]>();
  const placed = new Map<string, Label[]>();
  const lost: Loss[] = [];

  const place = (of: 'mention' | 'quotation', id: string, asked: readonly Omit<Label, 'span'>[]) => {
    const labels = asked.flatMap((label): Label[] => {
      const span = widened(tokens.get(label.range.block) ?? [], label.range);
      return span ? [{ ...label, span }] : [];
    });
    const key = ({ column, range }: Label) => `${column} ${range.block}`;
    const crosses = (label: Label, nth: number) =>
      (taken.get(key(label)) ?? []).some((span) => overlaps(span, label.span)) ||
      labels.slice(0, nth).some((other) => key(other) === key(label) && overlaps(other.span, label.span));
    if (labels.length < asked.length) lost.push({ of, id, what: 'edge' });
    else if (labels.some(crosses)) lost.push({ of, id, what: 'overlap' });
    else {
      for (const label of labels) {
        push(taken, key(label), label.span);
        push(placed, label.range.block, label);
      }
      return true;
    }
    return false;
  };
  const told = new Set<string>();
  for (const { id, entity, range } of layer.mentions) {
    const label = { column: 'mention' as const, range, type: kinds.get(entity) ?? 'person' };
    if (place('mention', id, [{ ...label, told: `Mention=${id}|Entity=${entity}` }])) told.add(`mention ${id}`);
  }
  // What holds others goes before what it holds, so that the outer one stays where both cannot.
  const outerFirst = [...layer.quotations].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
  for (const { id, kind, contents, cue, source, verb, speaker } of outerFirst) {
    const labels: Omit<Label, 'span'>[] = [
      ...contents.map((range, n) => ({
        column: 'content' as const,
        range,
        type: kind,
        told: `Content=${id}#${n}${speaker === null || n > 0 ? '' : `|Speaker=${speaker}`}`,
      })),
      ...cue.map((range, n) => ({ column: 'cue' as const, range, type: verb.class, told: `Cue=${id}#${n}` })),
      ...(source ? [{ column: 'source' as const, range: source, type: 'source', told: `Source=${id}#0` }] : []),
      // Without a cue its class has no token to stand on.
    ];
    const first = labels[0];
    if (first && cue.length === 0) labels[0] = { ...first, told: `${first.told}|Verb=${verb.class}` };
    if (place('quotation', id, labels)) told.add(`quotation ${id}`);
  }

  const kept = {
    ...layer,
    mentions: layer.mentions.filter(({ id }) => told.has(`mention ${id}`)),
    quotations: layer.quotations.filter(({ id }) => told.has(`quotation ${id}`)),
  };
  const fields = lossesOf(article, kept, {
    head: true,
    article: ['title', 'topics', 'summary', 'notice', 'author', 'published', 'glossary', 'chain'],
    entity: ['named', 'gender', 'english', 'aliases', 'role', 'description', 'authority'],
    mention: ['tags', 'note'],
    quotation: ['addressee', 'about', 'parent', 'lemma', 'provenance', 'reason', 'via', 'tags', 'note'],
  });
  const all = [...lost, ...fields];

  const lines = [
    '# global.columns = ID FORM MENTION CONTENT CUE SOURCE MISC',
    `# isnad article = ${article.id}`,
    `# isnad layer = ${layer.id}`,
    ...all.map(({ of, id, what }) => `# lost = ${of} ${id} ${what}`),
    ...layer.entities.map(({ id, type, name }) => `# entity = ${id} ${type} ${JSON.stringify(name.ar)}`),
  ];
  for (const block of article.blocks) {
    lines.push(`# newpar id = ${block.id}`, `# isnad block = ${block.type} ${block.gap} ${JSON.stringify(block.text)}`);
    const labels = placed.get(block.id) ?? [];
    const ends = new Set(sentencesOf(block.text).map(({ end }) => end));
    // Each token's label of each column, found by walking the labels once.
    const cells = new Map<string, string>();
    const extra = new Map<number, string[]>();
    const blockTokens = tokens.get(block.id) ?? [];
    const nth = new Map(blockTokens.map(({ start }, at) => [start, at]));
    for (const { column, range, span, type, told } of labels) {
      for (let at = nth.get(span.start) ?? 0; (blockTokens[at]?.start ?? Infinity) < span.end; at++) {
        const isFirst = blockTokens[at]?.start === span.start;
        cells.set(`${column} ${at}`, `${isFirst ? 'B' : 'I'}-${type}`);
        if (!isFirst) continue;
        // A label holds whole tokens; a range that ends inside one (the name without its و) says so here.
        const isExact = span.start === range.start && span.end === range.end;
        push(extra, at, isExact ? told : told.replace(/^[^|]+/, `$&@${range.start}-${range.end}`));
      }
    }
    let id = 0;
    blockTokens.forEach(({ start, end }, at) => {
      const misc = [`Start=${start}`, `End=${end}`, ...(extra.get(at) ?? [])].join('|');
      const row = columns.map((column) => cells.get(`${column} ${at}`) ?? 'O');
      lines.push([++id, block.text.slice(start, end), ...row, misc].join('\t'));
      if (ends.has(end) && at < blockTokens.length - 1) {
        lines.push('');
        id = 0;
      }
    });
    lines.push('');
  }
  return {
    files: [
      {
        name: fileName(article.id, layer.id, 'conll'),
        type: 'text/plain',
        text: wellFormed(`${lines.join('\n')}\n`),
      },
    ],
    lost: all,
  };
}

/** The range as whole tokens, or null where it touches none. */
function widened(tokens: readonly Span[], { start, end }: Span): Span | null {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const first = tokens[low];
  if (!first || first.start >= end) return null;
  let last = first;
  for (let token = tokens[++low]; token && token.start < end; token = tokens[++low]) last = token;
  return { start: first.start, end: last.end };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
