/** A licence that dictionaries are under. */
export interface Licence {
  /** In short: `CC BY-SA 4.0`. */
  name: string;
  /** The address of its text; absent where that is not known. */
  url?: string;
}

/** The distance after a licence's name within which its version may stand. */
const NEAR = 120;
const ADDRESS = /https?:\/\/[^\s<>"']+/gi;

/** Names of GNU licences, as in texts and addresses (gnu.org/licenses/agpl-3.0.html). */
const GNU =
  /\bGNU\s+(?:(Affero|Lesser|Library)\s+)?General\s+Public\s+Licen[cs]e|\bGNU\s+(Free\s+Documentation)\s+Licen[cs]e|\b([AL]?GPL|G?FDL)(?=v?\d|[^a-z]|$)/gi;
const GNU_ADDRESS = /\bgnu\.org\/\S*?\b([al]?gpl|fdl)(?:-(\d\.\d))?\b/i;
const GNU_KINDS: Readonly<Record<string, readonly [name: string, file: string]>> = {
  affero: ['GNU Affero General Public License', 'agpl'],
  agpl: ['GNU Affero General Public License', 'agpl'],
  lesser: ['GNU Lesser General Public License', 'lgpl'],
  library: ['GNU Lesser General Public License', 'lgpl'],
  lgpl: ['GNU Lesser General Public License', 'lgpl'],
  free: ['GNU Free Documentation License', 'fdl'],
  fdl: ['GNU Free Documentation License', 'fdl'],
  gfdl: ['GNU Free Documentation License', 'fdl'],
  gpl: ['GNU General Public License', 'gpl'],
};
/** Directly behind a name (`GPLv3`, `GPL-2.0`), or with a word for it (`either version 2`). */
const VERSION =
  /^[\s,()-]*v?([1-3](?:\.\d)?)(?![\d.])|\b(?:v|ver|version)\b\.?\s*([1-3](?:\.\d)?)/i;
const OR_LATER = /^[\s,()-]*v?\d(?:\.\d)?\+|\b(?:any|or)\s+(?:later|newer)/i;

const COMMONS_ADDRESS =
  /\bcreativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)(?:\/(\d\.\d))?/i;
const COMMONS =
  /\bCC[\s-]?(BY(?:[\s-](?:NC|ND|SA))*)(?:[\s-]v?(\d\.\d))?(?![a-z\d])|\bCreative\s+Commons\s+(Attribution(?:[\s-]+(?:Non-?Commercial|No-?Deriv(?:ative)?s?(?:\s+Works)?|Share-?Alike))*)(?:[\s,(-]*(?:version\s*)?(\d\.\d))?/gi;

/** Other licences, by name and by address. */
const OTHERS: readonly [pattern: RegExp, licence: Licence][] = [
  [
    /\bCC[\s-]?0\b|\bcreativecommons\.org\/publicdomain\/zero\b/i,
    { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  ],
  [/(?<!\bnot\s(?:in\s)?(?:the\s)?)\bpublic\s+domain\b/i, { name: 'public domain' }],
  [/\bMIT[\s-]licen[cs]e\b/i, { name: 'MIT License', url: 'https://opensource.org/license/mit' }],
  [/\bBSD\b/, { name: 'BSD License' }],
  [
    /\bApache[\s-]licen[cs]e,?[\s-]*(?:version\s*)?2/i,
    { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  ],
  [
    /\bODbL\b|\bOpen\s+Database\s+Licen[cs]e\b/i,
    { name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  ],
  [/\bODC[\s-]By\b/i, { name: 'ODC-By 1.0', url: 'https://opendatacommons.org/licenses/by/1-0/' }],
];

/**
 * The licences that a text names, from all that a dictionary says of its terms, addresses too.
 * Nothing where none is known: a copyright notice does not permit use.
 */
export function licencesIn(text: string): Licence[] {
  const addresses = text.match(ADDRESS) ?? [];
  const plain = text.replace(ADDRESS, ' ');
  const all = [
    ...commonsIn(plain, addresses),
    ...gnuIn(plain, addresses),
    ...OTHERS.flatMap(([pattern, licence]) => (pattern.test(text) ? licence : [])),
  ];
  return [...new Map(all.map((licence) => [licence.name, licence])).values()];
}

function commonsIn(plain: string, addresses: readonly string[]): Licence[] {
  const byAddress = addresses.flatMap((address) => {
    const [, group, kind = '', version] = COMMONS_ADDRESS.exec(address) ?? [];
    return group === 'licenses' ? commons(kind, version) : [];
  });
  if (byAddress.length > 0) return byAddress;
  return [...plain.matchAll(COMMONS)].map(([, short, number, long = '', version]) => {
    if (short !== undefined) return commons(short.replace(/\s/g, '-'), number);
    const parts = [
      ['by', /^/],
      ['nc', /non-?commercial/i],
      ['nd', /no-?deriv/i],
      ['sa', /share-?alike/i],
    ] as const;
    const kind = parts.flatMap(([part, pattern]) => (pattern.test(long) ? part : []));
    return commons(kind.join('-'), version);
  });
}

function commons(kind: string, version: string | undefined): Licence {
  const name = `CC ${kind.toUpperCase()}`;
  if (version === undefined) return { name };
  const url = `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  return { name: `${name} ${version}`, url };
}

/** Texts and addresses name the same licence, often only one of them with its version. */
function gnuIn(plain: string, addresses: readonly string[]): Licence[] {
  const found = new Map<string, { version?: string; isLater: boolean }>();
  const add = (kind: string, version: string | undefined, isLater: boolean) => {
    const before = found.get(kind);
    const known = before?.version ?? version;
    found.set(kind, {
      ...(known !== undefined && { version: known }),
      isLater: isLater || before?.isLater === true,
    });
  };
  const named = [...plain.matchAll(GNU)];
  for (const [at, match] of named.entries()) {
    const [all, general, free, short] = match;
    const kind = (general ?? free?.slice(0, 4) ?? short ?? 'gpl').toLowerCase();
    const from = match.index + all.length;
    const to = Math.min(from + NEAR, named[at + 1]?.index ?? Infinity);
    const behind = plain.slice(from, to);
    const [, direct, worded] = VERSION.exec(behind) ?? [];
    add(GNU_KINDS[kind]?.[1] ?? 'gpl', direct ?? worded, OR_LATER.test(behind));
  }
  for (const address of addresses) {
    const [, kind, version] = GNU_ADDRESS.exec(address) ?? [];
    if (kind !== undefined) add(kind.toLowerCase(), version, false);
  }
  return [...found].map(([file, { version, isLater }]) => {
    const [name = ''] = GNU_KINDS[file] ?? [];
    const number = version !== undefined && !version.includes('.') ? `${version}.0` : version;
    return {
      name: [name, number].filter(Boolean).join(' ') + (isLater ? ' or later' : ''),
      url: `https://www.gnu.org/licenses/${[file, number].filter(Boolean).join('-')}.html`,
    };
  });
}
