import * as v from 'valibot';
import type { Block } from '../../article/article.ts';
import { articleSchema } from '../../dataset/schema.ts';
import { failure, type Result } from '../../result.ts';
import { blankEntity, blankQuotation, createIds, type DraftRange, settle } from '../draft.ts';
import type { Import, ImportContext, ImportFault, Left, TextFile } from '../format.ts';
import { createPositions } from '../positions.ts';
import { readSource, tooMany, wellFormed } from '../source.ts';
import { articleOf, standOn } from '../text.ts';
import { typeNamed } from '../types.ts';

/** A stretch of one block with one label, from its `B-` to its last `I-`. */
interface Run {
  readonly column: string;
  readonly type: string;
  readonly block: number;
  readonly start: number;
  end: number;
  readonly told: ReadonlyMap<string, string>;
}

/**
 * Reads our own columns with all that they tell; from other files of tokens the words (first column, or FORM) and names
 * (last column, in BIO or IOB). A text that a file gives only as tokens is put together with spaces.
 */
export function read(files: readonly TextFile[], context: ImportContext): Result<Import, ImportFault> {
  const file = files[0];
  if (!file) return failure({ kind: 'missingFile', where: '', detail: '' });
  const source = readSource(file);
  if (!source.ok) return source;
  const lines = source.value.split(/\r\n|\r|\n/);
  const crowd = tooMany(file.name, lines.length / 16);
  if (crowd) return failure(crowd);

  let names: readonly string[] | null = null;
  const blocks: { id: string; type: unknown; gap: number; text: string }[] = [];
  const runs: Run[] = [];
  const left: Left[] = [];
  const entities = new Map<string, unknown>();
  const entityId = createIds('e');
  const about = new Map<string, string>();
  let isOwn = false;
  let par = '';
  let isFresh = true;
  let open = new Map<string, Run>();
  let space = '';

  for (const line of lines) {
    const [, key = '', value = ''] = /^#\s*([^=]*?)\s*=\s?(.*)$/s.exec(line) ?? [];
    if (key === 'global.columns') names = value.trim().split(/\s+/);
    else if (key === 'newpar id') par = value;
    else if (key === 'isnad block') {
      const [, type, gap, json = ''] = /^(\S+) (\d+) (".*")$/s.exec(value) ?? [];
      isOwn = true;
      blocks.push({ id: par, type, gap: Number(gap), text: stringIn(json) });
      open = new Map();
    } else if (key === 'isnad article' || key === 'isnad layer') about.set(key, value);
    else if (key === 'entity') {
      const [, id = '', type, json = ''] = /^(\S+) (\S+) (".*")$/s.exec(value) ?? [];
      entities.set(entityId(id), { ...blankEntity, id: entityId(id), type, name: { ar: stringIn(json), en: '' } });
    } else if (line.trim() === '') {
      isFresh = true;
    } else if (!line.startsWith('#') || line.includes('\t')) {
      const cells = line.split(line.includes('\t') ? '\t' : /\s+/);
      if (cells.length < 2) return failure({ kind: 'otherFormat', where: file.name, detail: line.slice(0, 80) });
      const cell = (name: string) => cells[names?.indexOf(name) ?? -1];
      const form = cell('FORM') ?? cells[0] ?? '';
      if (form === '-DOCSTART-') continue;
      const misc = new Map(
        (cell('MISC') ?? '').split('|').map((pair): [string, string] => {
          const at = pair.indexOf('=');
          return [pair.slice(0, at), pair.slice(at + 1)];
        }),
      );
      if (!isOwn && isFresh) {
        blocks.push({ id: `p${blocks.length + 1}`, type: 'paragraph', gap: blocks.length === 0 ? 0 : 1, text: '' });
        open = new Map();
        space = '';
      }
      isFresh = false;
      const block = blocks.at(-1);
      if (!block) continue;
      let start = Number(misc.get('Start'));
      let end = Number(misc.get('End'));
      if (!isOwn) {
        start = block.text.length + space.length;
        block.text += space + form;
        end = block.text.length;
        space = misc.get('SpaceAfter') === 'No' ? '' : ' ';
      } else if (!(start < end) || wellFormed(block.text.slice(start, end)) !== form) {
        left.push({ of: 'article', id: block.id, why: 'offsets', detail: line.slice(0, 200) });
        open = new Map();
        continue;
      }
      const labels: [string, string][] = isOwn
        ? ['MENTION', 'CONTENT', 'CUE', 'SOURCE'].map((name) => [name, cell(name) ?? 'O'])
        : [['MENTION', cell('NER') ?? cells.at(-1) ?? 'O']];
      for (const [column, label] of labels) {
        const [, position, type = ''] = /^([BIESLU])-(.+)$/.exec(label) ?? [];
        const current = open.get(column);
        if (position === undefined) open.delete(column);
        else if (current && current.type === type && /[IEL]/.test(position)) current.end = end;
        else {
          const run = { column, type, block: blocks.length - 1, start, end, told: misc };
          runs.push(run);
          open.set(column, run);
        }
      }
    }
  }

  const checked = v.safeParse(articleSchema.entries.blocks, blocks);
  if (!checked.success) return failure({ kind: 'shape', where: file.name, detail: checked.issues[0].message });
  const texts: readonly Block[] = checked.output;
  const carried = articleOf(texts, { id: about.get('isnad article') ?? null }, context.now);
  const own = createPositions(carried);
  const stand = standOn(carried, context.article, isOwn);
  const cut = ({ column, block, start, end, told }: Run): DraftRange[] => {
    const exact = /@(\d{1,9})-(\d{1,9})$/.exec(told.get(column.charAt(0) + column.slice(1).toLowerCase()) ?? '');
    const [from, to] = [Number(exact?.[1]), Number(exact?.[2])];
    const text = texts[block]?.text ?? '';
    // Only about the tokens that bear the label, with no more than space around them.
    const isNear = from < end && to > start && from < to && to <= text.length;
    const outside = isNear ? text.slice(from, Math.max(from, start)) + text.slice(Math.min(end, to), to) : '';
    const span = isNear && outside.trim() === '' ? { start: from, end: to } : { start, end };
    const at = own.plain({ block: texts[block]?.id ?? '', ...span });
    return at ? stand.cut(at.start, at.end) : [];
  };

  const mentions: unknown[] = [];
  const quotations = new Map<string, Gathered>();
  const quotationId = createIds('q');
  const gathered = (name: string): Gathered => {
    const id = quotationId(name);
    const there = quotations.get(id);
    if (there) return there;
    const made: Gathered = {
      id,
      kind: 'indirect',
      verb: 'mark',
      speaker: null,
      pieces: { Content: [], Cue: [], Source: [] },
    };
    quotations.set(id, made);
    return made;
  };
  for (const run of runs) {
    const ranges = cut(run);
    if (run.column === 'MENTION') {
      const words = ranges[0]?.words ?? '';
      const entity = entityId(run.told.get('Entity') ?? `${run.type}:${words}`);
      if (!entities.has(entity)) {
        entities.set(entity, { ...blankEntity, id: entity, type: typeNamed(run.type), name: { ar: words, en: '' } });
      }
      mentions.push({
        id: run.told.get('Mention')?.replace(/@.*$/, '') ?? `m${mentions.length + 1}`,
        entity,
        range: ranges[0],
        tags: [],
        note: null,
      });
      continue;
    }
    const role = run.column === 'CONTENT' ? 'Content' : run.column === 'CUE' ? 'Cue' : 'Source';
    const [name = '', n = '0'] = (run.told.get(role) ?? '').replace(/@.*$/, '').split('#');
    if (name === '') {
      left.push({ of: 'quotation', id: '', why: 'unlinked', detail: ranges[0]?.words.slice(0, 80) ?? '' });
      continue;
    }
    const quotation = gathered(name);
    quotation.pieces[role].push({ n: Number(n), ranges });
    if (role === 'Content') quotation.kind = run.type;
    if (role === 'Cue') quotation.verb = run.type;
    const speaker = run.told.get('Speaker');
    if (role === 'Content' && speaker !== undefined && n === '0') quotation.speaker = entityId(speaker);
    const verb = run.told.get('Verb');
    if (role === 'Content' && verb !== undefined) quotation.verb = verb;
  }
  const draft = {
    head: { id: about.get('isnad layer') },
    of: carried.id,
    entities: [...entities.values()],
    mentions,
    quotations: [...quotations.values()].map(({ id, kind, verb, speaker, pieces }) => {
      const inOrder = (role: keyof typeof pieces) =>
        pieces[role].sort((a, b) => a.n - b.n).flatMap(({ ranges }) => ranges);
      return {
        ...blankQuotation,
        id,
        kind,
        contents: inOrder('Content'),
        cue: inOrder('Cue'),
        source: inOrder('Source')[0] ?? null,
        speaker,
        verb: { class: verb, lemma: null },
      };
    }),
    left,
  };
  return settle(draft, stand.article, context, carried);
}

interface Gathered {
  readonly id: string;
  kind: string;
  verb: string;
  speaker: string | null;
  readonly pieces: Record<'Content' | 'Cue' | 'Source', { n: number; ranges: DraftRange[] }[]>;
}

function stringIn(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
