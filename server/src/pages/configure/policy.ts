import type { WayIn } from './ways.js';

const ELEMENT = ['script-src', 'connect-src', 'img-src'];

/** What a website's policy has to let come from the directory. */
const DIRECTIVES: Record<WayIn, readonly string[]> = {
  element: ELEMENT,
  placeholder: ELEMENT,
  integrity: ELEMENT,
  frame: ['frame-src', 'script-src'],
  address: ['frame-src'],
  html: [],
};

/**
 * The part of a website's content security policy that a way in needs: `script-src https://…; …`.
 * @param origin that of the directory
 * @returns '' where it needs nothing
 */
export function policyLine(way: WayIn, origin: string): string {
  return DIRECTIVES[way].map((directive) => `${directive} ${origin}`).join('; ');
}

/** The same for TYPO3, as lines of `config/sites/…/csp.yaml`. */
export function typo3Policy(way: WayIn, origin: string): string {
  const mutations = DIRECTIVES[way].map(
    (directive) => `    - mode: extend
      directive: '${directive}'
      sources:
        - '${origin}'`,
  );
  return ['enforce:', '  inheritDefault: true', '  mutations:', ...mutations].join('\n');
}

/**
 * The lines of TYPO3's `config/system/additional.php` by which it takes our parameters in a page's
 * address. With an id their names end there in a dot, of which PHP makes `_`.
 * @param id the element's, with which their names begin
 */
export function typo3Parameters(id?: string): string {
  const beginnings = id === undefined ? ['vielfalt'] : [`${id}.`, `${id}_`];
  return beginnings
    .map(
      (each) =>
        `$GLOBALS['TYPO3_CONF_VARS']['FE']['cacheHash']['excludedParameters'][] = '^${each}';`,
    )
    .join('\n');
}
