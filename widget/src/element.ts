import { html, LitElement, type TemplateResult } from 'lit';
import { LocaleController } from './controllers/locale-controller.js';
import { SchemeController } from './controllers/scheme-controller.js';
import type { Locale } from './locales/locale.js';

/**
 * Keeps keys pressed inside an element from the page: its own shortcuts, which cannot see inside,
 * would take them for keys pressed outside any field.
 */
function keepKey(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(Tab|Esc|F\d)/.test(event.key)) return;
  event.stopPropagation();
}

/**
 * The base of all our elements: the page's language, its colour scheme, an outermost box.
 *
 * @attr {boolean} diagnose - Says in the page what is wrong with the element, its page or its feed,
 *   or that all is well; for editors, as long as it is there.
 * @cssproperty --vielfalt-accent - Links, buttons, what is chosen.
 * @cssproperty --vielfalt-on-accent - Text on a surface in the accent's colour.
 * @cssproperty --vielfalt-surface - Behind cards and inputs.
 * @cssproperty --vielfalt-text - Text; else the page's.
 * @cssproperty --vielfalt-muted - Text of less weight.
 * @cssproperty --vielfalt-border - Hairlines.
 * @cssproperty --vielfalt-radius - Roundness of cards, buttons and inputs.
 * @cssproperty --vielfalt-gap - The distance between cards; all distances follow.
 * @cssproperty --vielfalt-focus - The outline of what has the keyboard's focus.
 * @cssproperty --vielfalt-highlight - What is good news: open now, free, places left.
 * @cssproperty --vielfalt-warning - What needs care: paused, full, not checked for long.
 * @cssproperty --vielfalt-mark - Behind words that a question has found.
 * @cssproperty --vielfalt-max-width - How wide the whole may become.
 */
export abstract class VielfaltElement extends LitElement {
  /** Tells our classes, of whatever version, from those of others. */
  static readonly isVielfalt = true;

  readonly #locale = new LocaleController(this);
  readonly #scheme = new SchemeController(this);

  constructor() {
    super();
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      this.addEventListener(type, keepKey);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasAttribute('diagnose')) {
      void import('./diagnosis/diagnosis.js').then(({ diagnose }) => diagnose(this));
    }
  }

  /**
   * The interface language: the page's, if available.
   *
   * @internal
   */
  get locale(): Locale {
    return this.#locale.locale;
  }

  /** The page's language tag (BCP 47), which labels and translations are asked in. */
  protected get language(): string | undefined {
    return this.#locale.tag;
  }

  /**
   * Makes the first update wait for the texts, so that nothing is shown in another language than
   * the page's. What stands in the element serves until then.
   */
  protected override async scheduleUpdate(): Promise<void> {
    const { ready } = this.#locale;
    if (ready) {
      const fallback = document.createElement('slot');
      if (!this.hasUpdated) this.renderRoot.append(fallback);
      await ready;
      fallback.remove();
    }
    await super.scheduleUpdate();
  }

  /** The outermost box, which says the language and direction of what is in it. */
  protected frame(content: unknown): TemplateResult {
    const { language, dir } = this.locale;
    return html`<div
      part="base"
      class=${this.#scheme.dark ? 'root dark' : 'root'}
      lang=${language}
      dir=${dir}
    >
      ${content}
    </div>`;
  }
}
