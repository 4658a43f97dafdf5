/// <reference lib="dom" />
/** Isnād itself, through the same doors that the app goes through: lookup, reading model, surface. */
import type { Article } from '../../../src/core/article/article.ts';
import { createLookup } from '../../../src/core/article/lookup.ts';
import { buildReadingModel } from '../../../src/features/reading/model.ts';
import { offsetIn } from '../../../src/page/offsets.ts';
import { mountSurface } from '../../../src/page/surface.ts';
import type { Contender, Note } from './contender.ts';

export function isnad(): Contender {
  let article: Article;
  let notes: readonly Note[];
  return {
    prepare: (given, all) => {
      article = given;
      notes = all;
    },
    mount: (container, onClick) => {
      const lookup = createLookup(article);
      const model = buildReadingModel(lookup, {
        tashkeel: true,
        word: null,
        shownAs: null,
        above: null,
        hidden: [],
        number: String,
        describe: (targets) => targets.map(({ mark }) => mark).join('، '),
      });
      const surface = mountSurface(container, model, { onLeaf: onClick, onText: () => {} });
      // The app paints what was quoted when its speaker is chosen. The others draw every quotation, so here all are chosen.
      surface.mark(
        'isnad-voice',
        article.quotations.flatMap(({ contents }) =>
          contents.map((range) => ({
            block: range.block,
            offset: model.shown(range.block).toScreen(range).start,
            end: model.shown(range.block).toScreen(range).end,
          })),
        ),
      );
    },
    drawn: () => {
      const painted = new Set<string>();
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('isnad-') || name === 'isnad-cue') continue;
        const kind = name === 'isnad-voice' ? 'quotation' : 'entity';
        for (const range of highlight) {
          const block = range.startContainer.parentElement?.closest<HTMLElement>('[data-block]');
          if (!block) continue;
          const start = offsetIn(block, range.startContainer, range.startOffset);
          const end = offsetIn(block, range.endContainer, range.endOffset);
          painted.add(`${kind} ${block.dataset['block']} ${start} ${end}`);
        }
      }
      const key = ({ kind, range }: Note) => `${kind} ${range.block} ${range.start} ${range.end}`;
      return new Set(notes.filter((note) => painted.has(key(note))).map(({ id }) => id));
    },
  };
}
