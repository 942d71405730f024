import type { FileNetwork, FileOffer, FileProvider } from '@vielfalt/feed';
import type { Spool } from '../files/spool.js';
import type { RecordKind } from '../store/store.js';
import type { Mapper, Mark, Remark } from '../mapping/index.js';
import type { Table } from '../table/table.js';
import { validateRecord } from '../validation/validate.js';
import { BatchCheck } from './check-batch.js';
import { RecordDraft } from './draft.js';
import type { DraftLists, DraftOrigin } from './draft.js';
import type { FileRecords } from './record-kinds.js';

/** The records made from a table's rows. */
export interface TableRecords {
  /** Offers and providers, or networks. */
  records: DraftLists;
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
  const networks: RecordDraft<FileNetwork>[] = [];
  const remarks: Remark[] = [];
  const hidden: HiddenRow[] = [];
  const ofOffers = new RowOrigin<FileOffer>(mapper, spool);
  const ofNetworks = new RowOrigin<FileNetwork>(mapper, spool);
  const checked = <Kind extends RecordKind>(
    kind: Kind,
    draft: RecordDraft<FileRecords[Kind]>,
    content: FileRecords[Kind],
  ) => {
    for (const { path, ...what } of validateRecord(kind, content)) {
      check.faults.addTo(draft, path, what);
    }
    check.record(kind, draft, content);
    return draft;
  };
  let rows = 0;
  for await (const row of table.rows()) {
    rows++;
    const { offer, network, mark, ...mapped } = mapper.map(row);
    if (mark) hidden.push({ line: row.line, ...mark });
    for (const fault of mapped.faults) check.faults.addRow(source, fault);
    for (const remark of mapped.remarks) remarks.push(remark);
    if (offer) {
      const draft = new RecordDraft(offer, ofOffers.add(offer, row.line), ofOffers);
      offers.push(checked('offer', draft, offer));
    }
    if (network) {
      const draft = new RecordDraft(network, ofNetworks.add(network, row.line), ofNetworks);
      networks.push(checked('network', draft, network));
    }
    onRow();
  }
  const found = { check, remarks, rows, hidden };
  if (mapper.kind === 'network') return { ...found, records: { network: networks } };
  const named = mapper.providers();
  const providers = named.map((provider, at) =>
    checked('provider', new RecordDraft(provider, at, providerOrigin(named)), provider),
  );
  return { ...found, records: { provider: providers, offer: offers } };
}

/** The rows that records come from; the records themselves are in the spool. */
class RowOrigin<Content extends FileOffer | FileNetwork> implements DraftOrigin<Content> {
  readonly #mapper: Mapper;
  readonly #spool: Spool;
  /** By a record's number in the spool: the line that it begins in. */
  readonly #lines: number[] = [];

  constructor(mapper: Mapper, spool: Spool) {
    this.#mapper = mapper;
    this.#spool = spool;
  }

  add(record: Content, line: number): number {
    this.#lines.push(line);
    return this.#spool.add(record);
  }

  content(at: number): Content {
    return this.#spool.get(at) as Content;
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
