// What plain peers have in common.

export const wordsOf = (q) => q.match(/[\p{L}\p{N}]+/gu) ?? [];

/** A box round a point, and how much shorter a degree of longitude is there, squared. */
export function boxOf(latText, lngText, km) {
  const [lat, lng] = [Number(latText), Number(lngText)];
  const narrow = Math.cos((lat * Math.PI) / 180);
  const [high, wide] = [km / 111, km / 111 / narrow];
  return {
    ...{ south: lat - high, north: lat + high, west: lng - wide, east: lng + wide },
    flat: narrow ** 2,
  };
}

export async function* batchesOf(items, length) {
  let batch = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < length) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
