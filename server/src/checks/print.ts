import { visible, visibleJson, visibleLines } from '../text/visible.js';
import { printCsv } from '../table/write-csv.js';
import { KINDS } from './finding.js';
import type { Finding, FindingKind } from './finding.js';
import type { CheckReport } from './run-checks.js';

/** Enough examples to show what a kind is about; the tables have all. */
const MOST_FINDINGS = 20;
const MOST_INFORMATION = 3;

/** Prints the report for reading: by kind, with counts. */
export function printText({ revision, date, sources, ...report }: CheckReport): string {
  const lines = [`revision ${revision}, ${date}`];
  for (const { source, ...counts } of sources) {
    const lists = Object.entries(counts).map(
      ([name, { live, retired }]) => `${live} ${name} (${retired} retired)`,
    );
    lines.push(`source ${source}: ${lists.join(', ')}`);
  }
  const { links, findings, information } = report;
  if (links) {
    const { alive, failing, dead, unclear, unknown } = links;
    lines.push(
      `links: ${alive} alive, ${failing} failed once, ${dead} dead, ${unclear} only for people to see, ${unknown} not asked yet`,
    );
  }
  lines.push('', findings.length === 0 ? 'nothing found' : `findings: ${findings.length}`);
  lines.push(...printKinds(findings, MOST_FINDINGS));
  if (information.length > 0) {
    lines.push('', `information, no fault: ${information.length}`);
    lines.push(...printKinds(information, MOST_INFORMATION));
  }
  return visibleLines(`${lines.join('\n')}\n`);
}

function* printKinds(findings: readonly Finding[], most: number): Generator<string> {
  for (const [kind, { heading }] of Object.entries(KINDS) as [FindingKind, { heading: string }][]) {
    const own = findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) continue;
    const remedies = new Set(own.map(({ remedy }) => remedy));
    const shared = remedies.size === 1 && own.length > 1 ? own[0]?.remedy : undefined;
    yield `  ${heading}: ${own.length}`;
    if (shared !== undefined) yield `    ${shared}`;
    for (const finding of own.slice(0, most)) {
      yield `    ${placeOf(finding)}${shared === undefined ? `: ${finding.remedy}` : ''}`;
    }
    if (own.length > most) yield `    and ${own.length - most} more; --csv lists all`;
  }
}

function placeOf({ source, record, title, field, value }: Finding): string {
  const key = source ? `${source} ${visibleJson(record)} ` : '';
  return `${key}(${visible(title)}) ${field}${value && ` ${visibleJson(value)}`}`;
}

/** Prints the report for a spreadsheet: one row per finding and piece of information. */
export function printTable({ findings, information }: CheckReport): Iterable<string> {
  return printCsv(
    ['source', 'record', 'title', 'finding', 'field', 'value', 'what to do'],
    [...findings, ...information].map(({ source, record, title, kind, field, value, remedy }) => [
      ...[source, record, title, KINDS[kind].heading, field, value, remedy].map(visible),
    ]),
  );
}
