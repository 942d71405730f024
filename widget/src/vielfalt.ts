// Style sheets beside each other, since what is alike and near is compressed best.
import './directory/directory.styles.js';
import './search-box/search-box.styles.js';
import './filters/filters.styles.js';
import './offer-list/offer-list.styles.js';
import './offer-card/offer-card.styles.js';
import './styles/footer.js';
import './styles/shared.js';
import { define } from './define.js';

define();
