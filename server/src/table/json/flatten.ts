import type { CellValue } from '../table.js';

/**
 * Returns a JSON entry as cells by dotted names: objects by their members, arrays of texts, numbers
 * and booleans as lists, other arrays by number (`places.0.town`).
 */
export function flatten(entry: object): Map<string, CellValue> {
  const cells = new Map<string, CellValue>();
  for (const [name, value] of Object.entries(entry)) add(cells, name, value);
  return cells;
}

function add(cells: Map<string, CellValue>, path: string, value: unknown): void {
  if (value === null || value === undefined) return;
  const items = Array.isArray(value) ? value.filter((item) => item !== null) : undefined;
  if (items?.every(isScalar)) {
    cells.set(path, items.map(String));
  } else if (typeof value === 'object') {
    for (const [name, member] of Object.entries(value)) add(cells, `${path}.${name}`, member);
  } else if (isScalar(value)) cells.set(path, value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
