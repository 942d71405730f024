import { createHash } from 'node:crypto';
import type { Reply } from '../../http/reply.js';
import { assetPath } from '../assets.js';
import type { PageContext } from '../context.js';
import { attributes, html, Html, type HtmlContent } from '../../text/html.js';
import { documentReply } from '../page.js';
import { refused } from '../trouble.js';
import type { FrameView } from './frame.js';

/**
 * The policy of a page that any website may put into a frame: everything comes from here. In a
 * sandbox some browsers do not know where that is, so the public address is named too.
 * @param css the style sheet inside the page, allowed by its hash; '' where it has none
 */
function framePolicy({ site }: PageContext, css: string): string {
  const here = ["'self'", ...(site.baseUrl ? [new URL(site.baseUrl).origin] : [])].join(' ');
  const hash = css && ` 'sha256-${createHash('sha256').update(css).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${here}${hash}`,
    `script-src ${here}`,
    `img-src ${here}`,
    `connect-src ${here}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** A frame as a page: the element, and below it what serves until it runs. */
export function renderFrame(view: FrameView): Reply {
  const { context, title, element, content, status, asked } = view;
  const { language, texts } = context;
  // The page around has a heading of its own.
  const isThere = status !== 404 && status !== 410;
  const inside = html`<div class="plain">${content}</div>`;
  const refusal = context.isStatic && html`<template>${refused([], context)}</template>`;
  const document = html`<!doctype html>
    <html lang="${language}" dir="${texts.dir}">
      ${head(view)}
      <body>
        <main>
          <h1 ${attributes({ class: isThere && 'unseen' })}>${title}</h1>
          ${element ? elementOf(element, inside) : inside}
        </main>
        ${refusal} ${addressDialog(context)}
      </body>
    </html> `;
  return documentReply(document, status, {
    'Content-Security-Policy': framePolicy(context, asked.look.css),
    'Content-Language': language,
  });
}

/** Links lead out of the frame: nothing but its own page may stand in it. */
function head({ title, path, query, context, asked, status }: FrameView): Html {
  const { directory, root, absolute } = context;
  const canonical = status < 400 ? absolute(path, query) : undefined;
  const { css, problems } = asked.look;
  const script = (address: string) => html`<script type="module" src="${root}${address}"></script>`;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${title === directory.title ? title : `${title} – ${directory.title}`}</title>
    <base target="_blank" />
    ${canonical !== undefined && html`<link rel="canonical" href="${canonical}" />`}
    <link rel="stylesheet" href="${root}${assetPath('frame.css')}" />
    ${css && new Html(`<style>${css}</style>`)}
    ${problems.map(
      ({ parameter, value, detail }) =>
        html`<meta name="vielfalt-ignored" content="${parameter}=${value}: ${detail}" />`,
    )}
    ${context.isStatic && script(assetPath('static-frame.js'))} ${script('/widget/v1/vielfalt.js')}
    ${script(assetPath('frame.js'))}
  </head>`;
}

function elementOf(
  { name, attributes: values, hasMap }: NonNullable<FrameView['element']>,
  inside: HtmlContent,
): Html {
  const tag = new Html(name);
  const map = attributes({ slot: 'before', 'heading-level': values['heading-level'] });
  return html`<${tag} ${attributes(values)}>${hasMap && html`<vielfalt-map ${map}></vielfalt-map>`}${inside}</${tag}>`;
}

/** Shows an address to copy where the website around lets no link be opened. */
function addressDialog({ texts: { frames, choices } }: PageContext): Html {
  return html`<dialog aria-labelledby="blocked">
    <p id="blocked">${frames.blocked}</p>
    <input readonly dir="ltr" aria-labelledby="blocked" />
    <p>
      <button type="button" name="copy">${frames.copy}</button>
      <button type="button" name="close">${choices.filters.close}</button>
      <span role="status" data-copied="${frames.copied}"></span>
    </p>
  </dialog>`;
}
