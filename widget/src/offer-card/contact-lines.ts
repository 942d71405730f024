import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Contact } from '@vielfalt/feed';
import { hostOf, mailLink, telephoneLink } from '@vielfalt/feed/wording';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import { wayIcon } from './icons.js';
import type { IconName } from './icons.js';
import { isolated, link } from './link.js';

/** Everything there is to reach somebody by. */
export function contactLines(contact: Contact, locale: Locale): TemplateResult[] {
  const { role, name, namePublic, phone, email, web } = contact;
  const { call, write } = locale.card;
  const who = [role, namePublic && name].filter(Boolean).join(': ');
  const line = (way: IconName, label: string, address: string, shown: string) =>
    html`<p class="way">
      ${wayIcon(way)}<span class="visually-hidden">${label}</span> ${link(address, isolated(shown))}
    </p>`;
  return [
    ...(who ? [html`<p><bdi>${who}</bdi></p>`] : []),
    ...(phone ? [line('phone', call, telephoneLink(phone), phone)] : []),
    ...(email ? [line('mail', write, mailLink(email), email)] : []),
    ...(web ? [line('web', withDetails(locale).details.web, web, hostOf(web))] : []),
  ];
}
