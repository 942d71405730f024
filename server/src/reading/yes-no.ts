export function readYesNo(text: string): boolean | undefined {
  void text;
  return undefined;
}
