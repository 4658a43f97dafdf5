import { createDictionary } from '../engine/dictionary.ts';
import { dictionaryAddress } from '../engine/dictionary-address.ts';
import { siteFolder } from '../session/place.ts';
import { ownScript } from './trusted-types.ts';

/** The page's one dictionary; its worker starts with the first question. */
export const dictionary = createDictionary(
  // In development no policy binds the page, and the script lies elsewhere.
  () => new Worker(import.meta.env.DEV ? dictionaryAddress : ownScript(dictionaryAddress), { type: 'module' }),
  () => new URL(`${siteFolder}data/lexicon/lexicon.txt`, location.href).href,
);
