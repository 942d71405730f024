import { localTime } from '@vielfalt/feed';
import { findStale } from '../outlet/stale.js';
import type { Finding, StaleReport } from '../outlet/stale.js';
import { systemClock } from '../clock.js';
import { readDirectory } from './directory.js';
import { EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt check: look for what has gone stale in the directory

Usage
  vielfalt check [OPTIONS]

Options
  --json   print the report as JSON

It counts offers and providers per source, and finds offers that have ended and are still
published, records that were last checked more than a year ago, and terms that the vocabulary does
not have. It also tells, without finding fault, how many offers nobody has checked yet and which
terms no offer uses. It changes nothing.

Examples
  vielfalt check
  vielfalt check --json > report.json

Exit codes
  0  nothing found
  1  findings
  2  the command was called wrongly
  4  the database cannot be used
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  if (positionals.length > 0)
    throw new UsageError('The check takes no file; it reads the database.');
  const state = await readDirectory();
  const today = localTime(systemClock(), state.directory.timeZone).date;
  const report = findStale(state, today);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : print(report));
  return report.findings.length > 0 ? EXIT.findings : EXIT.done;
}

function print({ revision, date, sources, findings, neverChecked, unusedTerms }: StaleReport) {
  const lines = [`revision ${revision}, ${date}`];
  for (const { source, offers, providers } of sources) {
    lines.push(
      `source ${source}: ${offers.live} offers (${offers.retired} retired), ${providers.live} providers (${providers.retired} retired)`,
    );
  }
  lines.push(
    `offers that nobody has checked yet: ${neverChecked}`,
    `terms that no record uses: ${unusedTerms.length}`,
    findings.length === 0 ? 'nothing found' : `findings: ${findings.length}`,
    ...findings.map((finding) => `  ${printFinding(finding)}`),
  );
  return `${lines.join('\n')}\n`;
}

function printFinding({ source, record, title, detail }: Finding): string {
  return `${source} ${JSON.stringify(record)} (${title}): ${detail}`;
}
