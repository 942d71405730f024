import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { addAbortSignal } from 'node:stream';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { refusePrivateHost } from './private-address.js';

export interface WebRequest {
  method?: 'HEAD' | 'GET';
  headers: Readonly<Record<string, string>>;
  /** The longest time without a byte, in milliseconds. */
  silence: number;
  /** Ends the request and its answer. */
  signal: AbortSignal;
  /** Looks names up as `publicLookup` does; absent: the address may be this machine's or its network's. */
  lookup?: LookupFunction;
}

/** Codes of OpenSSL and Node that say that a website cannot prove to be itself. */
export const UNTRUSTED = /CERT|^(?:ERR_TLS_|ERR_SSL_|EPROTO$|UNABLE_TO_|HOSTNAME_MISMATCH$)/;

/**
 * Asks an address on the web once, following nothing.
 * @returns the answer without its body, which whoever asks reads or destroys
 * @throws PrivateAddressError; else the network's own error, with a `code`
 */
export async function askWeb(
  url: URL,
  { method = 'GET', headers, silence, signal, lookup }: WebRequest,
): Promise<IncomingMessage> {
  if (lookup) refusePrivateHost(url);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const options = { method, headers, signal, timeout: silence, ...(lookup && { lookup }) };
    const sent = request(url, options);
    sent.on('response', (answer) => resolve(addAbortSignal(signal, answer)));
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })));
    sent.end();
  });
}

/**
 * A name for other people's logs: the program, the directory's address, and the reason for asking.
 * @param own the directory's public address; undefined: not known
 */
export function userAgent(own: string | undefined, reason?: string): string {
  const address = own !== undefined && /^[\x21-\x7e]+$/.test(own) ? `+${own}` : undefined;
  const remark = [address, reason].filter(Boolean).join('; ');
  return remark ? `Vielfalt (${remark})` : 'Vielfalt';
}
