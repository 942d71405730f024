/** Names in the page's address that the elements write, and those that stay with the page. */
const KEPT = /^(vielfalt\.|within\.|lang$)/;

/** What a query says, as the feed reads it. */
function entries(query) {
  const value = (each) => (each?.lat === undefined ? each : [each.lat, each.lng]);
  return Object.entries(query)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]) => [name, each === true ? 'yes' : String(value(each))]);
}

/** A query as one text, whichever way round it was written. */
function written(query) {
  return entries(query)
    .map((each) => each.join('='))
    .sort()
    .join('&');
}

const directory = document.querySelector('vielfalt-directory');
const start = written(Object.fromEntries(new URLSearchParams(directory?.getAttribute('start'))));

const opened = location.search;
let last = location.href;

/** The elements know what they wrote and what the page was opened with; of the rest, the service. */
window.addEventListener('popstate', () => {
  const { search } = location;
  const isKnown = search === new URL(last).search || search === opened;
  last = location.href;
  if (!isKnown && !search.includes('vielfalt.')) location.reload();
});

/** Puts an address in the place of the one that the elements have just written, else behind it. */
function write(address) {
  const manner = location.href === last ? 'pushState' : 'replaceState';
  if (address.href !== location.href) history[manner](history.state, '', address);
  last = location.href;
}

/** Other formats hold what is chosen now; order and length are their own. */
function lead(query) {
  for (const link of document.querySelectorAll('.formats a')) {
    const target = new URL(link.href);
    for (const name of [...target.searchParams.keys()]) {
      if (!KEPT.test(name)) target.searchParams.delete(name);
    }
    for (const [name, value] of entries(query)) {
      if (name !== 'sort') target.searchParams.set(name, value);
    }
    link.href = target.href.replaceAll('%2C', ',');
  }
}

/**
 * What a visitor has chosen replaces what the page was opened with: the address must not say both.
 * The links to other languages lead to the same choice.
 */
directory?.addEventListener('vielfalt-query-change', ({ query }) => {
  const address = new URL(location.href);
  if (written(query) !== start) {
    for (const name of [...address.searchParams.keys()]) {
      if (!KEPT.test(name)) address.searchParams.delete(name);
    }
    address.search = address.search.replaceAll('%2C', ',');
  }
  write(address);
  for (const link of document.querySelectorAll('a[hreflang]')) {
    const target = new URL(link.href);
    const lang = target.searchParams.get('lang');
    target.search = address.search;
    target.searchParams.delete('lang');
    if (lang) target.searchParams.set('lang', lang);
    link.href = target.href;
  }
  lead(query);
});
