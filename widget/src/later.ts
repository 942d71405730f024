/**
 * The code that only visitors' actions need: fetched when a visitor first reaches for an element.
 */
import { prepareForPrint } from './prepare-print.js';
import { extend } from './styles/extend.js';
import { reachedStyles } from './styles/reached.js';
import { shared } from './styles/shared.js';

export { VielfaltQueryChangeEvent } from './events/query-change-event.js';
export { ListExtras } from './offer-list/list-extras.js';
export { clearButton } from './search-box/clear-button.js';
export { LoadedActions } from './store/visitor-actions.js';

/** Loads all filters, where they are seen. */
export const loadFilterPanel = () => import('./filters/filter-panel.js');

prepareForPrint(() => void import('./print.js'));
extend(shared, reachedStyles);
