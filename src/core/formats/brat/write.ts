import type { Layer, LayerQuotation } from '../../annotation/layer.ts';
import type { Article, Entity } from '../../article/article.ts';
import type { Span, TextRange } from '../../text/range.ts';
import type { Export, Loss } from '../format.ts';
import { lossesOf } from '../losses.ts';
import { createCodePoints, createPositions } from '../positions.ts';
import { fileName, wellFormed } from '../source.ts';
import { annotationConf, visualConf } from './configuration.ts';
import { entityNames, escapeLine, OWN, wordsOf } from './names.ts';

/**
 * brat stand-off: the plain text, and one line for each thing said about it. Offsets count code points. A quotation is an
 * event whose trigger is what was said (all its pieces as one discontinuous span); cue and source are its arguments, and so
 * is the mention that stands nearest for each entity. Entities are known by normalisations of their mentions.
 */
export function write(article: Article, layer: Layer): Export {
  const positions = createPositions(article);
  const points = createCodePoints(positions.text);
  const lines: string[] = [];
  const count = { T: 0, E: 0, A: 0, N: 0, '#': 0 };
  const number = (of: keyof typeof count) => `${of}${++count[of]}`;
  const note = (type: string, of: string, text: string) =>
    lines.push(`${number('#')}\t${type} ${of}\t${escapeLine(text)}`);
  const entities = new Map(layer.entities.map((entity) => [entity.id, entity]));
  const lost: Loss[] = [];

  const plain = (range: TextRange): Span => positions.plain(range) ?? { start: 0, end: 0 };
  const bound = (type: string, spans: readonly Span[]): string => {
    const id = number('T');
    const places = spans.map(({ start, end }) => `${points.fromUnits(start)} ${points.fromUnits(end)}`).join(';');
    lines.push(`${id}\t${type} ${places}\t${wordsOf(positions.text, spans)}`);
    return id;
  };
  const normalise = (of: string, entity: Entity) => {
    lines.push(`${number('N')}\tReference ${of} ${OWN}:${entity.id}\t${escapeLine(entity.name.ar)}`);
    for (const { register, id } of entity.authority) {
      if (isName(register) && !/\s/.test(id)) {
        lines.push(`${number('N')}\tReference ${of} ${register}:${id}\t${escapeLine(entity.name.ar)}`);
      }
    }
  };

  // A span that begins or ends with a line end cannot be written; its record stays behind, whole, and is listed.
  const fits = (of: 'mention' | 'quotation', id: string, ranges: readonly (TextRange | null)[]): boolean => {
    const sound = ranges.every((range) => range === null || !/^\n|\n$/.test(range.words));
    if (!sound) lost.push({ of, id, what: 'edge' });
    return sound;
  };
  const mentions = layer.mentions.filter(({ id, range }) => fits('mention', id, [range]));
  const quotations = layer.quotations.filter(({ id, contents, cue, source }) =>
    fits('quotation', id, [...contents, ...cue, source]),
  );

  const mentioned = new Map<string, { id: string; at: number }[]>();
  const stands = (entity: string, id: string, at: number) =>
    mentioned.set(entity, [...(mentioned.get(entity) ?? []), { id, at }]);
  for (const mention of mentions) {
    const entity = entities.get(mention.entity);
    const at = plain(mention.range);
    const id = bound(entityNames[entity?.type ?? 'person'], lineByLine(positions.text, at));
    note('Id', id, mention.id);
    if (entity) normalise(id, entity);
    for (const tag of mention.tags) note('Tag', id, tag);
    if (mention.note !== null) note('AnnotatorNotes', id, mention.note);
    stands(mention.entity, id, at.start);
  }

  const events = new Map(quotations.map(({ id }, at) => [id, `E${at + 1}`]));
  // Sources first, all of them: a speaker without a name is known by the words that stand for it, wherever they are.
  const sources = new Map<string, string>();
  for (const { id, source, speaker } of quotations) {
    if (!source) continue;
    const bearer = bound('Source', lineByLine(positions.text, plain(source)));
    sources.set(id, bearer);
    const entity = speaker === null ? undefined : entities.get(speaker);
    if (!entity || mentioned.has(entity.id)) continue;
    normalise(bearer, entity);
    note('EntityType', bearer, entity.type);
    stands(entity.id, bearer, plain(source).start);
  }
  const named = new Set(mentions.map(({ entity }) => entity));
  for (const quotation of quotations) writeQuotation(quotation);

  function writeQuotation(quotation: LayerQuotation): void {
    const pieces = quotation.contents.map((range) => lineByLine(positions.text, plain(range)));
    const trigger = bound('Quotation', pieces.flat());
    const cues = quotation.cue.map((range) => bound('Cue', lineByLine(positions.text, plain(range))));
    const source = sources.get(quotation.id);
    const event = number('E');
    const at = plain(quotation.contents[0] as TextRange).start;
    const roles: string[] = [`Quotation:${trigger}`];
    // Notes after the line that they are about.
    const notes: [string, string][] = [['Id', quotation.id]];
    const role = (name: string, nth: number, target: string) =>
      roles.push(`${name}${nth === 0 ? '' : nth + 1}:${target}`);
    const entityRole = (name: string, nth: number, id: string) => {
      const near = mentioned.get(id)?.reduce((a, b) => (Math.abs(b.at - at) < Math.abs(a.at - at) ? b : a));
      if (near) role(name, nth, near.id);
      else notes.push([name, id]);
    };
    cues.forEach((cue, nth) => role('Cue', nth, cue));
    if (source !== undefined) role('Source', 0, source);
    if (quotation.speaker !== null) entityRole('Speaker', 0, quotation.speaker);
    if (quotation.addressee !== null) entityRole('Addressee', 0, quotation.addressee);
    let nth = 0;
    for (const id of quotation.about) entityRole('About', mentioned.has(id) ? nth++ : 0, id);
    const parent = quotation.parent === null ? undefined : events.get(quotation.parent);
    if (parent !== undefined) role('Parent', 0, parent);
    else if (quotation.parent !== null) lost.push({ of: 'quotation', id: quotation.id, what: 'parent' });
    lines.push(`${event}\t${roles.join(' ')}`);

    const { lemma, class: verb } = quotation.verb;
    const { by, rule, confidence } = quotation.provenance;
    for (const [name, value] of [
      ['Kind', quotation.kind],
      ['Verb', verb],
      ['By', by],
    ]) {
      lines.push(`${number('A')}\t${name} ${event} ${value}`);
    }
    // Which stretches are one piece, where a line end within a piece or between two would leave it open.
    const told = pieces.map((spans) => spans.length);
    if (told.join() !== joined(positions.text, pieces.flat()).join()) notes.push(['Pieces', told.join(' ')]);
    if (lemma !== null) notes.push(['Lemma', lemma]);
    if (rule !== null) notes.push(['Rule', rule]);
    if (confidence !== null) notes.push(['Confidence', String(confidence)]);
    if (quotation.reason.ar !== '') notes.push(['ReasonAr', quotation.reason.ar]);
    if (quotation.reason.en !== '') notes.push(['ReasonEn', quotation.reason.en]);
    for (const tag of quotation.tags) notes.push(['Tag', tag]);
    if (quotation.note !== null) notes.push(['AnnotatorNotes', quotation.note]);
    for (const [type, text] of notes) note(type, event, text);
  }

  for (const entity of layer.entities) {
    if (!mentioned.has(entity.id)) lost.push({ of: 'entity', id: entity.id, what: 'absent' });
    else {
      if (entity.named !== named.has(entity.id)) lost.push({ of: 'entity', id: entity.id, what: 'named' });
      if (entity.authority.some(({ register, id }) => !isName(register) || /\s/.test(id))) {
        lost.push({ of: 'entity', id: entity.id, what: 'authority' });
      }
    }
  }
  if (wellFormed(positions.text) !== positions.text) lost.push({ of: 'article', id: article.id, what: 'character' });
  const base = `${article.id}.${layer.id}`;
  const ann = wellFormed(lines.map((line) => `${line}\n`).join(''));
  return {
    files: [
      { name: `${base}.txt`, type: 'text/plain', text: wellFormed(positions.text) },
      { name: fileName(article.id, layer.id, 'ann'), type: 'text/plain', text: ann },
      { name: 'annotation.conf', type: 'text/plain', text: annotationConf },
      { name: 'visual.conf', type: 'text/plain', text: visualConf },
    ],
    lost: [
      ...lossesOf(article, layer, {
        head: true,
        article: ['blocks', 'title', 'topics', 'summary', 'notice', 'author', 'published', 'glossary', 'chain'],
        entity: ['gender', 'english', 'aliases', 'role', 'description'],
        quotation: ['via'],
      }),
      ...lost,
    ],
  };
}

const isName = (register: string): boolean => /^[^\s:]+$/.test(register) && register !== OWN;

/** brat has no span over a line end: a stretch with one inside becomes one stretch for each line. */
function lineByLine(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text.charAt(at) !== '\n') continue;
    if (from < at) spans.push({ start: from, end: at });
    from = at + 1;
  }
  return spans.length === 0 ? [{ start, end }] : spans;
}

/** How many stretches belong to each piece, when those with nothing but line ends between them count as one. */
export function joined(text: string, spans: readonly Span[]): number[] {
  const counts: number[] = [];
  spans.forEach(({ start }, at) => {
    const before = spans[at - 1];
    if (before && before.end < start && /^\n+$/.test(text.slice(before.end, start))) {
      counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    } else counts.push(1);
  });
  return counts;
}
