import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { drawn } from '../e2e/browser.js';
import { HostPages } from './host.js';

const hosts = HostPages.forAll();

const DIRECTORY =
  '<vielfalt-directory place="witten"><a href="/">Angebote</a></vielfalt-directory>';

/** As these libraries have written them: what sites have loaded for fifteen years stays loaded. */
const LIBRARIES = {
  MooTools: `
    Array.from = (item) => item == null ? [] :
      typeof item.length == 'number' && typeof item != 'function' && typeof item != 'string' &&
      Object.prototype.toString.call(item) == '[object Array]' ? item : [item];
    window.Event = function (event) { this.event = event; this.type = event.type; };
    Function.prototype.bind = function (bind) {
      const self = this;
      return function () { return self.apply(bind, arguments); };
    };
    for (const name of ['each', 'clone', 'include', 'combine', 'contains', 'getLast', 'flatten'])
      Array.prototype[name] ??= function () { return this; };
    Element.prototype.toggle = Element.prototype.set = Element.prototype.get = () => null;`,
  'Prototype.js': `
    const each = (array, callback, bind) => { for (let i = 0; i < array.length; i++) callback.call(bind, array[i], i); };
    Object.assign(Array.prototype, {
      each(callback, bind) { each(this, callback, bind); return this; },
      find(test, bind) { let found; each(this, (value, i) => { if (found === undefined && test.call(bind, value, i)) found = value; }); return found; },
      filter(test, bind) { const found = []; each(this, (value, i) => { if (test.call(bind, value, i)) found.push(value); }); return found; },
      map(make, bind) { const made = []; each(this, (value, i) => made.push((make ?? ((same) => same)).call(bind, value, i))); return made; },
      entries() { return this.slice(); },
      reduce() { return this.length > 1 ? this : this[0]; },
      toJSON() { return '[' + this.map((value) => JSON.stringify(value)).join(', ') + ']'; },
    });
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    String.prototype.startsWith = function (text) { return this.lastIndexOf(text, 0) === 0; };
    String.prototype.endsWith = function (text) { const at = this.length - text.length; return at >= 0 && this.indexOf(text, at) === at; };
    Object.keys = (object) => { const names = []; for (const name in object) if (Object.hasOwn(object, name)) names.push(name); return names; };
    Function.prototype.bind = function (context, ...first) {
      if (arguments.length < 2 && context === undefined) return this;
      const self = this;
      return function (...rest) { return self.apply(context, [...first, ...rest]); };
    };`,
  Datejs: `
    const now = Date;
    Date.parse = (text) => {
      const found = /^(\\d{4})-(\\d\\d)-(\\d\\d)$/.exec(text);
      return found ? new now(Number(found[1]), found[2] - 1, Number(found[3])) : null;
    };`,
  'a wrapper of fetch that expects a text': `
    const original = window.fetch;
    window.fetch = (url, options) => original(url.replace(/^http:/, 'http:'), options);`,
};

/** What is found for a word, and what a first card says. */
async function use(page: Page): Promise<string[]> {
  const summary = page.locator('[part=summary]');
  const all = await summary.innerText();
  const seen: string[] = [all];
  for (const words of ['deutschkrus', 'hausafgabenhilfe', 'schwimen', 'Beratung Arabisch']) {
    await page.getByRole('searchbox').fill(words);
    await summary.filter({ hasNotText: all }).filter({ hasText: 'gefunden' }).waitFor();
    const offers = page.locator('vielfalt-offer-card');
    await drawn(page);
    seen.push(words, await summary.innerText(), await offers.first().innerText());
    await page.getByRole('searchbox').fill('');
    await summary.filter({ hasText: all }).waitFor();
  }
  await page.getByRole('button', { name: 'Einzelheiten' }).first().click();
  await page.locator('vielfalt-offer-card').first().getByText('Fehler melden').waitFor();
  seen.push(await page.locator('vielfalt-offer-card').first().innerText());
  return seen;
}

it('finds and says the same where libraries of the page have replaced built-ins', async (test) => {
  const plain = await hosts.open(test, { body: DIRECTORY });
  const expected = await use(plain.page);
  for (const [name, code] of Object.entries(LIBRARIES)) {
    const head = `<script>{${code}}</script>`;
    const { page, complaints } = await hosts.open(test, { body: DIRECTORY, head });
    assert.deepEqual(await use(page), expected, name);
    assert.deepEqual(complaints, [], name);
  }
});
