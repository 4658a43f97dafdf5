/**
 * Isnād's own two files: the article as the reader opens it, with the layer's annotation in it, and the layer as the
 * workbench keeps it. The layer file alone holds everything; the article file has no tags and no notes.
 */
import * as v from 'valibot';
import { articleWith, type Layer } from '../../annotation/layer.ts';
import { layerSchema } from '../../annotation/schema.ts';
import type { Article, Entity } from '../../article/article.ts';
import { articleSchema, entitySchema } from '../../dataset/schema.ts';
import { verifyArticle } from '../../dataset/verify.ts';
import { failure, type Result, success } from '../../result.ts';
import { foldText } from '../../text/fold.ts';
import { faultOfRange, type TextRange } from '../../text/range.ts';
import { type Draft, settle } from '../draft.ts';
import type { Export, Import, ImportContext, ImportFault, Loss, TextFile } from '../format.ts';
import { fileName, inShort, isObject, readJson, tooMany } from '../source.ts';

const TYPE = 'application/json';

/** `lost` names what would keep the reader from opening the article file; the layer file loses nothing. */
export function write(article: Article, layer: Layer): Export {
  const made = annotated(article, layer);
  const lost = verifyArticle(made).map(({ path }): Loss => ({ of: 'article', id: path.slice(0, 200), what: 'fault' }));
  return {
    files: [
      { name: `${article.id}.json`, type: TYPE, text: `${JSON.stringify(made, null, 2)}\n` },
      { name: fileName(article.id, layer.id, 'layer.json'), type: TYPE, text: `${JSON.stringify(layer, null, 2)}\n` },
    ],
    lost,
  };
}

/** The article with the layer's annotation, in nothing but the fields of the article format. */
function annotated(article: Article, layer: Layer): Article {
  const { mentions, quotations, ...rest } = articleWith(article, layer);
  // The forms that occur are for the text to say: a tagger need not keep them by hand.
  const forms = new Map<string, Map<string, string>>();
  for (const { entity, range } of mentions) {
    const known = forms.get(entity) ?? new Map<string, string>();
    forms.set(entity, known.set(foldText(range.words, 'marks'), range.words));
  }
  const aliases = ({ id, aliases }: Entity): string[] => {
    const occurring = new Map(forms.get(id));
    const kept = aliases.filter((alias) => occurring.delete(foldText(alias, 'marks')));
    return [...kept, ...occurring.keys()].filter((alias) => alias !== '');
  };
  return {
    ...rest,
    entities: rest.entities.map((entity) => ({ ...entity, aliases: aliases(entity) })),
    mentions: mentions.map(({ id, entity, range }) => ({ id, entity, range })),
    quotations: quotations.map((quotation) => {
      const { tags: _tags, note: _note, ...own } = { tags: [], note: null, ...quotation };
      return own;
    }),
  };
}

const loose = v.array(v.unknown());
const articleHead = v.object({ ...articleSchema.entries, entities: loose, mentions: loose, quotations: loose });
const layerHead = v.object({
  ...layerSchema.entries,
  entities: loose,
  mentions: loose,
  quotations: loose,
});

/** Reads article files and layer files, together or alone; an article's own annotation counts where no layer came with it. */
export function read(files: readonly TextFile[], context: ImportContext): Result<Import, ImportFault> {
  let carried: Article | null = null;
  let own: Draft | null = null;
  const drafts: Draft[] = [];
  for (const file of files) {
    const json = readJson(file);
    if (!json.ok) return json;
    const data = json.value;
    const format = isObject(data) ? data['format'] : undefined;
    if (!isObject(data) || (format !== 'isnad-article' && format !== 'isnad-layer')) {
      return failure({ kind: 'otherFormat', where: file.name, detail: inShort(format) });
    }
    if (typeof data['version'] === 'number' && data['version'] > 1) {
      return failure({ kind: 'newerVersion', where: file.name, detail: String(data['version']) });
    }
    const checked = v.safeParse(format === 'isnad-article' ? articleHead : layerHead, data, { abortEarly: true });
    if (!checked.success) {
      const issue = checked.issues[0];
      return failure({ kind: 'shape', where: `${file.name}: ${v.getDotPath(issue) ?? ''}`, detail: issue.message });
    }
    const { entities, mentions, quotations } = checked.output;
    const crowd = tooMany(file.name, Math.max(entities.length, mentions.length, quotations.length));
    if (crowd) return failure(crowd);
    if (checked.output.format === 'isnad-article') {
      const { id, revised } = checked.output;
      carried = textAlone(checked.output, entities);
      const untagged = (records: readonly unknown[]) =>
        records.map((record) => (isObject(record) ? { tags: [], note: null, ...record } : record));
      own = {
        head: { id: 'published', kind: 'published', created: revised, modified: revised },
        of: id,
        entities,
        mentions: untagged(mentions),
        quotations: untagged(quotations),
        left: [],
      };
    } else {
      drafts.push({ head: checked.output, of: checked.output.article, entities, mentions, quotations, left: [] });
    }
  }
  if (drafts.length === 0 && own) drafts.push(own);
  if (drafts.length === 0) return failure({ kind: 'missingFile', where: '', detail: '' });
  const article = context.article ?? carried;
  if (!article) return failure({ kind: 'needsArticle', where: files[0]?.name ?? '', detail: drafts[0]?.of ?? '' });
  const imports: Import[] = [];
  for (const draft of drafts) {
    const settled = settle(draft, article, context, carried);
    if (!settled.ok) return settled;
    imports.push(settled.value);
  }
  const [first] = imports as [Import];
  return success({
    layers: imports.flatMap(({ layers }) => layers),
    article: carried,
    report: imports.slice(1).reduce(
      (sum, { report }) => ({
        entities: sum.entities + report.entities,
        mentions: sum.mentions + report.mentions,
        quotations: sum.quotations + report.quotations,
        moved: sum.moved + report.moved,
        left: [...sum.left, ...report.left],
        orphans: [...sum.orphans, ...report.orphans],
      }),
      first.report,
    ),
  });
}

/**
 * The article without annotation, but for what its own parts need: the entities of its chain. Glosses and links of the
 * chain that point nowhere are left out, or the reader would stumble over them.
 */
function textAlone(
  article: Omit<Article, 'entities' | 'mentions' | 'quotations'>,
  entities: readonly unknown[],
): Article {
  const texts = new Map(article.blocks.map(({ id, text }) => [id, text]));
  const stands = (range: TextRange) => faultOfRange(range, texts.get(range.block) ?? '') === null;
  const sound = entities.flatMap((entity) => {
    const checked = v.safeParse(entitySchema, entity);
    return checked.success ? [checked.output] : [];
  });
  const chain = article.chain.filter(
    ({ entity, range }) => sound.some(({ id }) => id === entity) && (range === null || stands(range)),
  );
  return {
    ...article,
    entities: sound.filter(({ id }) => chain.some(({ entity }) => entity === id)),
    mentions: [],
    quotations: [],
    glossary: article.glossary.filter(({ occurrences }) => occurrences.length > 0 && occurrences.every(stands)),
    chain,
  };
}
