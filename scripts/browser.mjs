import { join } from 'node:path';
import { install } from './debian.mjs';
import { isProgram, programAmong } from './programs.mjs';
import { Failure, isMain, main } from './run.mjs';

/** The first two are Chromium without its windows, which saves a third of its work. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
];

/** Where installers put a browser without naming it on the PATH. */
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium'],
};

/**
 * The path of an installed Chrome or Chromium without or with windows: what CHROME_PATH names, else the first one found.
 *
 * @returns {string | undefined}
 * @throws {Failure} where CHROME_PATH names something that cannot be run
 */
function browserPath() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Failure(`CHROME_PATH names ${named}, which is not a program.`);
  }
  return programAmong(NAMES, PLACES[process.platform]);
}

/**
 * The path of a browser to test in; installs one where it may.
 *
 * @returns {Promise<string>}
 * @throws {Failure} where there is none
 */
export async function findBrowser() {
  const found = browserPath();
  if (found) return found;
  if (await install(['chromium-headless-shell'], 'Chromium')) {
    await install(['chromium'], 'Chromium with its windows');
  }
  const installed = browserPath();
  if (installed) return installed;
  throw new Failure(
    'No Chrome or Chromium was found: install one, or set CHROME_PATH to its program.',
  );
}

/** Switched off in browsers for tests. The list takes the place of the one that Playwright has. */
const FEATURES_OFF = [
  // They ask hosts of their maker's.
  'AimEnabled',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  // They get in the way of answers that tests make up.
  'AvoidCorsURLLoaderRestartOnRedirect',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  // Windows that nobody sees draw a list of suggestions: a second of a processor for each page.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** What a browser for tests is started with: nothing that talks to any host by itself. */
export const BROWSER_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${FEATURES_OFF.join(',')}`,
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox refuses to work for root, which is who runs tests in most containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

if (isMain(import.meta.url)) await main(async () => console.log(await findBrowser()));
