import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { servedLanguageModules } from './scripts/rollup/language-modules.mjs';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.mjs';

export default {
  files: ['test/widget/**/*.test.ts'],
  // Lit without its development build, as visitors get it.
  nodeResolve: { exportConditions: ['production'] },
  plugins: [
    servedLanguageModules(),
    esbuildPlugin({
      ts: true,
      // For how class fields are compiled: as in the build.
      tsconfig: fileURLToPath(new URL('test/tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      concurrency: 2,
      launchOptions: { executablePath: await findBrowser(), args: BROWSER_ARGS },
    }),
  ],
  concurrency: 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  // What hangs; a busy machine may take its time.
  testFramework: { config: { timeout: 20_000 } },
};
