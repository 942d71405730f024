import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { WorkQueue, type QueuedWork } from '../../server/src/http/work-queue.js';

/** A queue whose time the test sets, with work that is done when the test says so. */
function startQueue(test: TestContext) {
  let now = 0;
  test.mock.timers.enable({ apis: ['setTimeout'] });
  test.mock.method(performance, 'now', () => now);
  let lost = 0;
  const queue = new WorkQueue(() => {
    const before = lost;
    return () => lost - before;
  });
  const known = new Map<string, QueuedWork>();
  const begun: string[] = [];
  const refused: string[] = [];
  let finish = () => {};
  return {
    begun,
    refused,
    renew: (name: string) => {
      const work = known.get(name);
      assert.ok(work, name);
      queue.renew(work);
    },
    add: (name: string) => {
      const work: QueuedWork = {
        begin: () => {
          begun.push(name);
          return new Promise<void>((resolve) => (finish = resolve));
        },
        refuse: () => void refused.push(name),
      };
      known.set(name, work);
      queue.add(work);
    },
    pass: (time: number) => {
      now += time;
      test.mock.timers.tick(time);
    },
    /** Other programs have the processor; no timer is looked at. */
    lose: (time: number) => {
      now += time;
      lost += time;
    },
    settle: async () => {
      await turn();
      await turn();
    },
    finish: async () => {
      finish();
      await turn();
      await turn();
    },
  };
}

describe('work that waits', () => {
  it('is done one after another, in its order', async (test) => {
    const { add, begun, settle, finish } = startQueue(test);
    for (const name of ['a', 'b', 'c']) add(name);
    await settle();
    assert.deepEqual(begun, ['a']);
    await finish();
    await finish();
    assert.deepEqual(begun, ['a', 'b', 'c']);
  });

  it('is begun with the newest where the oldest has waited long', async (test) => {
    const { add, begun, pass, settle, finish } = startQueue(test);
    for (const name of ['a', 'b', 'c']) add(name);
    await settle();
    pass(600);
    add('d');
    await finish();
    await finish();
    assert.deepEqual(begun, ['a', 'd', 'c']);
  });

  it('is the newest where it is asked for again, but no later in its order for that', async (test) => {
    const { add, renew, begun, pass, settle, finish } = startQueue(test);
    for (const name of ['a', 'b', 'c', 'd']) add(name);
    await settle();
    pass(100);
    renew('b');
    await finish();
    assert.deepEqual(begun, ['a', 'b']);
    add('e');
    pass(500);
    renew('c');
    await finish();
    assert.deepEqual(begun, ['a', 'b', 'c']);
    await finish();
    assert.deepEqual(begun, ['a', 'b', 'c', 'e']);
  });

  it('is refused after a second and a half; what is begun goes on', async (test) => {
    const { add, begun, refused, pass, settle, finish } = startQueue(test);
    add('a');
    await settle();
    add('b');
    pass(1_000);
    add('c');
    assert.deepEqual(refused, []);
    pass(500);
    assert.deepEqual(refused, ['b']);
    await finish();
    assert.deepEqual(begun, ['a', 'c']);
    pass(5_000);
    assert.deepEqual(refused, ['b']);
  });

  it('is begun where nothing stood before it, however long the thread stood still', async (test) => {
    const { add, begun, refused, pass, settle } = startQueue(test);
    add('a');
    pass(3_000);
    await settle();
    assert.deepEqual([begun, refused], [['a'], []]);
  });

  it('may wait longer where other programs had the processor', async (test) => {
    const { add, begun, refused, lose, pass, settle, finish } = startQueue(test);
    for (const name of ['a', 'b', 'c']) add(name);
    await settle();
    lose(4_000);
    pass(1_000);
    await finish();
    assert.deepEqual([begun.length, refused.length], [2, 0]);
    pass(500);
    assert.deepEqual([begun.length, refused.length], [2, 1]);
  });

  it('is bounded: the oldest makes room', async (test) => {
    const { add, begun, refused, settle } = startQueue(test);
    add('first');
    await settle();
    for (let index = 0; index < 1_002; index++) add(String(index));
    assert.deepEqual(begun, ['first']);
    assert.deepEqual(refused, ['0', '1']);
  });
});
