import type { FileOffer, FileProvider } from '@vielfalt/feed';
import type { Spool } from '../files/spool.js';
import type { Mapper, Mark, Remark } from '../mapping/index.js';
import type { Table } from '../table/table.js';
import { validateRecord } from '../validation/validate.js';
import { BatchCheck } from './check-batch.js';
import { RecordDraft } from './draft.js';
import type { DraftOrigin } from './draft.js';

/** The records made from a table's rows. */
export interface TableRecords {
  offers: RecordDraft<FileOffer>[];
  providers: RecordDraft<FileProvider>[];
  check: BatchCheck;
  /** Remarks about text that could not be understood and was kept as text. */
  remarks: Remark[];
  rows: number;
  /** Rows that are not for the public, and left out. */
  hidden: HiddenRow[];
}

/** A row that is left out, and the mark that says it is not for the public. */
export interface HiddenRow extends Mark {
  line: number;
}

/**
 * Reads, maps and checks a table row by row. The records' content is put aside, so that a large table
 * fits into little memory.
 * @param source the id of the records' source
 * @param spool holds the records until they are imported
 * @param onRow called after each row
 */
export async function readTable(
  table: Table,
  mapper: Mapper,
  source: string,
  spool: Spool,
  onRow: () => void,
): Promise<TableRecords> {
  const check = new BatchCheck();
  const offers: RecordDraft<FileOffer>[] = [];
  const remarks: Remark[] = [];
  const hidden: HiddenRow[] = [];
  const origin = new RowOrigin(mapper, spool);
  let rows = 0;
  for await (const row of table.rows()) {
    rows++;
    const { offer, mark, ...mapped } = mapper.map(row);
    if (mark) hidden.push({ line: row.line, ...mark });
    for (const fault of mapped.faults) check.faults.addRow(source, fault);
    for (const remark of mapped.remarks) remarks.push(remark);
    if (offer) {
      const draft = new RecordDraft(offer, origin.add(offer, row.line), origin);
      for (const { path, ...what } of validateRecord('offer', offer)) {
        check.faults.addTo(draft, path, what);
      }
      check.record('offer', draft, offer);
      offers.push(draft);
    }
    onRow();
  }
  const named = mapper.providers();
  const providers = named.map((provider, at) => {
    const draft = new RecordDraft(provider, at, providerOrigin(named));
    for (const { path, ...what } of validateRecord('provider', provider)) {
      check.faults.addTo(draft, path, what);
    }
    check.record('provider', draft, provider);
    return draft;
  });
  return { offers, providers, check, remarks, rows, hidden };
}

/** The rows that offers come from; the offers themselves are in the spool. */
class RowOrigin implements DraftOrigin<FileOffer> {
  readonly #mapper: Mapper;
  readonly #spool: Spool;
  /** The line that each offer begins in. */
  readonly #lines: number[] = [];

  constructor(mapper: Mapper, spool: Spool) {
    this.#mapper = mapper;
    this.#spool = spool;
  }

  add(offer: FileOffer, line: number): number {
    this.#lines.push(line);
    return this.#spool.add(offer);
  }

  content(at: number): FileOffer {
    return this.#spool.get(at) as FileOffer;
  }

  nameOf(at: number): string {
    return `line ${this.#lines[at]}`;
  }

  locate(at: number, member: string) {
    const column = this.#mapper.columnOf(member);
    return { path: member, line: this.#lines[at]!, ...(column !== undefined && { column }) };
  }
}

/** Makes the origin of providers, each of which may combine many rows. */
function providerOrigin(providers: readonly FileProvider[]): DraftOrigin<FileProvider> {
  const nameOf = (at: number) => `the provider ${JSON.stringify(providers[at]?.record)}`;
  return {
    content: (at) => providers[at]!,
    nameOf,
    locate: (at, member) => ({ path: `${nameOf(at)}, ${member}` }),
  };
}
