import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What imports what, by name. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** Parts that a file loads later (`import('…')`) are its callers' and not below it: they do not count. */
const IMPORT = /(?:\bfrom|\bimport)\s+'(\.[^']+)\.js'/g;

/** The relative imports between a folder's TypeScript files, types included. */
export function importsOfFiles(folder: string): ImportGraph {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'));
  const files = names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const paths = [...text.matchAll(IMPORT)].map(([, path = '']) => join(dirname(name), path));
    return [name, new Set(paths.map((path) => `${normalize(path).replaceAll('\\', '/')}.ts`))];
  });
  return new Map(files as [string, Set<string>][]);
}

/** The same between the folder's rooms: its own folders; a file that lies in none is one by itself. */
export function importsOfRooms(files: ImportGraph): ImportGraph {
  const rooms = new Map<string, Set<string>>();
  for (const [file, imported] of files) {
    const room = roomOf(file);
    const others = rooms.get(room) ?? new Set();
    for (const each of imported) if (roomOf(each) !== room) others.add(roomOf(each));
    rooms.set(room, others);
  }
  return rooms;
}

function roomOf(file: string): string {
  return file.split('/', 1)[0] ?? file;
}

/**
 * The circles of a graph: of each set of names that all lead to one another, the members in the order
 * of the alphabet.
 */
export function circlesOf(graph: ImportGraph): string[][] {
  const reach = new Map([...graph.keys()].map((name) => [name, reachableFrom(name, graph)]));
  const isTogether = (one: string, other: string) =>
    Boolean(reach.get(one)?.has(other) && reach.get(other)?.has(one));
  const circles = [...graph.keys()].map((name) =>
    [...graph.keys()].filter((other) => isTogether(name, other)).sort(),
  );
  return circles.filter((circle, at) => {
    const name = [...graph.keys()][at] ?? '';
    return circle[0] === name;
  });
}

function reachableFrom(start: string, graph: ImportGraph): Set<string> {
  const reached = new Set<string>();
  const ahead = [...(graph.get(start) ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    ahead.push(...(graph.get(next) ?? []));
  }
  return reached;
}

/** The shortest way from a member of a circle back to it, as `a → b → a`. */
export function pathOf([start = '', ...others]: readonly string[], graph: ImportGraph): string {
  const circle = new Set([start, ...others]);
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, next].join(' → ');
      if (!circle.has(next) || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return '';
}
