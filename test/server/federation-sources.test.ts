import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AreasAnswer } from '@vielfalt/feed';
import { countsOf, fileOf, startCounty } from './federation.js';
import { offer, vocabulary } from './fixture.js';
import {
  json,
  page,
  startHere,
  startLiar,
  taken,
  theirOffer,
  theirProvider,
} from './lying-feed.js';

describe('two vocabularies', () => {
  it('join by their ids, in one’s own words, with what is missing and its parents', async (test) => {
    const north = await startCounty(
      test,
      'Nord',
      [offer('1', { topics: ['chess', 'language'], locations: [{ town: 'nordstadt' }] })],
      {
        vocabulary: {
          ...vocabulary,
          topic: [
            { id: 'language', label: { de: 'Deutsch lernen' } },
            { id: 'play', label: { de: 'Spiel' } },
            { id: 'chess', label: { de: 'Schach' }, parent: 'play' },
            { id: 'unused', label: { de: 'Ungenutzt' } },
          ],
          place: [
            { id: 'north', label: { de: 'Kreis Nord' } },
            { id: 'nordstadt', label: { de: 'Nordstadt' }, parent: 'north' },
          ],
        },
      },
    );
    const state = await startCounty(test, 'Land');
    const { notes } = countsOf(await state.take(north, 'north'));
    const after = (await state.store.read())?.vocabulary;
    assert.deepEqual(after?.topic.slice(0, 2), vocabulary.topic);
    assert.deepEqual(after.topic.slice(2), [
      { id: 'play', label: { de: 'Spiel' } },
      { id: 'chess', label: { de: 'Schach' }, parent: 'play' },
    ]);
    assert.deepEqual(after.place.slice(3), [
      { id: 'north', label: { de: 'Kreis Nord' }, parent: 'county' },
      { id: 'nordstadt', label: { de: 'Nordstadt' }, parent: 'north' },
    ]);
    assert.deepEqual(notes.reworded, ['topic language: "Sprache" here, "Deutsch lernen" there']);
  });

  it('have two places of one name apart', async (test) => {
    const place = (lat: number) => [
      { id: 'county', label: { de: 'Kreis' } },
      { id: 'neustadt', label: { de: 'Neustadt' }, parent: 'county', lat, lng: 8 },
    ];
    const north = await startCounty(
      test,
      'Nord',
      [offer('1', { locations: [{ town: 'neustadt' }], serves: ['neustadt'] })],
      { vocabulary: { ...vocabulary, place: place(54) } },
    );
    const state = await startCounty(test, 'Land', [], {
      vocabulary: { ...vocabulary, place: place(49) },
    });
    await state.take(north, 'north');
    const [theirs] = await state.offers();
    assert.deepEqual(theirs?.locations, [{ town: 'north-neustadt' }]);
    assert.deepEqual(theirs.serves, ['north-neustadt']);
    const places = (await state.store.read())?.vocabulary.place.map(({ id, lat }) => [id, lat]);
    assert.deepEqual(places, [
      ['county', undefined],
      ['neustadt', 49],
      ['north-neustadt', 54],
    ]);
  });

  it('can be refused', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1', { topics: ['chess'] })], {
      vocabulary: { ...vocabulary, topic: [{ id: 'chess', label: { de: 'Schach' } }] },
    });
    const state = await startCounty(test, 'Land');
    const outcome = await state.take(north, 'north', { addsTerms: false });
    assert.ok(outcome.outcome === 'imported' && outcome.imported.outcome === 'faults');
    const [fault] = outcome.imported.faults;
    assert.match(fault?.reason ?? '', /is no topic of the vocabulary/);
  });
});

describe('a source', () => {
  it('that is something else already is not replaced', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1')]);
    const state = await startCounty(test, 'Land', [offer('9')]);
    await assert.rejects(state.take(north, 'office'), /Name another source/);
    assert.equal((await state.offers()).length, 1);
  });

  it('is not the directory itself, by whatever address', async (test) => {
    const state = await startCounty(test, 'Land', [offer('9')]);
    await assert.rejects(state.take(state, 'other'), /this directory itself/);
    const url = state.url.replace('127.0.0.1', 'localhost');
    await assert.rejects(state.take({ url }, 'other'), /this directory itself/);
  });

  it('keeps its name: a directory that is there as one is not taken as another', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1')]);
    const state = await startCounty(test, 'Land', [offer('9')]);
    await state.take(north, 'north');
    await assert.rejects(state.take(north, 'nroth'), /here as the source north.*--source north/);
    assert.equal((await state.take(north, 'north')).outcome, 'unchanged');
  });

  it('that is a demo, or keeps other hours, is none of a real one', async (test) => {
    const file = fileOf('Nord');
    const record = { ...file.directory!, demo: true, timeZone: 'Europe/Lisbon' };
    const north = await startCounty(test, 'Nord', [offer('1')], { directory: record });
    const state = await startCounty(test, 'Land');
    const outcome = await state.take(north, 'north');
    assert.ok(outcome.outcome === 'imported' && outcome.imported.outcome === 'faults');
    assert.deepEqual(
      outcome.imported.faults.map(({ path }) => path),
      ['directory.timeZone', 'directory.demo'],
    );
  });

  it('brings its providers', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('1')]);
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    const theirs = (await state.store.read())?.providers.find(({ source }) => source === 'north');
    assert.equal(theirs?.name, 'Verein Nord');
  });
});

describe('the shape of a place', () => {
  const square = (at: number) => [
    [at, 51],
    [at + 1, 51],
    [at + 1, 52],
    [at, 51],
  ];
  const placed = [offer('1', { locations: [{ town: 'nordstadt' }, { town: 'witten' }] })];
  const words = (area: number[][][]) => ({
    ...vocabulary,
    place: [
      { id: 'witten', label: { de: 'Witten' }, area: [square(3)] },
      { id: 'nordstadt', label: { de: 'Nordstadt' }, area },
    ],
  });

  it('comes with a place that is new here; known ones stay as they are', async (test) => {
    const north = await startCounty(test, 'Nord', placed, { vocabulary: words([square(8)]) });
    const state = await startCounty(test, 'Land');
    await state.take(north, 'north');
    const { areas } = (await (await fetch(`${state.url}/v1/areas`)).json()) as AreasAnswer;
    assert.deepEqual(areas, { nordstadt: [square(8)] });
  });

  it('is left out where it is none', async (test) => {
    const liar = await startLiar(test, ({ url = '' }, response) => {
      const place = [{ id: 'nordstadt', label: { de: 'Nordstadt' } }];
      if (url.startsWith('/v1/vocabulary')) json(response, { vocabulary: { place } });
      else if (url.startsWith('/v1/areas')) json(response, { areas: { nordstadt: [[[8, 251]]] } });
      else {
        const offers = [theirOffer(1, { locations: [{ town: 'nordstadt' }] })];
        json(response, page({ providers: [theirProvider], offers }));
      }
    });
    const { state } = await taken(await startHere(test), liar.url);
    const place = state.vocabulary.place.find(({ id }) => id === 'nordstadt');
    assert.deepEqual(place, { id: 'nordstadt', label: { de: 'Nordstadt' }, parent: 'county' });
  });
});
