import { fieldsUnder } from './field.js';
import type { Field } from './field.js';
import { ADDRESS_FIELDS, CHECKED_FIELDS, CONTACT_FIELDS, ORIGIN_FIELDS } from './parts.js';

/** Words for an offer's provider; with another word, a fact about them: "Träger Telefon". */
export const PROVIDER_WORDS = `
  Träger, Trägerin, Anbieter, Anbieterin, Anbietende, Veranstalter, Veranstalterin, Organisation,
  Institution, Einrichtung, Verein, Verband, Kursanbieter, provider, organisation, organization,
  organiser, organizer, host, agency`;

/** The fields of a provider that a mapping may fill. */
export const PROVIDER_FIELDS: readonly Field[] = [
  {
    name: 'provider',
    label: 'who makes the offer: a name; a row needs one',
    reader: 'line',
    headers: `${PROVIDER_WORDS}, Einrichtungsname, Trägername, Vereinsname, Organisationsname,
      Anbietername, Veranstaltername, Name der Einrichtung, organization name, organizer name,
      operator, operator name`,
  },
  {
    name: 'provider.record',
    label: 'the provider’s own key; without it, one is made from the name',
    reader: 'key',
    headers: 'Träger Nr, Träger ID, Anbieter Nr, Anbieter ID, Anbieternummer, provider id',
  },
  {
    name: 'provider.kind',
    label: 'what it is: “Sportverein”',
    reader: 'line',
    headers: 'Trägerart, Art des Trägers, Anbietertyp, Rechtsform, provider type',
  },
  {
    name: 'provider.description',
    label: 'what it does',
    reader: 'text',
    headers: 'Beschreibung des Trägers, Über den Träger, about the provider',
  },
  ...fieldsUnder('provider.address', ADDRESS_FIELDS, { headers: false }),
  ...fieldsUnder('provider', CONTACT_FIELDS, { headers: false }),
  { name: 'provider.web', label: 'its own pages', reader: 'web' },
  {
    name: 'provider.networks',
    label: 'networks it belongs to, one per line',
    reader: 'lines',
    headers: 'Netzwerk, Netzwerke, Dachverband, networks',
  },
  { name: 'provider.logo', label: 'its logo’s path below the feed', reader: 'line' },
  { name: 'provider.status', label: '`published` or `retired`', reader: 'choice' },
  ...fieldsUnder('provider', CHECKED_FIELDS, { headers: false }),
  {
    name: 'provider.language',
    label: 'the language that its texts are in',
    reader: 'language',
    list: 'language',
  },
  ...fieldsUnder('provider', ORIGIN_FIELDS, { headers: false }),
];
