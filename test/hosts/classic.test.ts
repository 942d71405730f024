import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eventually } from '../e2e/browser.js';
import { HostPages } from './host.js';

const hosts = HostPages.forAll();

it('says why nothing happens where a consent manager inserts the script as a classic one', async (test) => {
  const { page, complaints } = await hosts.open(test, {
    body: '<vielfalt-directory place="witten"></vielfalt-directory>',
  });
  await page.evaluate((src) => {
    document.head.append(Object.assign(document.createElement('script'), { src }));
  }, `${hosts.demo.feed.url}/widget/v1/vielfalt.js`);
  await eventually(async () => complaints.length > 0, 'the console says something');
  assert.match(complaints.join(), /'import\.meta' outside a module/);
});
