import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eventually } from '../e2e/browser.js';
import { HostPages, languageTopic } from './host.js';

const hosts = HostPages.forAll();

it('The script in one file serves a page that insists on its hash, and loads no other', async (test) => {
  const { url } = hosts.demo.feed;
  const answer = await fetch(`${url}/widget/v1/integrity.json`);
  const { file, integrity } = (await answer.json()) as { file: string; integrity: string };
  const script = `<script type="module" src="${url}/widget/v1/${file}" integrity="${integrity}" crossorigin></script>`;
  const asked: string[] = [];
  const { page, complaints } = await hosts.open(
    test,
    { body: '<vielfalt-directory place="witten"></vielfalt-directory>', head: script },
    {
      before: async (opened) => {
        opened.on('request', (request) => asked.push(request.url()));
        // The helper's own script, which this page does without.
        await opened.route('**/widget/v1/vielfalt.js', (route) => route.abort());
      },
    },
  );
  const card = page.locator('vielfalt-offer-card').first();
  await card.getByRole('button', { name: 'Einzelheiten' }).click();
  await card.getByRole('link', { name: 'Link zu diesem Angebot' }).waitFor();
  const summary = page.locator('vielfalt-offer-list [part=summary]');
  const all = await summary.textContent();
  await (await languageTopic(page)).check();
  await eventually(async () => (await summary.textContent()) !== all, 'the list is narrowed');
  await page.getByRole('searchbox').pressSequentially('Deutschkrus');
  await page.locator('vielfalt-offer-card mark').first().waitFor();
  await page.locator('.languages select').selectOption('ar');
  await page.getByText('عمّ تبحثون؟').waitFor();
  const scripts = asked.filter(
    (each) => each.includes('/widget/') && !each.endsWith('vielfalt.js'),
  );
  assert.deepEqual(scripts, [`${url}/widget/v1/${file}`]);
  assert.deepEqual(
    complaints.filter((each) => !each.includes('ERR_FAILED')),
    [],
  );
});
