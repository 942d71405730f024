import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eventually } from '../e2e/browser.js';
import { HostPages } from './host.js';

const hosts = HostPages.forAll();

it('leaves the fallback and says why where a consent manager inserts the script as a classic one', async (test) => {
  const { page, complaints } = await hosts.open(
    test,
    { body: '<vielfalt-directory><a href="/">Alle Angebote</a></vielfalt-directory>' },
    {
      offers: false,
      before: (opened) =>
        opened.route('**/', async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replace('type="module"', 'type="text/javascript"');
          await route.fulfill({ response, body });
        }),
    },
  );
  await page.getByRole('link', { name: 'Alle Angebote' }).waitFor();
  await eventually(async () => complaints.length > 0, 'the console says something');
  assert.match(complaints.join(), /'import\.meta' outside a module/);
});
