// Style sheets beside each other, since what is alike and near is compressed best.
import './styles/shared.js';
import './styles/footer.js';
import './offer-card/offer-card.styles.js';
import './offer-list/offer-list.styles.js';
import './filters/filters.styles.js';
import './search-box/search-box.styles.js';
import './directory/directory.styles.js';
import { define } from './define.js';

define();
