import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Strokes in a box of 24 by 24; `svg.icon` of the shared styles gives them their width. */
const PATHS = {
  when: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18M12 7.5V12l3 2',
  where:
    'M12 21s7-5.5 7-11a7 7 0 0 0-14 0c0 5.5 7 11 7 11M12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  whom: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 21c0-4 3.3-6.5 7.5-6.5s7.5 2.5 7.5 6.5',
  languages: 'M4 5h16v11h-9l-4.5 4v-4H4zM8 9h8M8 12h5',
  level: 'M5 20v-4M12 20v-9M19 20V5',
  cost: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18M15.5 9a4 4 0 1 0 0 6M7.5 11h5M7.5 13.5h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  phone:
    'M6 4h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2 2C10.5 20 4 13.5 4 6a2 2 0 0 1 2-2',
  mail: 'M3 6h18v12H3zM3 7l9 6.5L21 7',
  web: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  more: 'm6 9.5 6 6 6-6',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1',
  pause: 'M9 6v12M15 6v12',
  full: 'm6 6 12 12M18 6 6 18',
  wait: 'M5 12v.1M12 12v.1M19 12v.1',
};

export type IconName = keyof typeof PATHS;

/** An ornament beside words that say the same: hidden from assistive technology. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${PATHS[name]} />
  </svg>`;
}
