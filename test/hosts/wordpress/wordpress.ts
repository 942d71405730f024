import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { localTime } from '@vielfalt/feed';
import { importFile, openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { demoDirectory } from '../../../demo/directory.mjs';
import { startBrowser } from '../../e2e/browser.js';

/** Who may write: each role has one user, of the same name. */
export type Role = 'administrator' | 'editor' | 'author' | 'contributor';

/** The password of all users. */
const PASSWORD = 'geheim';

/** What `serve.mjs` prints. */
interface Served {
  url: string;
  site: string;
  /** Each one's application password. */
  users: Record<Role, string>;
  key: string;
  settings: { SOCKET: string; CERTIFICATE: string };
}

/** What WordPress has made of what somebody has written. */
export interface Post {
  id: number;
  link: string;
  content: { raw: string; rendered: string };
}

export interface Visit {
  page: Page;
  /** What the browser complained about: exceptions and errors in the console. */
  complaints: string[];
  /** Addresses on other machines that the page asked for; none got an answer. */
  elsewhere: string[];
}

type Ending = () => unknown;

/**
 * The demo directory behind https, since WordPress embeds nothing else.
 *
 * @param isAway whether it gives no answer, asked for each request
 * @returns its address
 */
async function serveDirectory(
  { key, settings }: Served,
  endings: Ending[],
  isAway: () => boolean,
): Promise<string> {
  const credentials = { key: await readFile(key), cert: await readFile(settings.CERTIFICATE) };
  const front = createServer(credentials).listen(0, '127.0.0.1');
  await once(front, 'listening');
  endings.push(
    () => front.close(),
    () => front.closeAllConnections(),
  );
  const baseUrl = `https://127.0.0.1:${(front.address() as AddressInfo).port}`;

  const store = await openStore('sqlite::memory:');
  endings.push(() => store.close());
  const now = Date.now();
  const file = demoDirectory(localTime(now, 'Europe/Berlin').date);
  await importFile(store, file, { now, allowRetiring: true });
  const service = await startService({ store, port: 0, baseUrl, log: pino({ level: 'silent' }) });
  endings.push(() => service.stop());
  front.on('request', (asked, response) => {
    if (isAway()) return void response.destroy();
    const { url: path, method, headers } = asked;
    const inner = request({ port: service.port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(inner.on('error', () => response.destroy()));
  });
  return baseUrl;
}

/** A real WordPress, the demo directory that its posts embed, and a browser to look at both. */
export class WordPress {
  url!: string;
  feedUrl!: string;
  /** Whether the directory gives no answer. */
  isDirectoryAway = false;
  browser!: Browser;
  #served!: Served;
  readonly #endings: Ending[] = [];

  /** For all tests of the group that it is called in. */
  static forAll(packages: string[]): WordPress {
    const wordpress = new WordPress();
    before(() => wordpress.#start(packages));
    after(() => wordpress.#stop());
    return wordpress;
  }

  async #start(packages: string[]) {
    const program = fileURLToPath(new URL('serve.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, ...packages], {
      // The terminal's signals are for this process alone; what it leaves behind is seen to there.
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(child, 'close');
    this.#endings.push(async () => {
      child.stdin.end();
      await ended;
    });
    const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
    if (!value) throw new Error('WordPress did not start.');
    this.#served = JSON.parse(value as string) as Served;
    this.url = this.#served.url;
    this.feedUrl = await serveDirectory(this.#served, this.#endings, () => this.isDirectoryAway);
    this.browser = await startBrowser();
    this.#endings.push(() => this.browser.close());
  }

  async #stop() {
    for (const end of this.#endings.reverse()) await end();
  }

  /** Asks WordPress's REST API, as one of its users. */
  async ask<Answer>(role: Role, path: string, body?: unknown): Promise<Answer> {
    const credentials = Buffer.from(`${role}:${this.#served.users[role]}`).toString('base64');
    const response = await fetch(`${this.url}/wp-json/wp/v2/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${path}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  /** Saves a post as the block editor does it. */
  save(role: Role, content: string, status = 'publish'): Promise<Post> {
    return this.ask(role, 'posts', { title: 'Angebote', status, content });
  }

  /** Runs PHP inside WordPress, as its administrator could with a plugin. */
  async php(code: string): Promise<string> {
    const { stdout } = await promisify(execFile)('php', ['-r', `require 'wp-load.php'; ${code}`], {
      cwd: this.#served.site,
      env: { ...process.env, ...this.#served.settings },
    });
    return stdout;
  }

  /** Where plugins lie that cannot be switched off. */
  get plugins(): string {
    return `${this.#served.site}/wp-content/mu-plugins`;
  }

  /** Opens an address, as somebody who has never been there or as one of WordPress's users. */
  async open(
    test: TestContext,
    address: string,
    { as, ...options }: BrowserContextOptions & { as?: Role } = {},
  ): Promise<Visit> {
    const context = await this.browser.newContext({
      viewport: { width: 1000, height: 800 },
      ignoreHTTPSErrors: true,
      ...options,
    });
    test.after(() => context.close());
    const visit: Visit = { page: await context.newPage(), complaints: [], elsewhere: [] };
    const here = [new URL(this.url).host, new URL(this.feedUrl).host];
    await context.route(
      (url) => !here.includes(url.host),
      (route) => {
        visit.elsewhere.push(route.request().url());
        return route.abort();
      },
    );
    visit.page.on('pageerror', ({ message }) => visit.complaints.push(message));
    visit.page.on('console', (message) => {
      if (message.type() === 'error') visit.complaints.push(message.text());
    });
    if (as) {
      const form = { log: as, pwd: PASSWORD };
      await context.request.post(`${this.url}/wp-login.php`, { form, maxRedirects: 0 });
    }
    await visit.page.goto(new URL(address, this.url).href);
    return visit;
  }
}
