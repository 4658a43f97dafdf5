import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../../testing/article.ts';
import { hardArticle, layerOver } from '../../../testing/hard-layers.ts';
import { publishedLayer } from '../../annotation/layer.ts';
import { readArticle } from '../../dataset/read.ts';
import { NAMESPACE } from './vocabulary.ts';
import { write } from './write.ts';

type Json = Record<string, unknown>;

const shipped = Object.values(
  import.meta.glob<string>('../../../../public/data/articles/*.json', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).flatMap((source) => {
  const read = readArticle(source);
  return read.ok ? [read.value] : [];
});
const collections = [
  ...[...shipped, buildArticle()].map((article) => write(article, publishedLayer(article))),
  ...fc
    .sample(
      hardArticle.chain((article) => layerOver(article).map((layer) => ({ article, layer }))),
      { numRuns: 20, seed: 4 },
    )
    .map(({ article, layer }) => write(article, layer)),
].map(({ files }) => JSON.parse(files[0]?.text ?? '') as Json);
const annotations = collections.flatMap((collection) =>
  ((collection['first'] as Json)['items'] as Json[]).map(
    (one): Json => ({ '@context': collection['@context'], ...one }),
  ),
);

const folder = process.env['ISNAD_CONFORMANCE'];
const suite = folder ? join(folder, 'web-annotation') : '';
const ready = suite !== '' && existsSync(join(suite, 'annotations', 'annotationMusts.test'));
if (!ready) {
  process.stderr.write(
    'Web Annotations are NOT held against the suite: set ISNAD_CONFORMANCE to a folder with web-annotation/\n',
  );
}

describe.skipIf(!ready)("the Web Annotation suite's schemas", () => {
  const json = (...path: string[]) => JSON.parse(readFileSync(join(suite, ...path), 'utf8')) as Json;
  const base = 'http://suite.invalid/';
  const validator = () => {
    const ajv = new Ajv({ strict: false, validateFormats: true });
    addFormats(ajv);
    for (const name of readdirSync(join(suite, 'definitions')).filter((name) => name.endsWith('.json'))) {
      ajv.addSchema({ ...json('definitions', name), id: base + name }, base + name);
    }
    return ajv;
  };
  const mustsOf = (of: string) =>
    (json(of, `${of.replace(/s$/, '')}Musts.test`)['assertions'] as string[]).map((path) => {
      const schema = json(...path.split('/'));
      const id = base + (path.split('/').at(-1) ?? '');
      return { path, expected: schema['expectedResult'] !== 'invalid', check: validator().compile({ ...schema, id }) };
    });

  test('each annotation keeps every MUST', () => {
    const musts = mustsOf('annotations');
    expect(musts.length).toBe(54);
    expect(annotations.length).toBeGreaterThan(250);
    const broken = musts.flatMap(({ path, check, expected }) => {
      const bad = annotations.find((one) => check(one) !== expected);
      return bad ? [`${path} ${JSON.stringify(bad).slice(0, 400)}`] : [];
    });
    expect(broken).toEqual([]);
  });

  test('each collection keeps every MUST', () => {
    const broken = mustsOf('collections').flatMap(({ path, check, expected }) =>
      collections.some((one) => check(one) !== expected) ? [path] : [],
    );
    expect(broken).toEqual([]);
  });

  test('the schemas would notice', () => {
    const [first] = annotations;
    const broken = mustsOf('annotations').filter(
      ({ check, expected }) => check({ ...first, id: 7, target: {} }) !== expected,
    );
    expect(broken.length).toBeGreaterThan(1);
  });
});

/** The terms of the W3C annotation context that we use, as its vocabulary defines them; a term not here is dropped. */
const terms = {
  '@version': 1.1,
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  dcterms: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: { '@id': '@id', '@type': '@id' },
  type: { '@id': '@type', '@type': '@id' },
  Annotation: 'oa:Annotation',
  SpecificResource: 'oa:SpecificResource',
  TextualBody: 'oa:TextualBody',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  Person: 'foaf:Person',
  Software: 'as:Application',
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
  classifying: 'oa:classifying',
  commenting: 'oa:commenting',
  describing: 'oa:describing',
  identifying: 'oa:identifying',
  linking: 'oa:linking',
  tagging: 'oa:tagging',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:start' },
  end: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:end' },
  value: 'rdf:value',
  format: 'dc:format',
  language: 'dc:language',
  textDirection: { '@type': '@vocab', '@id': 'oa:textDirection' },
  rtl: 'oa:rtlDirection',
  ltr: 'oa:ltrDirection',
  auto: 'oa:autoDirection',
  creator: { '@type': '@id', '@id': 'dcterms:creator' },
  generator: { '@type': '@id', '@id': 'as:generator' },
  created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
  modified: { '@id': 'dcterms:modified', '@type': 'xsd:dateTime' },
  name: 'foaf:name',
  label: 'rdfs:label',
  first: { '@type': '@id', '@id': 'as:first' },
  partOf: { '@type': '@id', '@id': 'as:partOf' },
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  total: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:totalItems' },
  startIndex: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:startIndex' },
};

describe('as JSON-LD', () => {
  const expand = async (document: Json): Promise<[Json]> => {
    const options = {
      // A term that is dropped, or a relative address, is an error here (an option its types do not know yet).
      safe: true,
      documentLoader: async (url: string) => {
        if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(url);
        return { documentUrl: url, document: { '@context': terms } };
      },
    };
    // Its types promise nothing where options are not of theirs.
    return (await Promise.resolve(jsonld.expand(document, options as never) as unknown)) as [Json];
  };

  test('no key of a collection is dropped', async () => {
    for (const collection of collections) {
      const [expanded] = await expand(collection);
      const page = (expanded['http://www.w3.org/ns/activitystreams#first'] as [Json])[0];
      const [list] = page['http://www.w3.org/ns/activitystreams#items'] as [{ '@list': Json[] }];
      expect(list['@list'].length).toBe(collection['total']);
      expect(JSON.stringify(expanded)).toContain(`${NAMESPACE}entities`);
    }
  });

  test('a key of no vocabulary would be noticed', async () => {
    await expect(expand({ ...collections[0], ourOwn: 1 })).rejects.toThrow(/dropped|Dropping|safe/i);
  });
});
