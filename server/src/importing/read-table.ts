import type { FileOffer, FileProvider } from '@vielfalt/feed';
import type { Mapper, Mark, Remark } from '../mapping/index.js';
import type { Table } from '../table/table.js';
import { draftProvider } from './draft.js';
import type { RecordDraft, RecordPosition } from './draft.js';
import { FaultList } from './fault-list.js';
import type { Spool } from './spool.js';
import { TableDraft } from './table-draft.js';
import { validateRecord } from './validate.js';

/** A table's rows as records. */
export interface TableRecords {
  offers: RecordDraft<FileOffer>[];
  providers: RecordDraft<FileProvider>[];
  faults: FaultList;
  /** What could not be understood and was kept as text. */
  remarks: Remark[];
  rows: number;
  /** Rows that are not for the public, and left out. */
  hidden: HiddenRow[];
}

/** A row that is left out, and what says that it is not for the public. */
export interface HiddenRow extends Mark {
  line: number;
}

/**
 * Reads a table row by row. What the records say is put aside, so that a large table fits into
 * little memory.
 * @param source the id of the source that the records are of
 * @param spool holds them until they are imported
 * @param onRow is told after each row
 */
export async function readTable(
  table: Table,
  mapper: Mapper,
  source: string,
  spool: Spool,
  onRow: () => void = () => undefined,
): Promise<TableRecords> {
  const faults = new FaultList();
  const offers: RecordDraft<FileOffer>[] = [];
  const remarks: Remark[] = [];
  const hidden: HiddenRow[] = [];
  const context = { spool, columnOf: (member: string) => mapper.columnOf(member) };
  let rows = 0;
  for await (const row of table.rows()) {
    rows++;
    const mapped = mapper.map(row);
    if (mapped.mark) hidden.push({ line: row.line, ...mapped.mark });
    for (const fault of mapped.faults) faults.addRow(source, fault);
    for (const remark of mapped.remarks) remarks.push(remark);
    if (mapped.offer && mapped.faults.length === 0) {
      const draft = new TableDraft(mapped.offer, row.line, context);
      for (const { path, ...what } of validateRecord('offer', mapped.offer)) {
        faults.addTo(draft, path, what);
      }
      offers.push(draft);
    }
    onRow();
  }
  const providers = mapper.providers().map((given) => {
    const draft = draftProvider(given, placeOfProvider(given));
    for (const { path, ...what } of validateRecord('provider', given)) {
      faults.addTo(draft, path, what);
    }
    return draft;
  });
  return { offers, providers, faults, remarks, rows, hidden };
}

function placeOfProvider({ record }: FileProvider): RecordPosition {
  const name = `the provider ${JSON.stringify(record)}`;
  return { name, of: (member) => ({ path: `${name}, ${member}` }) };
}
