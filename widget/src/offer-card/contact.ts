import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { safeLink } from '@vielfalt/feed';
import type { Contact } from '@vielfalt/feed';
import { telephoneLink } from '../format/telephone.js';
import type { Locale } from '../locales/locale.js';

/** A link out of the page, or the bare words where the address is none that may be followed. */
export function link(address: string, words: unknown, look?: string): TemplateResult {
  const href = safeLink(address);
  return href
    ? html`<a class=${look ?? nothing} href=${href} rel="noopener noreferrer">${words}</a>`
    : html`${words}`;
}

/** Numbers and addresses read from left to right, also inside Arabic. */
export function isolated(text: string): TemplateResult {
  return html`<bdi dir="ltr">${text}</bdi>`;
}

/** A letter's address (RFC 6068) and nothing else: no further recipients, no ready-made words. */
export function mailLink(email: string): string {
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
}

/** The quickest way to reach somebody, by one tap. */
export function firstContact({ phone, email }: Contact, { card }: Locale): unknown {
  const shown = phone ?? email;
  return shown
    ? link(
        phone ? telephoneLink(phone) : mailLink(shown),
        html`<span>${phone ? card.call : card.write}</span> ${isolated(shown)}`,
        'button quiet',
      )
    : nothing;
}
