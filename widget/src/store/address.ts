import { printQuery, type Query } from '@vielfalt/feed';
import type { Cause } from './actions.js';
import { ownParts } from './fragment.js';
import type { StoreOptions } from './options.js';
import { changeAddress } from './page-address.js';
import { CHOICES } from './visitor-query.js';

type Address = NonNullable<StoreOptions['address']>;

/** Tells whether the console has reported that elements share a name. */
let isSaid = false;

/** Tells whether the choices stand in the page's fragment instead of its query. */
const isInFragment = ({ how }: Address) => /\bfragment\b/.test(how);

/** One parameter of a query as it is written, and as it reads. */
interface Parameter {
  written: string;
  name: string;
  value: string;
}

/** The parameters of a query or fragment; an empty one between two `&` is one too. */
function parameters(text: string): Parameter[] {
  const all = text.slice(1);
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

/**
 * The choices in the page's address as a query's text; undefined where it says nothing of them, since
 * they would stand in a fragment that is the page's own.
 */
export function readChoices(address: Address): string | undefined {
  const inFragment = isInFragment(address);
  if (inFragment && !ownParts()) return undefined;
  const prefix = prefixOf(address);
  const own = new URLSearchParams();
  for (const { name, value } of parameters(inFragment ? location.hash : location.search)) {
    const choice = ownName(name, prefix);
    if (choice) own.append(choice, value);
  }
  return own.toString();
}

/**
 * Writes a visitor's choices into the page's address, so that they can be kept and passed on. Words
 * stay out of it, and so out of the host's logs, unless the editor wants them in. Other parameters
 * are left alone, to the byte, and so is a fragment that is the page's own.
 */
export function writeAddress(address: Address, { q, ...choices }: Query, cause: Cause): void {
  const inFragment = isInFragment(address);
  if (inFragment && !ownParts()) return;
  const before = inFragment ? location.hash : location.search;
  const prefix = prefixOf(address);
  const foreign = parameters(before).filter(({ name }) => ownName(name, prefix) === undefined);
  const shown = q && /\bwith-words\b/.test(address.how) ? { q, ...choices } : choices;
  const own = [...new URLSearchParams(printQuery(shown))].map(([name, value]) =>
    new URLSearchParams({ [prefix + name]: value }).toString().replaceAll('%2C', ','),
  );
  const written = [...foreign.map((each) => each.written), ...own].join('&');
  const after = written && (inFragment ? '#' : '?') + written;
  if (after === before) return;
  const change = inFragment ? { hash: after } : { search: after };
  // Going back from words leads to what was chosen before them, not from one key to the last.
  const goesOn = parameters(before).some(({ name }) => ownName(name, prefix) === 'q');
  changeAddress(cause === 'typing' && goesOn ? 'replaceState' : 'pushState', change);
}
