import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProxies } from '../../scripts/proxies.mjs';
import { freePort } from '../support/free-port.js';
import { folder } from './fixture.js';

/** The proxies that `deploy/` has settings for. */
export const PROXIES = ['nginx', 'caddy'] as const;
type ProxyName = (typeof PROXIES)[number];

const found = await findProxies();

/** Why a proxy cannot be tried here; `false`: it can. */
export function whyNoProxy(name: ProxyName): string | false {
  return found[name] === undefined && `${name} is not on this machine: ${found.missing ?? ''}`;
}

const example = (name: string) =>
  readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');

/** What a proxy is started with: the example with a port and folders of the test's own, without TLS. */
interface Adapted {
  file: string;
  text: string;
  args: (file: string) => string[];
}

function nginxConf(place: string, port: number, upstreams: string[]): Adapted {
  const conf = example('nginx.conf')
    .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
    .replace(/^ *(listen \[::\]|ssl_certificate).*\n/gm, '')
    .replace(/server 127\.0\.0\.1:8080(.*);/, (_, how) =>
      upstreams.map((each) => `server ${each}${how};`).join(' '),
    )
    .replaceAll(/\/var\/(log\/nginx|cache)\//g, `${place}/`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${place}/${name};`,
  );
  // Its workers would have no rights in the test's folder otherwise.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const text = `${user} daemon off; pid ${place}/pid; error_log stderr crit;
events {}
http { ${temporary.join(' ')}
${conf}
}`;
  return { file: 'nginx.conf', text, args: (file) => ['-p', place, '-c', file] };
}

function caddyfile(place: string, port: number, upstreams: string[]): Adapted {
  const text = example('Caddyfile')
    .replace(/^\{$/m, '{\n\tadmin off')
    .replace('feed.example.org {', `http://127.0.0.1:${port} {`)
    .replace('{$VIELFALT:127.0.0.1:8080}', upstreams.join(' '))
    .replace('/var/log/caddy/', `${place}/`);
  const args = (file: string) => ['run', '--adapter', 'caddyfile', '--config', file];
  return { file: 'Caddyfile', text, args };
}

/** A proxy as its example sets it up, in front of some services. */
export async function startProxy(context: TestContext, name: ProxyName, upstreams: string[]) {
  const place = folder(context);
  const port = await freePort();
  const adapt = name === 'nginx' ? nginxConf : caddyfile;
  const { file, text, args } = adapt(place, port, upstreams);
  const path = join(place, file);
  writeFileSync(path, text);
  const child = spawn(found[name] ?? name, args(path), {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Where Caddy keeps what it makes.
    env: { ...process.env, XDG_DATA_HOME: place, XDG_CONFIG_HOME: place },
  });
  let said = '';
  child.stderr.on('data', (part) => (said += String(part)));
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill(name === 'nginx' ? 'SIGQUIT' : 'SIGTERM');
    await exited;
  };
  context.after(stop);
  while (!(await accepts(port))) {
    assert.equal(child.exitCode, null, said);
    await sleep(20);
  }
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    stop,
    /** @param form is sent by POST; absent: GET */
    get: async (target: string, headers: Record<string, string> = {}, form?: string) => {
      const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await fetch(url + target, {
        redirect: 'manual',
        headers: form === undefined ? headers : { ...type, ...headers },
        ...(form !== undefined && { method: 'POST', body: form }),
      });
      const body = await answer.text();
      return { status: answer.status, headers: answer.headers, body };
    },
    logs: () =>
      ['vielfalt.log', 'vielfalt-error.log']
        .map((each) => join(place, each))
        .map((each) => (existsSync(each) ? readFileSync(each, 'utf8') : '')),
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
