/** The version of annalist, as its package says it. */

import { createRequire } from 'node:module';

/** The path is the same from `src/config/` and from the built `dist/config/`. */
const manifest = createRequire(import.meta.url)('../../package.json') as { readonly version: string };

export const VERSION: string = manifest.version;
