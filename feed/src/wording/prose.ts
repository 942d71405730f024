/** A paragraph, or a list with an item on each line. */
export interface Block {
  isList: boolean;
  lines: string[];
}

/**
 * Plain text as paragraphs and lists: blank lines separate paragraphs, lines that begin with `- `
 * are list items. Everything else stays text.
 */
export function blocks(text: string): Block[] {
  const found: Block[] = [];
  let isOpen = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const isList = /^[-–•] /.test(line);
    const last = found.at(-1);
    const shown = isList ? line.slice(2) : line;
    if (!line) isOpen = false;
    else if (isOpen && last?.isList === isList) last.lines.push(shown);
    else {
      found.push({ isList, lines: [shown] });
      isOpen = true;
    }
  }
  return found;
}
