import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HostPages } from './host.js';

describe('A lock with a wrong name', () => {
  const hosts = HostPages.forAll();

  const WRONG: [attributes: string, said: string, meant?: string][] = [
    ['topics="language"', 'topics="language"', 'topic'],
    ['ort="witten"', 'ort="witten"', 'place'],
    ['plaec=witten', 'plaec="witten"', 'place'],
    ['place="witten" zielgruppen="kinder"', 'zielgruppen="kinder"', 'audience'],
    ['step-free', 'step-free=""', 'stepfree'],
    ['frauen', 'frauen=""', 'women'],
    ['nur-frauen', 'nur-frauen=""', 'women'],
    ['freie-plätze', 'freie-plätze=""', 'openings'],
    ['spoken="Arabisch"', 'spoken="arabisch"'],
    ['topic-id="language"', 'topic-id="language"', 'topic'],
    ['topic=”language, homework”', 'homework”=""'],
    ['topic=“language“', 'topic="“language“"'],
  ];

  it('shows no offers, and says which attribute and what may be meant', async (test) => {
    const body = WRONG.map(
      ([attributes], index) =>
        `<vielfalt-directory id="d${index}" ${attributes}><a href="/">Angebote</a></vielfalt-directory>`,
    );
    const { page, complaints } = await hosts.open(test, { body: body.join('') }, { offers: false });
    for (const [index, [, said, meant]] of WRONG.entries()) {
      const list = page.locator(`#d${index} vielfalt-offer-list`);
      await list.getByText(said).waitFor();
      if (meant) await list.getByText(`Meinten Sie „${meant}“?`).waitFor();
      await list.getByRole('link', { name: 'Zum Verzeichnis' }).waitFor();
      const [name = '', value = ''] = said.replaceAll(/^(topic|spoken)=|"/g, '').split('=');
      assert.ok(
        complaints.some((text) => text.includes(name || value)),
        `${said}: ${complaints.join()}`,
      );
    }
    assert.equal(await page.locator('vielfalt-offer-card').count(), 0);
  });

  it('shows no linked offer either', async (test) => {
    const { page } = await hosts.open(
      test,
      { body: '<vielfalt-offer-list topics="language"></vielfalt-offer-list>' },
      { offers: false, path: '/#vielfalt-offer=hausaufgabenhilfe-welper' },
    );
    await page.getByText('topics="language"').waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('vielfalt-offer-card').count(), 0);
  });

  it('is told from attributes that mean nothing to us', async (test) => {
    const foreign = `id="a" class="alignwide" style="color:inherit" slot="x" part="p" title="t" lang="de" dir="ltr"
      data-topic="x" data-place="y" aria-label="Angebote" onclick="1" x-data="{}" x-on:click.away="1"
      v-cloak ng-version="1" _ngcontent-abc-1 :place="x" @click="y" tabindex="-1" role="group"
      itemprop="about" wfd-id="3" bis_skin_checked="1" jsaction="a" hx-get="/" align="center"
      width="100%" name="liste" nonce="n" is="x" key="1" ref="r" alt="Angebote" translate="yes"`;
    const { page, complaints } = await hosts.open(test, {
      body: `<vielfalt-directory place="witten" ${foreign}></vielfalt-directory>`,
    });
    assert.ok((await page.locator('vielfalt-offer-card').count()) > 5);
    assert.deepEqual(complaints, []);
  });
});

describe('An element that is closed like an empty one', () => {
  const hosts = HostPages.forAll();

  it('is reported, and the page that it has swallowed stays in sight', async (test) => {
    const { page, complaints } = await hosts.open(test, {
      body: `<vielfalt-search-box for="offers" />
        <h2>Unsere Angebote</h2>
        <vielfalt-offer-list id="offers" topic="language" />
        <p>Noch Fragen?</p>
        <footer>Öffnungszeiten</footer>`,
    });
    for (const text of ['Unsere Angebote', 'Noch Fragen?', 'Öffnungszeiten']) {
      await page.getByText(text, { exact: true }).waitFor({ state: 'visible' });
    }
    const said = complaints.join('\n');
    assert.match(said, /<vielfalt-search-box>/);
    assert.match(said, /<vielfalt-offer-list>/);
    assert.match(said, /\/>/);
  });

  it('is told from one with a fallback of its own', async (test) => {
    const { page, complaints } = await hosts.open(test, {
      body: `<vielfalt-directory place="witten">
          <p>Alle Angebote <a href="/">im Verzeichnis</a></p><ul><li><a href="/a">A</a></li></ul>
          <p slot="before">Vorher</p>
        </vielfalt-directory>`,
    });
    await page.getByText('Vorher').waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(complaints, []);
    assert.equal(await page.getByText('im Verzeichnis').isVisible(), false);
  });

  for (const body of [
    '<vielfalt-directory><h3>Angebote</h3><p>Gleich.</p></vielfalt-directory>',
    '<vielfalt-directory>\n<h2>Angebote</h2><section>Gleich.</section>\n</vielfalt-directory>\n',
  ])
    it(`is told from one with headings: ${body.replaceAll('\n', ' ')}`, async (test) => {
      const { page, complaints } = await hosts.open(test, { body });
      await page.waitForLoadState('networkidle');
      assert.deepEqual(complaints, []);
      assert.equal(await page.getByText('Gleich.').isVisible(), false);
    });
});
