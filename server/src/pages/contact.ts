import type { Contact } from '@vielfalt/feed';
import { hostOf, mailLink, telephoneLink } from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';
import { html, type HtmlContent, type Html } from './html.js';
import { line, outward } from './words.js';

/** Everything there is to reach somebody by; numbers read from left to right in Arabic too. */
export function contactLines(contact: Contact, { texts }: PageContext): HtmlContent[] {
  const { role, name, namePublic, phone, email, web } = contact;
  const who = [role, namePublic && name].filter(Boolean).join(': ');
  const way = (label: string, address: string, shown: string): Html =>
    html`<p>
      <span class="muted">${label}:</span> ${outward(address, html`<bdi dir="ltr">${shown}</bdi>`)}
    </p>`;
  return [
    who && line(html`<bdi>${who}</bdi>`),
    phone && way(texts.card.call, telephoneLink(phone), phone),
    email && way(texts.card.write, mailLink(email), email),
    web && way(texts.details.web, web, hostOf(web)),
  ];
}
