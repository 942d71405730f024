// A peer's process: fills its index from a directory's file, or answers from it over HTTP.
//
//   node peer.mjs ENGINE fill|serve FOLDER FILE      `serve` prints the port it listens on
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { demoDirectory } from '../../../demo/directory.mjs';

const [engine, act, folder, file] = process.argv.slice(2);

const ENGINES = {
  fts5: () => import('./fts5.mjs'),
  minisearch: () => import('./minisearch.mjs'),
  postgres: () => import('./to-tsvector.mjs'),
};

/** What follows a record in its line: a comma, or the end of its list or of all. */
const BETWEEN = /(?<=\}),$|\],$|(?<=\})\]\}$/;

/**
 * What a plain search knows of an offer. The file has a record in each line.
 *
 * @returns {AsyncGenerator<{ id: number, title: string, text: string, topics: string[], town: string, lat?: number, lng?: number }>}
 */
async function* offers() {
  const { vocabulary } = demoDirectory('2026-11-23');
  const labels = new Map(vocabulary.topic.map(({ id, label }) => [id, label.de ?? label]));
  const names = new Map();
  let id = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!line.startsWith('{"') || line.startsWith('{"vielfalt"')) continue;
    const record = JSON.parse(line.replace(BETWEEN, ''));
    if (!record.title) {
      names.set(record.record, record.name);
      continue;
    }
    const { title, summary, description, topics = [], locations: [place = {}] = [] } = record;
    const words = [summary, description, names.get(record.provider), ...topics.map(labelOf)];
    yield {
      ...{ id: (id += 1), title, topics },
      text: words.filter(Boolean).join(' '),
      ...{ town: place.town ?? '', lat: place.lat, lng: place.lng },
    };
  }
  function labelOf(topic) {
    return labels.get(topic);
  }
}

const { fill, open } = await ENGINES[engine]();
if (act === 'fill') {
  await fill(folder, offers());
} else {
  const answers = await open(folder, offers());
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    answers[pathname.slice(1)](Object.fromEntries(searchParams)).then(
      (answer) => response.end(JSON.stringify(answer)),
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
  process.once('SIGTERM', () => process.exit());
}
