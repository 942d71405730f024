// Runs the `vielfalt` command again and again in one process, which is many times faster than one
// for each; what it prints is sent back. Each call has its own working directory and database.
import { main } from '../../server/dist/command/main.js';

process.on('disconnect', () => process.exit());
process.on('message', async ({ args, place, url }) => {
  process.chdir(place);
  process.env.DATABASE_URL = url;
  const said = { stdout: [], stderr: [] };
  const undo = Object.keys(said).map((name) => {
    const stream = process[name];
    const write = stream.write;
    stream.write = (chunk, encoding, done = encoding) => {
      said[name].push(Buffer.from(chunk));
      if (typeof done === 'function') process.nextTick(done);
      return true;
    };
    return () => {
      stream.write = write;
      stream.removeAllListeners('error');
    };
  });
  const code = await main(args);
  for (const each of undo) each();
  const [stdout, stderr] = [said.stdout, said.stderr].map((all) => Buffer.concat(all).toString());
  process.send({ code, stdout, stderr });
});
