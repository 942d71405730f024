import { loaders } from 'language:all';
import names from 'language:names';
import { html, type LitElement, type TemplateResult } from 'lit';
import { aroundTexts } from '../locales/around.js';
import { loaderOf, type Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { adopt } from '../styles/adopt.js';
import { icon } from '../styles/icons.js';
import { languageSwitchStyles } from './language-switch.styles.js';

const globeIcon = icon(
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18',
);

/** Keeps an editor's content of an element in the language that it is written in. */
function keepLanguage(host: LitElement, language: string) {
  for (const child of host.children) {
    if (!child.hasAttribute('lang') && !child.localName.startsWith('vielfalt-'))
      child.setAttribute('lang', language);
  }
}

/**
 * The languages to choose from, and beside them the one of the visitor's browser, where that is
 * another than the one spoken. The choice applies to all elements that show the same directory, as
 * long as the page is open: nothing is stored.
 */
export function languageSwitch(
  host: LitElement,
  store: DirectoryStore,
  locale: Locale,
): TemplateResult {
  adopt(host.shadowRoot, languageSwitchStyles);
  const { languages } = aroundTexts(locale);
  // Whoever goes through the list by keys is further than the texts that have come.
  const chosen = store.state.language ?? locale.language;
  const choose = (tag: string) => {
    keepLanguage(host, locale.language);
    // The button that was pressed goes away.
    host.shadowRoot?.querySelector('select')?.focus();
    store.speak(tag);
  };
  const isOwn = ([tag]: (typeof names)[number]) =>
    loaders[tag] === loaderOf(navigator.language.toLowerCase(), '') && tag !== locale.language;
  return html`${names
      .filter(isOwn)
      .map(
        ([tag, name]) =>
          html`<button type="button" class="link" lang=${tag} @click=${() => choose(tag)}>
            ${name}
          </button>`,
      )}
    <label>
      ${globeIcon}
      <select
        aria-label=${languages}
        @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
      >
        <option hidden>${languages}</option>
        ${names.map(
          ([tag, name]) =>
            html`<option lang=${tag} value=${tag} .selected=${tag === chosen}>${name}</option>`,
        )}
      </select>
    </label>`;
}
