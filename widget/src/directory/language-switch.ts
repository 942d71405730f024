import names from 'language:names';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { adopt } from '../styles/adopt.js';
import { languageSwitchStyles } from './language-switch.styles.js';

/** What an editor has put into an element stays in the language that it is written in. */
function keepLanguage(host: LitElement, language: string) {
  for (const child of host.children) {
    if (!child.hasAttribute('lang') && !child.localName.startsWith('vielfalt-'))
      child.setAttribute('lang', language);
  }
}

/**
 * The languages to choose from. The choice holds for all elements that show the same directory, and
 * as long as the page is open: nothing is stored.
 */
export function languageSwitch(
  host: LitElement,
  store: DirectoryStore,
  locale: Locale,
): TemplateResult {
  adopt(host.shadowRoot, languageSwitchStyles);
  const choose = (tag: string) => {
    keepLanguage(host, locale.language);
    store.language = tag;
    store.set({});
  };
  return html`<ul class="plain" role="list" aria-label=${choiceTexts(locale).languages}>
    ${names.map(
      ([tag, name]) =>
        html`<li>
          <button
            type="button"
            class="link"
            lang=${tag}
            aria-current=${tag === locale.language ? 'true' : nothing}
            @click=${() => choose(tag)}
          >
            <bdi>${name}</bdi>
          </button>
        </li>`,
    )}
  </ul>`;
}
