import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { workplace } from './workplace.js';

test('an office elsewhere: its own towns and topics by one suggestion, mended, and imported', async (context) => {
  const { vielfalt, write, path } = workplace(context);
  write(
    't.csv',
    'Nr;Angebot;Thema;PLZ;Ort;Ortsteil\n1;Chor;Fischerei;24937;Flensburg;Südstadt\n2;Tanz;Watt;24960;Glücksburg;\n',
  );
  const suggested = await vielfalt(['import', 't.csv', '--suggest', '--mapping', 'm.yaml']);
  assert.equal(suggested.code, 0, suggested.stderr);
  assert.match(suggested.stderr, /m\.yaml, m-places\.csv, m-topics\.csv are written/);
  const text = readFileSync(path('m.yaml'), 'utf8');
  assert.match(text, /places: m-places\.csv/);
  assert.doesNotMatch(text, /Hattingen/);
  const mended = text
    .replace(/"TODO what all the towns[^"]*"/, 'Nordkreis')
    .replaceAll(/"TODO[^"]*"/g, 'Nordkreis');
  writeFileSync(path('m.yaml'), mended);
  writeFileSync(
    path('m-places.csv'),
    readFileSync(path('m-places.csv'), 'utf8') + 'Flensburg;Südstadt;;;;\r\n',
  );
  const options = ['import', 't.csv', '--mapping', 'm.yaml', '--source', 'office'];
  const imported = await vielfalt(options);
  assert.equal(imported.code, 0, imported.stdout + imported.stderr);
  const { stdout } = await vielfalt(['export']);
  const { vocabulary, offers } = JSON.parse(stdout) as {
    vocabulary: { place: { id: string }[]; topic: { id: string }[] };
    offers: { locations: object[]; topics: string[] }[];
  };
  assert.deepEqual(
    vocabulary.place.map(({ id }) => id),
    ['nordkreis', 'flensburg', 'gluecksburg', 'flensburg-suedstadt'],
  );
  assert.deepEqual(offers.map(({ topics }) => topics).flat(), ['fischerei', 'watt']);
  assert.deepEqual(offers[0]?.locations, [
    { postalCode: '24937', town: 'flensburg', district: 'flensburg-suedstadt' },
  ]);

  const again = await vielfalt(options);
  assert.match(again.stdout, /unchanged 2/);
  assert.doesNotMatch(again.stdout, /vocabulary: changed/);

  // Next month the list has a town more: it counts, though a directory is there.
  writeFileSync(
    path('m-places.csv'),
    readFileSync(path('m-places.csv'), 'utf8') + 'Harrislee;;24955;;;\r\n',
  );
  const later = await vielfalt(options);
  assert.match(later.stdout, /vocabulary: changed/);
  assert.match((await vielfalt(['export'])).stdout, /"harrislee"/);
});
