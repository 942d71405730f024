import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { findWordPress } from '../../../scripts/wordpress.mjs';
import { drawn } from '../../e2e/browser.js';
import { assertTidy, embeddedIn, openAndFollow, searchAndFollow } from './visitor.js';
import { WordPress, type Post } from './wordpress.js';

const { packages, missing } = await findWordPress();

const GUIDE = fileURLToPath(new URL('../../../docs/embed.md', import.meta.url));
const PROVIDER = '/providers/vhs-huegelland';
const CLASSIC = '/wp-admin/post-new.php?classic-editor';
const NARROW = { viewport: { width: 320, height: 640 } };
/** What stands between the tags, and stays where scripts are taken away. */
const FALLBACK = 'Angebote in Witten';

/** Where an administrator puts a block that all pages are to have, in two kinds of theme. */
const THEMES = [
  {
    name: 'twentytwentythree',
    by: 'the site editor, into the footer',
    async put(wordpress: WordPress, block: string) {
      const path = 'template-parts/twentytwentythree//footer';
      const footer = await wordpress.ask<Post>('administrator', `${path}?context=edit`);
      await wordpress.ask('administrator', path, { content: footer.content.raw + block });
    },
  },
  {
    name: 'twentytwentyone',
    by: 'a widget of the footer',
    async put(wordpress: WordPress, block: string) {
      const { id } = await wordpress.ask<{ id: string }>('administrator', 'widgets', {
        id_base: 'block',
        sidebar: 'sidebar-1',
        instance: { raw: { content: block } },
      });
      await wordpress.ask('administrator', 'sidebars/sidebar-1', { widgets: [id] });
    },
  },
];

describe('WordPress', { skip: missing ?? false }, () => {
  const wordpress = WordPress.forAll(packages);

  /** What the guide has in its boxes of code, for this directory. */
  const address = (path: string) => wordpress.feedUrl + path;
  const script = () => `<script type="module" src="${address('/widget/v1/vielfalt.js')}"></script>`;
  const snippet = () => `${script()}

<vielfalt-directory place="witten" sync-url>
  <a href="${address('/')}">${FALLBACK}</a>
</vielfalt-directory>`;
  const marks = () => `<div
  data-vielfalt="directory"
  data-place="witten"
  style="--vielfalt-accent: #a3201b"
>
  <a href="${address('/?place=witten')}">${FALLBACK}</a>
</div>

<a href="${address(PROVIDER)}" data-vielfalt="provider"
  >Unsere Kurse</a
>`;
  const htmlBlock = (html: string) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;
  const embedBlock = (url: string) => `<!-- wp:embed {"url":"${url}","type":"rich"} -->
<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">
${url}
</div></figure>
<!-- /wp:embed -->`;

  /** Publishes what is typed into the classic editor; returns the post's address. */
  async function publishClassic(page: Page, text: string): Promise<string> {
    await page.locator('#content_ifr').waitFor();
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await page.locator('#content').fill(text);
    await page.getByLabel('Add title').fill('Angebote');
    await page.getByLabel('Add title').blur();
    // Its buttons do nothing while it saves by itself.
    await page.getByText('Draft saved').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const link = page.locator('#message').getByRole('link', { name: 'View post' });
    return (await link.getAttribute('href')) ?? '';
  }

  describe('embeds an address', () => {
    it('that an author pastes into the block editor', async (test) => {
      const { page } = await wordpress.open(test, '/wp-admin/post-new.php', { as: 'author' });
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('textbox', { name: 'Add title' }).click();
      await page.keyboard.type('Unser Programm');
      await page.keyboard.press('Enter');
      await page.evaluate((text) => navigator.clipboard.writeText(text), address(PROVIDER));
      await page.keyboard.press('Control+v');
      const preview = page.locator('.wp-block-embed iframe').contentFrame();
      await preview.getByText('VHS Hügelland').first().waitFor();
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      const panel = page.getByRole('region', { name: 'Editor publish' });
      await panel.getByRole('button', { name: 'Publish', exact: true }).click();
      const link = await panel.getByRole('link', { name: 'View Post' }).getAttribute('href');

      const visit = await wordpress.open(test, link ?? '');
      const { inside } = await embeddedIn(visit.page);
      await inside.getByRole('article', { name: 'VHS Hügelland' }).waitFor();
      await assertTidy(visit);
      await openAndFollow(inside, visit.page);
    });

    it('that an author writes into the classic editor, alone on its line', async (test) => {
      const { page } = await wordpress.open(test, CLASSIC, { as: 'author' });
      const text = `Guten Tag\n\n${address('/?place=witten&free=yes')}\n\nBis bald`;
      const link = await publishClassic(page, text);
      const visit = await wordpress.open(test, link);
      const { inside, height } = await embeddedIn(visit.page);
      assert.equal(height, 1_000, 'no more than WordPress lets a frame have');
      await assertTidy(visit);
      await searchAndFollow(inside, visit.page);
    });

    it('that a contributor has written and an editor has published', async (test) => {
      const written = await wordpress.save(
        'contributor',
        embedBlock(address('/networks/netzwerk-sprache-ennepe-ruhr')),
        'pending',
      );
      const { link } = await wordpress.ask<{ link: string }>('editor', `posts/${written.id}`, {
        status: 'publish',
      });
      const visit = await wordpress.open(test, link);
      const { height } = await embeddedIn(visit.page);
      assert.ok(height < 1_000, `${height} pixels, as high as its content`);
      await assertTidy(visit);
    });
  });

  describe('keeps with the post that the directory was away', () => {
    /** A post with an embedded address, which the directory did not answer at. */
    async function saveInVain(test: TestContext, content: string) {
      wordpress.isDirectoryAway = true;
      test.after(() => (wordpress.isDirectoryAway = false));
      const post = await wordpress.save('author', content);
      wordpress.isDirectoryAway = false;
      return post;
    }

    it('however often the block editor saves it, but for another address', async (test) => {
      const url = address(PROVIDER);
      const { id, link } = await saveInVain(test, embedBlock(url));
      await wordpress.ask('author', `posts/${id}`, { content: embedBlock(url) });
      const { page } = await wordpress.open(test, link);
      await page.getByText(url).waitFor();
      assert.equal(await page.locator('iframe').count(), 0);

      await wordpress.ask('author', `posts/${id}`, { content: embedBlock(`${url}#2`) });
      const visit = await wordpress.open(test, link);
      await embeddedIn(visit.page);
      await assertTidy(visit);
    });

    it('until the classic editor saves it', async (test) => {
      const { id, link } = await saveInVain(test, address(PROVIDER));
      const editor = `/wp-admin/post.php?post=${id}&action=edit&classic-editor`;
      const { page } = await wordpress.open(test, editor, { as: 'author' });
      const asked = page.waitForResponse(/action=oembed-cache/);
      await page.getByRole('button', { name: 'Update', exact: true }).click();
      await asked;
      const visit = await wordpress.open(test, link);
      await embeddedIn(visit.page);
      await assertTidy(visit);
    });
  });

  describe('lets administrators and editors embed elements', () => {
    for (const role of ['administrator', 'editor'] as const) {
      it(`as ${role} in the block Custom HTML`, async (test) => {
        const post = await wordpress.save(role, htmlBlock(snippet()));
        const visit = await wordpress.open(test, post.link);
        await visit.page.locator('vielfalt-offer-card').first().waitFor();
        await assertTidy(visit);
        await searchAndFollow(visit.page, visit.page);
      });
    }

    it('in the classic editor, as long as nobody opens Visual', async (test) => {
      const { page } = await wordpress.open(test, CLASSIC, { as: 'editor' });
      const link = await publishClassic(page, snippet());
      const visit = await wordpress.open(test, link);
      // WordPress puts paragraphs and line breaks in between.
      await visit.page
        .locator('p > vielfalt-directory > br')
        .first()
        .waitFor({ state: 'attached' });
      await visit.page.locator('vielfalt-offer-card').first().waitFor();
      await assertTidy(visit);
      await searchAndFollow(visit.page, visit.page);

      const tab = (name: string) => page.getByRole('button', { name, exact: true });
      await tab('Visual').click();
      await page.locator('#content_ifr').waitFor();
      await tab('Text').click();
      const left = await page.locator('#content').inputValue();
      assert.doesNotMatch(left, /vielfalt-directory/);
      assert.match(left, new RegExp(`<a href=".+">${FALLBACK}</a>`));
    });

    it('in a block for authors to use again, which they may insert', async (test) => {
      const block = await wordpress.ask<Post>('editor', 'blocks', {
        title: 'Verzeichnis',
        status: 'publish',
        content: htmlBlock(snippet()),
      });
      const post = await wordpress.save('author', `<!-- wp:block {"ref":${block.id}} /-->`);
      const visit = await wordpress.open(test, post.link);
      await visit.page.locator('vielfalt-offer-card').first().waitFor();
      await assertTidy(visit);
    });
  });

  it('keeps what visitors choose in the address, in spite of its redirect', async (test) => {
    const { id } = await wordpress.save('editor', htmlBlock(snippet()));
    const visit = await wordpress.open(test, `/?p=${id}&vielfalt.topic=language`);
    assert.match(visit.page.url(), /\/angebote[^/]*\/\?vielfalt_topic=language$/);
    const chips = visit.page.locator('vielfalt-offer-list [part=chips]');
    await chips.getByText('Deutsch lernen').waitFor();
    await assertTidy(visit);
  });

  describe('takes the snippet away from an author', () => {
    it('and leaves the link inside', async (test) => {
      const post = await wordpress.save('author', htmlBlock(snippet()));
      assert.doesNotMatch(post.content.raw, /script|vielfalt-/);
      const visit = await wordpress.open(test, post.link);
      const link = visit.page.getByRole('link', { name: FALLBACK });
      assert.equal(await link.getAttribute('href'), address('/'));
      await assertTidy(visit);
    });

    it('who saves an own post that an editor has put it into', async () => {
      const { id } = await wordpress.save('author', 'Unsere Angebote');
      const edited = await wordpress.ask<Post>('editor', `posts/${id}`, {
        content: htmlBlock(snippet()),
      });
      assert.match(edited.content.raw, /<vielfalt-directory/);
      const content = edited.content.raw.replace('Witten', 'Witten und Wetter');
      const saved = await wordpress.ask<Post>('author', `posts/${id}`, { content });
      assert.doesNotMatch(saved.content.raw, /script|vielfalt-/);
    });
  });

  describe('makes elements of an author’s marks once an administrator has put the script in', () => {
    /** Both marks, in a page that is as tidy on a telephone. */
    async function assertMarks(test: TestContext) {
      const { link } = await wordpress.save('author', htmlBlock(marks()));
      const small = await wordpress.open(test, link, NARROW);
      await small.page.locator('vielfalt-offer-card').first().waitFor();
      await drawn(small.page);
      await assertTidy(small);
      const visit = await wordpress.open(test, link);
      const { page } = visit;
      await page.getByRole('article', { name: 'VHS Hügelland' }).waitFor();
      const provider = page.locator('vielfalt-offer-card .provider a').first();
      assert.equal(
        await provider.evaluate((each) => getComputedStyle(each).color),
        'rgb(163, 32, 27)',
      );
      await assertTidy(visit);
      await searchAndFollow(page, page);
    }

    it('by the PHP in the guide', async (test) => {
      const guide = await readFile(GUIDE, 'utf8');
      const [, code] = /```php\n<\?php\n(add_action\(.+?)\n```/s.exec(guide) ?? [];
      const plugin = `${wordpress.plugins}/script.php`;
      const php = `<?php\n${code?.replace('https://feed.example.org', wordpress.feedUrl)}`;
      await writeFile(plugin, php);
      test.after(() => rm(plugin));
      await assertMarks(test);
    });

    for (const theme of THEMES) {
      describe(`by ${theme.by}, in the theme ${theme.name}`, () => {
        before(async () => {
          await wordpress.php(`switch_theme('${theme.name}');`);
          await theme.put(wordpress, htmlBlock(script()));
        });

        it('for a directory and a provider', (test) => assertMarks(test));

        it('beside addresses that are embedded', async (test) => {
          const { link } = await wordpress.save('author', embedBlock(address('/?place=witten')));
          const visit = await wordpress.open(test, link, NARROW);
          const { height } = await embeddedIn(visit.page);
          assert.equal(height, 1_000);
          await assertTidy(visit);
        });
      });
    }
  });
});
