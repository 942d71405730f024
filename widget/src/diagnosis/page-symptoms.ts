import { ELEMENTS } from '../element-names.js';
import { ownParts } from '../store/fragment.js';
import { knownAttributes } from '../store/odd-attributes.js';
import { pageAddress } from '../store/page-address.js';
import { tryAddress } from '../store/trial.js';
import { headingLevel, written } from './attribute-symptoms.js';
import type { Symptom } from './symptom.js';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading][aria-level]';
const MAINS = 'main, [role=main]';
/** The addresses that our script is served at. */
const SCRIPT = /\/widget\/v[^/]+\/(chunks\/)?vielfalt[^/]*\.js$/;

function languageSymptoms(element: Element): Symptom[] {
  const root = element.getRootNode();
  if (element.closest('[lang]:not([lang=""])')) return [];
  if (root instanceof ShadowRoot) return languageSymptoms(root.host);
  return [{ kind: 'lang', values: { code: '<html lang="de">' } }];
}

function levelOf(heading: Element): number {
  return Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1));
}

/** A level that is left out between the page's last heading before an element and its own. */
function headingSymptoms(element: Element): Symptom[] {
  if (!knownAttributes(element).includes('heading-level')) return [];
  const root = element.getRootNode() as Document | ShadowRoot;
  const last = [...root.querySelectorAll(HEADINGS)]
    .filter((each) => each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    .filter((each) => each.checkVisibility() && !element.contains(each))
    .pop();
  const level = headingLevel(element);
  const before = last ? levelOf(last) : level;
  if (level <= before + 1) return [];
  const code = written('heading-level', `${before + 1}`);
  return [{ kind: 'heading', values: { before, level, code } }];
}

function landmarkSymptoms(element: Element): Symptom[] {
  const found: Symptom[] = [];
  const mains = [...document.querySelectorAll(MAINS)].filter((each) => each.checkVisibility());
  if (mains.length > 1)
    found.push({ kind: 'mains', values: { count: mains.length, code: '<main>' } });
  const label = element.getAttribute('label');
  const alike = [...document.querySelectorAll(ELEMENTS)].filter(
    (each) => each !== element && each.localName === element.localName,
  );
  if (label && alike.some((each) => each.getAttribute('label') === label))
    found.push({ kind: 'label', values: { code: 'label' } });
  return found;
}

/** Scripts of ours beside another, by their tags, and by what has been loaded without one. */
function scriptSymptoms(): Symptom[] {
  const plain = (address: string) => address.replace(/[?#].*/, '');
  const isOurs = (address: string) => SCRIPT.test(plain(address));
  const tags = [...document.scripts].map(({ src }) => src).filter(isOurs);
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const others = new Set(loaded.filter((name) => isOurs(name) && !tags.includes(name)));
  const all = [...tags, ...others];
  return all.length > 1
    ? [{ kind: 'scripts', values: { addresses: [...new Set(all)].join(' ') } }]
    : [];
}

/** What is wrong with the page around an element. */
export function pageSymptoms(element: Element): Symptom[] {
  return [
    ...languageSymptoms(element),
    ...headingSymptoms(element),
    ...landmarkSymptoms(element),
    ...scriptSymptoms(),
  ];
}

/**
 * Tries whether the website takes parameters of ours: asks it for the page with one, as a visitor
 * would who loads it again.
 */
export async function addressSymptoms(element: Element): Promise<Symptom[]> {
  const how = element.getAttribute('sync-url');
  if (how === null) return [];
  if (/\bfragment\b/.test(how)) return ownParts() ? [] : [{ kind: 'fragment', values: {} }];
  const name = `${element.id || 'vielfalt'}.free`;
  const added = new URLSearchParams({ [name]: 'yes' }).toString();
  const search = `${location.search || '?'}${location.search ? '&' : ''}${added}`;
  const address = pageAddress({ search, hash: '' });
  const { answer } = address ? await tryAddress(address, 'same-origin') : {};
  if (!answer) return [];
  const kept = [...answer.url.searchParams.keys()];
  const isKept = kept.some((each) => each === name || each === name.replace(/[ .]/g, '_'));
  if (answer.ok && isKept) return [];
  return [{ kind: 'lost', values: { code: written('sync-url', 'fragment') } }];
}
