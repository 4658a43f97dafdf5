/** Where the formats' worker lies; whoever starts it must let the address pass the page's Trusted Types first. */
export { default as formatsAddress } from './formats.worker.ts?worker&url';
