// PostgreSQL as one would use it plainly: to_tsvector('german'), and pg_trgm where that finds nothing.
import { once } from 'node:events';
import { batchesOf, boxOf, wordsOf } from './plain.mjs';
import { openSession } from './postgres.mjs';

const TABLES = `
  CREATE EXTENSION pg_trgm;
  CREATE TABLE offer (
    id integer, title text, text text, topics text[], town text, lat float8, lng float8
  )`;
const INDEXES = [
  `ALTER TABLE offer ADD document tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('german', title), 'A') || to_tsvector('german', text)
  ) STORED`,
  'ALTER TABLE offer ADD PRIMARY KEY (id)',
  'CREATE INDEX ON offer USING gin (document)',
  'CREATE INDEX ON offer USING gin (title gin_trgm_ops)',
  'CREATE INDEX ON offer USING gin (topics)',
  'CREATE INDEX ON offer (town, title)',
  'CREATE INDEX ON offer (lat, lng)',
  'ANALYZE offer',
];

const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;
/** A field of COPY's text format. */
const field = (value) =>
  value === undefined ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (sign) => `\\${sign}`);

export async function fill(folder, offers) {
  const { ask, input, close } = openSession(folder);
  await ask(TABLES);
  input.write('COPY offer FROM stdin;\n');
  for await (const batch of batchesOf(offers, 100)) {
    const lines = batch.map(({ id, title, text, topics, town, lat, lng }) =>
      [id, title, text, `{${topics.join(',')}}`, town, lat, lng].map(field).join('\t'),
    );
    if (lines.length > 0 && !input.write(`${lines.join('\n')}\n`)) await once(input, 'drain');
  }
  input.write('\\.\n');
  for (const sql of INDEXES) await ask(sql);
  await close();
}

export async function open(folder) {
  const { ask } = openSession(folder);
  await ask('SET jit = off');
  return {
    async facets({ topic, place }) {
      const [ofTopic, inPlace] = [`topics @> ARRAY[${quoted(topic)}]`, `town = ${quoted(place)}`];
      return {
        page: await ask(
          `SELECT id, title FROM offer WHERE ${ofTopic} AND ${inPlace} ORDER BY title LIMIT 20`,
        ),
        towns: await ask(`SELECT town, count(*) FROM offer WHERE ${ofTopic} GROUP BY town`),
        topics: await ask(
          `SELECT topic, count(*) FROM offer, unnest(topics) AS topic WHERE ${inPlace} GROUP BY topic`,
        ),
      };
    },
    near({ lat, lng, km }) {
      const { south, north, west, east, flat } = boxOf(lat, lng, km);
      return ask(
        `SELECT id, title, count(*) OVER () FROM offer
         WHERE lat BETWEEN ${south} AND ${north} AND lng BETWEEN ${west} AND ${east}
         ORDER BY (lat - ${Number(lat)}) ^ 2 + (lng - ${Number(lng)}) ^ 2 * ${flat} LIMIT 20`,
      );
    },
    async words({ q }) {
      const words = wordsOf(q);
      const query = `websearch_to_tsquery('german', ${quoted(words.join(' or '))})`;
      const found = await ask(
        `SELECT id, title FROM offer, ${query} AS query WHERE document @@ query
         ORDER BY ts_rank(document, query) DESC LIMIT 20`,
      );
      if (found.length > 0) return found;
      return ask(
        `SELECT id, title FROM offer WHERE ${quoted(q)} <% title
         ORDER BY ${quoted(q)} <<-> title LIMIT 20`,
      );
    },
  };
}
