/** A node of JSON-LD in the words of schema.org. */
export type Thing = { '@type': string } & Record<string, unknown>;

/** Removes unknown values and empty lists. A list of one becomes its item. */
export function withoutUnknowns(thing: Thing): Thing {
  const known = Object.entries(thing)
    .map(([name, value]) => [name, Array.isArray(value) ? unlisted(value) : value] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(known) as Thing;
}

function unlisted(values: readonly unknown[]): unknown {
  return values.length > 1 ? values : values[0];
}
