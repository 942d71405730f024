import { fieldsUnder } from './field.js';
import type { Field } from './field.js';
import { CHECKED_FIELDS, CONTACT_FIELDS, ORIGIN_FIELDS } from './parts.js';

/**
 * The fields of a network. A mapping that fills `network.name` is of networks: each row is one. None
 * has headings by which it is recognised, as a suggestion is always of offers.
 */
export const NETWORK_FIELDS: readonly Field[] = fieldsUnder('network', [
  { name: 'name', label: 'its name; a row needs one, and is a network then', reader: 'title' },
  {
    name: 'record',
    label: 'the network’s own key; without it, the name is the key',
    reader: 'key',
  },
  { name: 'aim', label: 'what it is for', reader: 'text' },
  {
    name: 'members',
    label: 'who belongs to it: names, or keys of providers',
    reader: 'members',
  },
  {
    name: 'coordinator',
    label: 'who coordinates it: a name, or a provider’s key',
    reader: 'member',
  },
  {
    name: 'places',
    label: 'places that it works in; none: the whole directory',
    reader: 'terms',
    list: 'place',
  },
  { name: 'topics', label: 'what it is about', reader: 'terms', list: 'topic' },
  {
    name: 'schedule',
    label: 'when it meets, in one cell, as offers have it',
    reader: 'schedule',
  },
  { name: 'schedule.text', label: 'when it meets, as text, not read', reader: 'text' },
  ...fieldsUnder('', CONTACT_FIELDS, { headers: false }),
  { name: 'web', label: 'its own pages', reader: 'web' },
  { name: 'links', label: 'more addresses, each with or without a name', reader: 'links' },
  {
    name: 'language',
    label: 'the language that its texts are in',
    reader: 'language',
    list: 'language',
  },
  {
    name: 'translations',
    label: 'translations as JSON; or a column each: `network.translations.en.aim`',
    reader: 'json',
  },
  { name: 'status', label: '`published` or `retired`', reader: 'choice' },
  ...fieldsUnder('', CHECKED_FIELDS, { headers: false }),
  ...fieldsUnder('', ORIGIN_FIELDS, { headers: false }),
]);
