import type { Layer, LayerMention, LayerQuotation, Tagging } from '../../annotation/layer.ts';
import type { Article, Block, Entity, EntityType } from '../../article/article.ts';
import type { Bilingual } from '../../bilingual.ts';
import type { TextRange } from '../../text/range.ts';
import type { Export, Loss } from '../format.ts';
import { lossesOf } from '../losses.ts';
import { dateTime, fileName } from '../source.ts';
import { type Inline, inlineXml } from './inline.ts';
import { element, escapeText, open, writable } from '../xml.ts';

/** How each kind of entity is listed, and named where it is mentioned. */
export const kinds: Readonly<
  Record<EntityType, { list: string; item: string; name: string; mention: string; type?: string }>
> = {
  person: { list: 'listPerson', item: 'person', name: 'persName', mention: 'persName' },
  group: { list: 'listPerson', item: 'personGrp', name: 'persName', mention: 'name', type: 'group' },
  organization: { list: 'listOrg', item: 'org', name: 'orgName', mention: 'orgName' },
  place: { list: 'listPlace', item: 'place', name: 'placeName', mention: 'placeName' },
  event: { list: 'listEvent', item: 'event', name: 'eventName', mention: 'eventName' },
  work: { list: 'listBibl', item: 'bibl', name: 'title', mention: 'title' },
  date: { list: 'list', item: 'item', name: 'name', mention: 'date' },
};

/**
 * A TEI P5 document. The words stay in the text, marked where they stand: `said` for each piece of what was said, `seg` for
 * cue and source, a name element for each mention. What is known of an annotation beyond its words is a feature structure
 * in `standOff`, which its pieces name by `ana`; the entities are listed there too.
 */
export function write(article: Article, layer: Layer): Export {
  let parts = 0;
  const newId = () => `part${++parts}`;
  const inline = new Map<string, Inline[]>();
  const mark = (range: TextRange, name: string, attributes: Inline['attributes']) => {
    const there = inline.get(range.block) ?? [];
    there.push({ start: range.start, end: range.end, name, inner: name !== 'said' && name !== 'seg', attributes });
    inline.set(range.block, there);
  };
  const types = new Map(layer.entities.map(({ id, type }) => [id, type]));
  for (const quotation of layer.quotations) {
    const ana = `#q.${quotation.id}`;
    quotation.contents.forEach((range, n) =>
      mark(range, 'said', {
        ana,
        n,
        who: pointer('e', quotation.speaker),
        toWhom: pointer('e', quotation.addressee),
        // TEI knows no reported words with some quoted among them: the feature `kind` tells.
        direct: quotation.kind === 'direct' ? 'true' : 'false',
        aloud: 'unknown',
      }),
    );
    quotation.cue.forEach((range, n) => mark(range, 'seg', { type: 'cue', ana, n }));
    if (quotation.source) mark(quotation.source, 'seg', { type: 'source', ana, n: 0 });
    quotation.via.forEach(({ range }, n) => range && mark(range, 'seg', { type: 'via', ana, n }));
  }
  for (const mention of layer.mentions) {
    const kind = kinds[types.get(mention.entity) ?? 'person'];
    mark(mention.range, kind.mention, {
      'xml:id': `m.${mention.id}`,
      type: kind.type,
      ref: kind.mention === 'date' ? null : pointer('e', mention.entity),
      // A date has no `ref`.
      corresp: kind.mention === 'date' ? pointer('e', mention.entity) : null,
    });
  }

  const text = textXml(article.blocks, (block) => inlineXml(block.text, inline.get(block.id) ?? [], newId));
  const standOff = [
    ...Object.entries(kinds).map(([type, { list }]) => {
      const listed = layer.entities.filter((entity) => entity.type === type).map(entityXml);
      return listed.length === 0 ? '' : element(list, { type }, `\n${listed.join('\n')}\n`);
    }),
    headXml(layer),
    ...layer.mentions.map(mentionXml),
    ...layer.quotations.map(quotationXml),
  ].filter((part) => part !== '');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
${open('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': 'ar', 'xml:id': `a.${article.id}` })}
${headerXml(article)}
<standOff>
${standOff.join('\n')}
</standOff>
${text}
</TEI>
`;
  const damaged: Loss[] = article.blocks
    .filter((block) => writable(block.text) !== block.text)
    .map(() => ({ of: 'article', id: article.id, what: 'character' }));
  return {
    files: [{ name: fileName(article.id, layer.id, 'tei.xml'), type: 'application/tei+xml', text: xml }],
    lost: [
      ...damaged.slice(0, 1),
      ...lossesOf(article, layer, { article: ['topics', 'summary', 'notice', 'glossary', 'chain'] }),
    ],
  };
}

const pointer = (kind: 'e' | 'q', id: string | null): string | null => (id === null ? null : `#${kind}.${id}`);

const both = (name: string, text: Bilingual, attributes = {}): string =>
  (['ar', 'en'] as const)
    .filter((language) => text[language] !== '')
    .map((language) => element(name, { ...attributes, 'xml:lang': language }, escapeText(text[language])))
    .join('');

function headerXml(article: Article): string {
  const title = both('title', article.title) || '<title/>';
  const author = article.author ? both('author', article.author) : '';
  const date =
    article.published === null ? '' : element('date', { when: moment(article.published) }, article.published);
  return `<teiHeader>
<fileDesc>
<titleStmt>${title}${author}</titleStmt>
<publicationStmt><p>${date}</p></publicationStmt>
<sourceDesc><p>${article.origin}</p></sourceDesc>
</fileDesc>
<profileDesc><langUsage><language ident="ar"/></langUsage></profileDesc>
${element('revisionDesc', {}, element('change', { n: article.revision, when: moment(article.revised) }, ''))}
</teiHeader>`;
}

// A date by itself stays one; a time wants its seconds and zone.
const moment = (iso: string): string => (iso.includes('T') ? dateTime(iso) : iso);

/** A division for what stands before the first heading, and one for each heading. */
function textXml(blocks: readonly Block[], inner: (block: Block) => string): string {
  let body = '';
  let isOpen = false;
  for (const block of blocks) {
    const heads = block.type === 'headline' || block.type === 'section';
    if (heads || !isOpen) {
      body += `${isOpen ? '</div>\n' : ''}${open('div', { type: heads ? block.type : 'opening' })}\n`;
      isOpen = true;
    }
    const name = heads ? 'head' : block.type === 'paragraph' ? 'p' : 'ab';
    const type = name === 'p' ? null : block.type;
    // How many line breaks stood before it in the source is a matter of its look there.
    body += `${element(name, { 'xml:id': `b.${block.id}`, type, rend: `gap-${block.gap}` }, inner(block))}\n`;
  }
  return `<text xml:space="preserve"><body>\n${body}</div>\n</body></text>`;
}

function entityXml(entity: Entity): string {
  const { item, name } = kinds[entity.type];
  const isPerson = item === 'person' || item === 'personGrp';
  const note = (type: string, text: Bilingual) =>
    (['ar', 'en'] as const)
      .map((language) => element('note', { type, 'xml:lang': language }, escapeText(text[language])))
      .join('');
  const content = [
    // Each list wants at least one name.
    both(name, entity.name) || element(name, { 'xml:lang': 'ar' }, ''),
    ...entity.aliases.map((alias) => element(name, { type: 'alias', 'xml:lang': 'ar' }, escapeText(alias))),
    ...entity.authority.map(({ register, id }) => {
      const isToken = /^[^\p{C}\p{Z}]+$/u.test(register);
      return element('idno', { type: isToken ? register : 'other', n: isToken ? null : register }, escapeText(id));
    }),
    entity.named ? '' : '<note type="named">false</note>',
    entity.gender && !isPerson ? element('note', { type: 'gender' }, entity.gender) : '',
    entity.role ? note('role', entity.role) : '',
    entity.description.ar + entity.description.en === '' ? '' : note('description', entity.description),
  ].join('');
  return element(item, { 'xml:id': `e.${entity.id}`, gender: isPerson ? entity.gender : null }, content);
}

const symbol = (name: string, value: string | null): string =>
  value === null ? '' : element('f', { name }, open('symbol', { value }, true));
const text = (name: string, value: string | null, language?: string): string =>
  value === null ? '' : element('f', { name }, element('string', { 'xml:lang': language }, escapeText(value)));
const pointing = (name: string, fVal: string | null): string => (fVal === null ? '' : open('f', { name, fVal }, true));
const tagging = ({ tags, note }: Tagging): string => tags.map((tag) => text('tag', tag)).join('') + text('note', note);

function headXml(layer: Layer): string {
  return element(
    'fs',
    { type: 'layer' },
    text('id', layer.id) +
      text('name', layer.name) +
      symbol('kind', layer.kind) +
      text('author', layer.author) +
      text('created', layer.created) +
      text('modified', layer.modified) +
      text('codebook', layer.codebook),
  );
}

function mentionXml(mention: LayerMention): string {
  const content = tagging(mention);
  return content === '' ? '' : element('fs', { type: 'mention', corresp: `#m.${mention.id}` }, content);
}

function quotationXml(quotation: LayerQuotation): string {
  const { provenance, reason } = quotation;
  const content = [
    symbol('kind', quotation.kind),
    symbol('verb', quotation.verb.class),
    text('lemma', quotation.verb.lemma, 'ar'),
    pointing('speaker', pointer('e', quotation.speaker)),
    pointing('addressee', pointer('e', quotation.addressee)),
    ...quotation.about.map((id) => pointing('about', pointer('e', id))),
    pointing('parent', pointer('q', quotation.parent)),
    symbol('by', provenance.by),
    text('rule', provenance.rule),
    provenance.confidence === null
      ? ''
      : element('f', { name: 'confidence' }, open('numeric', { value: provenance.confidence }, true)),
    text('reason', reason.ar === '' ? null : reason.ar, 'ar'),
    text('reason', reason.en === '' ? null : reason.en, 'en'),
    ...quotation.via.map(({ role, entity, note }) =>
      element(
        'f',
        { name: 'via' },
        element(
          'fs',
          { type: 'transmission' },
          symbol('role', role) +
            pointing('entity', pointer('e', entity)) +
            (note ? text('note', note.ar, 'ar') + text('note', note.en, 'en') : ''),
        ),
      ),
    ),
    tagging(quotation),
  ].join('');
  return element('fs', { 'xml:id': `q.${quotation.id}`, type: 'quotation' }, content);
}
