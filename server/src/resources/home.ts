import { createHash } from 'node:crypto';
import { hasEnded } from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import type { Site } from './request.js';

const STYLE = `
html { font: 1.0625em/1.5 system-ui, sans-serif; color-scheme: light dark }
body { max-inline-size: 75rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 3rem) }
h1 { line-height: 1.2; margin-block: 1rem .25rem }
footer { margin-block: 3rem 1rem; display: flex; gap: 1.5rem }
`;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** `GET /`: the whole directory on a page of its own, where links to "the directory" lead. */
export function home({ publication, date }: Site): Reply {
  const { title, language, demo, publisher, imprint, privacy } = publication.head(date);
  const link = (address: string | undefined, label: string) =>
    address ? `<a href="${escape(address)}">${label}</a>` : '';
  const body = `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>${STYLE}</style>
<script type="module" src="/widget/v1/vielfalt.js"></script>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(publisher)}${demo ? ' · Demo' : ''}</p>
<vielfalt-directory sync-url heading-level="2">
<p><a href="/v1/offers">JSON</a></p>
</vielfalt-directory>
</main>
<footer>${link(imprint, 'Impressum')} ${link(privacy, 'Datenschutz')}</footer>
</body>
</html>
`;
  const headers = { 'Content-Security-Policy': POLICY };
  return { body, type: 'text/html; charset=utf-8', lifetime: 'data', headers };
}

/**
 * `GET /offers/{slug}`: leads to the offer on the directory's own page.
 * @throws Problem 404 where it is unknown, 410 where it has ended or gone
 */
export function offerPage(site: Site, _parameters: URLSearchParams, name: string): Reply {
  const found = site.publication.offer(name);
  if (!found) throw new Problem(404, `The directory has no offer "${name}".`);
  if (hasEnded(found, site.date)) throw new Problem(410, `The offer "${found.title}" has ended.`);
  const location = `${site.baseUrl}/#vielfalt-offer=${found.slug}`;
  return { status: 302, body: '', type: 'text/plain', headers: { Location: location } };
}
