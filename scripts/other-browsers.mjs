// Browsers besides Chromium: what visitors do is tried in them too where they are there.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './debian.mjs';
import { programAmong } from './programs.mjs';

const FIREFOX_PLACES = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, 'Mozilla Firefox/firefox.exe')] : [];
  }),
};

/**
 * The path of Firefox: what FIREFOX_PATH names, else the first one found.
 *
 * @returns {string | undefined}
 */
export function firefoxPath() {
  const named = process.env.FIREFOX_PATH;
  return named || programAmong(['firefox-esr', 'firefox'], FIREFOX_PLACES[process.platform]);
}

/** The folders of a folder; none where it is not there. */
function foldersOf(path) {
  try {
    return readdirSync(path).map((name) => join(path, name));
  } catch {
    return [];
  }
}

/**
 * WebKit as GTK has it: the program that drives it, its smallest browser, and a screen that nobody
 * sees.
 *
 * @returns {{ driver: string, browser: string, screen: string } | undefined}
 */
export function webKitPrograms() {
  const libraries = foldersOf('/usr/lib').flatMap(foldersOf);
  const places = libraries
    .filter((path) => /webkit2?gtk-[\d.]+$/.test(path))
    .map((path) => join(path, 'MiniBrowser'));
  const driver = programAmong(['WebKitWebDriver']);
  const browser = programAmong(['MiniBrowser'], places);
  const screen = programAmong(['Xvfb']);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** Installs those that are missing, where it may; the tests step aside where it may not. */
export async function installOtherBrowsers() {
  const missing = [
    ...(firefoxPath() ? [] : ['firefox-esr']),
    ...(webKitPrograms() ? [] : ['webkit2gtk-driver', 'xvfb']),
  ];
  if (missing.length > 0) await install(missing, 'Firefox and WebKit', ['--no-install-recommends']);
}
