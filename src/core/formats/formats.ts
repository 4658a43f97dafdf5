import type { Format, FormatId } from './format.ts';

/** Every format, each fetched when it is first used. `extensions` are what a file dialog offers; `carriesText` tells
 * whether a file of it can be opened without the article at hand. */
export const formats: Readonly<
  Record<
    FormatId,
    { readonly extensions: readonly string[]; readonly carriesText: boolean; readonly load: () => Promise<Format> }
  >
> = {
  isnad: {
    extensions: ['.json'],
    carriesText: true,
    load: async () => {
      const { read, write } = await import('./isnad/isnad.ts');
      return { id: 'isnad', write, read };
    },
  },
  w3c: {
    extensions: ['.jsonld'],
    carriesText: false,
    load: async () => {
      const [{ write }, { read }] = await Promise.all([import('./w3c/write.ts'), import('./w3c/read.ts')]);
      return { id: 'w3c', write, read };
    },
  },
  tei: {
    extensions: ['.xml'],
    carriesText: true,
    load: async () => {
      const [{ write }, { read }] = await Promise.all([import('./tei/write.ts'), import('./tei/read.ts')]);
      return { id: 'tei', write, read };
    },
  },
  brat: {
    extensions: ['.txt', '.ann'],
    carriesText: true,
    load: async () => {
      const [{ write }, { read }] = await Promise.all([import('./brat/write.ts'), import('./brat/read.ts')]);
      return { id: 'brat', write, read };
    },
  },
  cas: {
    extensions: ['.json'],
    carriesText: true,
    load: async () => {
      const [{ write }, { read }] = await Promise.all([import('./cas/write.ts'), import('./cas/read.ts')]);
      return { id: 'cas', write, read };
    },
  },
  conll: {
    extensions: ['.conll', '.conllu', '.tsv'],
    carriesText: true,
    load: async () => {
      const [{ write }, { read }] = await Promise.all([import('./conll/write.ts'), import('./conll/read.ts')]);
      return { id: 'conll', write, read };
    },
  },
  csv: {
    extensions: ['.csv'],
    carriesText: false,
    load: async () => {
      const [{ writeCsv }, { read }] = await Promise.all([import('./csv/write.ts'), import('./csv/read.ts')]);
      return { id: 'csv', write: writeCsv, read };
    },
  },
  tsv: {
    extensions: ['.tsv'],
    carriesText: false,
    load: async () => {
      const [{ writeTsv }, { read }] = await Promise.all([import('./csv/write.ts'), import('./csv/read.ts')]);
      return { id: 'tsv', write: writeTsv, read };
    },
  },
};
