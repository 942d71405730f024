import { elementLines, placeholderLines } from './element-lines.js';
import { frameLines } from './frame-lines.js';
import { includeLines } from './include-lines.js';
import { pageAddress, type Snippet, type SnippetSource } from './source.js';

/** What lines are to be pasted. */
export function snippetOf(source: SnippetSource): Snippet {
  switch (source.way) {
    case 'element':
    case 'integrity':
      return elementLines(source);
    case 'placeholder':
      return placeholderLines(source);
    case 'frame':
      return { lines: frameLines(source) };
    case 'address':
      return { lines: pageAddress(source) };
    case 'html':
      return { lines: includeLines(source) };
  }
}
