import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { builtIn, loadLocale, localeNow, type Locale } from '../locales/locale.js';

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  );
}

/**
 * The nearest ancestor, or the element itself, that says which language the page is in. The boxes of
 * our own elements say the interface's, which is another where we do not have the page's.
 */
function speaker(element: Element): Element | undefined {
  for (let each: Element | null = element; each; each = parentOf(each)) {
    if (each.getAttribute('lang') && !each.matches('[part~=base]')) return each;
  }
  return undefined;
}

/**
 * The language of the part of the page that an element stands in, and the interface texts for it.
 * `locale` is German until another language's file has come; `ready` says when that is.
 */
export class LocaleController implements ReactiveController {
  /** The page's language tag (BCP 47), which labels and translations are asked in. */
  tag: string | undefined;
  locale: Locale = builtIn;
  ready: Promise<void> | undefined;
  readonly #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#listen();
    this.#look();
  }

  hostDisconnected() {
    this.#observer?.disconnect();
  }

  #listen() {
    const watched = new Set([this.#host, speaker(this.#host), document.documentElement]);
    this.#observer ??= new MutationObserver(() => {
      this.#observer?.disconnect();
      this.#listen();
      this.#look();
    });
    for (const element of watched) {
      if (element) this.#observer.observe(element, { attributeFilter: ['lang'] });
    }
  }

  #look() {
    const tag = speaker(this.#host)?.getAttribute('lang')?.trim().toLowerCase();
    this.tag = tag;
    const locale = localeNow(tag ?? '');
    this.ready = locale ? undefined : this.#load(tag ?? '');
    this.#show(locale ?? this.locale);
  }

  async #load(tag: string) {
    const locale = await loadLocale(tag);
    if (tag !== (this.tag ?? '')) return;
    this.ready = undefined;
    this.#show(locale);
  }

  #show(locale: Locale) {
    this.locale = locale;
    this.#host.requestUpdate();
  }
}
