import { build } from './build.mjs';
import { prepare } from './prepare.mjs';
import { ROOT, main } from './run.mjs';
import {
  addresses,
  answers,
  demoOffice,
  feedSettings,
  freePorts,
  mailsLine,
  startNode,
} from './serving.mjs';

await main(async () => {
  process.chdir(ROOT);
  const { port, hostsPort } = await freePorts();
  await prepare();
  await build();

  const feed = `http://localhost:${port}`;
  const settings = await feedSettings(port);
  const env = { ...settings, HOSTS_PORT: String(hostsPort), FEED_URL: feed };
  const children = [
    startNode(['server/bin/vielfalt.js', 'serve'], env),
    startNode(['demo/serve.mjs'], env),
  ];
  let isStopping = false;
  const stop = (signal) => {
    isStopping = true;
    for (const child of children) child.kill(signal);
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  for (const child of children) {
    child.on('exit', (code) => {
      if (!isStopping) {
        process.exitCode = code || 1;
        stop('SIGTERM'); // one is of no use without the other
      }
    });
  }

  if (!(await answers(`${feed}/healthz`, () => isStopping))) return;
  const office = await demoOffice(settings);
  console.log(`
${addresses(feed, `http://localhost:${hostsPort}`)}${
    office ? `\nThe office:             ${office}` : ''
  }
Database:               ${env.DATABASE_URL ?? process.env.DATABASE_URL}${mailsLine(env)}

Ctrl+C stops everything.`);
});
