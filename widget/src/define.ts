import { VielfaltDirectory } from './directory/directory.js';
import { VielfaltFilters } from './filters/filters.js';
import { VielfaltNetworkCard } from './network-card/network-card.js';
import { VielfaltOfferCard } from './offer-card/offer-card.js';
import { VielfaltOfferList } from './offer-list/offer-list.js';
import { VielfaltProviderCard } from './provider-card/provider-card.js';
import { VielfaltSearchBox } from './search-box/search-box.js';

const ELEMENTS: [name: string, element: typeof HTMLElement][] = [
  ['vielfalt-directory', VielfaltDirectory],
  ['vielfalt-search-box', VielfaltSearchBox],
  ['vielfalt-filters', VielfaltFilters],
  ['vielfalt-offer-list', VielfaltOfferList],
  ['vielfalt-offer-card', VielfaltOfferCard],
  ['vielfalt-provider-card', VielfaltProviderCard],
  ['vielfalt-network-card', VielfaltNetworkCard],
];

/**
 * Registers the elements. A page may load the script twice, or an older one before: existing
 * elements stay. A foreign element that has taken a name is reported; nothing is thrown.
 */
export function define(registry: CustomElementRegistry = customElements): void {
  for (const [name, element] of ELEMENTS) {
    const taken = registry.get(name);
    if (!taken) registry.define(name, element);
    else if (!('isVielfalt' in taken)) {
      console.error(`Vielfalt: another script has taken <${name}>`);
    }
  }
}
