import { lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { FileError } from '../files/file-error.js';

/** An address that nobody but this machine and its network can mean. */
export class PrivateAddressError extends FileError {}

/** Addresses that mean this machine, its network, or nobody (RFC 6890, RFC 4291). */
const PRIVATE = new BlockList();
for (const [network, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, length, 'ipv4');
}
for (const [network, length] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, length, 'ipv6');
}

/** IPv6 addresses that stand for one of IPv4 (RFC 4291, 2.5.5). */
const MAPPED = new BlockList();
MAPPED.addSubnet('::ffff:0:0', 96, 'ipv6');

/** Tells whether an IP address is one that nothing public can have. */
export function isPrivateAddress(ip: string): boolean {
  const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4';
  return PRIVATE.check(ip, family) || (family === 'ipv6' && MAPPED.check(ip, family));
}

/** Refuses a host that is written as a private address; names are looked up by `publicLookup`. */
export function refusePrivateHost({ hostname }: URL): void {
  const ip = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(ip) !== 0 && isPrivateAddress(ip)) throw privateError(hostname, ip);
}

/**
 * Looks a name up for a connection, and refuses it where it leads to a private address: what is
 * checked is what is connected to.
 */
export const publicLookup: LookupFunction = publicLookupBy(lookup);

/** The same, by another way to look names up. */
export function publicLookupBy(find: typeof lookup): LookupFunction {
  return (hostname, options, callback) => {
    find(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
        return;
      }
      const [first] = addresses;
      const inner = addresses.find(({ address }) => isPrivateAddress(address));
      if (!first) callback(new Error(`${hostname} has no address`), '', 0);
      else if (inner) callback(privateError(hostname, inner.address), '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function privateError(host: string, ip: string): PrivateAddressError {
  const where = host === ip ? host : `${host} (${ip})`;
  return new PrivateAddressError(`${where} is an address of this machine or its own network`);
}
