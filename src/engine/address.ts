/** Where the worker's script lies; whoever starts it must let the address pass the page's Trusted Types first. */
export { default as engineAddress } from './engine.worker.ts?worker&url';
