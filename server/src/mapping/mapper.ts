import type { FileNetwork, FileOffer, FileProvider, Vocabulary } from '@vielfalt/feed';
import { countryOf } from '../country.js';
import { Area } from '../checks/area.js';
import type { Fault } from '../validation/fault.js';
import type { TableRow } from '../table/table.js';
import { Cells } from './cells.js';
import { RowDraft } from './draft.js';
import type { Remark } from './draft.js';
import { stepsOf } from './fields.js';
import type { Filler } from './filler.js';
import { fillerOf } from './fillers.js';
import { MemberReader, type KnownProvider } from '../office-text/index.js';
import { checkWords, columnFinder, needColumns } from './check-mapping.js';
import { columnsOf, rowKind } from './mapping.js';
import { Marks } from './marks.js';
import type { Mark } from './marks.js';
import type { Mapping } from './mapping.js';
import { NetworkRows } from './network-rows.js';
import { textOf } from './plain-text.js';
import { providerKey, Providers } from './providers.js';
import { finders, READERS } from './readers.js';
import type { ReadContext } from './readers.js';
import { RowKeys } from './row-record.js';
import type { RowEssentials, RowFault } from './row-record.js';
import { settleAddresses } from './settle.js';
import type { Settling } from './settle.js';
import { timetableText } from './timetable.js';
import { RepeatedHeader } from './repeated-header.js';
import type { Tree } from './tree.js';
import { UnmetWords } from './unmet.js';
import type { Unmet } from './unmet.js';

/** The result of one row. */
export interface Mapped {
  line: number;
  /** Absent where the faults prevent it. */
  offer?: FileOffer;
  /** The same where the mapping is of networks. */
  network?: FileNetwork;
  remarks: Remark[];
  faults: Fault[];
  /** Says that the row is not for the public, and left out. */
  mark?: Mark;
}

export interface MapperContext {
  /** The id of the offers' source. */
  source: string;
  columns: readonly string[];
  /** The columns that are hidden in the workbook. */
  hiddenColumns?: readonly string[];
  vocabulary: Vocabulary;
  /** The local date. */
  today: string;
  /** The directory's, an IANA name: gives the country of postal codes and telephone numbers. */
  timeZone: string;
  /** The directory's, of all sources: who may be a member of a network. */
  providers?: readonly KnownProvider[];
  /** The keys of the networks that the directory has from this source. */
  networks?: readonly string[];
}

const PARTS = ['days', 'start', 'end'] as const;

/** Makes offers and providers, or networks, from a table's rows, one after the other. */
export class Mapper {
  /** Columns that the mapping names and the table lacks. */
  readonly missingColumns: readonly string[];
  /** Columns that the table has and the mapping does not mention. */
  readonly unnamedColumns: readonly string[];
  /** Columns that are hidden in the workbook, and therefore left out. */
  readonly hiddenColumns: readonly string[];
  /** The kind of record that each row is. */
  readonly kind: ReturnType<typeof rowKind>;
  readonly #mapping: Mapping;
  readonly #source: string;
  readonly #reading: ReadContext;
  readonly #fillers: readonly Filler[];
  readonly #parts: readonly (Filler | undefined)[];
  /** The first column of each field, by the path to the field. */
  readonly #columns = new Map<string, string>();
  readonly #keep: readonly { name: string; index: number }[];
  readonly #cells: Cells;
  readonly #header: RepeatedHeader;
  /** Of a table of networks. */
  readonly #networks: NetworkRows | undefined;
  readonly #providers: Providers;
  readonly #unmet = new UnmetWords();
  /** Absent where the mapping takes what is not for the public as well. */
  readonly #marks: Marks | undefined;
  readonly #settling: Settling;
  readonly #keys: RowKeys;

  /** @throws MappingError where the table lacks a column that rows need, or a term is unknown */
  constructor(
    mapping: Mapping,
    {
      source,
      columns: all,
      hiddenColumns = [],
      vocabulary,
      today,
      timeZone,
      providers = [],
      networks = [],
    }: MapperContext,
  ) {
    this.#mapping = mapping;
    this.#source = source;
    this.kind = rowKind(mapping);
    this.#keys = new RowKeys(this.kind, mapping);
    this.#providers = new Providers(source);
    const country = countryOf(timeZone);
    this.#reading = {
      finders: finders(vocabulary),
      from: mapping.timesFrom,
      today,
      country,
      timeZone,
      members: new MemberReader(providers, source),
    };
    this.hiddenColumns = mapping.takesHidden ? [] : hiddenColumns;
    const hidden = new Set(this.hiddenColumns);
    const columns = all.map((name) => (hidden.has(name) ? '' : name));
    this.#settling = {
      area: new Area(vocabulary, mapping.language ?? 'de'),
      country,
      columnOf: (field) => this.#columns.get(stepsOf(field).join('.')),
    };
    const find = columnFinder(columns);
    const named = [
      ...mapping.fillings.flatMap(({ options }) => columnsOf(options)),
      ...mapping.keep,
      ...mapping.ignore,
    ];
    const findHidden = columnFinder(this.hiddenColumns);
    this.missingColumns = [...new Set(named)].filter(
      (name) => find(name) === undefined && findHidden(name) === undefined,
    );
    const met = new Set(named.map(find));
    this.unnamedColumns = columns.filter((name, index) => name !== '' && !met.has(index));
    if (!mapping.takesHidden) {
      this.#marks = new Marks(columns, mapping.fillings, find, ({ options }) => columnsOf(options));
    }
    const located = (names: readonly string[]) =>
      names.flatMap((name) => {
        const index = find(name);
        return index === undefined ? [] : [{ name, index }];
      });

    for (const filling of mapping.fillings) {
      needColumns(mapping, filling, columns.filter(Boolean), find, this.hiddenColumns);
      const [column] = columnsOf(filling.options);
      const path = stepsOf(filling.field.name).join('.');
      if (column !== undefined && !this.#columns.has(path)) this.#columns.set(path, column);
    }
    const fillers = mapping.fillings.map((filling) => {
      const filler = fillerOf(filling, located(columnsOf(filling.options)), {
        reading: this.#reading,
        unmet: this.#unmet,
      });
      checkWords(mapping, filling, filler, vocabulary);
      return filler;
    });
    // Whether an address may be shown is read before it; a part is read before the whole,
    // which fills the gaps.
    const rank = ({ field: { name, reader } }: Filler) =>
      reader === 'visibility' ? Infinity : name.split('.').length;
    this.#fillers = fillers
      .filter(({ field }) => field.reader !== 'part')
      .sort((one, other) => (rank(one) === rank(other) ? 0 : rank(other) - rank(one)));
    this.#parts = PARTS.map((part) =>
      fillers.find(({ field }) => field.name === `schedule.${part}`),
    );
    this.#keep = located(mapping.keep);
    this.#header = new RepeatedHeader(columns, this.kind);
    const fieldsOf = (index: number) =>
      fillers.filter((filler) => filler.columns.some((column) => column.index === index));
    if (this.kind === 'network') {
      const name = fillers.find(({ field }) => field.name === 'network.name')?.columns[0];
      this.#networks = new NetworkRows(columns, name?.index, networks);
    }
    const kept = new Set(this.#keep.map(({ index }) => index));
    this.#cells = new Cells(
      columns.flatMap((name, index) => {
        const fields = fieldsOf(index).map(({ field }) => field);
        return fields.length > 0 || kept.has(index) ? [{ name, index, fields }] : [];
      }),
    );
  }

  map(given: TableRow): Mapped {
    const { line } = given;
    const mark = this.#marks?.of(given);
    if (mark) return { line, remarks: [], faults: [], mark };
    const besides = this.#header.remark(given) ?? this.#networks?.heading(given);
    if (besides) return { line, remarks: [besides], faults: [] };

    const { draft, lost } = this.#fill(given);
    return this.kind === 'network'
      ? this.#mapNetwork(draft, lost, line)
      : this.#mapOffer(draft, lost, line);
  }

  #mapOffer(draft: RowDraft, lost: readonly Fault[], line: number): Mapped {
    const { tree, remarks } = draft;
    const { provider, ...offer } = tree as { provider?: Tree; [field: string]: unknown };
    const { name, record: ownKey } = (provider ?? {}) as { name?: string; record?: string };
    const { title, practice, translations } = offer;
    const record = this.#keys.keyOf(offer['record'], [name, title], title);
    const description = draft.text();
    const faults = this.#faultsOf(
      { record, title, name, text: description, practice, translations },
      lost,
      line,
    );
    if (record === undefined || name === undefined || faults.length > 0) {
      return { line, remarks, faults };
    }
    const key = ownKey ?? providerKey(name);
    for (const { field, value, kept } of this.#providers.add(key, provider ?? {})) {
      const column = this.columnOf(field) ?? '';
      const reason = `does not agree with an earlier row about ${name}: ${String(kept)} stays`;
      remarks.push({ line, column, value: String(value), field, reason });
    }
    if (Array.isArray(offer['locations'])) offer['locations'] = offer['locations'].filter(Boolean);
    return {
      line,
      remarks,
      faults,
      // The draft holds nothing that the contract's schema does not take.
      offer: {
        ...this.#common(),
        ...offer,
        record,
        provider: key,
        ...(description !== undefined && { description }),
      } as unknown as FileOffer,
    };
  }

  #mapNetwork(draft: RowDraft, lost: readonly Fault[], line: number): Mapped {
    const { remarks } = draft;
    const { network = {} } = draft.tree as { network?: Tree & { name?: string } };
    const { name } = network;
    const record = this.#keys.keyOf(network['record'], [name], name);
    const aim = draft.text();
    const { translations } = network;
    const essentials = { record, title: name, name, text: aim, translations };
    const faults = this.#faultsOf(essentials, lost, line);
    if (faults.length > 0) return { line, remarks, faults };
    const alike = this.#networks?.note(name ?? '', line);
    if (alike !== undefined) {
      const column = this.columnOf('name') ?? '';
      remarks.push({ line, column, value: name ?? '', field: 'network.name', reason: alike });
    }
    return {
      line,
      remarks,
      faults,
      // The draft holds nothing that the contract's schema does not take.
      network: {
        ...this.#common(),
        ...network,
        record,
        ...(aim !== undefined && { aim }),
      } as unknown as FileNetwork,
    };
  }

  #common(): { source: string; language?: string } {
    const { language } = this.#mapping;
    return { source: this.#source, ...(language !== undefined && { language }) };
  }

  /** Reads a row's cells, field by field. @returns also the faults of cells whose content was lost */
  #fill(given: TableRow): { draft: RowDraft; lost: readonly Fault[] } {
    const { row, remarks, faults: lost, onRequest } = this.#cells.clean(given);
    const draft = new RowDraft(given.line, this.kind);
    draft.remarks.push(...remarks);
    for (const field of onRequest) draft.withhold(field);
    for (const filler of this.#fillers) filler.fill(row, draft);
    this.#fillTimetable(row, draft);
    settleAddresses(draft, this.#settling);
    draft.settleTranslations();
    for (const { name, index } of this.#keep) {
      const text = textOf(row.cells[index] ?? '');
      if (text) draft.append(name, text);
    }
    return { draft, lost };
  }

  /** Returns the faults that keep a row from being a record; a key that is taken is one. */
  #faultsOf(essentials: RowEssentials, lost: readonly Fault[], line: number): Fault[] {
    const placed = (fault: RowFault): Fault => {
      const column = this.columnOf(fault.path);
      return { line, ...(column !== undefined && { column }), ...fault };
    };
    const faults = [...this.#keys.faultsOf(essentials, lost)].map(placed);
    const { record } = essentials;
    if (faults.length > 0 || record === undefined) return faults;
    const twice = this.#keys.note(record, line);
    return twice ? [placed(twice)] : [];
  }

  /** Returns all providers that rows have named so far, each once. */
  providers(): FileProvider[] {
    return this.#providers.all();
  }

  /**
   * Returns the column that a member of an offer comes from: for `locations[0].street`, else the one for
   * all of `location`. Members of providers begin with `provider`; those of networks may begin with
   * `network`.
   */
  columnOf(path: string): string | undefined {
    const own = path === 'provider' ? stepsOf(path) : path.split(/[.[\]]+/).filter(Boolean);
    const isBelow = this.kind === 'network' && own[0] !== 'network';
    const steps = isBelow ? ['network', ...own] : own;
    for (let length = steps.length; length > 0; length -= 1) {
      const wanted = steps.slice(0, length).join('.');
      const column = this.#columns.get(wanted);
      if (column !== undefined) return column;
    }
    return undefined;
  }

  /** Returns the words that matched no term of the vocabulary so far, the most frequent first. */
  unmet(): Unmet[] {
    return this.#unmet.all(this.#reading.finders);
  }

  #fillTimetable(row: TableRow, draft: RowDraft): void {
    const [days = '', start = '', end = ''] = this.#parts.map((part) => part?.text(row));
    const text = timetableText({ days, start, end });
    const [filler] = this.#parts.filter((part) => part !== undefined);
    if (!text || !filler) return;
    const field = { ...filler.field, name: 'schedule' };
    const { value, reason } = READERS.schedule(text, draft.dated(this.#reading), field);
    draft.put(field, value, text, filler.column);
    if (reason) draft.remark(field, text, filler.column, `${reason}; it is kept as text`);
  }
}
