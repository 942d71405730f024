// SQLite as one would use it plainly: FTS5 over title and text, tables for what is filtered by.
import { join } from 'node:path';
import { promisify } from 'node:util';
import sqlite3 from 'sqlite3';
import { batchesOf, boxOf, wordsOf } from './plain.mjs';

const TABLES = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE offer (id INTEGER PRIMARY KEY, title TEXT, town TEXT, lat REAL, lng REAL);
  CREATE TABLE offer_topic (topic TEXT, offer INTEGER, PRIMARY KEY (topic, offer)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
  );`;
const INDEXES = `
  CREATE INDEX offer_town ON offer (town, title);
  CREATE INDEX offer_title ON offer (title);
  CREATE INDEX offer_lat ON offer (lat, lng);
  CREATE INDEX topic_offer ON offer_topic (offer);
  ANALYZE;`;

function connect(folder) {
  const database = new sqlite3.Database(join(folder, 'fts5.sqlite'));
  return {
    all: promisify(database.all).bind(database),
    run: promisify(database.run).bind(database),
    exec: promisify(database.exec).bind(database),
  };
}

export async function fill(folder, offers) {
  const { run, exec } = connect(folder);
  await exec(TABLES);
  await exec('BEGIN');
  const insert = (table, rows) =>
    rows.length > 0 &&
    run(`INSERT INTO ${table} VALUES ${rows.map((row) => `(${row.map(() => '?')})`)}`, rows.flat());
  for await (const batch of batchesOf(offers, 100)) {
    await insert(
      'offer',
      batch.map(({ id, title, town, lat, lng }) => [id, title, town, lat, lng]),
    );
    await insert(
      'search (rowid, title, text)',
      batch.map(({ id, title, text }) => [id, title, text]),
    );
    await insert(
      'offer_topic',
      batch.flatMap(({ id, topics }) => [...new Set(topics)].map((topic) => [topic, id])),
    );
  }
  await exec(`COMMIT; ${INDEXES}`);
}

export async function open(folder) {
  const { all } = connect(folder);
  return {
    async facets({ topic, place }) {
      const chosen = `SELECT offer FROM offer_topic WHERE topic = ?`;
      const [page, towns, topics] = [
        await all(
          `SELECT id, title FROM offer WHERE town = ? AND id IN (${chosen}) ORDER BY title LIMIT 20`,
          [place, topic],
        ),
        await all(
          `SELECT town, count(*) AS count FROM offer WHERE id IN (${chosen}) GROUP BY town`,
          [topic],
        ),
        await all(
          `SELECT topic, count(*) AS count FROM offer JOIN offer_topic ON offer = id
           WHERE town = ? GROUP BY topic`,
          [place],
        ),
      ];
      return { page, towns, topics };
    },
    async near({ lat, lng, km }) {
      const { south, north, west, east, flat } = boxOf(lat, lng, km);
      return all(
        `SELECT id, title, count(*) OVER () AS total FROM offer
         WHERE lat BETWEEN ? AND ? AND lng BETWEEN ? AND ?
         ORDER BY (lat - ?) * (lat - ?) + (lng - ?) * (lng - ?) * ? LIMIT 20`,
        [south, north, west, east, lat, lat, lng, lng, flat],
      );
    },
    words: ({ q }) =>
      all(
        `SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY bm25(search, 3, 1) LIMIT 20`,
        [wordsOf(q).map((word) => `"${word}"`).join(' OR ')], // prettier-ignore
      ),
  };
}
