export function readDate(text: string): string | undefined {
  void text;
  return undefined;
}
