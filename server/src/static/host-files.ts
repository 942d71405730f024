import { COMMON_HEADERS } from '../http/headers.js';
import { textsFor } from '../languages/words.js';
import { html } from '../text/html.js';
import { rootOf } from '../pages/context.js';
import { LOADING } from '../pages/page.js';
import type { StaticFile } from './static-file.js';

const { Vary: _, ...COMMON } = COMMON_HEADERS;
/** Headers by name. */
type Headers = Readonly<Record<string, string>>;
/** Names with a hash of their content in them. */
const IMMUTABLE = ['/pages/*', '/widget/v1/chunks/*'];
const KEPT = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400';

/**
 * What every file is sent with. Any page may stand in a frame: nothing here can be done for a visitor.
 * Sandboxed frames may not know where 'self' is, so the public address is named too.
 */
function headersOf(baseUrl: string): Headers {
  const here = ["'self'", ...(baseUrl ? [new URL(baseUrl).origin] : [])].join(' ');
  return { ...COMMON, 'Content-Security-Policy': LOADING.replaceAll("'self'", here) };
}

/** Types by endings, for servers that do not know them all. */
const TYPES: [type: string, endings: string][] = [
  ['text/html', 'html'],
  ['text/css', 'css'],
  ['text/javascript', 'js'],
  ['text/plain', 'txt md'],
  ['text/csv', 'csv'],
  ['text/calendar', 'ics'],
  ['application/json', 'json map'],
  ['application/geo+json', 'geojson'],
  ['application/ld+json', 'jsonld'],
  ['application/atom+xml', 'atom'],
  ['application/xml', 'xml'],
  ['image/svg+xml', 'svg'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg jpeg'],
  ['image/webp', 'webp'],
];

/**
 * What hosts are told about the files: settings for nginx, for Caddy and for hosts that read
 * `_headers`, and how to upload them.
 *
 * @param baseUrl the address that the folder is to be reached at, or nothing
 * @param unnamed the paths of JSON files without an ending, below it
 * @param language the directory's own
 */
export function hostFiles(
  baseUrl: string,
  unnamed: readonly string[],
  language: string,
): StaticFile[] {
  const root = rootOf(baseUrl);
  const sent = headersOf(baseUrl);
  return [
    { path: '404.html', body: missing(root, language) },
    { path: 'README.md', body: readme(root) },
    { path: 'nginx.conf', body: nginx(root, sent) },
    { path: 'Caddyfile', body: caddy(root, unnamed, sent) },
    { path: '_headers', body: headers(root, unnamed, sent) },
    { path: '.nojekyll', body: '' },
  ];
}

/**
 * The page for addresses where nothing is. Hosts that find it answer by 404, as elements expect; some
 * answer by another page without it.
 */
function missing(root: string, language: string): string {
  const { missingTitle, toDirectory } = textsFor(language).trouble;
  const page = html`<!doctype html>
    <html lang="${language}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <title>${missingTitle}</title>
      <h1>${missingTitle}</h1>
      <p><a href="${root}/">${toDirectory}</a></p>
    </html>`;
  return `${String(page)}\n`;
}

function lines(...all: (string | readonly string[])[]): string {
  return `${all.flat().join('\n')}\n`;
}

const eachHeader = (sent: Headers, print: (name: string, value: string) => string) =>
  Object.entries(sent).map(([name, value]) => print(name, value));

function nginx(root: string, sent: Headers): string {
  return lines(
    '# For a server { … } of nginx. Put the folder where "alias" says, or change that line.',
    `location ${root}/ {`,
    `  alias /var/www/vielfalt/;`,
    '  index index.html;',
    '  charset utf-8;',
    '  charset_types text/html text/css text/javascript text/plain text/csv text/calendar application/xml;',
    '  # Files without an ending are JSON.',
    '  default_type application/json;',
    '  types {',
    TYPES.map(([type, endings]) => `    ${type} ${endings};`),
    '  }',
    '  gzip on;',
    '  gzip_vary on;',
    `  gzip_types ${TYPES.slice(1, 12)
      .map(([type]) => type)
      .join(' ')};`,
    `  set $vielfalt_cache "${SHORT}";`,
    `  if ($uri ~ "^${root}/(pages|widget/v1/chunks)/") { set $vielfalt_cache "${KEPT}"; }`,
    '  add_header Cache-Control $vielfalt_cache;',
    eachHeader(sent, (name, value) => `  add_header ${name} "${value}" always;`),
    '}',
  );
}

function caddy(root: string, unnamed: readonly string[], sent: Headers): string {
  return lines(
    '# For a site of Caddy. Put the folder where "root" says, or change that line.',
    `handle_path ${root}/* {`,
    '  root * /var/www/vielfalt',
    '  encode zstd gzip',
    '  header {',
    eachHeader(sent, (name, value) => `    ${name} "${value}"`),
    `    ?Cache-Control "${SHORT}"`,
    '  }',
    `  @kept path ${IMMUTABLE.join(' ')}`,
    `  header @kept Cache-Control "${KEPT}"`,
    `  @json path ${unnamed.join(' ')}`,
    '  header @json Content-Type application/json',
    '  file_server',
    '}',
  );
}

/** As Netlify and Cloudflare Pages read it; rules that name the same header would add up. */
function headers(root: string, unnamed: readonly string[], sent: Headers): string {
  return lines(
    `${root}/*`,
    eachHeader(sent, (name, value) => `  ${name}: ${value}`),
    IMMUTABLE.flatMap((path) => [`${root}${path}`, `  Cache-Control: ${KEPT}`]),
    unnamed.flatMap((path) => [`${root}${path}`, '  Content-Type: application/json']),
  );
}

function readme(root: string): string {
  return lines(
    '# A directory as files',
    '',
    'Made by `vielfalt export --static`. Any web server can show this folder; no program runs there.',
    '',
    '- Upload all of it, files that begin with a dot too, and let the server answer a folder by its `index.html`.',
    `- It is to be reached at \`${root || ''}/\`${root ? '' : ' of its host, or below any other path: the links in it are relative'}.`,
    '- `nginx.conf` and `Caddyfile` have the settings for these servers; Netlify and Cloudflare Pages read `_headers`, at the top of the site. On GitHub Pages nothing has to be set.',
    '- Other websites may read the files only where they come with `Access-Control-Allow-Origin: *`.',
    '- Elements take the address of this folder as their feed: `<vielfalt-directory feed="https://…/">`.',
    '- To renew it, run the same command with this folder once more, every night: it touches only what has changed, and uploads by `rsync --archive --delete` are as small.',
    '- Change nothing here by hand: it would be written over. Files of your own are left alone.',
  );
}
