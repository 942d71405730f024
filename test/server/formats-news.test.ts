import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { demoFeed } from './demo-feed.js';
import { example, offer } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

const uri = { type: 'string', format: 'uri' };
const line = { type: 'string', minLength: 1 };
const authors = {
  type: 'array',
  items: { type: 'object', minProperties: 1, properties: { name: line, url: uri, avatar: uri } },
};

/** What the specification of JSON Feed 1.1 asks for, as far as a schema can say it. */
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: line,
    ...{ home_page_url: uri, feed_url: uri, next_url: uri, language: line, authors },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          ...{ id: line, url: uri, external_url: uri, title: line, summary: line },
          ...{ content_text: line, language: line, authors },
          date_modified: { type: 'string', format: 'date-time' },
          tags: { type: 'array', items: line, uniqueItems: true },
        },
      },
    },
  },
  additionalProperties: false,
};

interface News {
  items: { id: string; title: string; date_modified: string }[];
}

const changed = (day: number) => `2026-11-${String(day).padStart(2, '0')}T08:00:00Z`;

/** Well-formed XML or an error. */
async function atom(feed: Feed, query = '') {
  const { status, body } = await feed.get(`/v1/offers.atom?${query}`);
  assert.equal(status, 200);
  const fail = (_level: string, message: string) => {
    throw new Error(message);
  };
  const root = new DOMParser({ onError: fail }).parseFromString(body.toString(), 'text/xml');
  return root.documentElement!;
}

type XmlElement = Awaited<ReturnType<typeof atom>>;

const children = (element: XmlElement, name: string) =>
  Array.from(element.childNodes).filter((each) => each.nodeName === name) as XmlElement[];
const texts = (element: XmlElement, name: string) =>
  children(element, name).map(({ textContent }) => textContent);

describe('news as a JSON Feed', () => {
  it('are what version 1.1 of its specification asks for', async () => {
    const feed = await demoFeed();
    const ajv = new Ajv2020({ allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(JSON_FEED);
    for (const query of ['', 'lang=ar', 'topic=sport&page=2&limit=5', 'q=gibtesnicht']) {
      const answer = (await feed.get(`/v1/offers.feed.json?${query}`)).json<News>();
      assert.ok(validate(answer), JSON.stringify(validate.errors?.slice(0, 3)));
    }
  });

  it('have what changed last on top, each once over all pages', async (test) => {
    const offers = [3, 1, 9, 4, 7].map((day, number) => offer(number, { changed: changed(day) }));
    const feed = await startFeed(test, { changes: { ...example(), offers } });
    const read = async (page: number) => {
      const path = `/v1/offers.feed.json?limit=2&page=${page}`;
      return (await feed.get(path)).json<News>().items.map(({ date_modified: date }) => date);
    };
    const all = [...(await read(1)), ...(await read(2)), ...(await read(3))];
    assert.deepEqual(all, [9, 7, 4, 3, 1].map(changed));
  });
});

describe('news as Atom', () => {
  it('have the elements that RFC 4287 requires', async () => {
    const feed = await demoFeed();
    const root = await atom(feed, 'lang=en');
    assert.equal(root.namespaceURI, 'http://www.w3.org/2005/Atom');
    for (const each of [root, ...children(root, 'entry')]) {
      for (const name of ['id', 'title', 'updated', 'author']) {
        assert.equal(children(each, name).length, 1, name);
      }
      assert.match(texts(each, 'id')[0] ?? '', /^urn:uuid:[0-9a-f-]{36}$/);
      assert.ok(Date.parse(texts(each, 'updated')[0] ?? '') > 0);
      assert.ok(texts(children(each, 'author')[0]!, 'name')[0]);
      const alternate = children(each, 'link').filter(
        (link) => link.getAttribute('rel') === 'alternate',
      );
      assert.match(alternate[0]?.getAttribute('href') ?? '', /^https:\/\/feed\.example\.org\//);
    }
    const links = children(root, 'link').map((link) => link.getAttribute('rel'));
    assert.deepEqual(links, ['alternate', 'self', 'first', 'next']);
    const ids = texts(root, 'id').concat(
      children(root, 'entry').flatMap((each) => texts(each, 'id')),
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  it('stay well-formed whatever stands in a text', async (test) => {
    const title = 'A & B <c> "d" ]]> \u0001\ud800 é';
    const changes = { ...example(), offers: [offer(1, { title, description: title })] };
    const feed = await startFeed(test, { changes });
    const [entry] = children(await atom(feed), 'entry');
    assert.equal(texts(entry!, 'title')[0], 'A & B <c> "d" ]]>  é');
  });

  it('name what has gone since the oldest of them', async (test) => {
    const offers = [
      offer(1, { changed: changed(5) }),
      offer(2, { changed: changed(9) }),
      offer(3, { changed: changed(7), status: 'retired' }),
      offer(4, { changed: changed(2), status: 'retired' }),
    ];
    const feed = await startFeed(test, { changes: { ...example(), offers } });
    const gone = children(await atom(feed), 'at:deleted-entry');
    assert.deepEqual(
      gone.map((each) => [each.getAttribute('ref'), each.getAttribute('when')]),
      [[`urn:uuid:${offers[2]!.id}`, changed(7)]],
    );
    assert.equal(gone[0]?.namespaceURI, 'http://purl.org/atompub/tombstones/1.0');
  });
});
