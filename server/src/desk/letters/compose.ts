import { safeLink, type DirectoryRecord } from '@vielfalt/feed';
import { direction, fill } from '@vielfalt/feed/wording';
import { letterTexts, textsFor } from '../../languages/words.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import type { Mail } from '../mail.js';

/** A piece of a letter: a paragraph, a heading, a button, a plain link, or a list. */
export type LetterPart =
  | string
  | { heading: string }
  | { button: string; href: string }
  | { link: string; href: string }
  | { entries: readonly LetterEntry[] };

/** An entry of a list, with lines below its title. */
export interface LetterEntry {
  title: string;
  /** The language of the title (BCP 47). */
  lang: string;
  lines: readonly string[];
}

/** The words of a letter before it has a layout. */
export interface LetterWords {
  to: string;
  /** The language of the interface that it is in. */
  language: string;
  subject: string;
  parts: readonly LetterPart[];
  headers?: Mail['headers'];
}

/** What stands in a letter from outside stays on its line. */
function plainLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * Fills a text of a letter with names, which neither break its lines nor its direction: in a language
 * that is written from the right they are isolated (UAX 9).
 */
export function fillLetter(
  text: string,
  values: Readonly<Record<string, string | number>>,
  language: string,
): string {
  const isolated = (value: string) =>
    direction(language) === 'rtl' ? `\u2068${value}\u2069` : value;
  const named = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : isolated(plainLine(value)),
  ]);
  return fill(text, Object.fromEntries(named) as Record<string, string | number>);
}

/** Lays a letter out, as plain text and as HTML, with the office's name and address below. */
export function composeLetter(
  { to, language, subject, parts, headers }: LetterWords,
  directory: DirectoryRecord,
): Mail {
  const own: LetterWords = {
    to,
    language,
    subject: plainLine(subject).replace(/[\u2066-\u2069]/g, ''),
    parts,
  };
  return {
    to,
    subject: own.subject,
    text: plainText(own, directory),
    html: document(own, directory).toString(),
    ...(headers && { headers }),
  };
}

/** The office below a letter: its name, address and imprint. */
function signature({ publisher, imprint }: DirectoryRecord, language: string) {
  const { address = '', email, web } = publisher;
  return {
    name: plainLine(publisher.name),
    lines: [...address.split('\n'), email ?? ''].map(plainLine).filter(Boolean),
    links: [
      { words: web, href: web },
      { words: textsFor(language).footer.imprint, href: imprint },
    ].flatMap(({ words, href }) => {
      const safe = href === undefined ? undefined : safeLink(href);
      return safe && words ? { words, href: safe } : [];
    }),
  };
}

function plainText({ language, parts }: LetterWords, directory: DirectoryRecord): string {
  const { greeting, closing } = letterTexts(language);
  const { name, lines, links } = signature(directory, language);
  const written = parts.map((part) => {
    if (typeof part === 'string') return part;
    if ('heading' in part) return `${plainLine(part.heading)}\n${'='.repeat(20)}`;
    if ('button' in part) return `${part.button}:\n${part.href}`;
    if ('link' in part) return `${part.link}:\n${part.href}`;
    return part.entries
      .map((entry) => [`* ${plainLine(entry.title)}`, ...entry.lines.map(indented)].join('\n'))
      .join('\n\n');
  });
  const office = [
    '-- ',
    name,
    ...lines,
    ...links.map(({ words, href }) => (words === href ? href : `${words}: ${href}`)),
  ].join('\n');
  return `${[greeting, ...written, `${closing}\n${name}`, office].join('\n\n')}\n`;
}

const indented = (line: string) => `  ${plainLine(line)}`;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:6px;background-color:#0b5c6b;color:#ffffff;font-weight:bold;text-decoration:none';

/**
 * The letter as HTML: no pictures, nothing that is loaded, and no colours but the button's, so that it
 * is as dark as the reader's mails are.
 */
function document(words: LetterWords, directory: DirectoryRecord): Html {
  const { language, subject, parts } = words;
  const { greeting, closing } = letterTexts(language);
  const { name, lines, links } = signature(directory, language);
  const dir = direction(language);
  const side = dir === 'rtl' ? 'right' : 'left';
  return html`<!doctype html>
    <html lang="${language}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;padding:0">
        <div
          lang="${language}"
          dir="${dir}"
          style="max-width:36em;margin:0 auto;padding:24px 16px;${FONT};font-size:16px;line-height:1.5;text-align:${side};overflow-wrap:break-word"
        >
          ${paragraph(greeting)} ${parts.map(piece)}
          ${paragraph([closing, html`<br />`, html`<bdi>${name}</bdi>`])}
          <div
            style="margin-top:32px;padding-top:16px;border-top:1px solid #8a8a8a;font-size:14px;line-height:1.5"
          >
            <bdi>${name}</bdi>${lines.map((line) => html`<br /><bdi>${line}</bdi>`)}
            ${links.map((link) => html`<br /><a href="${link.href}">${link.words}</a>`)}
          </div>
        </div>
      </body>
    </html>`;
}

function paragraph(content: HtmlContent): Html {
  return html`<p style="margin:0 0 16px">${content}</p>`;
}

function piece(part: LetterPart): Html {
  if (typeof part === 'string') return paragraph(part);
  if ('heading' in part) {
    return html`<h2 style="margin:32px 0 8px;font-size:20px;line-height:1.3">
      <bdi>${part.heading}</bdi>
    </h2>`;
  }
  if ('button' in part) {
    return html`<p style="margin:24px 0">
      <a href="${part.href}" style="${BUTTON}">${part.button}</a>
    </p>`;
  }
  if ('link' in part) return paragraph(html`<a href="${part.href}">${part.link}</a>`);
  return html`<ul style="margin:0 0 16px;padding:0;list-style:none">
    ${part.entries.map(entry)}
  </ul>`;
}

function entry({ title, lang, lines }: LetterEntry): Html {
  return html`<li style="margin:0;padding:12px 0;border-top:1px solid #8a8a8a">
    <strong><bdi lang="${lang}">${title}</bdi></strong>
    ${lines.map((line) => html`<br />${line}`)}
  </li>`;
}
