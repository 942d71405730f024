import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { filesFolder } from '../store/open.js';

/** The path of logos, below the service's root. */
export const LOGOS = '/logos/';

const TYPES = new Map([
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
]);

/** A drawing may have styles of its own, but loads and runs nothing, even when opened by itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** The folder beside the database that the office puts providers' logos into. */
export function logosFolder(databaseUrl: string): string {
  return join(filesFolder(databaseUrl) ?? '.', 'logos');
}

/**
 * The type of a file that may be a logo; undefined for others, hidden ones and paths out of the
 * folder.
 */
function typeOf(name: string): string | undefined {
  const ending = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*\.([a-z]+)$/.exec(name)?.[1];
  return ending === undefined ? undefined : TYPES.get(ending);
}

/** The names of the logos in a folder; none where there is no folder. */
export async function logosIn(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  return new Set(names.filter(typeOf));
}

/**
 * `GET /logos/{name}`
 * @throws Problem 404 where there is no such logo
 */
export async function readLogo(folder: string, name: string): Promise<Reply> {
  const type = typeOf(name);
  const body = type && (await readFile(join(folder, name)).catch(() => undefined));
  if (!type || !body) throw new Problem(404, `There is no logo "${name}".`);
  return { body, type, lifetime: 'script', headers: { 'Content-Security-Policy': POLICY } };
}
