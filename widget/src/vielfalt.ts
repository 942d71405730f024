// Style sheets beside each other, since similar texts near each other compress best.
import './directory/directory.styles.js';
import './search-box/search-box.styles.js';
import './filters/filters.styles.js';
import './offer-list/offer-list.styles.js';
import './offer-card/offer-card.styles.js';
import './styles/edges.js';
import './styles/shared.js';
import { define } from './define.js';

// Most parts that come later need it; it would be a file of its own.
export { adopt } from './styles/adopt.js';

// Elements that fallbacks do not consist of may be the rest of the page (before ours are defined,
// only undefined elements are looked at); a placeholder is to become an element; the map is loaded by
// pages that have one.
const isOdd = document.querySelector(
  ':not(:defined) > :not(a, p, ul, span, [slot]), vielfalt-map, [data-vielfalt]',
);

define();
if (isOdd) void import('./odd-page.js');
