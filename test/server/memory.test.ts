import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Memory, type Rendered } from '../../server/src/http/memory.js';
import { render } from '../../server/src/http/reply.js';

describe('the memory of answers', () => {
  const answer = (body: string | Buffer, lifetime: 'data' | 'none' = 'data', status = 200) =>
    render({ body, type: 'text/plain', lifetime, status }, 'br');

  it('counts all that an answer takes, not its body alone', async () => {
    const memory = new Memory(1_000_000);
    for (let index = 0; index < 10_000; index++) {
      memory.set(`/robots.txt?${index}`, await answer('User-agent: *\n'));
    }
    assert.ok(memory.bytes <= 1_000_000);
    const kept = Array.from({ length: 10_000 }, (_, index) =>
      memory.get(`/robots.txt?${index}`),
    ).filter((each): each is Rendered => each !== undefined);
    assert.ok(kept.length > 100 && kept.length < 1_000, `${kept.length} are kept`);
  });

  it('holds small answers in buffers of their own', async () => {
    const memory = new Memory(1_000_000);
    for (const body of ['small', 'long '.repeat(1_000)]) {
      memory.set('/', await answer(body));
      const kept = memory.get('/')?.body;
      assert.ok(kept);
      assert.equal(kept.buffer.byteLength, kept.length);
    }
  });

  it('gives errors no room', async () => {
    const memory = new Memory(1_000_000);
    memory.set('/nothing', await answer('Nothing', 'data', 404));
    assert.equal(memory.get('/nothing'), undefined);
    assert.equal(memory.bytes, 0);
  });
});
