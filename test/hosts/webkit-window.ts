import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { first, run, type View, type Window } from './window.js';
import { freePort } from '../support/free-port.js';

/** How WebDriver writes an element (https://www.w3.org/TR/webdriver2/#elements). */
type Reference = Record<'element-6066-11e4-a52e-4f735466cecf', string>;

/** Where the browser is, and what lets it be driven. */
export interface WebKit {
  driver: string;
  browser: string;
  /** A screen that nobody sees. */
  screen: string;
}

/** WebKit, ready to open windows, one at a time. */
export interface RunningWebKit {
  open(): Promise<Window>;
  close(): Promise<void>;
}

/** Asks a driver for one thing. */
type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** The time in which the browser has to open, in milliseconds; it now and then never does. */
const OPENING = 60_000;

function asker(address: string): Ask {
  return async (method, path, body) => {
    const sent = body && { body: JSON.stringify(body) };
    const response = await fetch(address + path, { method, ...sent });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
}

/** Starts the driver, on a screen of its own. */
export async function startWebKit({ driver, browser, screen }: WebKit): Promise<RunningWebKit> {
  const shown = spawn(
    screen,
    ['-displayfd', '1', '-screen', '0', '1200x1000x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [number] = (await once(shown.stdout, 'data')) as [Buffer];
  const display = `:${number.toString().trim()}`;
  let driving = await startDriver(driver, display);
  return {
    async open() {
      const session = await driving.begin(browser).catch(async () => {
        await driving.end();
        driving = await startDriver(driver, display);
        return driving.begin(browser);
      });
      return windowOf(session);
    },
    async close() {
      await driving.end();
      shown.kill();
      if (shown.exitCode === null) await once(shown, 'close');
    },
  };
}

/** A driver that can begin sessions. */
interface Driver {
  /** Opens the browser. Rejects where it does not open in time. */
  begin(browser: string): Promise<Ask>;
  /** Ends it with the browsers that it has opened. */
  end(): Promise<void>;
}

async function startDriver(driver: string, display: string): Promise<Driver> {
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    LANGUAGE: 'de',
    // Its sandbox does not work for root, nor in most containers.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  };
  const driving = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore', detached: true });
  const ask = asker(`http://127.0.0.1:${port}`);
  for (;;) {
    if (await ask('GET', '/status').catch(() => undefined)) break;
    if (driving.exitCode !== null) throw new Error('The driver of WebKit did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    begin: (browser) => Promise.race([beginSession(ask, browser), tooLate()]),
    async end() {
      if (driving.exitCode !== null || driving.signalCode !== null || !driving.pid) return;
      process.kill(-driving.pid);
      await once(driving, 'close');
    },
  };
}

async function tooLate(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, OPENING).unref());
  throw new Error(`WebKit did not open within ${OPENING / 1000} s`);
}

async function beginSession(ask: Ask, browser: string): Promise<Ask> {
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      pageLoadStrategy: 'none',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  };
  const { sessionId } = (await ask('POST', '/session', { capabilities })) as { sessionId: string };
  return (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
}

async function windowOf(session: Ask): Promise<Window> {
  const own = (await session('GET', '/window')) as string;
  await session('POST', '/window/rect', { width: 1000, height: 900 });

  /** Goes to a frame, does something there, and comes back. */
  async function inFrame<Result>(path: string | undefined, work: () => Promise<Result>) {
    if (path) {
      const id = await session('POST', '/execute/sync', {
        script: `return ${first(path)}`,
        args: [],
      });
      await session('POST', '/frame', { id });
    }
    try {
      return await work();
    } finally {
      if (path) await session('POST', '/frame', { id: null });
    }
  }

  async function element(path: string): Promise<Reference> {
    const script = `return ${first(path)}`;
    const found = (await session('POST', '/execute/sync', {
      script,
      args: [],
    })) as Reference | null;
    if (!found) throw new Error(`There is no ${path}`);
    return found;
  }

  const viewOf = (frame?: string): View => ({
    evaluate: (expression) =>
      inFrame(frame, () =>
        session('POST', '/execute/async', {
          script: `Promise.resolve(${expression}).then(arguments[0])`,
          args: [],
        }),
      ),
    // Its own click takes what is in a shadow root for covered by the root's host.
    async press(path) {
      const top = await inFrame(frame, async () => {
        const script = `const element = ${first(path)};
          element.scrollIntoView({ behavior: 'instant', block: 'center' });
          return element.getBoundingClientRect().top`;
        return session('POST', '/execute/sync', { script, args: [] });
      });
      // A frame that is as high as its content does not scroll; the page around it has to.
      if (frame)
        await main.evaluate(`scrollTo(0, ${first(frame)}.offsetTop + ${String(top)} - 300)`);
      const pressNow = () =>
        inFrame(frame, async () => {
          const actions = [
            { type: 'pointerMove', origin: await element(path), x: 0, y: 0 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ];
          const pointer = { type: 'pointer', id: 'mouse', actions };
          await session('POST', '/actions', { actions: [pointer] });
        });
      // The page may have put another in its place since it was found.
      const isStale = (error: unknown) => /^stale element/.test((error as Error).message);
      await pressNow().catch((error: unknown) =>
        isStale(error) ? pressNow() : Promise.reject(error as Error),
      );
    },
  });

  const main = viewOf();
  return {
    ...main,
    async open(url) {
      await session('POST', '/url', { url });
    },
    async type(words) {
      const keys = [...words].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await session('POST', '/actions', {
        actions: [{ type: 'key', id: 'keyboard', actions: keys }],
      });
    },
    // The driver's pictures of one element have a row of pixels more or less, as it is scrolled.
    frame: async (path) => viewOf(path),
    async addresses() {
      const handles = (await session('GET', '/window/handles')) as string[];
      const found: string[] = [];
      for (const handle of handles) {
        await session('POST', '/window', { handle });
        found.push((await session('GET', '/url')) as string);
      }
      await session('POST', '/window', { handle: own });
      return found;
    },
    complaints: () => run(main, () => window.witnessed?.complaints ?? []),
    asked: () => run(main, () => performance.getEntriesByType('resource').map(({ name }) => name)),
    async cookies() {
      const all = (await session('GET', '/cookie')) as { name: string }[];
      return all.map(({ name }) => name);
    },
    async close() {
      await session('DELETE', '');
    },
  };
}
