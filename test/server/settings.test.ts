import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readArguments } from '../../server/src/command/usage.js';
import { readConfig } from '../../server/src/config.js';
import { checkFolder, checkLanguages } from '../../server/src/folders.js';
import { freePort } from '../support/free-port.js';
import { COMMAND } from '../support/built.js';
import { folder } from './fixture.js';

const SECRET = 'geheim';

describe('BASE_URL', () => {
  const base = (text: string) => readConfig({ BASE_URL: text }).baseUrl;

  it('is an address without a slash at its end', () => {
    assert.equal(base('https://feed.example.org/'), 'https://feed.example.org');
    assert.equal(base('https://www.example.org/vielfalt'), 'https://www.example.org/vielfalt');
  });

  for (const text of [
    `https://me:${SECRET}@feed.example.org`,
    'https://feed.example.org/?x=1',
    'https://feed.example.org/#top',
    'feed.example.org',
    'ftp://feed.example.org',
  ]) {
    it(`does not take ${text.replace(SECRET, '…')}`, () => {
      assert.throws(
        () => base(text),
        ({ message }: Error) => {
          assert.match(
            message,
            /^BASE_URL is ".*", which .*; it must be the feed's public address/,
          );
          assert.ok(!message.includes(SECRET));
          return true;
        },
      );
    });
  }
});

describe('settings', () => {
  it('that are empty are as if they were not there', () => {
    assert.equal(readConfig({ PORT: '' }).port, 8080);
    assert.throws(() => readConfig({ PORT: 'x' }), /PORT is "x"/);
  });

  it('are looked at even where they do nothing', () => {
    assert.throws(() => readConfig({ MAIL_FROM: 'no mail' }), /MAIL_FROM is "no mail"/);
  });

  it('name folders that are there, or can be made', async (context) => {
    const place = folder(context);
    writeFileSync(join(place, 'file'), '');
    const check = async (named: string) => {
      process.env['SOME_FOLDER'] = named;
      try {
        await checkFolder('SOME_FOLDER');
      } finally {
        delete process.env['SOME_FOLDER'];
      }
    };
    await check(place);
    await check(join(place, 'new'));
    await check('');
    await assert.rejects(check(join(place, 'file')), /SOME_FOLDER is ".*file", which is a file/);
    await assert.rejects(check(join(place, 'no', 'new')), /there is no folder .*no: make it/);
  });

  it('name a folder with languages', async (context) => {
    await checkLanguages('');
    await assert.rejects(
      checkLanguages(folder(context)),
      /LANGUAGES_FOLDER is ".*", and there is no de\/language\.json in it/,
    );
  });
});

describe('options', () => {
  const read = (...args: string[]) =>
    readArguments(args, { workers: { type: 'string' }, json: { type: 'boolean' } });

  it('without a value, with one that looks like an option, or with one too many are explained', () => {
    assert.throws(() => read('--workers'), {
      message: '--workers has no value: write one behind it.',
    });
    assert.throws(
      () => read('--workers', '-1'),
      /does "-1" belong to it\? Then write --workers=-1\./,
    );
    assert.throws(() => read('--json=yes'), {
      message: '--json takes no value: write it without one.',
    });
    assert.equal(read('--workers=-1').values.workers, '-1');
  });
});

describe('vielfalt serve ends with 2 and a sentence', () => {
  async function serve(context: TestContext, env: Record<string, string>) {
    const child = spawn(process.execPath, [COMMAND, 'serve'], {
      env: { ...process.env, DATABASE_URL: 'sqlite::memory:', PORT: '0', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    context.after(() => child.kill('SIGKILL'));
    let said = '';
    child.stderr.on('data', (text) => (said += String(text)));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  }

  it('where there are no languages', async (context) => {
    const { code, said } = await serve(context, { LANGUAGES_FOLDER: '/nope' });
    assert.equal(code, 2, said);
    assert.match(said, /^vielfalt serve: LANGUAGES_FOLDER is "\/nope".*\n$/);
  });

  it('where mails are to go into a file', async (context) => {
    const { code, said } = await serve(context, { MAIL_FOLDER: COMMAND });
    assert.equal(code, 2, said);
    assert.match(said, /^vielfalt serve: MAIL_FOLDER is ".*", which is a file/);
  });

  it('where the feed and its metrics are to have one port', async (context) => {
    const port = String(await freePort());
    const { code, said } = await serve(context, { PORT: port, METRICS: port, HOST: '127.0.0.1' });
    assert.equal(code, 2, said);
    assert.match(said, /PORT and METRICS are both port \d+/);
  });
});
