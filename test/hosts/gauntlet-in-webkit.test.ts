import { webKitPrograms } from '../../scripts/other-browsers.mjs';
import { tellElsewhere } from './elsewhere.js';
import { startWebKit } from './webkit-window.js';
import { WITNESS } from './window.js';

const programs = webKitPrograms();

tellElsewhere({
  name: 'WebKit',
  missing: 'no WebKit: install the packages webkit2gtk-driver and xvfb',
  start: programs ? () => startWebKit(programs) : undefined,
  witness: WITNESS,
});
