import assert from 'node:assert/strict';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { Mapper, parseMapping } from '../../../server/src/mapping/index.js';
import type { Mapped } from '../../../server/src/mapping/index.js';
import type { CellValue } from '../../../server/src/table/table.js';
import { TODAY } from './mapping-harness.js';

/** A mapped row that is a network. */
type MappedNetwork = Mapped & Required<Pick<Mapped, 'network'>>;

const PROVIDERS = [
  { name: 'Brückenbau, Witten', source: 'office', record: 'c1' },
  { name: 'Sportverein Grün-Weiß e.V.', source: 'office', record: 'sv' },
  { name: 'Bildungswerk Hattingen', source: 'town', record: 'bw' },
  { name: 'Haus der Familien', source: 'office', record: '12' },
];

export function mapRows(
  fields: Record<string, string>,
  rows: Record<string, CellValue>[],
): Mapped[] {
  const lines = Object.entries(fields).map(([name, value]) => `  network.${name}: ${value}\n`);
  const text = `vielfalt-mapping: 1\nfields:\n${lines.join('')}`;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const mapper = new Mapper(parseMapping(text, 'm.yaml'), {
    ...{ source: 'office', columns, vocabulary: defaultVocabulary },
    ...{ today: TODAY, timeZone: 'Europe/Berlin', providers: PROVIDERS },
  });
  return rows.map((row, index) =>
    mapper.map({ line: index + 2, cells: columns.map((column) => row[column] ?? '') }),
  );
}

/** The network that a row becomes. */
export function mapOne(
  fields: Record<string, string>,
  row: Record<string, CellValue>,
): MappedNetwork {
  const [only] = mapRows({ name: 'Name', ...fields }, [{ Name: 'Runder Tisch', ...row }]);
  assert.ok(only?.network, JSON.stringify(only?.faults));
  return { ...only, network: only.network };
}

/** What a cell of members becomes. */
export function membersIn(cell: string, field = 'Mitglieder') {
  const { network, remarks } = mapOne({ members: field }, { Mitglieder: cell });
  return {
    members: network.members,
    remarks: remarks.map(({ value, reason }) => `${value}: ${reason}`),
    aim: network.aim,
  };
}

export const named = (...names: string[]) => names.map((name) => ({ name }));
