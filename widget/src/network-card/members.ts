import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { safeLink, type ShownMember } from '@vielfalt/feed';
import type { Locale } from '../locales/locale.js';
import { networkTexts } from '../locales/networks.js';
import type { FeedClient } from '../store/feed-client.js';
import { providerPage } from '../store/records.js';

/** One that belongs to a network, with a link where there is a page about it. */
export function memberLink(member: ShownMember, client: FeedClient): TemplateResult {
  const isNamed = 'name' in member;
  const { name } = isNamed ? member : member.provider;
  const page = isNamed
    ? member.web && safeLink(member.web)
    : providerPage(client, member.provider.slug);
  const words = html`<bdi>${name}</bdi>`;
  return page ? html`<a href=${page} rel="noopener noreferrer">${words}</a>` : words;
}

/** All of them as a list; it says who coordinates. */
export function memberList(
  members: readonly ShownMember[],
  client: FeedClient,
  locale: Locale,
): TemplateResult {
  const { coordinator } = networkTexts(locale);
  return html`<ul>
    ${members.map(
      (member) =>
        html`<li>
          ${memberLink(member, client)}
          ${member.coordinates ? html`<span class="muted">(${coordinator})</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}
