import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AnswerCache, type Wish } from '../../server/src/http/answer-cache.js';
import { Problem } from '../../server/src/http/problem.js';
import type { Reply } from '../../server/src/http/reply.js';

const here = () => false;
const gone = () => true;

const wish = (key: string, reply: Wish['reply'], isGone = here): Wish => ({
  key,
  encoding: 'identity',
  reply,
  isGone,
});

/** An answer that takes until it is let go. */
function slow(body: string) {
  let made = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const reply = async (): Promise<Reply> => {
    made += 1;
    await held;
    return { body, lifetime: 'data' };
  };
  return { reply, release: () => release(), made: () => made };
}

describe('answers that take a while', () => {
  it('are made once, however many ask for the same meanwhile', async () => {
    const cache = new AnswerCache();
    const { reply, release, made } = slow('one');
    const all = [1, 2, 3].map(() => cache.make(wish('a', reply)));
    release();
    const [first, ...others] = await Promise.all(all);
    for (const each of others) assert.equal(each, first);
    assert.equal(made(), 1);
    assert.equal(cache.get('a', 0)?.etag, first?.etag);
  });

  it('are not remembered where another revision has come meanwhile', async () => {
    const cache = new AnswerCache();
    const before = slow('before');
    const old = cache.make(wish('a', before.reply));
    cache.clear();
    const after = slow('after');
    const current = cache.make(wish('a', after.reply));
    before.release();
    after.release();
    assert.equal((await old).body.toString(), 'before');
    const answer = await current;
    assert.equal(answer.body.toString(), 'after');
    assert.notEqual(answer.etag, (await old).etag);
    assert.equal(cache.get('a', 0)?.body.toString(), 'after');
  });

  it('are not begun where all who asked have gone', async () => {
    const cache = new AnswerCache();
    const first = slow('first');
    const waited = slow('waited for');
    const abandoned = slow('abandoned');
    const all = [
      cache.make(wish('a', first.reply)),
      cache.make(wish('b', waited.reply, gone)),
      cache.make(wish('b', waited.reply)),
    ];
    const nobody = cache.make(wish('c', abandoned.reply, gone));
    first.release();
    waited.release();
    await Promise.all(all);
    await assert.rejects(nobody, Problem);
    assert.deepEqual([waited.made(), abandoned.made()], [1, 0]);
  });
});
