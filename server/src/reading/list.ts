export function splitList(text: string, separators?: readonly string[]): string[] {
  void separators;
  return text ? [text] : [];
}
