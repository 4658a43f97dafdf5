/** Where the dictionary's worker lies; whoever starts it must let the address pass the page's Trusted Types first. */
export { default as dictionaryAddress } from './dictionary.worker.ts?worker&url';
