import assert from 'node:assert/strict';
import { it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { inLanguage, KINDS } from '../e2e/page-kinds.js';
import { startDemoFeed } from './demo-feed.js';
import { visit } from './page-harness.js';

/** What the HTML standard asks for; nothing is switched off. */
const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

it('every kind of page is valid HTML in every language', async (test) => {
  const feed = await startDemoFeed(test);
  for (const { name, path, status } of KINDS) {
    for (const lang of ['de', 'en', 'ar', 'tr', 'uk']) {
      const page = await visit(feed, inLanguage(path, lang));
      assert.equal(page.status, status, `${name}: ${path}`);
      const { results } = await validator.validateString(page.html);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ line, message }) => `${name} (${lang}), line ${line}: ${message}`),
      );
      assert.deepEqual(faults, []);
      assert.match(page.html, new RegExp(`<html lang="${lang}"`));
    }
  }
});
