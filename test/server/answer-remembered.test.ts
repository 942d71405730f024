import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import { answerRemembered } from '../../server/src/http/answer-remembered.js';
import type { Rendered } from '../../server/src/http/memory.js';
import { createRouter } from '../../server/src/http/router.js';
import { Traffic } from '../../server/src/http/traffic.js';

const RENDERED = { status: 200 } as Rendered;

/** Answers of one route, of which every one is remembered unless said otherwise. */
function startMemory() {
  const match = createRouter([{ path: '/a', takes: (name: string) => name === 'x' }]);
  let read = 0;
  const kept = { all: true };
  const keys: string[] = [];
  const answer = answerRemembered({
    match: (path) => {
      read += 1;
      return match(path);
    },
    find: (key) => {
      keys.push(key);
      return kept.all ? RENDERED : undefined;
    },
    send: () => undefined,
    traffic: new Traffic(pino({ enabled: false })),
    observe: undefined,
  });
  const ask = (url: string, encoding = 'br') => {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { method: 'GET', url, headers: { 'accept-encoding': encoding } });
    return answer(request, new ServerResponse(request));
  };
  return { ask, keys, kept, read: () => read };
}

describe('a target that is asked for again', () => {
  it('is not read again, but looked for each time', () => {
    const { ask, keys, kept, read } = startMemory();
    for (let round = 0; round < 3; round++) assert.ok(ask('/a?utm=1&x=2'));
    assert.equal(read(), 1);
    assert.ok(ask('/a?utm=1&x=2', 'gzip'));
    assert.equal(read(), 2);
    assert.deepEqual(keys, ['br /a?x=2', 'br /a?x=2', 'br /a?x=2', 'gzip /a?x=2']);
    kept.all = false;
    assert.equal(ask('/a?utm=1&x=2'), false);
  });

  it('is known as long as there are few others, and it is short', () => {
    const { ask, read } = startMemory();
    ask('/a?x=1');
    for (let index = 0; index < 2_000; index++) ask(`/a?x=1&utm=${index}`);
    const before = read();
    ask('/a?x=1');
    assert.equal(read(), before + 1);
    const long = `/a?x=${'y'.repeat(500)}`;
    ask(long);
    ask(long);
    assert.equal(read(), before + 3);
  });

  it('is not kept where its answer is not', () => {
    const { ask, kept, read } = startMemory();
    kept.all = false;
    ask('/a?x=1');
    ask('/a?x=1');
    assert.equal(read(), 2);
  });
});
