/**
 * The words of a TEI text as blocks, with every marked stretch as offsets into them. White space is kept where the file
 * says so (`xml:space`); elsewhere runs of it count as one space, and a block has none at its ends, as XML editors expect.
 */
import type { Block, BlockType } from '../../article/article.ts';
import type { DraftRange } from '../draft.ts';
import type { XmlNode } from './tree.ts';

/** A marked stretch: one range for each block that it touches. */
export interface Stretch {
  readonly node: XmlNode;
  readonly ranges: { block: number; start: number; end: number }[];
  /** The nearest marked stretch around it. */
  readonly inside: Stretch | null;
}

const BLOCK = new Set('head p ab l dateline byline salute signed trailer label item cell opener closer u'.split(' '));
const SKIPPED = new Set('note teiHeader standOff figDesc fw app index del'.split(' '));
const MARKED = new Set(
  'said q quote seg persName orgName placeName eventName name title date rs geogName objectName'.split(' '),
);
const TYPES: readonly BlockType[] = ['headline', 'dateline', 'lede', 'section', 'paragraph', 'source', 'reference'];

export interface Body {
  readonly blocks: readonly Block[];
  readonly stretches: readonly Stretch[];
  /** Elements whose words are beside the text, such as notes: left out. */
  readonly skipped: number;
}

export function readBody(root: XmlNode): Body {
  const blocks: (Omit<Block, 'text'> & { text: string })[] = [];
  const ids = new Set<string>();
  const stretches: Stretch[] = [];
  let open: { stretch: Stretch; from: number }[] = [];
  let current: { node: XmlNode | null; text: string; space: boolean } | null = null;
  let skipped = 0;

  const begin = (node: XmlNode | null) => {
    end();
    current = { node, text: '', space: false };
    open = open.map(({ stretch }) => ({ stretch, from: 0 }));
  };
  const end = () => {
    if (current === null) return;
    const { node, text } = current;
    current = null;
    // An element that was there and empty is a block that is empty; between elements there is none.
    if (text === '' && node === null) return;
    for (const { stretch, from } of open) {
      if (from < text.length) stretch.ranges.push({ block: blocks.length, start: from, end: text.length });
    }
    blocks.push({ id: idOf(node), type: typeOf(node), gap: gapOf(node, blocks.length), text });
  };
  const idOf = (node: XmlNode | null): string => {
    const told = /^b\.([A-Za-z0-9][A-Za-z0-9._-]{0,79})$/.exec(node?.attributes.get('xml:id') ?? '')?.[1];
    let id = told ?? `p${blocks.length + 1}`;
    for (let n = blocks.length + 1; ids.has(id); n++) id = `p${n}`;
    ids.add(id);
    return id;
  };
  const add = (letters: string, keep: boolean) => {
    if (current === null) {
      if (/^\s*$/.test(letters)) return;
      begin(null);
    }
    const block = current as { text: string; space: boolean } | null;
    if (!block) return;
    if (keep) block.text += letters;
    else {
      for (const [piece = ''] of letters.matchAll(/\s+|\S+/g)) {
        if (/^\s/.test(piece)) block.space = block.text !== '';
        else {
          block.text += (block.space ? ' ' : '') + piece;
          block.space = false;
        }
      }
    }
  };
  const walk = (node: XmlNode, kept: boolean, around: Stretch | null) => {
    const space = node.attributes.get('xml:space');
    const keep = space === undefined ? kept : space === 'preserve';
    for (const child of node.children) {
      if (typeof child === 'string') add(child, keep);
      else if (SKIPPED.has(child.name)) skipped++;
      else if (child.name === 'lb') add(keep ? '\n' : ' ', keep);
      else if (BLOCK.has(child.name)) {
        begin(child);
        walk(child, keep, around);
        end();
      } else if (MARKED.has(child.name)) {
        const stretch: Stretch = { node: child, ranges: [], inside: around };
        stretches.push(stretch);
        const block = current as { text: string; space: boolean } | null;
        // A space that waits is written before the element, so that no stretch begins with it.
        if (block?.space) {
          block.text += ' ';
          block.space = false;
        }
        open.push({ stretch, from: block?.text.length ?? 0 });
        walk(child, keep, stretch);
        const closed = open.pop();
        const to = (current as { text: string } | null)?.text.length ?? 0;
        if (closed && current !== null && closed.from < to) {
          stretch.ranges.push({ block: blocks.length, start: closed.from, end: to });
        }
      } else if (child.name === 'div' || child.name === 'body' || child.name === 'lg' || child.name === 'sp') {
        end();
        walk(child, keep, around);
        end();
      } else walk(child, keep, around);
    }
  };
  walk(root, root.attributes.get('xml:space') === 'preserve', null);
  end();
  return { blocks, stretches, skipped };
}

/** A stretch's ranges as the article has them. */
export const rangesOf = (stretch: Stretch, blocks: readonly Block[]): DraftRange[] =>
  stretch.ranges.flatMap(({ block, start, end }) => {
    const there = blocks[block];
    return there ? { block: there.id, start, end, words: there.text.slice(start, end) } : [];
  });

function typeOf(node: XmlNode | null): BlockType {
  const type = TYPES.find((one) => one === node?.attributes.get('type'));
  if (type) return type;
  if (node?.name === 'head') return 'section';
  return node?.name === 'dateline' ? 'dateline' : 'paragraph';
}

const gapOf = (node: XmlNode | null, before: number): number =>
  Math.min(
    20,
    Number(/(?:^|\s)gap-(\d{1,2})(?:\s|$)/.exec(node?.attributes.get('rend') ?? '')?.[1] ?? (before === 0 ? 0 : 2)),
  );
