import { toJsonSchema } from '@valibot/to-json-schema';
import { codebookSchema, layerSchema } from '../../src/core/annotation/schema.ts';
import { articleSchema, bilingualSchema, librarySchema, rangeSchema } from '../../src/core/dataset/schema.ts';
import { lessonSchema, resultSchema } from '../../src/core/lesson/schema.ts';

/** A file of public/schema: its name, and what stands in it to the last letter. */
export interface PublishedSchema {
  readonly file: string;
  readonly json: string;
}

/** `definitions`: the shapes that stand in many places, written once under these names. */
const publish = (
  file: string,
  schema:
    | typeof articleSchema
    | typeof librarySchema
    | typeof lessonSchema
    | typeof resultSchema
    | typeof layerSchema
    | typeof codebookSchema,
  definitions: Record<string, typeof bilingualSchema | typeof rangeSchema | typeof articleSchema>,
  title: string,
  description: string,
): PublishedSchema => {
  const { $schema, ...shape } = toJsonSchema(schema, { definitions, target: 'draft-2020-12' });
  // No $id: a schema that names an address is asked for there, and this project has none.
  return { file, json: `${JSON.stringify({ $schema, title, description, ...shape }, null, 2)}\n` };
};

/**
 * The shapes at the door (core/dataset/schema) as JSON Schema (draft 2020-12), for editors and other programs. What a JSON
 * Schema cannot say (that ranges fit the text and ids lead somewhere) is checked by `npm run dataset` alone.
 */
export const publishedSchemas = (): readonly PublishedSchema[] => [
  publish(
    'isnad-article-1.schema.json',
    articleSchema,
    { bilingual: bilingualSchema, range: rangeSchema },
    'Isnad article, version 1',
    'One news article as Isnad keeps it: its text in blocks, and entities, mentions, quotations and glossary as ranges into those blocks. A range counts UTF-16 code units of its block, its end exclusive, and carries the exact words it covers.',
  ),
  publish(
    'isnad-library-1.schema.json',
    librarySchema,
    { bilingual: bilingualSchema },
    'Isnad library, version 1',
    'The index of a library of Isnad articles: what the first screen tells of each without opening its file. Made from the articles by npm run dataset -- --write.',
  ),
  publish(
    'isnad-layer-1.schema.json',
    layerSchema,
    { bilingual: bilingualSchema, range: rangeSchema },
    'Isnad layer, version 1',
    'Everything that one hand says about one article: its entities, mentions and quotations, with tags and notes. Ranges are as in an Isnad article, of the revision that the layer names.',
  ),
  publish(
    'isnad-codebook-1.schema.json',
    codebookSchema,
    {},
    'Isnad codebook, version 1',
    'The tags of a project in groups, with colours, shortcuts and written guidelines, and what may not be left out of a quotation.',
  ),
  publish(
    'isnad-lesson-1.schema.json',
    lessonSchema,
    { bilingual: bilingualSchema, range: rangeSchema, article: articleSchema },
    'Isnad lesson, version 1',
    'A sequence of passages of Isnad articles, each with a note, a task and glossary words. Passages are passage links (block, words, code); a quotation is named by its id and the code of its words; texts holds articles that the library does not have.',
  ),
  publish(
    'isnad-result-1.schema.json',
    resultSchema,
    {},
    'Isnad lesson result, version 1',
    'One student’s answers to a lesson, by step. What is right is not in it: it is marked anew from the lesson and the article.',
  ),
];
