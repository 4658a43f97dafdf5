/**
 * INCEpTION reads a CAS as JSON strictly (inception-io-json, uimaj-io-json): an unknown type or feature, or a number of
 * another kind than the feature's, ends the reading. And it makes layers only of types of a certain shape (its
 * TypeSystemAnalysis). Both rules are held here, told in our own words: INCEpTION itself is not run.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../../testing/article.ts';
import { hardArticle, layerOver } from '../../../testing/hard-layers.ts';
import { readXml, type XmlNode } from '../tei/tree.ts';
import { publishedLayer } from '../../annotation/layer.ts';
import { NAMES, TYPE_SYSTEM } from './types.ts';
import { read } from './read.ts';
import { write } from './write.ts';

/** What a project has without us: type → feature → its range. */
const builtIn: Record<string, Record<string, string>> = {
  [NAMES.name]: { value: 'uima.cas.String', identifier: 'uima.cas.String' },
  [NAMES.metadata]: { documentId: 'uima.cas.String', documentTitle: 'uima.cas.String', language: 'uima.cas.String' },
};
const ARRAYS = ['uima.cas.StringArray', 'uima.cas.FSArray'];
const PLAIN = ['uima.cas.String', 'uima.cas.Integer', 'uima.cas.Boolean', 'uima.cas.StringArray'];
const span = { begin: 'uima.cas.Integer', end: 'uima.cas.Integer', sofa: 'uima.cas.Sofa' };

interface Described {
  readonly name: string;
  readonly parent: string;
  readonly features: Readonly<Record<string, string>>;
}
const childrenOf = (node: XmlNode, name: string) =>
  node.children.filter((one): one is XmlNode => typeof one !== 'string' && one.name === name);
const textIn = (node: XmlNode, name: string): string => {
  const [found] = childrenOf(node, name);
  return found?.children.filter((one) => typeof one === 'string').join('') ?? '';
};
function described(): Described[] {
  const root = readXml(TYPE_SYSTEM, '');
  if (!root.ok) throw new Error(root.failure.kind);
  const types = childrenOf(root.value, 'types')[0];
  return childrenOf(types as XmlNode, 'typeDescription').map((one) => ({
    name: textIn(one, 'name'),
    parent: textIn(one, 'supertypeName'),
    features: Object.fromEntries(
      childrenOf(childrenOf(one, 'features')[0] as XmlNode, 'featureDescription').map((feature) => [
        textIn(feature, 'name'),
        [textIn(feature, 'rangeTypeName'), textIn(feature, 'elementType')].filter((part) => part !== '').join(' of '),
      ]),
    ),
  }));
}

const ours = described();
const project = new Map<string, Readonly<Record<string, string>>>([
  ...Object.entries(builtIn),
  ...ours.map(({ name, features }) => [name, features] as const),
]);

/** What a strict reader would stumble over. */
function stumbles(structures: readonly Record<string, unknown>[]): string[] {
  const found: string[] = [];
  for (const { '%ID': _, '%TYPE': type, '%ELEMENTS': elements, ...features } of structures) {
    if (typeof type !== 'string') found.push('no type');
    else if (type === 'uima.cas.Sofa') continue;
    else if (ARRAYS.includes(type)) {
      if (!Array.isArray(elements)) found.push(`${type} without elements`);
    } else {
      const declared = project.get(type);
      if (!declared) found.push(`unknown type ${type}`);
      for (const [key, value] of Object.entries(features)) {
        const range = { ...span, ...declared }[key.replace(/^@/, '')];
        const fits =
          range !== undefined &&
          (key.startsWith('@')
            ? Number.isSafeInteger(value) &&
              !['uima.cas.String', 'uima.cas.Integer', 'uima.cas.Boolean'].includes(range)
            : (range === 'uima.cas.String' && typeof value === 'string') ||
              (range === 'uima.cas.Integer' && Number.isSafeInteger(value)) ||
              (range === 'uima.cas.Boolean' && typeof value === 'boolean'));
        if (!fits) found.push(`${type} ${key} ${JSON.stringify(value)}`);
      }
    }
  }
  return found;
}

describe('a CAS as INCEpTION takes it', () => {
  test('every type of ours is one that a layer is made of, or the link of one', () => {
    expect(ours.length).toBeGreaterThan(5);
    for (const { name, parent, features } of ours) {
      if (name === NAMES.link) {
        expect({ parent, features }).toEqual({
          parent: 'uima.cas.TOP',
          features: { role: 'uima.cas.String', target: NAMES.piece },
        });
        continue;
      }
      expect(parent).toBe('uima.tcas.Annotation');
      for (const range of Object.values(features))
        expect([...PLAIN, `uima.cas.FSArray of ${NAMES.link}`]).toContain(range);
    }
  });

  test('nothing is in the file that a project with those layers does not know', () => {
    fc.assert(
      fc.property(
        fc
          .oneof(hardArticle, fc.constant(buildArticle()))
          .chain((article) => fc.record({ article: fc.constant(article), layer: layerOver(article) })),
        ({ article, layer }) => {
          const cas = JSON.parse(write(article, layer).files[0]?.text ?? '') as {
            '%FEATURE_STRUCTURES': Record<string, unknown>[];
          };
          expect(stumbles(cas['%FEATURE_STRUCTURES'])).toEqual([]);
        },
      ),
    );
    // The reader's strictness is real.
    expect(stumbles([{ '%ID': 1, '%TYPE': NAMES.quotation, confidence: 1 }])).toHaveLength(1);
    expect(stumbles([{ '%ID': 1, '%TYPE': NAMES.name, mention: 'm1' }])).toHaveLength(1);
    expect(stumbles([{ '%ID': 1, '%TYPE': 'webanno.custom.Other' }])).toHaveLength(1);
  });

  test('a name that was moved there is still whose it was', () => {
    const article = buildArticle();
    const layer = publishedLayer(article);
    const authority = [{ register: 'wikidata', id: 'Q1' }] as const;
    const [first] = layer.mentions;
    if (!first) throw new Error('no name');
    const entities = layer.entities.map((one) => (one.id === first.entity ? { ...one, authority } : one));
    const file = write(article, { ...layer, entities }).files[0];
    const cas = JSON.parse(file?.text ?? '') as { '%FEATURE_STRUCTURES': Record<string, unknown>[] };
    const name = cas['%FEATURE_STRUCTURES'].find((one) => one['%TYPE'] === NAMES.name);
    if (!name) throw new Error('no name');
    name['end'] = Number(name['end']) - 1;
    const back = read(
      [
        { name: 'isnad.typesystem.xml', text: TYPE_SYSTEM },
        { name: 'x.json', text: JSON.stringify(cas) },
      ],
      { article, now: '2026-11-25T00:00:00Z' },
    );
    if (!back.ok) throw new Error(back.failure.kind);
    const moved = back.value.layers[0]?.mentions.find(({ range }) => range.start === first.range.start);
    expect(moved).toMatchObject({ entity: first.entity, range: { end: first.range.end - 1 } });
  });
});
