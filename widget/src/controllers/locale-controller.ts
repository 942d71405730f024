import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { builtIn, isBuiltIn, loadLocale, type Locale } from '../locales/locale.js';

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
  ready: Promise<Locale> | undefined;
  readonly #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    const watched = new Set([this.#host, speaker(this.#host), document.documentElement]);
    this.#observer ??= new MutationObserver(() => {
      this.hostDisconnected();
      this.hostConnected();
    });
    for (const element of watched) {
      if (element) this.#observer.observe(element, { attributeFilter: ['lang'] });
    }
    void this.#look();
  }

  hostDisconnected() {
    this.#observer?.disconnect();
  }

  async #look() {
    const tag = speaker(this.#host)?.getAttribute('lang')?.trim().toLowerCase();
    const loading = isBuiltIn(tag ?? '') ? undefined : loadLocale(tag ?? '');
    this.tag = tag;
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
