import { engineAddress } from '../engine/address.ts';
import { createEngine } from '../engine/client.ts';
import { ownScript } from './trusted-types.ts';

/** The page's one engine; its worker starts with the first text. */
export const engine = createEngine(
  // In development no policy binds the page, and the script lies elsewhere.
  () => new Worker(import.meta.env.DEV ? engineAddress : ownScript(engineAddress), { type: 'module' }),
);
