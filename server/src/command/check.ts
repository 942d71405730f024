import { localTime } from '@vielfalt/feed';
import { runChecks } from '../checks/run-checks.js';
import type { CheckReport } from '../checks/run-checks.js';
import { printTable, printText } from '../checks/print.js';
import { systemClock } from '../clock.js';
import { readBaseUrl } from '../config.js';
import { askAndKeep } from '../links/keep-links.js';
import { logosFolder, logosIn } from '../logos/logos.js';
import { createSnapshot } from '../snapshot/snapshot.js';
import type { DirectoryState, Store } from '../store/store.js';
import type { FileContent } from '../export/draft.js';
import { printJson } from '../text/visible.js';
import { userAgent } from '../web/ask-web.js';
import { withDirectory } from './directory.js';
import { ProgressBar } from './progress.js';
import { print } from './print.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt check: look for what is wrong with the directory

Usage
  vielfalt check [OPTIONS]

Options
  --json   print the whole report as JSON
  --csv    print it as a table to hand on: source, record, title, finding, field, value, what to do
  --links  first ask web addresses whether they still lead somewhere

It changes no record, and asks no other computer but with --links. Findings mislead visitors;
somebody should correct them:
  exposed        addresses that are on request in one record and that another tells: with the
                 same street, number and town, or in a text of the same provider's records
  office-only    titles, names and texts that begin with a remark of the office: INTERN:, Entwurf:,
                 TEST, “nicht veröffentlichen”, “do not publish”
  ended          offers whose last day is over and which are still published
  check-overdue  records that were last checked more than a year ago
  old-practice   offers marked as good practice that nobody has checked for two years
  broken-link    web and e-mail addresses that are none, that are reserved (example.org), or
                 mistyped (ww., .d, gmial.com)
  dead-link      web addresses that failed on two days, whenever --links asked them
  missing-logo   logos (/logos/…) whose file is not in the folder "logos" beside the database
  wrong-place    points more than 15 km from their town, or from every place of the vocabulary
                 where no town is named (farther where the places themselves lie farther apart);
                 lat and lng swapped; a district of another town; a town written as locality
                 though the vocabulary has it; a postal code whose first two digits no other of
                 more than five addresses in its town has; offers at a post box
  duplicate      offers with the same provider, town and title but for case, accents, order of
                 words or one letter, unless their times, level, age, languages, audiences or
                 streets differ
  gone-member    members of networks that are no longer in the directory
  near-name      members of networks that are nearly a provider, and networks of providers that are
                 nearly one with a record: misspelt, or without their legal form
  idle-network   networks without a meeting in the past year and the coming one
  unknown-term   words that the vocabulary does not have
  unfound-word   words of the office's own (lexicon) whose German word finds no offer

Information is no fault, and may stay so:
  never-checked  offers without a day of checking
  no-term        offers without topic, kind or place: who filters by it does not find them
  no-member      networks without members
  elsewhere      towns outside the directory's area
  too-long       titles over 120 characters (four lines on a phone), summaries over 300 (a card
                 shows some 210), descriptions over 5,000 (two pages)
  moved-link     web addresses that lead to another one for good
  failing-link   web addresses that failed the last time they were asked, and not before
  unused-term    terms that no offer uses, with what is below them

Records that are ended or retired are left alone. Fields are named as vielfalt export names columns.

With --links, websites are asked by this machine, a few at a time: each once a second at most, by HEAD
and where that is refused by GET, of which only the head is read. What an address answers is kept in
the database; it is asked again after six days, one that failed on the next day. A robots.txt that
keeps programs away is heeded. After 30 minutes, 5,000 addresses or Ctrl-C the rest is left for the
next time. BASE_URL tells websites who asks.

Examples
  vielfalt check
  vielfalt check --links
  vielfalt check --csv > to-do.csv
  vielfalt check --json | jq .counts
  vielfalt check > report.txt || mail -s "The directory" office@example.org < report.txt

Exit codes
  0  nothing found, or information only
  1  findings
  2  the command was called wrongly
  4  the database cannot be used, or with --links no website can be reached
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    links: { type: 'boolean' },
  });
  if (positionals.length > 0)
    throw new UsageError('The check takes no file; it reads the database.');
  if (values.json && values.csv) throw new UsageError('Pass --json or --csv, not both.');
  const report = await withDirectory(async (store, state) => {
    const { date } = localTime(systemClock(), state.directory.timeZone);
    if (values.links) await askForLinks(store, state, date);
    return runChecks(state, date, {
      logos: await logosIn(logosFolder(databaseUrl())),
      isFound: await searchIn(state, date),
      links: await store.papers('link'),
    });
  });
  await print(contentOf(report, values));
  return report.findings.length > 0 ? EXIT.findings : EXIT.done;
}

/** Asks the directory's web addresses, until all that are due have answered or somebody breaks it off. */
async function askForLinks(store: Store, state: DirectoryState, date: string): Promise<void> {
  const broken = new AbortController();
  const breakOff = () => broken.abort();
  // A second time ends the command.
  process.once('SIGINT', breakOff);
  process.once('SIGTERM', breakOff);
  const progress = new ProgressBar('Asking');
  try {
    const own = readBaseUrl(process.env['BASE_URL']) ?? state.directory.baseUrl;
    const { asked, left } = await askAndKeep(store, state, date, {
      agent: userAgent(own, 'asks whether links of its directory still lead somewhere'),
      signal: broken.signal,
      onProgress: (share) => progress.show(share),
    });
    progress.end();
    const rest = left > 0 ? `; ${left} are left for the next time` : '';
    process.stderr.write(`${asked} web addresses asked${rest}.\n`);
  } finally {
    progress.end();
    process.off('SIGINT', breakOff);
    process.off('SIGTERM', breakOff);
  }
}

/** Returns a test whether a question finds an offer; prepared only where it will be used. */
async function searchIn(state: DirectoryState, date: string): Promise<(q: string) => boolean> {
  if (!state.lexicon) return () => true;
  const snapshot = await createSnapshot(state);
  await snapshot.prepare(date);
  const day = snapshot.view(undefined).on(date);
  return (q) => day.answer({ query: { q, limit: 1 }, lock: {} }).total > 0;
}

function contentOf(
  report: CheckReport,
  { json, csv }: { json?: boolean; csv?: boolean },
): FileContent {
  if (csv) return printTable(report);
  return json ? printJson(report) : printText(report);
}
