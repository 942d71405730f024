import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Store } from '@vielfalt/server';
import {
  page,
  json,
  startHere,
  startLiar,
  taken,
  theirOffer,
  theirProvider,
} from './lying-feed.js';
import { folder } from './fixture.js';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** A feed whose provider has a logo, and what asking for that answers; nothing: it is not there. */
async function startWithLogo(
  test: TestContext,
  picture: () => string | Buffer | undefined,
  logo = '/logos/fremd.png',
) {
  return startLiar(test, ({ url = '' }, response) => {
    if (url.startsWith('/v1/vocabulary')) {
      json(response, { vocabulary: {} });
      return;
    }
    if (url.startsWith('/v1/records')) {
      const providers = [{ ...theirProvider, logo }];
      json(response, page({ providers, offers: [theirOffer(1)] }));
      return;
    }
    const body = url.startsWith('/logos/') ? picture() : undefined;
    if (body === undefined) response.writeHead(404).end();
    else response.end(body);
  });
}

/** Imports everything, and finds the logo that the provider has here. */
async function logoOf(store: Store, url: string, logos: string): Promise<string | undefined> {
  const { state } = await taken(store, url, { logos, comparesAll: true });
  return state.providers.find(({ source }) => source === 'other')?.logo;
}

describe('the logo of another directory’s provider', () => {
  it('comes along, and follows the other’s', async (test) => {
    const logos = join(folder(test), 'logos');
    let picture = PNG;
    const liar = await startWithLogo(test, () => picture);
    const store = await startHere(test);
    const logo = await logoOf(store, liar.url, logos);
    assert.match(logo ?? '', /^\/logos\/other-[\da-f]{12}\.png$/);
    const file = join(logos, (logo ?? '').replace('/logos/', ''));
    assert.deepEqual(readFileSync(file), PNG);
    picture = Buffer.concat([PNG, Buffer.from('new')]);
    assert.equal(await logoOf(store, liar.url, logos), logo);
    assert.deepEqual(readFileSync(file), picture);
    assert.deepEqual(readdirSync(logos), [file.slice(logos.length + 1)]);
  });

  it('stays while it cannot be had, and goes with the other’s', async (test) => {
    const logos = folder(test);
    let picture: Buffer | undefined = PNG;
    const liar = await startWithLogo(test, () => picture);
    const store = await startHere(test);
    const logo = await logoOf(store, liar.url, logos);
    picture = Buffer.alloc(1_000_000);
    assert.equal(await logoOf(store, liar.url, logos), logo);
    picture = undefined;
    assert.equal(await logoOf(store, liar.url, logos), undefined);
  });

  const WRONG: [what: string, picture: string | Buffer, logo?: string][] = [
    ['is a drawing, which can hold scripts', SVG, '/logos/fremd.svg'],
    ['is a page under the name of a picture', '<!doctype html><script>alert(1)</script>'],
    ['has more than half a megabyte', Buffer.concat([PNG, Buffer.alloc(600_000)])],
    ['lies at another host', PNG, '///127.0.0.1/logos/fremd.png'],
    ['lies above the directory', PNG, '/../logos/fremd.png'],
  ];
  for (const [what, picture, path] of WRONG) {
    it(`is left out where it ${what}`, async (test) => {
      const logos = folder(test);
      writeFileSync(join(logos, 'own.svg'), 'own');
      const liar = await startWithLogo(test, () => picture, path);
      assert.equal(await logoOf(await startHere(test), liar.url, logos), undefined);
      assert.deepEqual(readdirSync(logos), ['own.svg']);
    });
  }

  it('is not written in a rehearsal', async (test) => {
    const logos = folder(test);
    const liar = await startWithLogo(test, () => PNG);
    await taken(await startHere(test), liar.url, { logos, dryRun: true });
    assert.deepEqual(readdirSync(logos), []);
  });

  it('stops the import with what is wrong where its folder takes none', async (test) => {
    const place = folder(test);
    mkdirSync(join(place, 'there'));
    writeFileSync(join(place, 'there/logos'), 'a file');
    const liar = await startWithLogo(test, () => PNG);
    await assert.rejects(
      logoOf(await startHere(test), liar.url, join(place, 'there/logos')),
      /The logo .* cannot be written/,
    );
  });
});
