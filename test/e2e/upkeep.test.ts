import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { sidewaysScroll, startBrowser } from './browser.js';
import { KEEPER, openOffice, today, type Row } from './upkeep-office.js';

const OLD = {
  provider: 'Haus am Park e. V.',
  mail: 'haus@example.org',
  when: 'Mo 9–11 Uhr',
  cost: '5 €',
  checked: '01.03.2025',
};
const COOKING: Row = { ...OLD, nr: 1, title: 'Kochgruppe' };
const FIRST: Row[] = [
  COOKING,
  { ...OLD, nr: 2, title: 'Turnen' },
  { ...OLD, nr: 3, title: 'Nähen' },
  {
    ...{ nr: 4, title: 'Chor', provider: 'Verein Nord', mail: 'nord@example.org' },
    ...{ when: 'Di 18 Uhr', cost: 'kostenlos', checked: today() },
  },
];

/** The table in which something else stands of the cooking. */
const tableWith = (more: Partial<Row>) =>
  FIRST.map((row) => (row.nr === COOKING.nr ? { ...row, ...more } : row));

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** A telephone without scripts, on a machine that may have much to do. */
async function telephone(test: TestContext) {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, viewport: { width: 320, height: 720 } },
  });
  context.setDefaultTimeout(120_000);
  test.after(() => context.close());
  return context;
}

/** What stands in some part of a page, in lines without empty ones. */
async function text(part: Locator): Promise<string> {
  const lines = (await part.innerText()).replace(/[^\S\n]+/g, ' ').split('\n');
  return lines.filter((line) => line.trim() !== '').join('\n');
}

/** What a page says, once it is the one with a title; it has to fit. */
async function said(page: Page, title: string): Promise<string> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  assert.ok((await sidewaysScroll(page)) <= 0, `${new URL(page.url()).pathname} scrolls sideways`);
  return text(page.locator('main'));
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** The items of a part of the office's list, as text. */
function waiting(page: Page, part: string) {
  return page.getByRole('region', { name: part }).locator('ul.waiting > li');
}

test('an offer stays true, from the table to the mail, the provider, the office and the next table', async (test) => {
  const office = await openOffice(test, FIRST);
  const park = await telephone(test);
  const own = await park.newPage();
  const desk = await (await telephone(test)).newPage();
  const isChanged = ({ cost, rhythm }: Awaited<ReturnType<typeof office.offer>>) =>
    cost?.amount === 7 && rhythm === 'Do 17–19 Uhr';

  // The provider is asked, since nobody has looked for long; the other one is not.
  assert.match(await office.run('remind'), /^Mails sent: 1, about 1 provider and 3 offers$/m);
  await own.goto(await office.mailedLink(OLD.mail, 'confirm', 0));
  const list = await said(own, 'Stimmt das noch?');
  assert.match(list, /3 Angebote[^]*Kochgruppe\n[^]*Nähen\n[^]*Turnen\n/);
  const days = [today()];
  await press(own, 'Ja, alle 3 Angebote stimmen noch');
  const thanks = 'Danke, das ist angekommen';
  assert.match(await said(own, thanks), /heute geprüft von Haus am Park e\. V\.\n/);
  days.push(today());
  for (const { title, checked } of await office.offers()) {
    if (title !== 'Chor') assert.ok(days.includes(checked?.on ?? ''), title);
  }

  // One has changed after all.
  await own.getByRole('link', { name: 'Zurück zu Ihren Angeboten' }).click();
  await own.getByRole('link', { name: 'Hat sich geändert (Kochgruppe)' }).click();
  assert.match(await said(own, 'Was hat sich geändert?'), /Kochgruppe/);
  await own.locator('[name=when]').fill('Do 17 bis 19 Uhr');
  await own.locator('[name=cost]').fill('7 €');
  await press(own, 'Absenden');
  assert.match(await said(own, 'So verstehen wir die Zeiten'), /Do 17–19 Uhr/);
  await press(own, 'Ja, so absenden');
  await own.waitForURL(/done=/);
  assert.match(await said(own, thanks), /Wartet auf das Büro[^]*Do 17–19 Uhr/);
  assert.equal((await office.offer(COOKING.title)).cost?.amount, 5);

  // The office comes in by a mail, and accepts it.
  await desk.goto(`${office.url()}/office`);
  await said(desk, 'Büro');
  await desk.getByLabel('E-Mail-Adresse').fill(KEEPER);
  await press(desk, 'Link schicken');
  await desk.getByRole('status').getByText('kommt gleich eine E-Mail').waitFor();
  await desk.goto(await office.mailedLink(KEEPER, 'office/enter', 1));
  await said(desk, 'Büro');
  await press(desk, 'Büro öffnen');
  assert.match(
    await text(waiting(desk, 'Änderungswünsche')),
    /Kochgruppe[^]*\nBisher\nMo 9–11 Uhr\nNeu\nDo 17–19 Uhr[^]*\nBisher\n5 €\nNeu\n7 €\n/,
  );
  await said(desk, 'Büro');
  await press(desk, 'Alles annehmen');
  await desk.getByRole('status').getByText('Erledigt.').waitFor();
  assert.ok(isChanged(await office.offer(COOKING.title)));
  const shown = await park.newPage();
  await desk.getByRole('link', { name: 'Kochgruppe' }).first().click();
  await desk.waitForURL(/\/offers\//);
  const address = desk.url();
  await shown.goto(address);
  assert.match(await said(shown, 'Kochgruppe'), /\nWann\nDo 17–19 Uhr[^]*\nKosten\n7 €\n/);
  await own.reload();
  assert.match(await said(own, thanks), /Schon im Verzeichnis[^]*7 €/);

  // Whoever keeps the table is told what to write into it.
  const listed = await office.run('export', '--changes', '--format', 'csv');
  assert.match(listed, /^.?source;record;title;field;old;new;by;on\r?\n/);
  assert.match(listed, /^kreis;1;Kochgruppe;cost\.amount;5;7;lee@office\.example;/m);
  assert.match(listed, /^kreis;1;Kochgruppe;schedule\.times\.1\.byday;MO;TH;lee@office\.example;/m);

  // The table of before changes nothing.
  const again = await office.importTable('again.csv', FIRST);
  assert.match(again, /offers +added 0, changed 0, unchanged 4, retired 0\n/);
  assert.ok(isChanged(await office.offer(COOKING.title)));

  // One that says a third thing wins, and the office is told.
  const third = await office.importTable('third.csv', tableWith({ cost: '9 €' }));
  assert.match(
    third,
    /overruled, since the file says a third thing: 1\n {2}offer "1" \(Kochgruppe\): cost: .*7.*; the file says .*9/,
  );
  await office.shows(COOKING.title, ({ cost }) => cost?.amount === 9, 'the table has won');
  const { rhythm, checked } = await office.offer(COOKING.title);
  assert.deepEqual([rhythm, checked?.by], ['Do 17–19 Uhr', OLD.provider]);
  await desk.goto(`${office.url()}/office`);
  await said(desk, 'Büro');
  assert.match(
    await text(waiting(desk, 'Von der Tabelle überholt')),
    /Kochgruppe[^]*\nBisher\n5 €\nNeu\n7 €\nIn der Tabelle\n9 €\nIn der Tabelle: Tabelle des Kreises, 1\n/,
  );
  assert.match(await text(waiting(desk, 'Angenommene Änderungen')), /Wann[^]*Do 17–19 Uhr/);

  // It was a mistake.
  const history = await office.run('history');
  assert.match(history, /accepted changes: overruled by the table 1\n/);
  await office.run('undo', entryOf(history, /import of third\.csv/));
  await office.shows(COOKING.title, isChanged, 'the import is taken back');
  await desk.reload();
  assert.match(await said(desk, 'Büro'), /Es wartet nichts\.[^]*Angenommene Änderungen 2/);

  // Written into the table, the changes are done with.
  const copied = tableWith({ cost: '7 €', when: 'Do 17–19 Uhr' });
  assert.match(
    await office.importTable('copied.csv', copied),
    /accepted changes that the file says by now: 2\n/,
  );
  await desk.reload();
  assert.doesNotMatch(await said(desk, 'Büro'), /Angenommene Änderungen/);
  await office.run('undo');

  // One of them was wrong after all.
  await office.run('undo', entryOf(history, /schedule of the offer "1"/));
  await office.shows(COOKING.title, (offer) => offer.rhythm === 'Mo 9–11 Uhr', 'as it was');
  const { cost, checked: still } = await office.offer(COOKING.title);
  assert.deepEqual([cost?.amount, still?.by], [7, OLD.provider]);
});

/** The number of the entry of a history in which something is said. */
function entryOf(history: string, what: RegExp): string {
  const entry = history.split(/^(?=\d)/m).find((each) => what.test(each));
  return /^\d+/.exec(entry ?? '')?.[0] ?? assert.fail(history);
}

/** What answers to "is that still right?" were sent and not, by the offer's name in addresses. */
interface Sent {
  thanked: Set<string>;
  unanswered: Set<string>;
}

/** Says of all open offers that they are right, several at a time, until the service is killed. */
async function confirmUntilKilled(
  link: string,
  { thanked, unanswered }: Sent,
  kill: { after: number; now: () => Promise<void> },
): Promise<void> {
  const forms = await openForms(link);
  const last = thanked.size + kill.after;
  let killed: Promise<void> | undefined;
  const send = async () => {
    for (let form = forms.pop(); form && !killed; form = forms.pop()) {
      const { slug, action, seen } = form;
      const answer = await fetch(new URL(action, link), {
        ...{ method: 'POST', redirect: 'manual', headers: { origin: new URL(link).origin } },
        body: new URLSearchParams({ seen }),
      }).catch(() => undefined);
      if (answer) assert.equal(answer.status, 303);
      (answer ? thanked : unanswered).add(slug);
      if (thanked.size >= last) killed ??= kill.now();
    }
  };
  await Promise.all(Array.from({ length: 8 }, send));
  await killed;
}

/** The forms of a provider's page by which single offers are confirmed. */
async function openForms(link: string) {
  const answer = await fetch(link);
  const page = await answer.text();
  assert.equal(answer.status, 200, page);
  const form = /action="([^"]*[?;&]right=([^"&]+)[^"]*)"[^>]*>\s*<input[^>]* value="([^"]+)"/g;
  return [...page.matchAll(form)].map(([, action = '', slug = '', seen = '']) => ({
    ...{ action: action.replaceAll('&amp;', '&'), slug, seen },
  }));
}

test('what a provider was thanked for is kept, also where the service is killed at it', async (test) => {
  const rows = Array.from({ length: 80 }, (_, at) => ({ ...OLD, nr: at, title: `Kurs ${at}` }));
  const office = await openOffice(test, rows);
  await office.run('remind');
  const { pathname } = new URL(await office.mailedLink(OLD.mail, 'confirm', 0));
  const link = () => `${office.url()}${pathname}`;
  const sent: Sent = { thanked: new Set(), unanswered: new Set() };
  for (const after of [3, 8, 15]) {
    await confirmUntilKilled(link(), sent, { after, now: office.kill });
    await office.start();
    const open = new Set((await openForms(link())).map(({ slug }) => slug));
    assert.deepEqual(
      [...sent.thanked].filter((slug) => open.has(slug)),
      [],
    );
    for (const { slug, checked } of await office.offers()) {
      const isConfirmed = checked?.by === OLD.provider;
      assert.equal(isConfirmed, !open.has(slug), slug);
    }
  }
  assert.ok(sent.unanswered.size > 0, 'nothing was interrupted');
  assert.match(await office.importTable('again.csv', rows), /offers +added 0, changed 0, /);
});
