import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Demo } from './demo.js';
import { serveHostPage } from './host-page.js';

const demo = Demo.forAll();

const BODY =
  '<h1>Sport</h1><vielfalt-directory topic="sport" heading-level="2"></vielfalt-directory>';

it('a small directory is searched and filtered in the page once its set is there', async (test) => {
  const served = await serveHostPage(demo.feed.url, { body: BODY });
  test.after(() => served.close());
  const context = await demo.browser.newContext({ viewport: { width: 1000, height: 800 } });
  test.after(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(served.url);
  const summary = page.locator('[part=summary]').filter({ hasText: 'gefunden' });
  const all = await summary.innerText();

  const set = page.waitForResponse(/\/v1\/offers\/set\?/);
  await page.getByRole('searchbox').fill('schwimmen');
  const swimming = await summary.filter({ hasNotText: all }).innerText();
  await (await set).finished();

  const asked: string[] = [];
  await page.route(/\/v1\/offers\?/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await page.getByRole('searchbox').fill('fahrrad');
  const cycling = await summary.filter({ hasNotText: swimming }).innerText();
  assert.notEqual(cycling, all);
  await page.getByRole('button', { name: 'Gut zu wissen' }).click();
  await page.getByRole('checkbox', { name: /^kostenlos/ }).check();
  await summary.filter({ hasNotText: cycling }).waitFor();
  assert.deepEqual(asked, []);
  assert.deepEqual(complaints, []);
});
