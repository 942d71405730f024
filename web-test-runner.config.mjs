import { chromeLauncher } from '@web/test-runner-chrome';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.mjs';
import { COMPILED_FOR_BROWSER } from './scripts/suites/compile.mjs';

/** For files that have been compiled: see scripts/test-file.mjs. */
export default {
  rootDir: COMPILED_FOR_BROWSER,
  browsers: [
    chromeLauncher({
      concurrency: 2,
      launchOptions: { executablePath: await findBrowser(), args: BROWSER_ARGS },
    }),
  ],
  concurrency: 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  // Longer than any one wait of a test, so that what never comes is named; a busy machine may take
  // its time.
  testFramework: { config: { timeout: 60_000 } },
};
