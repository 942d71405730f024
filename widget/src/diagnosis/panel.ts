import { html, nothing, type TemplateResult } from 'lit';
import { loaders } from 'language:diagnosis/all';
import builtIn from 'language:diagnosis/de';
import { fill, plural, type DiagnosisTexts } from '@vielfalt/feed/wording';
import { VielfaltElement } from '../element.js';
import { choiceTexts } from '../locales/choices.js';
import { defaultFeed } from '../store/default-feed.js';
import { shared } from '../styles/shared.js';
import { attributeSymptoms, headingLevel } from './attribute-symptoms.js';
import { diagnosisStyles } from './diagnosis.styles.js';
import { feedHealth, type FeedHealth } from './feed-symptoms.js';
import { reportedOf, type Symptom } from './symptom.js';
import { addressSymptoms, pageSymptoms } from './page-symptoms.js';
import { policySymptoms, watchPolicy } from './policy-symptoms.js';
import { VERSION } from './version.js';

/** What has been looked at so far. */
interface Examined {
  symptoms: Symptom[];
  health: FeedHealth;
}

/** A sentence in which all that is written in HTML, or is an address, is marked as such. */
function sentence(text: string, values: Symptom['values']): unknown[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, index) =>
      index % 2 ? html`<code dir="ltr" translate="no">${values[part]}</code>` : part,
    );
}

/** Says in the page what is wrong with an element, its page or its feed, to who keeps the page. */
export class DiagnosisPanel extends VielfaltElement {
  static override styles = [shared, diagnosisStyles];

  /** The element, or the placeholder that became none. */
  subject: Element | undefined;
  #examined: Examined | undefined;
  #texts: DiagnosisTexts | undefined;
  /** The language of the texts, or of those that are being loaded. */
  #language: string | undefined;
  /** The number of the last examination: an earlier one that ends later is nothing new. */
  #last = 0;
  #unwatch: (() => void) | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.#unwatch = watchPolicy(() => this.requestUpdate());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  /** Looks at everything, also again. */
  async examine(): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    const last = (this.#last += 1);
    // A placeholder that became no element has neither a feed nor attributes of ours.
    const isElement = subject.shadowRoot !== null;
    const health = isElement ? await feedHealth(subject) : { symptoms: [] };
    const attributes = isElement ? await attributeSymptoms(subject) : [];
    const inAddress = await addressSymptoms(subject);
    if (last !== this.#last) return;
    const own = [...reportedOf(subject), ...attributes, ...health.symptoms, ...inAddress];
    this.#examined = { symptoms: [...own, ...pageSymptoms(subject)], health };
    this.requestUpdate();
  }

  async #speak(language: string) {
    this.#language = language;
    const load = loaders[language];
    const texts = load
      ? await load().then(
          (module) => module.default,
          () => builtIn,
        )
      : builtIn;
    if (language !== this.#language) return;
    this.#texts = texts;
    this.requestUpdate();
  }

  #symptom({ kind, values, nearest }: Symptom, texts: DiagnosisTexts): TemplateResult {
    return html`<li>
      ${sentence(texts.symptoms[kind], values)}
      ${nearest ? sentence(choiceTexts(this.locale).nearest, { nearest }) : nothing}
    </li>`;
  }

  #fine({ title = '', total }: FeedHealth, { fine, shown }: DiagnosisTexts): TemplateResult {
    const { tag } = this.locale;
    const text = total === undefined ? title : fill(plural(tag, shown, total), { name: title });
    return html`<p>${fill(fine, { shown: text })}</p>`;
  }

  protected override render(): TemplateResult {
    const { locale } = this;
    if (locale.language !== this.#language) void this.#speak(locale.language);
    const texts = this.#texts;
    if (!texts) return this.frame(nothing);
    const { symptoms = [], health } = this.#examined ?? {};
    const blocked = policySymptoms(...[health?.base ?? '', defaultFeed()].filter(Boolean));
    const all = [...blocked, ...symptoms];
    const versions = { script: VERSION, feed: health?.version ?? '?' };
    return this.frame(
      html`<section class=${all[0] ? 'wrong' : 'well'} aria-labelledby="title">
        <div id="title" class="title" role="heading" aria-level=${this.#level}>${texts.title}</div>
        ${
          !health
            ? html`<p role="status">${locale.card.loading}</p>`
            : all[0]
              ? html`<ul role="list">
                  ${all.map((each) => this.#symptom(each, texts))}
                </ul>`
              : this.#fine(health, texts)
        }
        <p class="muted">
          ${sentence(texts.versions, versions)}. ${sentence(texts.about, { code: 'diagnose' })}
        </p>
      </section>`,
    );
  }

  get #level(): number {
    return this.subject ? headingLevel(this.subject) : 3;
  }
}
