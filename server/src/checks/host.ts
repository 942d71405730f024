import { BEGINNINGS, ENDINGS } from './host-typos.js';

/** Names reserved so that they lead nowhere (RFC 2606, RFC 6761, RFC 6762, RFC 8375). */
const RESERVED = /(^|\.)(test|invalid|localhost|local|internal|lan|home|home\.arpa)$/;
const EXAMPLES = /(^|\.)(example\.(com|net|org)|example)$/;

/**
 * Says what is wrong with a host's name, as far as one can tell without the network; nothing where
 * it may be right.
 * @param isDemo whether examples are allowed, as in a demo
 */
export function hostTrouble(host: string, isDemo: boolean): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  const ending = name.slice(name.lastIndexOf('.') + 1);
  if (isDemo && EXAMPLES.test(name)) return undefined;
  if (/^[\d.]+$|^\[/.test(name))
    return `${name} is a number of a machine, no name. Write the name.`;
  if (!name.includes('.')) return `${name} is not a complete name: something like .de is missing.`;
  if (EXAMPLES.test(name) || RESERVED.test(name)) {
    return `${name} is reserved and leads nowhere. Write the real address or leave it out.`;
  }
  if (!/^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*$/.test(name)) {
    return `${name} is not a name that a host can have. Correct it.`;
  }
  const meant = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (meant !== undefined) return `Nothing ends in .${ending}. Did you mean .${meant}?`;
  for (const [typo, instead] of BEGINNINGS) {
    if (typo.test(name)) return `Did you mean ${name.replace(typo, instead)}?`;
  }
  return undefined;
}
