import type { ReactiveControllerHost } from 'lit';
import { readTag } from '../format/tag.js';
import { builtIn, loadLocale, type Locale } from '../locales/locale.js';
import { parentOf, watchAround } from './around.js';

/**
 * The page's language according to the element itself or the nearest one around it. The boxes of
 * our own elements give the interface's, which differs where we do not have the page's.
 */
function pageLanguage(element: Element): string | undefined {
  for (let each: Element | null = element; each; each = parentOf(each)) {
    const text = each.getAttribute('lang') || each.getAttribute('xml:lang');
    if (text && !each.matches('[part~=base]')) return readTag(text);
  }
  return undefined;
}

/**
 * The language of the part of the page that an element is in, and the interface texts for it.
 * `locale` is German until another language's file has come; `ready` settles then.
 */
export class LocaleController {
  /** The page's language tag (BCP 47), in which labels and translations are requested. */
  tag: string | undefined;
  locale: Locale = builtIn;
  ready: Promise<Locale> | Locale | undefined;
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    watchAround(host, () => this.#look());
  }

  #look() {
    const tag = pageLanguage(this.#host);
    if (tag === this.tag) return;
    this.tag = tag;
    void this.#speak(tag ? loadLocale(tag) : undefined);
  }

  async #speak(loading: Promise<Locale> | Locale | undefined) {
    this.ready = loading;
    if (!loading) this.locale = builtIn;
    this.#host.requestUpdate();
    const loaded = await loading;
    if (!loaded || this.ready !== loading) return;
    this.ready = undefined;
    this.locale = loaded;
    this.#host.requestUpdate();
  }
}
