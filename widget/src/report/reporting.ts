import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { DirectoryHead } from '@vielfalt/feed';
import { reportWay, type Reported } from '@vielfalt/feed/wording';
import { LazyPart } from '../controllers/lazy-part.js';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import type { FeedClient } from '../store/feed-client.js';
import { mailAddress, outward, reportLetter } from './letter.js';
import type { ReportForm } from './report-form.js';

/** What is said to be wrong, and where that goes. */
export interface Reportable {
  about: Reported;
  directory: DirectoryHead;
  client: FeedClient;
  locale: Locale;
}

/**
 * The ways to say that something is wrong: a letter, and where the feed takes reports a form, which
 * opens in place.
 */
export class Reporting {
  readonly #host: LitElement;
  readonly #form: LazyPart<ReportForm>;
  /** The record that the form has been opened for. */
  #about: string | undefined;
  #isOpen = false;
  #takesFocus = false;

  constructor(host: LitElement) {
    this.#host = host;
    this.#form = new LazyPart(host, async () => {
      const { ReportForm } = await import('./report-form.js');
      return new ReportForm(host);
    });
    host.addController({ hostUpdated: () => this.#focus() });
  }

  /** A form that came late takes the focus from nobody. */
  #focus() {
    const root = this.#host.renderRoot;
    if (!this.#takesFocus || !root.querySelector('.report form')) return;
    this.#takesFocus = false;
    const { activeElement } = this.#host.shadowRoot ?? {};
    if (!activeElement || activeElement.id === 'report') this.#form.get()?.focus();
  }

  #turn(isOpen: boolean, about: string) {
    this.#isOpen = this.#takesFocus = isOpen;
    if (isOpen) {
      this.#about = about;
      this.#form.get()?.reopen();
    } else this.#host.renderRoot.querySelector<HTMLElement>('#report')?.focus();
    this.#host.requestUpdate();
  }

  /** What leads there, among other links. */
  way({ about, directory, client, locale }: Reportable): TemplateResult | typeof nothing {
    const texts = withDetails(locale).details.report;
    const way = reportWay(directory.reportTo, about, texts);
    const path = pathOf(about);
    // Files take no reports, and another directory's records are corrected there.
    if (!way?.email || !directory.reports || client.files || about.origin?.reportTo) {
      return reportLetter(about, directory, locale);
    }
    const isOpen = this.#isOpen && this.#about === path;
    return html`<span class="reporting"
      ><button
        type="button"
        class="link"
        id="report"
        aria-expanded=${isOpen}
        @click=${() => this.#turn(!isOpen, path)}
      >
        ${texts.link}
      </button>
      ${outward(way.link, mailAddress(way.email))}</span
    >`;
  }

  /** The form, once it has been opened; what was written stays while it is closed. */
  form({ about, directory, client, locale }: Reportable): TemplateResult | typeof nothing {
    const path = pathOf(about);
    if (this.#about !== path) return nothing;
    const part = this.#form.get();
    const way = reportWay(directory.reportTo, about, withDetails(locale).details.report);
    return html`<div class="report" ?hidden=${!this.#isOpen}>
      ${
        part?.render({
          ...{ locale, client, about: path, publisher: directory.publisher },
          letter: way?.email ? outward(way.link, mailAddress(way.email)) : nothing,
          close: () => this.#turn(false, path),
        }) ?? this.#form.waiting(locale, `${about.page ?? client.page()}/report`)
      }
    </div>`;
  }
}

/** A record's path in the feed, below `/v1/`. */
function pathOf({ kind, slug }: Reported): string {
  return `${kind}s/${slug}`;
}
