import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { safeLink } from '@vielfalt/feed';

/** A link out of the page, or the bare words where the address is none that may be followed. */
export function link(address: string, words: unknown): TemplateResult {
  const href = safeLink(address);
  return href
    ? html`<a href=${href} rel="noopener noreferrer">${words}</a>`
    : html`<span>${words}</span>`;
}

/** Numbers and addresses read from left to right, also inside Arabic. */
export function isolated(text: string): TemplateResult {
  return html`<bdi dir="ltr">${text}</bdi>`;
}
