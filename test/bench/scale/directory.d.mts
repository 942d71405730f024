/** Writes a directory of so many offers, one after the other, as `vielfalt import` reads it. */
export function writeDirectory(
  file: string,
  size: number,
  options?: { seed?: number; date?: string },
): Promise<void>;
