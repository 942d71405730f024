import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Contact } from '@vielfalt/feed';
import type { Locale } from '../locales/locale.js';
import { isolated, link, ways } from './contact.js';
import { icon } from './icons.js';

/** Everything there is to reach somebody by. */
export function contactLines(contact: Contact, locale: Locale): TemplateResult[] {
  const { role, name, namePublic } = contact;
  const who = [role, namePublic && name].filter(Boolean).join(': ');
  return [
    ...(who ? [html`<p><bdi>${who}</bdi></p>`] : []),
    ...ways(contact, locale).map(
      ([sign, label, address, shown]) =>
        html`<p class="way">
          ${icon(sign)}<span class="visually-hidden">${label}</span>
          ${link(address, isolated(shown))}
        </p>`,
    ),
  ];
}
