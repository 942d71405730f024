import { firefoxPath } from '../../scripts/other-browsers.mjs';
import { tellElsewhere } from './elsewhere.js';
import { openFirefox, startFirefox } from './firefox-window.js';

const path = firefoxPath();

tellElsewhere({
  name: 'Firefox',
  missing: 'no Firefox: install the package firefox-esr, or name its program by FIREFOX_PATH',
  start: path
    ? async () => {
        const browser = await startFirefox(path);
        return { open: () => openFirefox(browser), close: () => browser.close() };
      }
    : undefined,
});
