import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import type { TestContext } from 'node:test';
import type { Card, DirectoryFile, OffersAnswer } from '@vielfalt/feed';
import { startMailServer } from '../server/mail-server.js';
import { eventually } from './browser.js';
import { startFeed, temporaryFolder, vielfalt, type RunningFeed } from './feed.js';

export const KEEPER = 'lee@office.example';

/** A row of the office's table. */
export interface Row {
  nr: number;
  title: string;
  provider: string;
  mail: string;
  when: string;
  cost: string;
  /** The day on which somebody looked at it. */
  checked: string;
}

const MAPPING = `vielfalt-mapping: 1
source: { id: kreis, name: Tabelle des Kreises }
directory: { title: Angebote im Kreis, publisher: { name: Kreis, email: buero@office.example }, timeZone: Europe/Berlin, language: de, languages: [] }
times-from: 2026-01-01
fields:
  record: Nr
  title: Angebot
  provider: Träger
  provider.contact.email: Mail
  schedule: Wann
  location: Wo
  cost: Kosten
  checked.on: Stand
`;

const WHERE = 'Lange Straße 4, 58285 Gevelsberg';

function csv(rows: readonly Row[]): string {
  const lines = rows.map(({ nr, title, provider, mail, when, cost, checked }) =>
    [nr, title, provider, mail, when, WHERE, cost, checked].join(';'),
  );
  return ['Nr;Angebot;Träger;Mail;Wann;Wo;Kosten;Stand', ...lines, ''].join('\r\n');
}

/** The day in the directory's zone. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
}

/**
 * An office with a table, a directory in a file, the command, a mail server, and the service as
 * processes of their own.
 */
export async function openOffice(test: TestContext, rows: readonly Row[]) {
  const folder = await temporaryFolder();
  let feed: RunningFeed | undefined;
  test.after(async () => {
    await feed?.stop();
    await folder.remove();
  });
  const server = await startMailServer(test);
  const settings = { SMTP_URL: server.url, DATABASE_URL: folder.database };
  const run = async (...args: string[]) => {
    const { code, output } = await vielfalt(args, { ...settings, BASE_URL: feed?.url ?? '' });
    assert.equal(code, 0, output);
    return output;
  };
  const path = (name: string) => folder.file(name);
  const importTable = async (name: string, table: readonly Row[]) => {
    await writeFile(path(name), csv(table));
    return run('import', path(name), '--mapping', path('mapping.yaml'));
  };
  await writeFile(path('mapping.yaml'), MAPPING);
  await importTable('first.csv', rows);
  await nameKeeper(run, path('record.json'));
  const start = async () => (feed = await startFeed(folder.database, settings));
  await start();

  const url = () => feed?.url ?? '';
  const offers = async () => {
    const answer = await fetch(`${url()}/v1/offers?limit=100`);
    return ((await answer.json()) as OffersAnswer).offers;
  };
  const offer = async (title: string) =>
    (await offers()).find((each) => each.title === title) ?? assert.fail(`no ${title}`);
  return {
    run,
    importTable,
    url,
    offers,
    offer,
    /** Waits until the service shows of an offer what is expected. */
    shows: (title: string, isTrue: (offer: Card) => boolean, what: string) =>
      eventually(async () => isTrue(await offer(title)), what),
    /** Waits for the mail that comes after `before` others, and reads the one link of a kind in it. */
    async mailedLink(to: string, kind: string, before: number): Promise<string> {
      await eventually(() => Promise.resolve(server.mails.length > before), `a mail to ${to}`);
      const received = server.mails[before] ?? assert.fail();
      assert.equal(received.to, to);
      const links = [...received.mail.text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
      const found = links.filter((link) => link.startsWith(`${url()}/${kind}/`));
      assert.equal(found.length, 1, received.mail.text);
      return found[0] ?? '';
    },
    /** Ends the service in the middle of whatever it does. */
    kill: async () => feed?.kill(),
    /** Starts it again, at another address. */
    start,
  };
}

/** Says who may enter the office, as the operator's guide says it. */
async function nameKeeper(run: (...args: string[]) => Promise<string>, path: string) {
  await run('export', '--output', path);
  const { vielfalt, directory } = JSON.parse(await readFile(path, 'utf8')) as DirectoryFile;
  const record = { ...directory, keepers: [KEEPER] };
  const none = { sources: [], providers: [], offers: [] };
  await writeFile(path, JSON.stringify({ vielfalt, directory: record, ...none }));
  await run('import', path);
}
