import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BASE, configured, oddExample } from './configuring.js';
import { startFeed } from './feed-harness.js';

const SCRIPT = `<script type="module" src="${BASE}/widget/v1/vielfalt.js"></script>`;

describe('the lines for a website', () => {
  it('are the element with its locks, what it looks like, and a link that serves without scripts', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const query =
      'place=witten&topic=sport&topic=language&free=yes&accent=%23a3201b&radius=0&font=serif&background=fff' +
      '&for-professionals=yes&heading-level=3&limit=8&no-languages=yes&sync-url=yes&language=ar&id=kurse';
    const { status, lines } = await configured(feed, query);
    assert.equal(status, 200);
    assert.equal(
      lines,
      `${SCRIPT}

<vielfalt-directory id="kurse" topic="language,sport" place="witten" free for-professionals heading-level="3" limit="8" no-languages sync-url lang="ar" style="--vielfalt-accent: #a3201b; --vielfalt-radius: 0; background: #fff; font-family: serif">
  <a href="${BASE}/?topic=language,sport&amp;place=witten&amp;free=yes">Angebote: Sprache, Sport, Witten, kostenlos</a>
</vielfalt-directory>`,
    );
  });

  it('are those of one record, with its name as it is', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE, changes: oddExample() });
    const escaped = 'Haus &quot;Am Park&quot; &amp; &#39;Söhne&#39; &lt;e. V.&gt;';
    const { lines } = await configured(feed, 'show=provider&provider=provider-1&topic=sport');
    assert.equal(
      lines,
      `${SCRIPT}

<vielfalt-provider-card provider="provider-1">
  <a href="${BASE}/providers/provider-1">${escaped}</a>
</vielfalt-provider-card>`,
    );
    const framed = await configured(feed, 'show=provider&provider=provider-1&way=frame');
    assert.match(framed.lines, new RegExp(`title="${escaped}"`));
    const page = await configured(feed, `show=offer&offer=${BASE}/offers/offer-1?lang=de`);
    assert.match(page.lines, /<vielfalt-offer-card offer="offer-1">\n.*Deutschkurs am Vormittag</);
    const circle = await configured(feed, 'show=network&network=network-1&lang=en');
    assert.match(circle.lines, /<vielfalt-network-card network="network-1">\n.*\?lang=en">/);
  });

  it('are a placeholder, with what an administrator does once', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const drupal = await configured(
      feed,
      'place=witten&free=yes&accent=a3201b&system=drupal-filtered',
    );
    assert.equal(
      drupal.lines,
      `<div data-vielfalt="directory" data-place="witten" data-free="yes">
  <a href="${BASE}/?place=witten&amp;free=yes">Angebote: Witten, kostenlos</a>
</div>`,
    );
    assert.equal(drupal.field('template'), SCRIPT);
    assert.equal(drupal.field('allowed'), '<div data-vielfalt data-place data-free lang>');
    assert.equal(drupal.field('styles'), 'vielfalt-directory {\n  --vielfalt-accent: #a3201b;\n}');
    const joomla = await configured(feed, 'place=witten&accent=a3201b&system=joomla');
    assert.match(joomla.lines, /^<div [^>]*style="--vielfalt-accent: #a3201b">/);
    const author = await configured(feed, 'system=wordpress-author&way=placeholder');
    assert.match(author.field('template') ?? '', /wp_print_script_tag\(\['type' => 'module'/);
    const typo3 = await configured(feed, 'system=typo3-text');
    assert.equal(
      typo3.field('template'),
      `page.footerData.10 = TEXT\npage.footerData.10.value = ${SCRIPT}`,
    );
  });

  it('are a frame, an address, or a request of the server, each as far as it can say the choice', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const chosen = 'show=list&place=witten&limit=5&accent=a3201b&sync-url=yes';
    const frame = await configured(feed, `${chosen}&way=frame`);
    assert.equal(
      frame.lines,
      `<iframe src="${BASE}/embed?place=witten&amp;list=yes&amp;limit=5&amp;accent=a3201b" title="Angebote in und für Witten" width="100%" height="800" frameborder="0" loading="lazy" allow="geolocation"></iframe>
<script async src="${BASE}/widget/v1/frame.js"></script>`,
    );
    assert.match(frame.text, /gilt nicht, was Sie hier gewählt haben: Auswahl in der Adresse/);
    const address = await configured(feed, `${chosen}&system=wordpress-author`);
    assert.equal(address.lines, `${BASE}/?place=witten&limit=5`);
    assert.match(address.text, /gilt nicht[^:]*: [^.]*Farbe von Links[^.]*Baustein/);
    const php = await configured(feed, `${chosen}&system=wordpress&way=html`);
    assert.match(
      php.lines,
      /wp_remote_get\('https:\/\/feed\.example\.org\/list\.html\?within\.place=witten&limit=5'\)/,
    );
    const keyOf = (lines: string) => /get_transient\('(vielfalt_[\da-f]{12})'\)/.exec(lines)?.[1];
    const topics = 'show=list&topic=education,language,sport&place=hattingen,kreis,witten';
    const keys = ['day=mo,tu,we', 'day=mo,tu,th', 'day=mo,tu,we&limit=5'].map(async (query) =>
      keyOf(
        (await configured(feed, `${topics}&time=morning&${query}&system=wordpress&way=html`)).lines,
      ),
    );
    assert.equal(new Set([keyOf(php.lines), ...(await Promise.all(keys))]).size, 4);
    const nginx = await configured(feed, `${chosen}&way=html&lang=ar`);
    assert.match(
      nginx.lines,
      /virtual="\/vielfalt\/list\.html\?within\.place=witten&limit=5&lang=ar"/,
    );
  });

  it('say what has no meaning for what is shown', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const switches = 'map=yes&for-professionals=yes&no-topics=yes&no-languages=yes';
    const lists = 'limit=5&sync-url=yes&no-shortlist=yes';
    const lost = async (query: string) =>
      / gilt nicht, was Sie hier gewählt haben: ([^]*?)\. Zum Einfügen/.exec(
        (await configured(feed, `${query}&heading-level=3&id=x&language=ar`)).text,
      )?.[1];
    const FOR_DIRECTORIES = [
      'Für Fachleute: über der Suche auch, was fehlt, Netzwerke und gute Beispiele',
      'Karte über der Suche',
      'Ohne Auswahl der Sprache',
      'Ohne Themen unter der Suche',
    ];
    const all = await lost(`show=provider&provider=provider-1&${switches}&${lists}`);
    for (const name of [...FOR_DIRECTORIES, 'Angebote auf einmal', 'Auswahl in der Adresse']) {
      assert.match(all ?? '', new RegExp(name), name);
    }
    const list = await lost(`show=list&${switches}&${lists}`);
    for (const name of FOR_DIRECTORIES) assert.match(list ?? '', new RegExp(name), name);
    assert.doesNotMatch(list ?? '', /Angebote auf einmal|Auswahl in der Adresse|Merkliste/);
    assert.equal(await lost(`${switches}&${lists}`), undefined);
  });

  it('put a map above the search, where the way has room for one', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const chosen = 'place=witten&map=yes&no-topics=yes&no-shortlist=yes';
    const element = await configured(feed, chosen);
    assert.match(
      element.lines,
      /<vielfalt-directory place="witten" no-shortlist no-topics>\n {2}<vielfalt-map slot="before"><\/vielfalt-map>\n {2}<a /,
    );
    const frame = await configured(feed, `${chosen}&way=frame`);
    assert.match(frame.lines, /\?place=witten&amp;map=yes&amp;no-topics=yes&amp;no-shortlist=yes"/);
    const placeholder = await configured(feed, `${chosen}&way=placeholder`);
    assert.match(placeholder.lines, /data-no-shortlist="yes" data-no-topics="yes">/);
    assert.match(placeholder.text, /gilt nicht, was Sie hier gewählt haben: Karte über der Suche/);
    assert.doesNotMatch((await configured(feed, `show=list&${chosen}`)).lines, /map|no-topics/);
  });

  it('insist on a hash that is that of the script', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const answer = await feed.get('/widget/v1/integrity.json');
    const { version, integrity } = answer.json<{ version: string; integrity: string }>();
    const { lines } = await configured(feed, 'way=integrity');
    const [tag] = lines.split('\n');
    assert.equal(
      tag,
      `<script type="module" src="${BASE}/widget/v${version}/vielfalt.js" integrity="${integrity}" crossorigin></script>`,
    );
  });

  it('wait for a record, and for a public address', async (test) => {
    const feed = await startFeed(test);
    const { status, text, lines } = await configured(feed, 'show=network');
    assert.equal(status, 200);
    assert.equal(lines, '');
    assert.match(text, /Wählen Sie zuerst aus/);
    assert.match((await configured(feed)).text, /kennt seine öffentliche Adresse nicht/);
  });
});
