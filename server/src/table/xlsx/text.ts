/** Decodes the characters that workbooks write as `_xHHHH_` (ECMA-376, part 1, 22.9.2.19). */
export function decodeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
