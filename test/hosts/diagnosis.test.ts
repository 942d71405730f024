import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { HostPages, type Manner } from './host.js';
import type { HostPage } from '../e2e/host-page.js';

const DIRECTORY = '<vielfalt-directory diagnose heading-level="2"></vielfalt-directory>';

const { version } = JSON.parse(
  readFileSync(new URL('../../widget/package.json', import.meta.url), 'utf8'),
) as { version: string };

describe('An element that is asked for a diagnosis', () => {
  const hosts = HostPages.forAll();

  /** What the panel says, once it has looked at everything. */
  async function said(page: Page): Promise<string> {
    const panel = page.locator('vielfalt-diagnosis');
    await panel.locator('section > :is(ul, p:not(.muted, [role]))').waitFor();
    return (await panel.locator('section').innerText()).replace(/\s+/g, ' ');
  }

  async function diagnosed(
    test: TestContext,
    host: string | Partial<HostPage>,
    manner: Manner = {},
  ) {
    const page = typeof host === 'string' ? { body: host } : { body: DIRECTORY, ...host };
    const visit = await hosts.open(
      test,
      (feed) => ({
        ...page,
        body: `<h1>Angebote</h1>${page.body.replaceAll('FEED', feed)}`,
        ...(page.policy && { policy: page.policy.replaceAll('FEED', feed) }),
      }),
      { offers: false, ...manner },
    );
    return { ...visit, text: await said(visit.page) };
  }

  it('says that all is well, with the offers and the versions', async (test) => {
    const { page, text, complaints } = await diagnosed(test, DIRECTORY);
    assert.match(text, /^Diagnose Alles in Ordnung: \d+ Angebote von „.+“/);
    assert.match(
      text,
      new RegExp(`Version des Skripts: ${version}; des Verzeichnisses: ${version}`),
    );
    await page.getByRole('region', { name: 'Diagnose' }).waitFor();
    await page.getByRole('heading', { name: 'Diagnose', level: 2 }).waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('vielfalt-diagnosis').isVisible(), false);
    assert.deepEqual(complaints, []);
  });

  it('is silent again once the attribute is taken away, and looks anew when others change', async (test) => {
    const { page } = await diagnosed(test, DIRECTORY);
    const directory = page.locator('vielfalt-directory');
    await directory.evaluate((element) => element.setAttribute('topic', 'langauge'));
    const list = page.locator('vielfalt-diagnosis').getByRole('list');
    await list.getByText('topic="langauge"').waitFor();
    await list.getByText('Meinten Sie „language“?').waitFor();
    await directory.evaluate((element) => element.removeAttribute('diagnose'));
    await page.locator('vielfalt-diagnosis').waitFor({ state: 'detached' });
  });

  it('names what the page’s policy blocks, and the directive', async (test) => {
    const policy = "script-src FEED; connect-src 'self'; style-src 'none'";
    const { text } = await diagnosed(test, { policy });
    const { url } = hosts.demo.feed;
    const sentence = `(Content Security Policy) verbietet ${url}. Erlauben Sie es in connect-src.`;
    assert.equal(text.split(sentence).length, 2, text);
    assert.equal(text.split('verbietet').length, 2, 'one sentence for all addresses of the feed');
    assert.doesNotMatch(text, /nicht zu erreichen|CORS/);
  });

  it('says why the feed cannot be read', async (test) => {
    const answers: [string, (page: Page) => Promise<unknown>, RegExp][] = [
      [
        'gone',
        (page) => page.route('**/v1/offers*', (route) => route.abort()),
        /\/v1\/offers ist nicht zu erreichen/,
      ],
      [
        'an error',
        (page) =>
          page.route('**/v1/offers*', (route) =>
            route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' } }),
          ),
        /\/v1\/offers antwortet mit dem Fehler 500/,
      ],
      [
        'HTML',
        (page) =>
          page.route('**/v1/offers*', (route) =>
            route.fulfill({
              body: '<p>',
              contentType: 'text/html',
              headers: { 'access-control-allow-origin': '*' },
            }),
          ),
        /antwortet mit text\/html statt mit Angeboten \(JSON\)/,
      ],
      [
        'one that may not be read',
        (page) =>
          page.route('**/v1/offers*', (route) =>
            route.fulfill({
              body: '{}',
              contentType: 'application/json',
              headers: { 'access-control-allow-origin': 'https://other.example' },
            }),
          ),
        /\(CORS\)/,
      ],
    ];
    for (const [what, before, expected] of answers) {
      const { text } = await diagnosed(test, DIRECTORY, { before });
      assert.match(text, expected, what);
    }
  });

  const PAGES: [what: string, host: string | Partial<HostPage>, expected: (string | RegExp)[]][] = [
    [
      'a wrong name of a lock',
      '<vielfalt-directory diagnose heading-level="2" ort="witten"></vielfalt-directory>',
      ['Das Attribut ort gibt es nicht. Meinten Sie „place“?'],
    ],
    [
      'a wrong name of another attribute',
      '<vielfalt-directory diagnose heading-level="2" limt="3"></vielfalt-directory>',
      ['Das Attribut limt gibt es nicht. Meinten Sie „limit“?'],
    ],
    [
      'wrong values',
      '<vielfalt-directory diagnose heading-level="7" limit="0" sort="titel" start="topik=x&age=old" sync-url="fragmnt" for="nobody"></vielfalt-directory>',
      [
        'heading-level="7"',
        'limit="0"',
        'sort="titel"',
        'Meinten Sie „title“?',
        'topik="x"',
        'age="old"',
        'Meinten Sie „fragment“?',
        /for="nobody".*: Kein Element/,
      ],
    ],
    ...['offer', 'provider', 'network'].map((kind): [string, string, string[]] => [
      `a card without its ${kind}`,
      `<vielfalt-${kind}-card diagnose heading-level="2"></vielfalt-${kind}-card>`,
      [`${kind}="": Diesen Wert gibt es nicht`],
    ]),
    [
      'a lock that locks nothing',
      '<vielfalt-directory diagnose heading-level="2" place="" topic=" , "></vielfalt-directory>',
      ['place="": Diesen Wert gibt es nicht', /topic=" ?, ?": Diesen Wert gibt es nicht/],
    ],
    [
      'an unknown value to begin with',
      '<vielfalt-directory diagnose heading-level="2" start="q=kurs&topic=langauge"></vielfalt-directory>',
      ['topic="langauge": Diesen Wert gibt es nicht. Meinten Sie „language“?'],
    ],
    [
      'quotes',
      '<vielfalt-directory diagnose heading-level="2" topic=”language”></vielfalt-directory>',
      [/topic="”language”".*: Schreiben Sie den Wert in geraden/],
    ],
    [
      'an address of another directory',
      '<vielfalt-directory diagnose heading-level="2" place="https://other.example/places/witten"></vielfalt-directory>',
      [
        /place="https:\/\/other\.example\/places\/witten" ist keine Adresse einer passenden Seite von http/,
      ],
    ],
    [
      'one in a card',
      '<vielfalt-provider-card diagnose provider="https://other.example/providers/x"></vielfalt-provider-card>',
      [/provider="https:\/\/other\.example\/providers\/x" ist keine Adresse/],
    ],
    [
      'a record that is not there',
      '<vielfalt-offer-card diagnose heading-level="2" offer="nothing"></vielfalt-offer-card>',
      [/offer="nothing".*: Diesen Wert gibt es nicht/],
    ],
    [
      'a feed that is none',
      '<vielfalt-directory diagnose heading-level="2" feed="ftp://feed.example.org"></vielfalt-directory>',
      ['feed="ftp://feed.example.org" ist keine Adresse'],
    ],
    [
      'an end like an empty element’s',
      '<vielfalt-directory diagnose heading-level="2" /><h2>Danach</h2>',
      ['<vielfalt-directory … /> hat den Rest der Seite verschluckt'],
    ],
    [
      'a level left out',
      '<vielfalt-directory diagnose></vielfalt-directory>',
      ['Ebene 1, seine eigenen haben die Ebene 3. Schreiben Sie heading-level="2"'],
    ],
    ['several main areas', `<main>${DIRECTORY}</main>`, ['Die Seite hat 2 Hauptbereiche (<main>)']],
    [
      'the same name twice',
      '<vielfalt-directory diagnose heading-level="2" label="Kurse"></vielfalt-directory><vielfalt-directory heading-level="2" label="Kurse"></vielfalt-directory>',
      ['Geben Sie jedem Element ein eigenes label'],
    ],
    [
      'a second script',
      { head: '<script type="module" src="/widget/v1/vielfalt.js"></script>' },
      [/Das Skript steht mehrmals auf der Seite: .* Einmal genügt/],
    ],
    ['no language', { root: 'dir="ltr"' }, ['Schreiben Sie <html lang="de">']],
    [
      'a placeholder that names nothing',
      '<div data-vielfalt="directry" data-diagnose><a href="FEED">Angebote</a></div>',
      ['data-vielfalt="directry" nennt keines unserer Elemente'],
    ],
    [
      'a placeholder with a wrong name',
      '<div data-vielfalt="directory" data-heading-level="2" data-limt="3" data-diagnose></div>',
      ['Das Attribut data-limt gibt es nicht. Meinten Sie „data-limit“?'],
    ],
  ];

  for (const [what, host, expected] of PAGES) {
    it(`says so of ${what}`, async (test) => {
      const { text } = await diagnosed(test, host);
      for (const each of expected) {
        const isSaid = typeof each === 'string' ? text.includes(each) : each.test(text);
        assert.ok(isSaid, `${each} in: ${text}`);
      }
      assert.doesNotMatch(text, /Alles in Ordnung/);
    });
  }

  it('does not turn “no” into its opposite', async (test) => {
    for (const [value, near] of [
      ['no', ''],
      ['false', ''],
      ['ja', ' Meinten Sie „yes“[?]'],
    ] as const) {
      const { text } = await diagnosed(
        test,
        `<vielfalt-directory diagnose heading-level="2" free="${value}"></vielfalt-directory>`,
      );
      assert.match(text, new RegExp(`free="${value}": Diesen Wert gibt es nicht.${near} Version`));
    }
  });

  it('says whether the website keeps what sync-url writes', async (test) => {
    const synced = (how: string) =>
      `<vielfalt-directory diagnose heading-level="2" sync-url="${how}"></vielfalt-directory>`;
    const refuse = (page: Page) =>
      page.route(/vielfalt\.free=/, (route) => route.fulfill({ status: 404 }));
    const kept = await diagnosed(test, synced(''));
    assert.match(kept.text, /Alles in Ordnung/);
    const lost = await diagnosed(test, synced(''), { before: refuse });
    assert.match(
      lost.text,
      /nimmt die Auswahl in ihrer Adresse nicht an. Schreiben Sie sync-url="fragment"/,
    );
    const fragment = await diagnosed(test, synced('fragment'), { before: refuse });
    assert.match(fragment.text, /Alles in Ordnung/);
    const taken = await diagnosed(test, synced('fragment'), { path: '/#/route' });
    assert.match(taken.text, /hinter # steht, gehört der Seite selbst/);
  });

  it('costs a page without one no request', async (test) => {
    const asked: string[] = [];
    const body = '<h1>Angebote</h1><vielfalt-directory heading-level="2"></vielfalt-directory>';
    const { page } = await hosts.open(
      test,
      { body },
      {
        before: async (opened) =>
          opened.on('response', async (response) => {
            if (response.url().includes('/widget/')) asked.push(await response.text());
          }),
      },
    );
    await page.waitForLoadState('networkidle');
    assert.ok(asked.length > 0);
    assert.ok(!asked.some((script) => script.includes('vielfalt-diagnosis')));
  });
});
