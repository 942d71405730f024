/** Columns as a database keeps them: what there is, and the bytes of one after the other. */
export interface Packed<Facts> {
  /** Fits into JSON. */
  facts: Facts;
  rows: readonly Uint8Array[];
}

/** A kind of arrays of numbers. */
export interface NumbersKind<Numbers> {
  new (buffer: ArrayBuffer): Numbers;
}

/** The bytes of some numbers, without a copy. */
export function bytesOfNumbers({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * The numbers whose bytes are given. Bytes that lie among others are copied: numbers begin at multiples
 * of their length, and a few of them should not keep all the others in memory.
 */
export function numbersIn<Numbers>(
  bytes: Uint8Array | undefined,
  Kind: NumbersKind<Numbers>,
): Numbers {
  const isAlone = bytes !== undefined && bytes.byteLength === bytes.buffer.byteLength;
  return new Kind((isAlone ? bytes : new Uint8Array(bytes ?? [])).buffer as ArrayBuffer);
}
