import { encode } from 'uqr';

/** A QR code as one shape, to be drawn in black on white. */
export interface QrCode {
  /** Its width and height in modules, the quiet zone around it included. */
  size: number;
  /** Its black modules as an SVG path, one unit each. */
  path: string;
}

/** The modules that the standard wants empty on each side (ISO/IEC 18004). */
const QUIET = 4;

/** The most characters of an address that a telephone still reads from three centimetres of paper. */
const LONGEST = 600;

/** The QR code of an address as browsers write it; none where it is too long to be read from paper. */
export function qrCode(address: string): QrCode | undefined {
  if (address.length > LONGEST) return undefined;
  const { size, data } = encode(address, { ecc: 'M', border: QUIET });
  return { size, path: data.map(rowPath).join('') };
}

/** The black runs of a row, each as wide as it is and one unit high. */
function rowPath(row: boolean[], y: number): string {
  const text = row.map((isBlack) => (isBlack ? '1' : '0')).join('');
  return [...text.matchAll(/1+/g)]
    .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
    .join('');
}
