import { html, nothing } from 'lit';
import type { Contact } from '@vielfalt/feed';
import { mailLink, telephoneLink } from '@vielfalt/feed/wording';
import type { Locale } from '../locales/locale.js';

/** The quickest way to reach somebody, by one tap; numbers read from left to right in Arabic too. */
export function firstContact({ phone, email }: Contact, { card }: Locale): unknown {
  const shown = phone ?? email;
  return shown
    ? html`<a class="button quiet" href=${phone ? telephoneLink(phone) : mailLink(shown)}
        ><span>${phone ? card.call : card.write}</span> <bdi dir="ltr">${shown}</bdi></a
      >`
    : nothing;
}
