import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Span } from './fixture.js';

/** A mail as a reader of mails has it. */
export interface ReadMail {
  /** By name in lower case, unfolded and decoded. */
  headers: Map<string, string>;
  text: string;
  html: string;
  raw: string;
}

export interface MailServerOptions {
  /** What is said to a recipient, instead of yes: `550 5.1.1 unknown`. */
  refuse?: (address: string) => string | undefined;
  /** Called with a mail before it is acknowledged; its promise is waited for. */
  onMail?: (mail: ReadMail, to: string) => Promise<void> | void;
  server?: SMTPServerOptions;
}

/** A mail server of a test's own, on a free port. */
export async function startMailServer(test: Span, options: MailServerOptions = {}) {
  const mails: { to: string; mail: ReadMail; encrypted: boolean; user?: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onAuth: ({ username }, _, done) => done(null, { user: username }),
    onRcptTo({ address }, _, done) {
      const refusal = options.refuse?.(address);
      const [, code, text] = /^(\d{3}) (.*)$/.exec(refusal ?? '') ?? [];
      if (!code) done();
      else done(Object.assign(new Error(text), { responseCode: Number(code) }));
    },
    onData(stream, { envelope, secure, user }, done) {
      void buffer(stream).then(async (content) => {
        const mail = readMail(content.toString());
        const to = envelope.rcptTo.map(({ address }) => address).join();
        mails.push({ to, mail, encrypted: secure, ...(typeof user === 'string' && { user }) });
        await options.onMail?.(mail, to);
        done();
      });
    },
    ...options.server,
  });
  // Clients that are killed break their connections off.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const stop = () => new Promise<void>((resolve) => {
      server.close(resolve);
    });
  test.after(() => void stop());
  const { port } = server.server.address() as AddressInfo;
  return { port, url: `smtp://127.0.0.1:${port}`, mails, stop };
}

/** Reads a mail of one part, or of alternatives (RFC 5322, RFC 2045–2047). */
export function readMail(raw: string): ReadMail {
  const { headers, body } = readPart(raw);
  const [, boundary] = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '') ?? [];
  const parts = boundary === undefined ? [{ headers, body }] : partsOf(body, boundary);
  const content = (type: string) => {
    const found = parts.find((part) => part.headers.get('content-type')?.startsWith(type));
    return found ? decoded(found.body, found.headers.get('content-transfer-encoding') ?? '') : '';
  };
  return { headers, text: content('text/plain'), html: content('text/html'), raw };
}

function partsOf(body: string, boundary: string) {
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r?\n/, '')));
}

function readPart(raw: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = lines.map((line): [string, string] => {
    const [name = '', ...value] = line.split(':');
    return [name.toLowerCase(), words(value.join(':').trim())];
  });
  return { headers: new Map(headers), body: rest.join('\r\n\r\n') };
}

function words(value: string): string {
  return value.replace(/\?=\s+=\?/g, '?==?').replace(/(=\?utf-8\?[QB]\?[^?]*\?=)+/gi, (run) => {
    const bytes = [...run.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi)].map(([, kind, text = '']) =>
      kind?.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64')
        : quotedPrintable(text.replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString();
  });
}

function quotedPrintable(text: string): Buffer {
  const joined = text.replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'quoted-printable') return quotedPrintable(body).toString();
  return encoding === 'base64' ? Buffer.from(body, 'base64').toString() : body;
}
