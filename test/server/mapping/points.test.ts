import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countryOf } from '../../../server/src/country.js';
import { parseMapping } from '../../../server/src/mapping/index.js';
import { mapOne, mapping } from './mapping-harness.js';
import { mappedBy, suggest, written } from './suggest-harness.js';

const WITTEN = { lat: 51.4434, lng: 7.3357 };
const TOWN = { 'location.town': 'Ort' };

/** The point that a location gets, and what was said about it. */
function pointOf(fields: Record<string, string>, row: Record<string, string | string[]>) {
  const { offer, remarks } = mapOne({ ...TOWN, ...fields }, { Ort: 'Witten', ...row });
  const { lat, lng } = offer.locations?.[0] ?? {};
  return { point: lat === undefined ? undefined : { lat, lng }, remarks };
}

describe('a point in one cell', () => {
  for (const text of [
    '51.4434, 7.3357',
    '51,4434; 7,3357',
    '51,4434, 7,3357',
    '51.4434N 7.3357E',
    'N 51.4434 O 7.3357',
    '7.3357E, 51.4434N',
    '51.4434° / 7.3357°',
    'geo:51.4434,7.3357',
    'POINT(7.3357 51.4434)',
    '{"type":"Point","coordinates":[7.3357,51.4434]}',
    '+51.4434, +7.3357',
    '+51.4434+007.3357/',
    'lng: 7.3357, lat: 51.4434',
  ]) {
    test(text, () => {
      const { point, remarks } = pointOf({ 'location.point': 'Punkt' }, { Punkt: text });
      assert.deepEqual(point, WITTEN);
      assert.deepEqual(remarks, []);
    });
  }

  test('in degrees, minutes and seconds', () => {
    const { point } = pointOf({ 'location.point': 'P' }, { P: '51°26′36.24″N 7°20′8.5″E' });
    assert.ok(Math.abs((point?.lat ?? 0) - 51.4434) < 1e-4);
    assert.ok(Math.abs((point?.lng ?? 0) - 7.33569) < 1e-4);
  });

  for (const text of ['51.4434', '51.4434, 7.3357, 9.1234', 'Mitte', '51.4434N 7.3357N']) {
    test(`${text} is none`, () => {
      assert.equal(pointOf({ 'location.point': 'Punkt' }, { Punkt: text }).point, undefined);
    });
  }
});

describe('coordinates in two columns', () => {
  const fields = { 'location.lat': 'Breite', 'location.lng': 'Länge' };

  for (const [lat, lng] of [
    ['51,4434', '7,3357'],
    ['51.4434N', '7.3357 E'],
    ['51.4434°', 'O 7,3357°'],
    ['+51.4434', '+7,3357'],
  ] as const) {
    test(`${lat} and ${lng}`, () => {
      assert.deepEqual(pointOf(fields, { Breite: lat, Länge: lng }).point, WITTEN);
    });
  }

  test('swapped, they are put right, and that is said', () => {
    const { point, remarks } = pointOf(fields, { Breite: '7.3357', Länge: '51.4434' });
    assert.deepEqual(point, WITTEN);
    assert.match(remarks[0]?.reason ?? '', /swapped/);
    assert.deepEqual([remarks[0]?.field, remarks[0]?.column], ['location.lat', 'Breite']);
  });

  for (const [what, lat, lng, reason] of [
    ['nowhere', '0', '0', /Gulf of Guinea/],
    ['far away', '48.137', '11.575', /km from Witten/],
    ['half a point', '51.4434', '', /half a point/],
    ['the other half', '', '7.3357', /half a point/],
    ['half a point beside what is none', '51.4434', 'unbekannter Wert', /half a point/],
  ] as const) {
    test(`${what}: left out with a remark, and the offer stays`, () => {
      const { point, remarks } = pointOf(fields, { Breite: lat, Länge: lng });
      assert.equal(point, undefined);
      assert.ok(
        remarks.some((remark) => reason.test(remark.reason)),
        JSON.stringify(remarks),
      );
    });
  }

  test('a town that the directory does not have may lie elsewhere, but not in the sea', () => {
    const munich = pointOf(fields, { Ort: '80331 München', Breite: '48.137', Länge: '11.575' });
    assert.deepEqual(munich.point, { lat: 48.137, lng: 11.575 });
    const sea = pointOf(fields, { Ort: '80331 München', Breite: '11.575', Länge: '48.137' });
    assert.equal(sea.point, undefined);
    assert.match(sea.remarks[0]?.reason ?? '', /left out/);
  });

  test('a post box has none', () => {
    const { point, remarks } = pointOf(
      { ...fields, 'location.street': 'Str' },
      { Str: 'Postfach 12 34', Breite: '51.4434', Länge: '7.3357' },
    );
    assert.equal(point, undefined);
    assert.match(remarks[0]?.reason ?? '', /post box/);
  });

  test('of a provider too', () => {
    const { offer, ...mapped } = mapOne(
      { 'provider.address.lat': 'Breite', 'provider.address.lng': 'Länge' },
      { Breite: '7.3357', Länge: '51.4434' },
    );
    assert.ok(offer);
    assert.match(mapped.remarks[0]?.reason ?? '', /swapped/);
  });
});

test('GeoJSON is suggested right and read with its longitude first', async (context) => {
  const features = ['Nähtreff', 'Sprachcafé', 'Chor'].map((name, index) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [7.3357, 51.4434 + index / 1000] },
    properties: { name, town: 'Witten' },
  }));
  const file = written(context, JSON.stringify({ type: 'FeatureCollection', features }));
  const text = await suggest(file);
  assert.match(text, /location\.point: geometry\.coordinates/);
  const places = mapping({
    record: 'properties.name',
    title: 'properties.name',
    'location.point': 'geometry.coordinates',
    'location.town': 'properties.town',
  });
  const { mapped } = await mappedBy(parseMapping(places, 'm.yaml'), file);
  assert.equal(mapped.length, 3);
  for (const { offer, remarks } of mapped) {
    assert.equal(offer?.locations?.[0]?.lng, 7.3357);
    assert.deepEqual(remarks, []);
  }
});

describe('postal codes', () => {
  const fields = { 'location.postalCode': 'PLZ', 'location.town': 'Ort' };
  const read = (PLZ: string, Ort: string) => {
    const { offer, remarks } = mapOne(fields, { PLZ, Ort });
    return { ...offer.locations?.[0], said: remarks.map(({ reason }) => reason).join() };
  };

  for (const text of ['58452', 'D-58452', 'D 58452', 'DE-58452', '58 452', '58452.0', '58452,0']) {
    test(text, () => {
      assert.deepEqual(read(text, 'Witten'), { postalCode: '58452', town: 'witten', said: '' });
    });
  }

  test('with the town in the same cell', () => {
    assert.deepEqual(read('58452 Witten', ''), { postalCode: '58452', town: 'witten', said: '' });
    assert.deepEqual(read('01067 Dresden', ''), {
      ...{ postalCode: '01067', locality: 'Dresden', said: '' },
    });
  });

  test('a zero that a spreadsheet dropped comes back, and that is said', () => {
    const { postalCode, said } = read('1067', 'Dresden');
    assert.equal(postalCode, '01067');
    assert.match(said, /four digits.*01067/);
  });

  test('four digits that contradict the town are none', () => {
    const { postalCode, said } = read('8452', 'Witten');
    assert.equal(postalCode, undefined);
    assert.match(said, /five digits/);
  });

  for (const text of ['584', '584521', '58452/58453', 'Witten', '0']) {
    test(`${text} is none`, () => {
      const { postalCode, said } = read(text, 'Witten');
      assert.equal(postalCode, undefined);
      assert.match(said, /not a valid postal code/);
    });
  }

  for (const text of ['00000', '05123', 'D-00000']) {
    test(`${text} stands for none`, () => {
      const { postalCode, town, said } = read(text, 'Witten');
      assert.deepEqual({ postalCode, town }, { postalCode: undefined, town: 'witten' });
      assert.match(said, /no German postal code/);
    });
  }

  test('abroad, and in a directory of another country, they are taken as they are', () => {
    assert.equal(read('A-1010', 'Wien').postalCode, 'A-1010');
    assert.equal(countryOf('Europe/Vienna'), 'AT');
    assert.equal(countryOf('Europe/Berlin'), 'DE');
    assert.equal(countryOf('UTC'), 'DE');
    assert.equal(countryOf(undefined), 'DE');
  });
});
