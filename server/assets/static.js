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
} else {
  lead();
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
