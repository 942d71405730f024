import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { csv, suggested } from './suggest-harness.js';

describe('what a file calls its own parts says nothing of offers', () => {
  const feature = (title: string, type: string, coordinates: unknown) => ({
    type: 'Feature',
    geometry: { type, coordinates },
    properties: { name: title, operator: 'Verein', address: { '@type': 'PostalAddress' } },
  });
  const places = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature('Nähtreff', 'Point', [7.33, 51.44]),
      feature('Chor', 'MultiPoint', [[7.34, 51.43]]),
    ],
  });

  test('types of GeoJSON and JSON-LD are suggested for no field, and named', async (context) => {
    const { text, fields } = await suggested(context, places);
    assert.equal(fields['kind'], undefined);
    for (const name of ['type', 'geometry.type', 'properties.address.@type']) {
      assert.doesNotMatch(JSON.stringify(fields), new RegExp(`"${name}"`));
      assert.match(text, new RegExp(`- "?${name}"? +# the file’s own word for its parts`));
    }
  });

  test('a kind that is one stays one', async (context) => {
    const { fields } = await suggested(context, csv({ type: ['Beratung', 'Kurs'] }));
    assert.equal(fields['kind'], 'type');
  });
});

describe('an address is no contact', () => {
  const address: [string, string] = ['Lange Straße 1, 58452 Witten', 'Gasse 2, 58453 Witten'];
  for (const heading of ['Kontakt', 'contact_address', 'Kontaktadresse']) {
    test(`${heading} with addresses alone is where it is`, async (context) => {
      const { fields } = await suggested(context, csv({ [heading]: address }));
      assert.equal(fields['location'], heading);
      assert.equal(fields['contact'], undefined);
    });
  }

  test('no column is suggested for both', async (context) => {
    const { fields } = await suggested(
      context,
      csv({
        Adresse: address,
        Kontakt: address,
        Ansprechpartner: ['Lange Straße 1, 58452 Witten, 030 23125 100', 'info@example.org'],
      }),
    );
    assert.equal(fields['location'], 'Adresse');
    assert.notEqual(fields['contact'], 'Kontakt');
    const columns = Object.entries(fields).flatMap(([name, each]) =>
      name === 'record' ? [] : each,
    );
    assert.equal(new Set(columns).size, columns.length);
  });
});
