import { createPerform } from '../engine/formats.ts';
import { formatsAddress } from '../engine/formats-address.ts';
import { ownScript } from './trusted-types.ts';

/** How the page writes and reads files of annotation: much of it in a worker. */
export const perform = createPerform(
  // In development no policy binds the page, and the script lies elsewhere.
  () => new Worker(import.meta.env.DEV ? formatsAddress : ownScript(formatsAddress), { type: 'module' }),
);
