/** A heading in parts, `Für Fachkräfte · Witten`, no line of which begins with the dot between them. */
export function headingOf(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part).join('\u00a0· ');
}
