/** What has come of a try to fetch something, whatever it is. */
interface TriedAddress {
  /** Tells whether something answers there. */
  isThere: boolean;
  /** The answer without its body; absent where the browser may not read it. */
  answer?: { ok: boolean; status: number; type: string; url: URL };
}

/** Tries to fetch an address as the page may. Never rejects. */
export async function tryAddress(
  address: string,
  credentials: RequestCredentials = 'omit',
): Promise<TriedAddress> {
  const read = await fetch(address, { credentials }).catch(() => undefined);
  if (!read) {
    const blind = await fetch(address, { credentials, mode: 'no-cors' }).catch(() => undefined);
    return { isThere: !!blind };
  }
  const { ok, status, headers, url } = read;
  const type = headers.get('content-type')?.replace(/;.*/, '') ?? '?';
  return { isThere: true, answer: { ok, status, type, url: new URL(url) } };
}
