import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from 'pino';
import type { Prepare } from '../editions/open.js';
import { Retries } from '../retries.js';
import { StoreError } from '../store/error.js';

/** The lines in which it says how far it is. */
const PROGRESS = /^\w+: \d+ %\n/gm;

/**
 * Has `vielfalt prepare` do the work in a process of its own, which gives all memory back that it
 * takes, and leaves this one's processor to answers. One that fails is not followed at once by the next.
 * @param databaseUrl of the database that is written to
 */
export function prepareApart(databaseUrl: string, log: Logger): Prepare {
  const retries = new Retries();
  const start = async () => {
    log.info('preparing');
    const [script = ''] = process.argv.slice(1);
    const child = spawn(process.execPath, [...process.execArgv, script, 'prepare'], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const end = () => void child.kill();
    process.once('exit', end);
    let said = '';
    child.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (said = (said + text).slice(-2_000)));
    try {
      const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
      if (code === 0) return;
      throw new StoreError(
        'failed',
        `The revision could not be prepared (vielfalt prepare ended with ${code ?? signal}). ${said.replace(PROGRESS, '').trim()}`,
      );
    } finally {
      process.off('exit', end);
    }
  };
  return () => retries.run(start);
}
