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
  'question-answer': schemas.QuestionAnswer,
  'set-answer': schemas.SetAnswer,
  vocabulary: schemas.Vocabulary,
} as const;

const BY_FILE = new Map(
  Object.entries(PUBLISHED).map(([name, published]) => [`${name}.json`, published]),
);

/**
 * `GET /v1/schema/{name}.json`: a JSON Schema (2020-12).
 * @throws Problem 404 naming the schemas there are
 */
export function schema(file: string): Reply {
  const found = BY_FILE.get(file);
  if (!found) {
    const list = [...BY_FILE.keys()].join(', ');
    throw new Problem(404, `There is no schema "${file}". There are: ${list}.`);
  }
  const body = { $schema: DIALECT, ...found };
  return { body, type: 'application/schema+json', lifetime: 'data' };
}
