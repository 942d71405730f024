/** The parts that every directory loads as soon as its first offers are there. */
import { html, nothing, type TemplateResult } from 'lit';
import { LazyPart } from '../controllers/lazy-part.js';
import type { Locale } from '../locales/locale.js';
import { prepareForPrint } from '../prepare-print.js';
import type { ForProfessionals } from '../professionals/for-professionals.js';
import type { DirectoryStore } from '../store/directory-store.js';
import type { VielfaltDirectory } from './directory.js';
import { topicTiles } from '../topics/topic-tiles.js';
import { languageSwitch } from './language-switch.js';

export { shortlist } from '../shortlist/marks.js';
export { footer } from '../templates/footer.js';

prepareForPrint(() => void import('../print.js'));

const parts = new WeakMap<VielfaltDirectory, LazyPart<ForProfessionals>>();

function forProfessionals(host: VielfaltDirectory, store: DirectoryStore, locale: Locale) {
  const load = async () =>
    new (await import('../professionals/for-professionals.js')).ForProfessionals(host);
  const part = parts.get(host) ?? new LazyPart(host, load);
  parts.set(host, part);
  return (
    part.get()?.render(store, locale, host.headingLevel) ??
    html`<div class="coming">${part.waiting(locale, store.client?.page())}</div>`
  );
}

/** The choice of languages, what is for professionals, and the main topics. */
export function above(
  host: VielfaltDirectory,
  store: DirectoryStore,
  locale: Locale,
): [languages: TemplateResult, professionals: unknown, topics: unknown] {
  return [
    languageSwitch(host, store, locale),
    host.hasAttribute('for-professionals') ? forProfessionals(host, store, locale) : nothing,
    topicTiles(host, store, locale),
  ];
}
