/** The name that a robots.txt may address this program by. */
const PRODUCT = 'vielfalt';

interface Rule {
  isAllowed: boolean;
  pattern: string;
}

/** Tells whether a website lets this program ask for a path with its query. */
export type Robots = (path: string) => boolean;

/**
 * Reads a robots.txt (RFC 9309): the group that names this program counts, else the one for all. Of
 * its rules the longest that fits decides, and allowing goes before forbidding.
 */
export function readRobots(text: string): Robots {
  const groups = readGroups(text);
  const rules = groups.get(PRODUCT) ?? groups.get('*') ?? [];
  return (path) => {
    const fitting = rules.filter(({ pattern }) => fits(path, pattern));
    const longest = Math.max(...fitting.map(({ pattern }) => pattern.length));
    const deciding = fitting.filter(({ pattern }) => pattern.length === longest);
    return deciding.length === 0 || deciding.some(({ isAllowed }) => isAllowed);
  };
}

/** The rules by the names, in lower case, that they are for. */
function readGroups(text: string): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  let names: string[] = [];
  let isHead = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === 'user-agent') {
      if (!isHead) names = [];
      isHead = true;
      const [product = ''] = /^(?:\*|[\w-]+)/.exec(value) ?? [];
      names.push(product.toLowerCase());
      for (const each of names) if (!groups.has(each)) groups.set(each, []);
    } else if (name === 'allow' || name === 'disallow') {
      isHead = false;
      const pattern = encoded(value.trim());
      // An empty one forbids nothing.
      if (pattern === '') continue;
      for (const each of names) groups.get(each)?.push({ isAllowed: name === 'allow', pattern });
    }
  }
  return groups;
}

function encoded(pattern: string): string {
  return pattern.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** Tells whether a path begins as a pattern says; `*` stands for anything, `$` for the end. */
function fits(path: string, pattern: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...others] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = others.length - 1;
  for (const [index, part] of others.entries()) {
    if (isWhole && index === last) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}
