import assert from 'node:assert/strict';
import { it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { inLanguage, KINDS } from '../e2e/page-kinds.js';
import { example } from './example.js';
import { demoFeed } from './demo-feed.js';
import { startFeed } from './feed-harness.js';
import { visit } from './page-harness.js';

/** What the HTML standard asks for; nothing is switched off. */
const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

async function faultsOf(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message }) => `line ${line}: ${message}`),
  );
}

it('every kind of page is valid HTML in every language', async () => {
  const feed = await demoFeed();
  for (const { name, path, status } of KINDS) {
    for (const lang of ['de', 'en', 'ar', 'tr', 'uk']) {
      const page = await visit(feed, inLanguage(path, lang));
      assert.equal(page.status, status, `${name}: ${path}`);
      assert.deepEqual(await faultsOf(page.html), [], `${name} (${lang})`);
      assert.match(page.html, new RegExp(`<html lang="${lang}"`));
    }
  }
});

it('so is a page in languages that are too many to be in sight', async (test) => {
  const { directory, ...rest } = example();
  const languages = ['en', 'ar', 'tr', 'uk', 'pl', 'ro', 'bg', 'ru'];
  const feed = await startFeed(test, {
    changes: { ...rest, directory: { ...directory, languages } },
  });
  for (const lang of languages) {
    const page = await visit(feed, `/?lang=${lang}`);
    assert.match(page.html, new RegExp(`<html lang="${lang}"`));
    assert.deepEqual(await faultsOf(page.html), [], lang);
  }
});

it('so is the page where none can be made', async (test) => {
  const feed = await startFeed(test, { changes: {} });
  const page = await visit(feed, '/', { Accept: 'text/html' });
  assert.equal(page.status, 503);
  assert.deepEqual(await faultsOf(page.html), []);
});
