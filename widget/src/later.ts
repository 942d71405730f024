/**
 * The code that only visitors' actions need: fetched when a visitor first reaches for an element.
 * It names all parts that come later still, so that what lies below them need not know them.
 */
import { loadNoOffers } from './offer-list/list-extras.js';
import type { CreateActions } from './store/directory-store.js';
import { LoadedActions } from './store/visitor-actions.js';
import { extend } from './styles/extend.js';
import { reachedStyles } from './styles/reached.js';
import { shared } from './styles/shared.js';

export { VielfaltQueryChangeEvent } from './events/query-change-event.js';
export { ListExtras } from './offer-list/list-extras.js';
export { clearButton } from './search-box/clear-button.js';
export { refusedBy } from './store/refused.js';
export { readQuery } from './store/visitor-query.js';

/** Loads all filters, where they are seen. */
export const loadFilterPanel = () => import('./filters/filter-panel.js');

/** The visitors' actions on a store. */
export const createActions: CreateActions = async (store, set) => {
  const actions = new LoadedActions(store, set, {
    choices: () => import('./choices/chip-row.js'),
    noOffers: loadNoOffers,
    hints: () => import('./hints/hints.js'),
    address: () => import('./store/address.js'),
  });
  // The page's address may have choices to begin with.
  if (store.options?.address && location.search + location.hash) await actions.bringAddress();
  return actions;
};

extend(shared, reachedStyles);
