import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countsOf, fileOf, startCounty, takeFeed, type County } from './federation.js';
import { NOW, offer, provider } from './fixture.js';
import { page, json, startHere, startLiar, theirOffer, theirProvider } from './lying-feed.js';

const MINUTE = 60_000;

const titles = async (county: County) => (await county.offers()).map(({ title }) => title).sort();

describe('three directories in a ring', () => {
  it('have each offer once, follow a correction all round, and let go what goes', async (test) => {
    const all = await Promise.all(
      ['Nord', 'Süd', 'West'].map((name) => startCounty(test, name, [offer(name)])),
    );
    const around = async (minutes: number) => {
      for (let round = 0; round < 3; round++) {
        for (const [at, county] of all.entries()) {
          const other = all[(at + 1) % all.length];
          assert.ok(other);
          const now = NOW + minutes * MINUTE;
          const outcome = await county.take(other, 'next', { now, allowRetiring: true });
          if (outcome.outcome === 'imported') countsOf(outcome);
        }
      }
    };
    await around(1);
    const three = ['Angebot Nord', 'Angebot Süd', 'Angebot West'];
    for (const county of all) assert.deepEqual(await titles(county), three, county.name);

    const [north] = all;
    await north?.keep(fileOf('Nord', [offer('Nord', { title: 'Neu' })]), NOW + 2 * MINUTE);
    await north?.refresh();
    await around(3);
    for (const county of all) assert.ok((await titles(county)).includes('Neu'), county.name);

    await north?.keep(fileOf('Nord'), NOW + 4 * MINUTE);
    await north?.refresh();
    await around(5);
    for (const county of all) {
      assert.deepEqual(await titles(county), ['Angebot Süd', 'Angebot West'], county.name);
    }
  });
});

describe('an offer that comes by two ways, neither of them direct', () => {
  it('is there once, and stays by the other when one lets it go', async (test) => {
    const far = await startCounty(test, 'Fern', [offer('1', { title: 'Aus der Ferne' })]);
    const north = await startCounty(test, 'Nord', [offer('n')]);
    const south = await startCounty(test, 'Süd', [offer('s')]);
    await north.take(far, 'far');
    await south.take(far, 'far');
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    const { notes } = countsOf(await state.take(south, 'south'));
    assert.deepEqual(notes.twins, { north: 2 });
    const once = ['Angebot n', 'Angebot s', 'Aus der Ferne'];
    assert.deepEqual(await titles(state), once);

    // One of the two hears of a new one first: it waits for the way that it has.
    await far.keep(
      fileOf('Fern', [offer('1', { title: 'Aus der Ferne' }), offer('2', { title: 'Später' })]),
      NOW + MINUTE,
    );
    await far.refresh();
    await south.take(far, 'far', { now: NOW + MINUTE });
    countsOf(await state.take(south, 'south', { now: NOW + MINUTE }));
    assert.deepEqual(await titles(state), once);
    await north.take(far, 'far', { now: NOW + MINUTE });
    await state.take(north, 'north', { now: NOW + MINUTE });
    assert.deepEqual(await titles(state), [...once, 'Später']);

    const id = (await state.offers()).find(({ title }) => title === 'Aus der Ferne')?.id;
    const none = { sources: [{ id: 'far', name: 'Fern' }], providers: [] };
    await north.keep(fileOf('Nord', [], none), NOW + 2 * MINUTE);
    await north.refresh();
    await state.take(north, 'north', { now: NOW + 3 * MINUTE, allowRetiring: true });
    assert.deepEqual(await titles(state), ['Angebot n', 'Angebot s']);
    await state.take(south, 'south', { comparesAll: true });
    assert.deepEqual(await titles(state), [...once, 'Später']);
    const after = (await state.offers()).find(({ title }) => title === 'Aus der Ferne');
    assert.deepEqual([after?.id, after?.source], [id, 'south']);
  });
});

describe('another directory', () => {
  it('whose clock was in the future is followed all the same', async (test) => {
    const asked: string[] = [];
    const liar = await startLiar(test, ({ url = '' }, response) => {
      asked.push(url);
      if (url.startsWith('/v1/records')) {
        const late = { ...theirProvider, changed: '2099-01-01T00:00:00Z' };
        json(response, page({ providers: [late], offers: [theirOffer(1)] }));
      } else json(response, { vocabulary: {} });
    });
    await takeFeed(await startHere(test), liar.url, 'other');
    const now = encodeURIComponent(new Date(NOW).toISOString());
    assert.ok(asked.includes(`/v1/records?changed=${now}`), asked.join(' '));
  });

  it('that was away for a month is compared as a whole', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1'), offer('2')]);
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    const month = NOW + 31 * 24 * 60 * MINUTE;
    const away = { url: 'http://127.0.0.1:9' };
    await assert.rejects(state.take(away, 'north', { now: month }), /cannot be reached/);
    assert.deepEqual(await titles(state), ['Angebot 1', 'Angebot 2']);
    await north.keep(
      fileOf('Nord', [offer('2'), offer('3')], { providers: [provider('p', { name: 'Verein' })] }),
      month,
    );
    await north.refresh();
    await state.take(north, 'north', { now: month + MINUTE, allowRetiring: true });
    assert.deepEqual(await titles(state), ['Angebot 2', 'Angebot 3']);
  });
});
