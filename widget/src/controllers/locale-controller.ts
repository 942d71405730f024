import type { ReactiveControllerHost } from 'lit';
import { readTag } from '../format/tag.js';
import { builtIn, loadLocale, type Locale } from '../locales/locale.js';
import { parentOf, watchAround } from './around.js';

/**
 * The language that the nearest element around, or the element itself, says the page is in. The
 * boxes of our own elements say the interface's, which is another where we do not have the page's.
 */
function pageLanguage(element: Element): string | undefined {
  for (let each: Element | null = element; each; each = parentOf(each)) {
    const text = each.getAttribute('lang') || each.getAttribute('xml:lang');
    if (text && !each.matches('[part~=base]')) return readTag(text);
  }
  return undefined;
}

/**
 * The language of the part of the page that an element stands in, and the interface texts for it.
 * `locale` is German until another language's file has come; `ready` says when that is.
 */
export class LocaleController {
  /** The page's language tag (BCP 47), which labels and translations are asked in. */
  tag: string | undefined;
  locale: Locale = builtIn;
  ready: Promise<Locale> | undefined;
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

  async #speak(loading: Promise<Locale> | undefined) {
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
