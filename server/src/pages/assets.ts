import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';

const FOLDER = fileURLToPath(new URL('../../assets/', import.meta.url));

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

interface Asset {
  /** Below the service's own address; it changes with the content. */
  path: string;
  reply: Reply;
}

function readAsset(name: string): Asset {
  const body = readFileSync(FOLDER + name);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const [stem = '', ending = ''] = name.split('.');
  return {
    path: `/pages/${stem}-${hash}.${ending}`,
    reply: { body, type: TYPES[ending] ?? 'text/plain', lifetime: 'immutable' },
  };
}

const assets = new Map(readdirSync(FOLDER).map((name) => [name, readAsset(name)]));
const replies = new Map([...assets.values()].map(({ path, reply }) => [path, reply]));

/** The path of a file in `server/assets`, with a hash in it, so that browsers keep it for ever. */
export function assetPath(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`There is no file "${name}" in ${FOLDER}`);
  return asset.path;
}

/**
 * `GET /pages/{name}-{hash}.{css|js}`
 * @throws Problem 404 where there is no such file, or it has another content by now
 */
export function asset(name: string): Reply {
  const reply = replies.get(`/pages/${name}`);
  if (!reply) throw new Problem(404, `The pages have no file "${name}".`);
  return reply;
}
