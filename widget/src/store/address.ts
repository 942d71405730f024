import { printQuery, type Query } from '@vielfalt/feed';
import type { Cause } from './actions.js';
import type { StoreOptions } from './options.js';
import { changeAddress } from './page-address.js';
import { CHOICES } from './visitor-query.js';

type Address = NonNullable<StoreOptions['address']>;

/** Tells whether the console has reported that elements share a name. */
let isSaid = false;

/** One parameter of a query as it is written, and as it reads. */
interface Parameter {
  written: string;
  name: string;
  value: string;
}

/** The query's parameters; an empty one between two `&` is one too. */
function parameters(): Parameter[] {
  const all = location.search.slice(1);
  if (!all) return [];
  return all.split('&').map((written) => {
    const [[name, value] = ['', '']] = new URLSearchParams(written);
    return { written, name, value };
  });
}

/**
 * The prefix of our parameters' names: the element's id keeps several directories, and the page
 * itself, apart in one address. Those without an id, or with the same one, are numbered.
 */
function prefixOf({ element }: Address): string {
  const name = (each: Element) => each.id || 'vielfalt';
  const root = element.getRootNode() as Document | ShadowRoot;
  const alike = [...root.querySelectorAll('[sync-url]')].filter(
    (each) => name(each) === name(element),
  );
  const index = alike.indexOf(element);
  if (alike.length > 1 && !isSaid) {
    isSaid = true;
    console.warn('Vielfalt: give each of these an id, to keep them apart in the address', ...alike);
  }
  return index > 0 ? `${name(element)}${index + 1}.` : `${name(element)}.`;
}

/**
 * The choice that a parameter stands for, where it is ours. PHP, and so WordPress where it
 * redirects, writes an underscore for the dot; other names with an underscore are the page's own.
 */
function ownName(name: string, prefix: string): string | undefined {
  if (name.startsWith(prefix)) return name.slice(prefix.length);
  const choice = CHOICES.find((each) => name.endsWith(`_${each}`));
  return choice && name === (prefix + choice).replace(/[ .]/g, '_') ? choice : undefined;
}

/** The choices in the page's address as a query's text. */
export function readChoices(address: Address): string {
  const prefix = prefixOf(address);
  const own = new URLSearchParams();
  for (const { name, value } of parameters()) {
    const choice = ownName(name, prefix);
    if (choice) own.append(choice, value);
  }
  return own.toString();
}

/**
 * Writes a visitor's choices into the page's address, so that they can be kept and passed on. Words
 * stay out of it, and so out of the host's logs, unless the editor wants them in. Other parameters
 * are left alone, to the byte.
 */
export function writeAddress(address: Address, { q, ...choices }: Query, cause: Cause): void {
  const prefix = prefixOf(address);
  const foreign = parameters().filter(({ name }) => ownName(name, prefix) === undefined);
  const shown = address.withWords && q ? { q, ...choices } : choices;
  const own = [...new URLSearchParams(printQuery(shown))].map(([name, value]) =>
    new URLSearchParams({ [prefix + name]: value }).toString().replaceAll('%2C', ','),
  );
  const written = [...foreign.map((each) => each.written), ...own].join('&');
  const search = written && `?${written}`;
  if (search === location.search) return;
  changeAddress(cause === 'typing' ? 'replaceState' : 'pushState', { search });
}
