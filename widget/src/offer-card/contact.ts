import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { safeLink } from '@vielfalt/feed';
import type { Contact } from '@vielfalt/feed';
import { telephoneLink } from '../format/telephone.js';
import type { Locale } from '../locales/locale.js';
import { icon } from './icons.js';
import type { IconName } from './icons.js';

/** A link out of the page, or the bare words where the address is none that may be followed. */
export function link(address: string, words: unknown, look = ''): TemplateResult {
  const href = safeLink(address);
  return href
    ? html`<a class=${look || nothing} href=${href} rel="noopener noreferrer">${words}</a>`
    : html`<span>${words}</span>`;
}

/** Numbers and addresses read from left to right, also inside Arabic. */
export function isolated(text: string): TemplateResult {
  return html`<bdi dir="ltr">${text}</bdi>`;
}

/** The host of a web address, which says more to people than the whole of it. */
function host(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1] ?? address;
}

/** A letter's address (RFC 6068) and nothing else: no further recipients, no ready-made words. */
function mailAddress(email: string): string {
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
}

type Way = [sign: IconName, label: string, address: string, shown: string];

/** How somebody can be reached, the quickest way first. */
export function ways({ phone, email, web }: Contact, { card: { contact: texts } }: Locale): Way[] {
  return [
    ...(phone ? [['phone', texts.call, telephoneLink(phone), phone] satisfies Way] : []),
    ...(email ? [['mail', texts.write, mailAddress(email), email] satisfies Way] : []),
    ...(web ? [['web', texts.web, web, host(web)] satisfies Way] : []),
  ];
}

/** The quickest way to reach somebody, by one tap. */
export function firstContact(contact: Contact | undefined, locale: Locale) {
  const [sign, label, address, shown] = ways(contact ?? {}, locale)[0] ?? [];
  if (!sign || !address || !shown || !safeLink(address)) return nothing;
  return link(
    address,
    html`${icon(sign)}<span class="visually-hidden">${label}</span> ${isolated(shown)}`,
    'button quiet',
  );
}
