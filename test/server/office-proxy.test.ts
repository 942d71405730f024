import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { ConfigError, readConfig } from '../../server/src/config.js';
import type { Visit, VisitSources } from '../../server/src/desk/visit.js';
import { vouchedFor } from '../../server/src/pages/office/session.js';
import { startFeed, type Feed } from './feed-harness.js';
import { Browser, KEEPER, entryOf, isIn, keptExample } from './office-harness.js';

const officeHeader = 'x-forwarded-email';

/** A browser behind a proxy that names who asks. */
function namedAs(feed: Feed, address: string): Browser {
  const browser = new Browser(feed);
  browser.headers[officeHeader] = address;
  return browser;
}

test('Whom the proxy names enters by one button', async (context) => {
  const feed = await startFeed(context, { changes: keptExample(), officeHeader });
  const browser = namedAs(feed, KEEPER);
  assert.match((await browser.get('/office')).html, /action="\/office\/enter"/);
  assert.equal((await browser.post('/office/enter')).headers['location'], '/office');
  assert.equal(await isIn(browser), true);
  // The session is the named one's alone, and over where the proxy names nobody any more.
  browser.headers[officeHeader] = 'other@office.example';
  assert.equal(await isIn(browser), false);
  browser.headers[officeHeader] = '';
  assert.equal(await isIn(browser), false);
});

test('Whom the proxy names has to be a keeper', async (context) => {
  const feed = await startFeed(context, { changes: keptExample(), officeHeader });
  for (const address of ['other@office.example', '', `${KEEPER}, ${KEEPER}`, `${KEEPER} x`]) {
    const browser = namedAs(feed, address);
    assert.equal((await browser.get('/office')).status, 403);
    assert.equal((await browser.post('/office/enter')).status, 403);
    assert.equal(browser.cookies.size, 0);
  }
});

test('A header that comes twice is nobody’s: a proxy may hand on what a client wrote', async (context) => {
  const feed = await startFeed(context, { changes: keptExample(), officeHeader });
  const twice = ['X-Forwarded-Email', KEEPER, 'x-forwarded-email', KEEPER];
  const status = await new Promise((resolve, reject) => {
    const headers = ['Host', new URL(feed.url).host, ...twice];
    const sent = request(`${feed.url}/office`, { headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end();
  });
  assert.equal(status, 403);
});

test('Unless the operator asks for it, the header means nothing; with it, links open nothing', async (context) => {
  const plain = await startFeed(context, { changes: keptExample() });
  const named = namedAs(plain, KEEPER);
  assert.equal(await isIn(named), false);
  assert.equal((await named.post('/office/enter')).status, 403);
  assert.equal(named.cookies.size, 0);

  const feed = await startFeed(context, { changes: keptExample(), officeHeader });
  const browser = new Browser(feed);
  const link = await entryOf(feed);
  assert.equal((await browser.get(link)).status, 403);
  assert.equal((await browser.post(link)).status, 403);
});

test('The settings say what is wrong with them', () => {
  assert.equal(readConfig({}).officeHeader, undefined);
  assert.equal(readConfig({ OFFICE_AUTH: 'link' }).officeHeader, undefined);
  assert.equal(readConfig({ OFFICE_AUTH: 'proxy' }).officeHeader, officeHeader);
  const own = { OFFICE_AUTH: 'proxy', OFFICE_AUTH_HEADER: 'Remote-Email' };
  assert.equal(readConfig(own).officeHeader, 'remote-email');
  const wrong: [Record<string, string>, RegExp][] = [
    [{ OFFICE_AUTH: 'yes' }, /OFFICE_AUTH is "yes"; it must be "link" .* or "proxy"/],
    [{ OFFICE_AUTH_HEADER: 'X-Email' }, /nothing would read it: set OFFICE_AUTH to "proxy"/],
    [{ OFFICE_AUTH: 'proxy', OFFICE_AUTH_HEADER: 'From' }, /OFFICE_AUTH_HEADER is "From"/],
    [{ OFFICE_AUTH: 'proxy', OFFICE_AUTH_HEADER: 'X-A, X-B' }, /begins with X-, Remote- or Cf-/],
  ];
  for (const [environment, said] of wrong) {
    assert.throws(
      () => readConfig(environment),
      (error) => error instanceof ConfigError && said.test(error.message),
    );
  }
});

test('Only from this machine and private networks does the header count', () => {
  const { directory } = keptExample();
  const site = () => ({ reference: { directory } });
  const sources = { officeHeader, site } as unknown as VisitSources;
  const from = (isFromNear: boolean) => ({ isFromNear, header: () => KEEPER }) as unknown as Visit;
  assert.equal(vouchedFor(from(true), sources), KEEPER);
  assert.equal(vouchedFor(from(false), sources), undefined);
});
