/// <reference types="vite/client" />
import fc from 'fast-check';

// In CI the generated cases are the same each time, so that red means a changed program; elsewhere every run draws anew.
const seed = import.meta.env['VITE_DRAW'];
if (seed) fc.configureGlobal({ seed: Number(seed) });
