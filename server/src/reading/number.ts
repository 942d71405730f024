export function readNumber(text: string): number | undefined {
  void text;
  return undefined;
}
