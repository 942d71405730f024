import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { languages, textsFor } from '../../server/src/languages/words.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, visit } from './page-harness.js';

/** All languages that pages can be in, but for the directory's own and its simple form. */
const FOREIGN = languages.spoken.filter((tag) => !tag.startsWith('de'));

/** A directory in all languages with a German offer, and one that a machine has translated into each. */
function inAllLanguages() {
  const changes = example();
  const by = 'machine' as const;
  const translations = FOREIGN.map((tag) => [tag, { by, texts: { title: `Title ${tag}` } }]);
  return {
    ...changes,
    vocabulary: defaultVocabulary,
    networks: [],
    directory: { ...changes.directory, languages: [...languages.spoken] },
    offers: [
      offer(1, { slug: 'only-german', title: 'Nur auf Deutsch' }),
      offer(2, {
        slug: 'translated',
        title: 'Übersetzt',
        translations: Object.fromEntries(translations),
      }),
    ],
  };
}

describe('the pages of a directory in all languages', () => {
  it('keep German texts German, and say so in words of their own', async (test) => {
    const feed = await startFeed(test, { changes: inAllLanguages() });
    const german = defaultVocabulary.language.find(({ id }) => id === 'de');
    for (const tag of FOREIGN) {
      const { html, text } = await visit(feed, `/offers/only-german?lang=${tag}`);
      const texts = textsFor(tag);
      assert.match(html, new RegExp(`<html lang="${tag}" dir="${texts.dir}"`));
      assert.match(html, /<h1[^>]*><span lang="de" dir="ltr">Nur auf Deutsch<\/span>/, tag);
      assert.ok(text.includes(german?.label[tag] ?? '?'), `${tag}: ${text}`);
    }
  });

  it('say that a machine has translated, and lead to the original', async (test) => {
    const feed = await startFeed(test, { changes: inAllLanguages() });
    for (const tag of FOREIGN) {
      const page = await visit(feed, `/offers/translated?lang=${tag}`);
      const { card, offer: words } = textsFor(tag);
      assert.match(page.html, new RegExp(`<h1[^>]*>\\s*<span\\s*>Title ${tag}<`), tag);
      assert.ok(page.text.includes(card.machine), `${tag}: ${page.text}`);
      const [original = ''] = linksTo(page, new RegExp(words.original));
      assert.match(original, /^\/offers\/translated/, tag);
      const { text } = await visit(feed, original);
      assert.match(text, /Übersetzt/);
      assert.ok(!text.includes(card.machine), tag);
    }
  });

  it('stand in one list to open, and name each other to search engines', async (test) => {
    const feed = await startFeed(test, {
      changes: inAllLanguages(),
      baseUrl: 'https://feed.example.org',
    });
    const { html } = await visit(feed, '/');
    assert.match(html, /<nav class="languages many"[^>]*>\s*<details>/);
    for (const tag of languages.spoken) {
      assert.match(html, new RegExp(`rel="alternate"\\s+hreflang="${tag}"`), tag);
    }
  });
});
