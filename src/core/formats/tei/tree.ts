import { SaxesParser } from 'saxes';
import { failure, type Result, success } from '../../result.ts';
import type { ImportFault } from '../format.ts';

export interface XmlNode {
  /** Without a prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlNode | string)[];
}

/** Deeper than any text is marked up; what walks the tree may call itself this often. */
const DEEPEST = 200;
const MOST_NODES = 4_000_000;

class Refused extends Error {
  readonly fault: ImportFault;
  constructor(fault: ImportFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/**
 * Reads untrusted XML. A document type is refused before anything is read, so that no entity can be declared; the parser
 * knows the five of XML and fetches nothing.
 */
export function readXml(source: string, where: string): Result<XmlNode, ImportFault> {
  if (/<!DOCTYPE/i.test(source)) return failure({ kind: 'doctype', where, detail: '' });
  const root: XmlNode = { name: '', attributes: new Map(), children: [] };
  const open: XmlNode[] = [root];
  let nodes = 0;
  const parser = new SaxesParser();
  const text = (letters: string) => {
    open.at(-1)?.children.push(letters);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('doctype', () => {
    throw new Refused({ kind: 'doctype', where, detail: '' });
  });
  parser.on('opentag', (tag) => {
    if (open.length > DEEPEST) throw new Refused({ kind: 'tooDeep', where, detail: String(DEEPEST) });
    if (++nodes > MOST_NODES) throw new Refused({ kind: 'tooMany', where, detail: String(MOST_NODES) });
    const node = { name: localOf(tag.name), attributes: new Map(Object.entries(tag.attributes)), children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  try {
    parser.write(source).close();
  } catch (error) {
    if (error instanceof Refused) return failure(error.fault);
    return failure({ kind: 'notXml', where, detail: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
  const top = root.children.find((child) => typeof child !== 'string');
  return top ? success(top) : failure({ kind: 'notXml', where, detail: '' });
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

export const elementsOf = (node: XmlNode): XmlNode[] => node.children.filter((child) => typeof child !== 'string');

export const childrenOf = (node: XmlNode, ...names: string[]): XmlNode[] =>
  elementsOf(node).filter(({ name }) => names.includes(name));

/** The elements of that name anywhere below, in document order, none of them inside another. */
export const below = (node: XmlNode, name: string): XmlNode[] =>
  elementsOf(node).flatMap((child) => (child.name === name ? [child] : below(child, name)));

export const textIn = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
