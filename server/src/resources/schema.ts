import * as schemas from '@vielfalt/feed/schemas';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The schemas that are published, by their file's name. */
export const PUBLISHED = {
  'directory-file': schemas.DirectoryFile,
  'directory-record': schemas.DirectoryRecord,
  offer: schemas.PublicOffer,
  'offer-answer': schemas.OfferAnswer,
  'offers-answer': schemas.OffersAnswer,
  problem: schemas.ProblemDetails,
  provider: schemas.PublicProvider,
  'provider-answer': schemas.ProviderAnswer,
  'providers-answer': schemas.ProvidersAnswer,
  'set-answer': schemas.SetAnswer,
  vocabulary: schemas.Vocabulary,
} as const;

/**
 * `GET /v1/schema/{name}.json`: a JSON Schema (2020-12).
 * @throws Problem 404 naming the schemas there are
 */
export function schema(file: string): Reply {
  const name = file.replace(/\.json$/, '');
  if (!(name in PUBLISHED) || name === file) {
    const list = Object.keys(PUBLISHED).map((each) => `${each}.json`);
    throw new Problem(404, `There is no schema "${file}". There are: ${list.join(', ')}.`);
  }
  const body = { $schema: DIALECT, ...PUBLISHED[name as keyof typeof PUBLISHED] };
  return { body, type: 'application/schema+json', lifetime: 'data' };
}
