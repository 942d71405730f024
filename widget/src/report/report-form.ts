import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ReportTexts } from '@vielfalt/feed/wording';
import type { Locale } from '../locales/locale.js';
import { reportTexts } from '../locales/report.js';
import type { FeedClient } from '../store/feed-client.js';
import { ReportSender, type SendFault } from '../store/send-report.js';
import { adopt } from '../styles/adopt.js';
import { reportStyles } from './report-form.styles.js';

const REASONS = ['closed', 'times', 'contact', 'other'] as const;

/** What a form stands in. */
export interface ReportContext {
  locale: Locale;
  client: FeedClient;
  /** The record that it is about: `offers/` or `providers/`, and its slug. */
  about: string;
  /** Who reads it. */
  publisher: string;
  /** The way that is left where it cannot be sent. */
  letter: unknown;
  close: () => void;
}

/** Where a visitor is with it, or why it did not arrive. */
type ReportState = 'writing' | 'sending' | 'sent' | 'empty' | SendFault;

/** The form in which a visitor says what is wrong of a record. */
export class ReportForm {
  readonly #host: LitElement;
  #sender: ReportSender | undefined;
  #about: string | undefined;
  #state: ReportState = 'writing';

  constructor(host: LitElement) {
    this.#host = host;
    adopt(host.shadowRoot, reportStyles);
  }

  /** Begins anew where what was written has been sent. */
  reopen(): void {
    if (this.#state === 'sent') this.#about = undefined;
  }

  /** Puts the focus where a visitor goes on. */
  focus(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.report :is(input, .thanks)')?.focus();
  }

  async #show(state: ReportState) {
    this.#state = state;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  async #send(event: SubmitEvent) {
    event.preventDefault();
    const { currentTarget: form } = event;
    const sender = this.#sender;
    if (!(form instanceof HTMLFormElement) || !sender || this.#state === 'sending') return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value.trim()) fields.append(name, value);
    }
    if (!fields.has('wrong') && !fields.has('text')) {
      await this.#show('empty');
      this.focus();
      return;
    }
    await this.#show('sending');
    const fault = await sender.send(fields);
    if (sender !== this.#sender) return;
    const hasFocus = form.matches(':focus-within');
    await this.#show(fault ?? 'sent');
    if (!fault && hasFocus) this.focus();
  }

  /** The form; nothing until its words have come. */
  render({ locale, client, about, publisher, letter, close }: ReportContext): unknown {
    const texts = reportTexts(locale, () => this.#host.requestUpdate());
    if (!texts) return nothing;
    if (this.#about !== about) {
      this.#about = about;
      this.#state = 'writing';
      this.#sender = new ReportSender(client, about);
      this.#sender.prepare();
    }
    const isSent = this.#state === 'sent';
    return html`${isSent ? nothing : this.#form(texts, publisher, close)}
      <div role="status">${this.#said(texts, letter)}</div>`;
  }

  #form(texts: ReportTexts, publisher: string, close: () => void): TemplateResult {
    return html`<form
      aria-labelledby="report-title"
      @submit=${this.#submit}
      @keydown=${(event: KeyboardEvent) => closeOnEscape(event, close)}
    >
      <p id="report-title"><strong>${texts.title}</strong></p>
      <p>${named(texts.intro, publisher)}</p>
      ${fields(texts)}
      <p class="muted">${named(texts.privacy, publisher)}</p>
      <div class="acts">
        <button class="button primary" aria-disabled=${this.#state === 'sending'}>
          ${texts.send}
        </button>
        <button class="button" type="button" @click=${close}>${texts.cancel}</button>
      </div>
    </form>`;
  }

  readonly #submit = (event: SubmitEvent) => void this.#send(event);

  #said(texts: ReportTexts, letter: unknown): unknown {
    const state = this.#state;
    if (state === 'writing') return nothing;
    if (state === 'sending') return html`<p>${texts.sending}</p>`;
    if (state === 'sent') return html`<p class="thanks" tabindex="-1">${texts.thanks}</p>`;
    return html`<p class="note">
      ${texts.faults[state]} ${state === 'many' || state === 'failed' ? letter : nothing}
    </p>`;
  }
}

function fields(texts: ReportTexts): TemplateResult {
  return html`<fieldset>
      <legend>${texts.question}</legend>
      ${REASONS.map(
        (reason) =>
          html`<label class="choice"
            ><input type="checkbox" name="wrong" value=${reason} />${texts.reasons[reason]}</label
          >`,
      )}
    </fieldset>
    <div>
      <label for="report-text">${texts.text}</label>
      <p class="muted" id="report-text-hint">${texts.textHint}</p>
      <textarea
        id="report-text"
        name="text"
        rows="4"
        maxlength="2000"
        dir="auto"
        aria-describedby="report-text-hint"
      ></textarea>
    </div>
    <div>
      <label for="report-reach">${texts.reach}</label>
      <p class="muted" id="report-reach-hint">${texts.reachHint}</p>
      <input
        id="report-reach"
        name="reach"
        maxlength="200"
        dir="auto"
        autocomplete="off"
        aria-describedby="report-reach-hint"
      />
    </div>`;
}

/** A sentence with a name in it, which may run in another direction. */
function named(sentence: string, name: string): TemplateResult {
  const [before, after] = sentence.split('{name}');
  return html`${before}<bdi>${name}</bdi>${after}`;
}

function closeOnEscape(event: KeyboardEvent, close: () => void) {
  if (event.key !== 'Escape') return;
  // The card around, and the page, may have a use for Escape too: one key, one effect.
  event.stopPropagation();
  event.preventDefault();
  close();
}
