import type { Network, Offer, Provider } from '@vielfalt/feed';
import { changedOn } from '@vielfalt/feed/presentation';
import { fill } from '@vielfalt/feed/wording';
import type { PageContext } from '../context.js';
import { html, type Html } from '../../text/html.js';
import { inLanguage } from '../offer-view.js';
import type { ActButton } from './buttons.js';
import type { Office } from './section.js';

/** An offer's title, with a link to its page, and its provider's name. */
export function aboutOffer({ title, slug, provider, language }: Offer, office: Office): Html {
  const { context } = office;
  const { directory, site } = context;
  const name = site.reference.providers.byId(provider)?.name;
  return html`<a href="${context.href(`/offers/${slug}`)}"
      ><span ${inLanguage(language ?? directory.language, context)}>${title}</span></a
    >${name !== undefined && html` <span class="muted"><bdi>${name}</bdi></span>`}`;
}

/** A provider's name, with a link to its page. */
export function aboutProvider(
  { name, slug }: Pick<Provider, 'name' | 'slug'>,
  { context }: Office,
) {
  return html`<a href="${context.href(`/providers/${slug}`)}"><bdi>${name}</bdi></a>`;
}

/** The place in the office's table where a record is written. */
export function inTable(
  { source, record }: Pick<Offer | Provider | Network, 'source' | 'record'>,
  { context, words }: Office,
): Html {
  const named = context.site.reference.sources.find(({ id }) => id === source)?.name ?? source;
  return html`<p class="muted">${fill(words.inTable, { source: named, record })}</p>`;
}

/** The day of an instant, as the directory's zone has it. */
export function dayOf(instant: string, { directory, texts }: PageContext): string {
  return changedOn(instant, directory.timeZone, texts.tag);
}

/** The button that says that something found is no fault. */
export function fineButton({ words }: Office): ActButton {
  return { value: 'fine', label: words.fine };
}
