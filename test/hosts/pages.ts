import assert from 'node:assert/strict';
import { build } from 'esbuild';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Fault } from './feed-between.js';
import { TRANSLATOR } from './translator.js';
import {
  canBeSeen,
  fits,
  hasItsOwnLook,
  hasNamesOfItsOwn,
  linksToItsPage,
  readsFromTheRight,
} from './page-checks.js';
import { IN_THE_LIGHT, otherScripts, ruleInside } from './without.js';
import { run, type View } from './window.js';

/** A text, or what makes it of the feed's address. FEED stands for that address. */
export type Text = string | ((feedUrl: string) => Promise<string>);

/** A page of others, as they have written it. */
export interface HostPage {
  /** Follows on "On a page …". */
  name: string;
  /** What stands in `#ours`. */
  ours: Text;
  /** What loads the script; the usual one by default. */
  script?: Text;
  /** What stands in the head besides. */
  head?: Text;
  /** The attributes of the root. */
  root?: string;
  /** The page's content security policy; SELF stands for the page's own origin. */
  policy?: string;
  /** The frame in which the directory stands. */
  frame?: string;
  /** `plain` where there are no elements. */
  way?: 'plain';
  /** Where the link is that serves without any script. */
  link?: string;
  /** Where the elements are; by default all are in `#ours`. */
  parts?: { search?: string; filters?: string; list?: string };
  /** What of the page is to stay as it is while somebody uses the directory. */
  bystander?: string;
  fault?: { kind: Fault; from: 'the start' | 'the first search'; isPartial?: boolean };
  /** Whether links are shown to be copied, since the page lets nobody go anywhere. */
  copiesLinks?: boolean;
  /** Done once the first offers are there; after that the page's own elements stay as they are. */
  ready?: (view: View) => Promise<void>;
  /** What else is true at the end, while an offer is open. */
  check?: (view: View) => Promise<void>;
  /** Whether no style of the page's keeps room for the elements, so that what is below moves. */
  hasNoRoom?: boolean;
  /** How the visitor's device is set. */
  device?: BrowserContextOptions;
  /** Done to the window before the page is opened, in Chromium alone. */
  before?: (page: Page) => Promise<unknown>;
  /** Whether other browsers than Chromium are asked too. */
  isForAll?: boolean;
  /** The same page without what protects us, and how the story then ends. */
  without?: {
    what: string;
    change: Partial<HostPage>;
    fails: RegExp;
    /** How long it waits for what never comes, in milliseconds. */
    patience?: number;
  };
}

const LINK = '<a href="FEED/?place=witten">Angebote in Witten</a>';
const DIRECTORY = `<vielfalt-directory place="witten" heading-level="2">${LINK}</vielfalt-directory>`;
const FRAME = `<p>${LINK}</p><iframe id="frame" title="Angebote" width="100%" height="800" frameborder="0"
  src="FEED/embed?place=witten"></iframe>`;
const HEIGHTS = '<script async src="FEED/widget/v1/frame.js"></script>';

/** No style of the page's, no code in it, nothing from elsewhere. */
const STRICT =
  "default-src 'none'; script-src FEED; style-src 'none'; connect-src FEED; img-src FEED";

/** Has the widget lose its patience with the feed at once; nothing else waits so long. */
const HURRY = `{
  const wait = setTimeout;
  setTimeout = (work, time, ...args) => wait(work, time === 15000 ? 300 : time, ...args);
}`;

/** The host's own Lit, by its own bundler, beside ours. */
async function ownLit(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { html, render } from 'lit';
        render(html\`<b>Rathaus</b>\`, document.querySelector('#lit'));`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    conditions: ['production'],
  });
  return `<script type="module">${outputFiles[0]!.text}</script>`;
}

async function oembed(feedUrl: string): Promise<string> {
  const url = encodeURIComponent(`${feedUrl}/?place=witten`);
  const answer = await fetch(`${feedUrl}/oembed?url=${url}`);
  const { html } = (await answer.json()) as { html: string };
  return html;
}

async function plainList(feedUrl: string): Promise<string> {
  return (await fetch(`${feedUrl}/list.html?within.place=witten&limit=5`)).text();
}

async function oneFile(feedUrl: string): Promise<string> {
  const answer = await fetch(`${feedUrl}/widget/v1/integrity.json`);
  const { file, integrity } = (await answer.json()) as { file: string; integrity: string };
  return `<script type="module" src="FEED/widget/v1/${file}" integrity="${integrity}" crossorigin></script>`;
}

const PLAIN: HostPage = { name: 'with nothing special', isForAll: true, ours: DIRECTORY };

const STRICT_POLICY: HostPage = {
  name: 'with a strict policy, Trusted Types included',
  isForAll: true,
  ours: DIRECTORY,
  hasNoRoom: true,
  policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types vielfalt`,
  without: {
    what: 'leave to ask the feed',
    change: { policy: STRICT.replace('connect-src FEED; ', '') },
    fails: /connect/i,
  },
};

const RIGHT_TO_LEFT: HostPage = {
  name: 'in Arabic, from right to left',
  isForAll: true,
  ours: DIRECTORY,
  root: 'lang="ar" dir="rtl"',
  check: readsFromTheRight,
  without: {
    what: 'isolated numbers',
    change: { before: ruleInside('bdi { direction: inherit !important }') },
    fails: /'rtl',\s+'rtl'|rtl/,
  },
};

const IN_A_FRAME: HostPage = {
  name: 'with a frame',
  isForAll: true,
  ours: FRAME,
  script: HEIGHTS,
  frame: '#frame',
};

const FAULTY: HostPage[] = [
  ...(['fails', 'says HTML', 'breaks off', 'is silent'] as const).map((kind): HostPage => ({
    name: `whose feed ${kind}, and then answers`,
    ours: DIRECTORY,
    fault: { kind, from: 'the start' },
    isForAll: kind === 'fails' || kind === 'breaks off',
    ...(kind === 'is silent' && { head: `<script>${HURRY}</script>` }),
  })),
  ...(['fails', 'is gone'] as const).map((kind): HostPage => ({
    name: `whose feed ${kind} after the first offers, and comes back`,
    ours: DIRECTORY,
    fault: { kind, from: 'the first search' },
    isForAll: kind === 'is gone',
  })),
  {
    name: 'whose feed has a broken offer among good ones',
    ours: DIRECTORY,
    fault: { kind: 'has a broken offer', from: 'the start', isPartial: true },
    isForAll: true,
  },
];

export const PAGES: HostPage[] = [
  PLAIN,
  STRICT_POLICY,
  {
    name: 'with a policy that lets its own Lit have the usual name',
    ours: DIRECTORY,
    head: ownLit,
    ready: async (view) => assert.equal(await run(view, ({ text }) => text('#lit b')), 'Rathaus'),
    policy: "require-trusted-types-for 'script'; trusted-types vielfalt lit-html",
    without: {
      what: 'a name of our own',
      change: { before: otherScripts(/(["'`])vielfalt\1(?=,\{createHTML)/g, '"lit-html"') },
      fails: /lit-html|policy/i,
    },
  },
  {
    name: 'with styles that mean it no good',
    ours: DIRECTORY,
    hasNoRoom: true,
    head: `<style>
      html { font-size: 62.5% }
      body { font-size: 1.6rem }
      * { all: revert !important }
      #ours * { float: left !important }
      main { display: flow-root !important }
      a, button, input { color: red !important; width: 50px !important; outline: none !important }
    </style>`,
    check: hasItsOwnLook,
    without: { what: 'roots of our own', change: { before: IN_THE_LIGHT }, fails: /./ },
  },
  RIGHT_TO_LEFT,
  {
    name: 'in German with an Arabic part',
    ours: `<div lang="ar" dir="rtl">${DIRECTORY}</div>`,
    check: readsFromTheRight,
  },
  {
    name: '320 pixels wide',
    ours: DIRECTORY,
    device: { viewport: { width: 320, height: 800 } },
    check: fits,
    without: {
      what: 'room that gives way',
      change: { before: ruleInside('.root { min-inline-size: 340px }') },
      fails: /the page: \d+/,
    },
  },
  {
    name: 'at 400 per cent',
    ours: DIRECTORY,
    device: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
    check: fits,
  },
  {
    name: 'with wide letters, words and lines, and letters twice the size',
    ours: DIRECTORY,
    head: `<style>
      html { font-size: 200% }
      * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }
    </style>`,
    device: { viewport: { width: 320, height: 800 } },
    check: fits,
  },
  {
    name: 'in forced colours, with little motion',
    ours: DIRECTORY,
    device: { forcedColors: 'active', reducedMotion: 'reduce' },
    check: canBeSeen,
    without: {
      what: 'icons in the colours that are forced',
      change: { before: ruleInside('svg { stroke: Canvas !important }') },
      fails: /something is rgb/,
    },
  },
  {
    name: 'that is dark',
    ours: DIRECTORY,
    head: '<style>:root { color-scheme: dark } body { background: #111; color: #eee }</style>',
    device: { colorScheme: 'dark' },
    check: canBeSeen,
  },
  {
    name: 'that has the script twice',
    ours: DIRECTORY,
    head: '<script type="module" src="FEED/widget/v1/vielfalt.js?again"></script>',
    without: {
      what: 'a look at what is registered',
      change: {
        before: (page) =>
          page.addInitScript(() => {
            customElements.get = () => undefined;
          }),
      },
      fails: /already|used with this registry/,
    },
  },
  {
    name: 'that has another version before',
    ours: DIRECTORY,
    head: oneFile,
  },
  {
    name: 'with several elements',
    ours: `<vielfalt-search-box id="search" for="list" label="Suche oben"></vielfalt-search-box>
      <vielfalt-directory id="sport" topic="sport" label="Sport" heading-level="2"></vielfalt-directory>
      <vielfalt-filters id="filters" for="list"></vielfalt-filters>
      <vielfalt-offer-list id="list" place="witten" heading-level="2">${LINK}</vielfalt-offer-list>`,
    parts: { search: '#search', filters: '#filters', list: '#list' },
    bystander: '#sport [part=summary]',
    check: hasNamesOfItsOwn,
    without: {
      what: 'a lock of its own',
      change: { bystander: '#list [part=summary]' },
      fails: /what others on the page show/,
    },
  },
  ...FAULTY,
  {
    name: 'that lets no script run',
    ours: DIRECTORY,
    way: 'plain',
    device: { javaScriptEnabled: false },
    without: {
      what: 'a link inside the element',
      change: { ours: DIRECTORY.replace(LINK, '') },
      fails: /no plain link/,
    },
  },
  {
    name: 'with plain HTML from a server-side include',
    ours: plainList,
    script: '',
    way: 'plain',
    link: '#ours .vielfalt-all a',
    device: { javaScriptEnabled: false },
  },
  {
    name: 'whose editor takes our tags away: a placeholder',
    ours: `<div data-vielfalt="directory" data-place="witten" data-heading-level="2">${LINK}</div>`,
    without: {
      what: 'data that is left',
      change: { ours: `<div>${LINK}</div>` },
      fails: /is seen/,
      patience: 3_000,
    },
  },
  {
    name: 'whose editor leaves links alone: a link as a placeholder',
    ours: `<p>${LINK.replace('<a', '<a data-vielfalt="directory"')}</p>`,
  },
  IN_A_FRAME,
  {
    name: 'with a frame in a sandbox',
    ours: FRAME.replace('<iframe', '<iframe sandbox="allow-scripts"'),
    script: HEIGHTS,
    frame: '#frame',
    copiesLinks: true,
    check: linksToItsPage,
  },
  {
    name: 'that has asked for what to embed (oEmbed)',
    ours: oembed,
    script: '',
    frame: '#ours iframe',
  },
  {
    name: 'that insists on the script’s hash',
    ours: DIRECTORY,
    script: oneFile,
    without: {
      what: 'the right hash',
      change: {
        script: async (feedUrl) => (await oneFile(feedUrl)).replace('sha384-', 'sha384-A'),
      },
      fails: /integrity|hash|digest/i,
    },
  },
  {
    name: 'on a slow telephone',
    ours: DIRECTORY,
    device: { viewport: { width: 360, height: 640 } },
    before: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const bytesPerSecond = 400_000 / 8;
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 400,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond,
      });
    },
  },
  {
    name: 'that the browser translates',
    ours: DIRECTORY,
    ready: async (view) => {
      await view.evaluate(`${TRANSLATOR}; undefined`);
    },
  },
];
