/** What an address asks for besides our elements' own parameters, which these read themselves. */
const asked = new URLSearchParams(location.search);
const lang = asked.get('lang');
const own = document.documentElement.lang;
const links = [...document.querySelectorAll('a[hreflang]')];
const other = lang !== own && links.find(({ hreflang }) => hreflang === lang);
asked.delete('lang');

if (other) {
  const address = new URL(other.href);
  address.search = asked;
  location.replace(address.href);
} else if (document.querySelector('#marked')) {
  gather();
} else {
  lead();
}

/** Puts the offers that an address names on the sheet, inside its lock. */
function gather() {
  const sheet = document.querySelector('#marked');
  sheet.replaceChildren();
  const names = asked.getAll('offers').join().split(',');
  const marked = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
  const locks = [...asked].filter(([name]) => name.startsWith('within.'));
  if (locks.length > 0) {
    const inside = document.createElement('vielfalt-offer-list');
    inside.id = 'inside';
    inside.hidden = true;
    for (const [name, value] of locks) inside.setAttribute(name.slice('within.'.length), value);
    sheet.before(inside);
  }
  for (const name of marked.slice(0, sheet.dataset.most)) {
    const card = document.createElement('vielfalt-offer-card');
    card.setAttribute('offer', name);
    card.setAttribute('heading-level', '2');
    if (locks.length > 0) card.setAttribute('for', 'inside');
    card.toggleAttribute('open', true);
    sheet.append(card);
  }
  document.querySelector('#unmarked').hidden = marked.length > 0;
  if (marked.length === 0) document.querySelector('.acts').remove();
}

/** A file server looks at no query: the element is told of it instead. */
function lead() {
  const directory = document.querySelector('vielfalt-directory');
  const kept = new URLSearchParams();
  for (const [name, value] of asked) {
    const [, lock] = /^within\.([a-z]+)$/.exec(name) ?? [];
    if (lock) {
      directory?.setAttribute(lock, value);
      kept.append(name, value);
    } else {
      kept.append(name.includes('.') ? name : `vielfalt.${name}`, value);
    }
  }
  const address = new URL(location.href);
  address.search = String(kept).replaceAll('%2C', ',');
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
