/** Registers the map, which no page loads that has none, beside what `define` registers. */
import { VielfaltMap } from './map.js';

if (!customElements.get('vielfalt-map')) customElements.define('vielfalt-map', VielfaltMap);
