// How the service stands a long load while its directory changes, and while it is restarted.
//
//   npm run load
//
// Nothing may fail, every answer must be of a revision that was current, whole and consistent, and
// memory must stay flat. Takes about two minutes; LOAD_SECONDS shortens both parts.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '../../demo/seed.mjs';
import { importing } from './importing.js';
import { restarting } from './restarting.js';

const seconds = Number(process.env['LOAD_SECONDS'] ?? 60);
const folder = await mkdtemp(join(tmpdir(), 'vielfalt-load-'));
const database = `sqlite:${join(folder, 'directory.sqlite')}`;
try {
  await seed(database);
  console.log(`node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} processors`);
  const problems = [
    ...(await importing(database, folder, { connections: 200, seconds, every: 5 })),
    ...(await restarting(database, { connections: 200, seconds, every: 5 })),
  ];
  for (const problem of problems.slice(0, 20)) console.log(problem);
  console.log(problems.length === 0 ? 'Nothing failed.' : `${problems.length} problems.`);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
