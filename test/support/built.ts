import { fileURLToPath } from 'node:url';

/**
 * The `vielfalt` command, which runs what has been built. `npm run test:file` builds before it runs
 * a test that imports this; other tests run against the sources.
 */
export const COMMAND = fileURLToPath(new URL('../../server/bin/vielfalt.js', import.meta.url));
