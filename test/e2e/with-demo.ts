// Runs Node with the arguments given while the demo runs, so that test files need not each start it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SHARED_DEMO, startDemo } from './demo.js';

const { stop, ...addresses } = await startDemo();
try {
  const child = spawn(process.execPath, process.argv.slice(2), {
    env: { ...process.env, [SHARED_DEMO]: JSON.stringify(addresses) },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await stop();
}
