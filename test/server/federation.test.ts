import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OffersAnswer } from '@vielfalt/feed';
import { runChecks } from '../../server/src/checks/run-checks.js';
import { undoLastImport } from '../../server/src/importing/undo.js';
import { countsOf, fileOf, startCounty } from './federation.js';
import { NOW, network, offer, provider } from './fixture.js';
import { workplace } from './workplace.js';

const MINUTE = 60_000;

describe('two directories in a third', () => {
  it('shows the offers of both, each with its source, licence and original page', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1', { title: 'Nähtreff' })]);
    const south = await startCounty(test, 'Süd', [
      offer('2', { title: 'Sprachcafé', contact: { name: 'Ungenannt', phone: '030 23125 100' } }),
    ]);
    const state = await startCounty(test, 'Land', [offer('3', { title: 'Beratung' })]);
    await state.take(north, 'north');
    await state.take(south, 'south');

    const answer = (await (await fetch(`${state.url}/v1/offers`)).json()) as {
      total: number;
      offers: { title: string }[];
    };
    assert.deepEqual(answer.offers.map(({ title }) => title).sort(), [
      'Beratung',
      'Nähtreff',
      'Sprachcafé',
    ]);
    const [theirs] = (await state.offers()).filter(({ title }) => title === 'Sprachcafé');
    assert.equal(theirs?.source, 'south');
    assert.equal(theirs.licence, 'CC BY 4.0');
    assert.deepEqual(theirs.contact, { phone: '030 23125 100' });
    assert.deepEqual(theirs.origin, {
      directory: `${south.url}/`,
      id: theirs.id,
      name: 'Angebote Süd',
      page: `${south.url}/offers/${theirs.slug}`,
      reportTo: 'fehler@süd.example',
    });
    const sources = (await state.store.read())?.sources;
    assert.deepEqual(
      sources?.find(({ id }) => id === 'south'),
      {
        ...{ id: 'south', name: 'Angebote Süd', url: `${south.url}/` },
        ...{ licence: 'CC BY 4.0', attribution: 'Kreis Süd' },
      },
    );
  });

  it('says so on its pages, where mistakes are reported to the other', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1', { title: 'Nähtreff' })], {
      networks: [network('n', { name: 'Runder Tisch' })],
    });
    const state = await startCounty(test, 'Land', [offer('3', { title: 'Beratung' })]);
    await state.take(north, 'north');
    const page = async (path: string) => (await fetch(state.url + path)).text();
    for (const [list, slug] of [
      ['offers', 'naehtreff'],
      ['providers', 'verein-nord'],
      ['networks', 'runder-tisch'],
    ] as const) {
      const html = await page(`/${list}/${slug}`);
      const link = `<a href="${north.url}/${list}/${slug}" rel="noopener noreferrer"><bdi>Angebote Nord</bdi></a>`;
      assert.ok(html.replace(/\s+/g, ' ').includes(`Quelle: ${link} (<bdi>CC BY 4.0</bdi>)`), list);
      assert.match(html, /mailto:fehler@nord\.example\?/);
      assert.doesNotMatch(html, /mailto:fehler@land\.example/);
    }
    assert.match(await page('/offers/beratung'), /mailto:fehler@land\.example\?/);
    const head = ((await (await fetch(`${state.url}/v1/offers`)).json()) as OffersAnswer).directory;
    assert.equal(head.attribution, 'Kreis Nord (CC BY 4.0)');
    assert.match(await page('/'), /<bdi>Kreis Nord \(CC BY 4\.0\)<\/bdi>/);
  });

  it('names what both have by themselves', async (test) => {
    const both = offer('1', { title: 'Nähtreff', locations: [{ town: 'witten' }] });
    const providers = [provider('p', { name: 'Verein am Fluss e. V.' })];
    const north = await startCounty(test, 'Nord', [both], { providers });
    const south = await startCounty(test, 'Süd', [{ ...both, record: '2' }], { providers });
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    await state.take(south, 'south');
    const after = await state.store.read();
    assert.ok(after);
    const { findings } = runChecks(after, '2026-09-07');
    const doubles = findings.filter(({ kind }) => kind === 'duplicate');
    assert.deepEqual(
      doubles.map(({ source, value }) => [source, value.split(' ')[0]]),
      [['south', 'north']],
    );
  });

  it('comes by the command, as a timer calls it', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1', { title: 'Nähtreff' })]);
    const { vielfalt, write } = workplace(test);
    await vielfalt(['import', write('land.json', fileOf('Land'))]);
    const call = ['import', `${north.url}/v1/`, '--source', 'north', '--allow-private'];
    const first = await vielfalt(call);
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stdout, /source north\n {2}offers +added 1/);
    const again = await vielfalt(call);
    assert.equal(again.code, 0);
    assert.match(again.stdout, /nothing has changed there/);
    assert.match((await vielfalt(['history'])).stdout, /import of http:\/\/127\.0\.0\.1:\d+\//);
    const refused = await vielfalt(call.slice(0, 4));
    assert.equal(refused.code, 4);
    assert.match(refused.stderr, /own network.*--allow-private/);
    const wrong = await vielfalt(['import', north.url, '--mapping', 'm.yaml']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /--mapping is for files/);
    assert.match((await vielfalt(['import', north.url])).stderr, /--source ID/);
    assert.equal((await vielfalt(['undo'])).code, 0);
  });

  it('follows corrections, and what goes, by what has changed', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1'), offer('2'), offer('3')]);
    const state = await startCounty(test, 'Land');
    assert.deepEqual(countsOf(await state.take(north, 'north')).offers, {
      ...{ added: 3, changed: 0, unchanged: 0, retired: 0 },
    });
    assert.equal((await state.take(north, 'north')).outcome, 'unchanged');
    const entries = (await state.store.history()).length;
    await north.keep(fileOf('Nord', [offer('1', { title: 'Neu' }), offer('2')]), NOW + MINUTE);
    await north.refresh();
    const { offers } = countsOf(
      await state.take(north, 'north', { now: NOW + 2 * MINUTE, allowRetiring: true }),
    );
    assert.deepEqual(offers, { added: 0, changed: 1, unchanged: 0, retired: 1 });
    assert.deepEqual((await state.offers()).map(({ title }) => title).sort(), ['Angebot 2', 'Neu']);
    assert.equal((await state.store.history()).length, entries + 1);
    assert.equal((await state.take(north, 'north')).outcome, 'unchanged');
    assert.equal((await state.store.history()).length, entries + 1);
  });

  it('asks an unchanged feed once, for nothing', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1')]);
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    const [entry] = await state.store.history();
    const url = `${north.url}/v1/records?changed=${encodeURIComponent(entry?.feed?.since ?? '')}`;
    const headers = { 'If-None-Match': entry?.feed?.etag ?? '' };
    assert.equal((await fetch(url, { headers })).status, 304);
  });

  it('compares everything once a week, and when it is told to', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1'), offer('2')]);
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    const week = NOW + 8 * 24 * 60 * MINUTE;
    assert.deepEqual(countsOf(await state.take(north, 'north', { now: week })).offers, {
      ...{ added: 0, changed: 0, unchanged: 2, retired: 0 },
    });
    assert.equal((await state.take(north, 'north', { now: week + MINUTE })).outcome, 'unchanged');
    const all = countsOf(await state.take(north, 'north', { comparesAll: true }));
    assert.equal(all.offers?.unchanged, 2);
  });

  it('is one entry of the history, and can be taken back', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1')]);
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    const [entry] = await state.store.history();
    assert.equal(entry?.file?.name, `${north.url}/`);
    await undoLastImport(state.store, { now: NOW });
    assert.deepEqual(await state.offers(), []);
    const { offers } = countsOf(await state.take(north, 'north'));
    assert.equal(offers?.changed, 1);
    assert.equal((await state.offers()).length, 1);
  });

  it('reads many pages', async (test) => {
    const many = Array.from({ length: 620 }, (_, number) => offer(`${number}`));
    const north = await startCounty(test, 'Nord', many);
    const state = await startCounty(test, 'Land');
    assert.equal(countsOf(await state.take(north, 'north')).offers?.added, 620);
  });

  it('keeps networks with their members', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1')], {
      networks: [network('n', { members: [{ provider: 'p' }, { name: 'Kita Sonne' }] })],
    });
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    const after = await state.store.read();
    const theirs = after?.providers.find(({ source }) => source === 'north');
    assert.deepEqual(after?.networks[0]?.members, [
      { provider: theirs?.id },
      { name: 'Kita Sonne' },
    ]);
  });

  it('says of what has ended no more than that', async (test) => {
    const over = { schedule: { validTo: '2026-01-01' }, description: 'Nicht mehr öffentlich' };
    const north = await startCounty(test, 'Nord', [offer('1', over), offer('2')]);
    const text = await (await fetch(`${north.url}/v1/records`)).text();
    assert.ok(!text.includes('Nicht mehr öffentlich'));
    const state = await startCounty(test, 'Land');
    assert.equal(countsOf(await state.take(north, 'north')).offers?.added, 1);
  });
});

describe('ids and doubles', () => {
  it('keep the id and the address, but for what somebody here has', async (test) => {
    // Both offices call their table "office" and number its rows.
    const north = await startCounty(test, 'Nord', [offer('1', { title: 'Im Norden' }), offer('2')]);
    const state = await startCounty(test, 'Land', [offer('1', { title: 'Unser' })]);
    const { notes } = countsOf(await state.take(north, 'north'));
    const [ours] = (await state.offers()).filter(({ source }) => source === 'office');
    const theirs = (await state.offers()).filter(({ source }) => source === 'north');
    assert.equal(ours?.title, 'Unser');
    const clashing = theirs.find(({ title }) => title === 'Im Norden');
    assert.notEqual(clashing?.id, ours.id);
    assert.equal(clashing?.record, ours.id);
    assert.equal(theirs.find(({ title }) => title === 'Angebot 2')?.slug, 'angebot-2');
    assert.ok(notes.reidentified.includes(`offer ${ours.id}`));
    await state.take(north, 'north', { comparesAll: true });
    const again = (await state.offers()).find(({ title }) => title === 'Im Norden');
    assert.equal(again?.id, clashing?.id);
  });

  it('leave room for rows of one’s own that come later', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('7', { title: 'Im Norden' })]);
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    await state.keep(fileOf('Land', [offer('7', { title: 'Unser' })]));
    assert.deepEqual((await state.offers()).map(({ title }) => title).sort(), [
      'Im Norden',
      'Unser',
    ]);
  });

  it('know one’s own records when they come back', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1', { title: 'Im Norden' })]);
    const south = await startCounty(test, 'Süd', [offer('2', { title: 'Im Süden' })], {
      sources: [{ id: 'office', name: 'Süd' }],
    });
    await south.take(north, 'north');
    const { notes } = countsOf(await north.take(south, 'south'));
    assert.equal(notes.own, 2);
    assert.deepEqual((await north.offers()).map(({ title }) => title).sort(), [
      'Im Norden',
      'Im Süden',
    ]);
  });

  it('know them too where nobody has said what one’s own address is', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1', { title: 'Im Norden' })]);
    const south = await startCounty(test, 'Süd', [offer('2', { title: 'Im Süden' })]);
    await south.take(north, 'north');
    const { notes } = countsOf(await north.take(south, 'south', { own: undefined }));
    assert.equal(notes.own, 2);
    assert.equal((await north.offers()).length, 2);
  });

  it('take the direct way, whichever came first', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1', { title: 'Im Norden' })]);
    const south = await startCounty(test, 'Süd', [offer('2', { title: 'Im Süden' })]);
    await south.take(north, 'north');

    const direct = await startCounty(test, 'Land');
    await direct.take(north, 'north');
    const { notes } = countsOf(await direct.take(south, 'south'));
    assert.equal(notes.direct['north'], 2);
    assert.equal((await direct.offers()).length, 2);

    const later = await startCounty(test, 'Bund');
    await later.take(south, 'south');
    const before = (await later.offers()).find(({ title }) => title === 'Im Norden');
    assert.equal(before?.source, 'south');
    assert.equal(before.origin?.directory, `${north.url}/`);
    await later.take(north, 'north');
    const after = (await later.offers()).filter(({ title }) => title === 'Im Norden');
    assert.deepEqual(
      after.map(({ id, slug, source }) => ({ id, slug, source })),
      [{ id: before.id, slug: before.slug, source: 'north' }],
    );
    await later.take(south, 'south', { comparesAll: true, allowRetiring: true });
    assert.equal((await later.offers()).length, 2);
  });
});
