import type { Contact } from '@vielfalt/feed';
import type { PageContext } from './context.js';
import { html, type Content, type Html } from './html.js';
import { line, outward } from './words.js';

const ABROAD = /^\s*(\+|00)/;

/** A telephone number as offices write it, as a link (RFC 3966); the `(0)` is not dialled from abroad. */
function telephoneLink(phone: string): string {
  const number = ABROAD.test(phone) ? phone.replace(ABROAD, '+').replace('(0)', '') : phone;
  return `tel:${number.replace(/(?!^\+)\D/g, '')}`;
}

/** A letter's address (RFC 6068) and nothing else: no further recipients, no ready-made words. */
function mailLink(email: string): string {
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
}

/** The host of a web address, which says more to people than the whole of it. */
function host(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1] ?? address;
}

/** Everything there is to reach somebody by; numbers read from left to right in Arabic too. */
export function contactLines(contact: Contact, { texts }: PageContext): Content[] {
  const { role, name, namePublic, phone, email, web } = contact;
  const who = [role, namePublic && name].filter(Boolean).join(': ');
  const way = (label: string, address: string, shown: string): Html =>
    html`<p>
      <span class="muted">${label}:</span> ${outward(address, html`<bdi dir="ltr">${shown}</bdi>`)}
    </p>`;
  return [
    who && line(html`<bdi>${who}</bdi>`),
    phone && way(texts.offer.call, telephoneLink(phone), phone),
    email && way(texts.offer.write, mailLink(email), email),
    web && way(texts.offer.web, web, host(web)),
  ];
}
