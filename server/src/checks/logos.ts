import { LOGOS } from '../logos/logos.js';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/** Finds logos that the service would have to serve and does not have. */
export function* checkLogos({ providers, logos }: Inspected): Generator<Finding> {
  for (const provider of providers) {
    const { logo } = provider;
    if (!logo?.startsWith(LOGOS) || logos.has(logo.slice(LOGOS.length))) continue;
    yield {
      kind: 'missing-logo',
      ...aboutRecord(provider),
      field: 'logo',
      value: logo,
      remedy:
        'There is no such picture. Put an SVG, PNG, JPEG or WebP file of that name into the folder "logos" beside the database.',
    };
  }
}
