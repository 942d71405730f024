import { LOCKS, NAMES, PARAMETER_DOCS, WITHIN, type ParameterDoc } from '@vielfalt/feed';
import type { FeedFormat } from '../formats/format.js';
import { FORMATS } from '../formats/formats.js';
import { VIEWS } from '../pages/insight/question.js';
import { PUBLISHED } from './schema.js';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';

const describeParameter = (name: string, { description, schema }: ParameterDoc) => ({
  name,
  in: 'query',
  description,
  schema,
  // With commas.
  ...(schema.type === 'array' && { style: 'form', explode: false }),
});

const TABLE = 'table';
const table: ParameterDoc = {
  description: 'Which table.',
  schema: { type: 'string', enum: VIEWS, default: VIEWS[0] },
};
const locks = LOCKS.map((name) => WITHIN + name);
const questions = [...NAMES, ...locks];

/** Each parameter once, by its name; operations refer to it. */
const parameters = Object.fromEntries(
  [
    ...Object.entries(PARAMETER_DOCS),
    ...LOCKS.map((name): [string, ParameterDoc] => [
      WITHIN + name,
      { ...PARAMETER_DOCS[name], description: `The lock: ${PARAMETER_DOCS[name].description}` },
    ]),
    [TABLE, table] as const,
  ].map(([name, doc]) => [name, describeParameter(name, doc)]),
);
const refer = (names: readonly string[]) =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

const named = (description: string) => ({
  name: 'name',
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

const content = (type: string, name: keyof typeof PUBLISHED) => ({
  [type]: { schema: { $ref: `#/components/schemas/${name}` } },
});
const text = (type: string) => ({ [type]: { schema: { type: 'string' } } });

const WRONG = 'A parameter is unknown, malformed, or names what is not there.';
const TAGS = {
  offers: 'What there is: lists, single offers, and the same in other formats.',
  providers: 'Who offers it.',
  vocabulary: 'The words that offers are described with.',
  insight: 'What there is and what is missing, counted.',
};

interface Operation {
  /** A name for it in programs that are generated from this description. */
  id: string;
  tag: keyof typeof TAGS;
  summary: string;
  description: string;
  /** Names of query parameters. */
  asked: readonly string[];
  /** What the name in the path is, where there is one. */
  name?: string;
  answer: object;
  /** Further problems by status. */
  problems?: Record<number, string>;
}

function operation({ id, tag, summary, description, asked, name, answer, problems }: Operation) {
  const refusal = ([status, why]: [string, string]): [string, object] => [
    status,
    { description: why, content: content('application/problem+json', 'problem') },
  ];
  return {
    get: {
      operationId: id,
      tags: [tag],
      summary,
      description,
      parameters: [...(name === undefined ? [] : [named(name)]), ...refer(asked)],
      responses: {
        200: { description: 'The answer.', content: answer },
        304: { description: 'Nothing has changed since the validator in If-None-Match.' },
        ...Object.fromEntries(Object.entries({ 400: WRONG, ...problems }).map(refusal)),
      },
    },
  };
}

const answers = (name: keyof typeof PUBLISHED) => content('application/json', name);

/** The offers in another format; a format that tells news has an order of its own. */
function formatPath({ suffix, name, type, limit, isNews }: FeedFormat): [string, object] {
  const order = isNews ? 'What changed last comes first.' : 'In the order that the query asks for.';
  return [
    `/v1/offers${suffix}`,
    operation({
      id: `offersAs${suffix.split('.').map(capitalised).join('')}`,
      tag: 'offers',
      summary: name,
      description: `The offers that the query asks for, at most ${limit} in one answer; more are behind a link. ${order}`,
      asked: questions.filter((each) => !isNews || each !== 'sort'),
      answer: text(type.split(';', 1)[0] ?? ''),
    }),
  ];
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const GONE = { 404: 'It is unknown or outside the lock.', 410: 'It has ended or gone.' };

const PATHS = {
  '/v1/offers': operation({
    id: 'listOffers',
    tag: 'offers',
    summary: 'Offers, a page at a time',
    description:
      'Cards of the offers that fit both the query and the lock, with counts of what else can be chosen, and what the cards mention of providers and terms.',
    asked: questions,
    answer: answers('offers-answer'),
  }),
  ...Object.fromEntries(FORMATS.map(formatPath)),
  '/offers/{name}.ics': operation({
    id: 'offerCalendar',
    tag: 'offers',
    summary: "One offer's calendar (iCalendar, RFC 5545)",
    description: 'The times of one offer, for calendars to subscribe to.',
    asked: ['lang'],
    name: 'Slug of the offer.',
    answer: text('text/calendar'),
    problems: { 404: 'It is unknown or has no times.', 410: GONE[410] },
  }),
  '/v1/offers/set': operation({
    id: 'offerSet',
    tag: 'offers',
    summary: 'All offers inside a lock',
    description: 'Every card inside the lock, for whoever wants to search by themselves.',
    asked: ['lang', ...locks],
    answer: answers('set-answer'),
    problems: { 404: 'There are more than a browser should search by itself.' },
  }),
  '/v1/question': operation({
    id: 'understandQuestion',
    tag: 'offers',
    summary: 'What a question means',
    description:
      'German words for those of a question, which may be in any language that search knows; the words of the directory that it finds; which of its words could be filters instead; and where it finds nothing inside the lock, topics and places that come near.',
    asked: ['q', 'lang', ...locks],
    answer: answers('question-answer'),
  }),
  '/v1/offers/{name}': operation({
    id: 'getOffer',
    tag: 'offers',
    summary: 'One offer',
    description: 'All that is public of an offer, with its provider and the terms it mentions.',
    asked: ['lang', ...locks],
    name: 'Id or slug of the offer.',
    answer: answers('offer-answer'),
    problems: GONE,
  }),
  '/v1/providers': operation({
    id: 'listProviders',
    tag: 'providers',
    summary: 'All providers',
    description: 'Every provider, by name.',
    asked: ['lang'],
    answer: answers('providers-answer'),
  }),
  '/v1/providers/{name}': operation({
    id: 'getProvider',
    tag: 'providers',
    summary: 'One provider',
    description: 'All that is public of a provider, with the offers it has now.',
    asked: ['lang'],
    name: 'Id or slug of the provider.',
    answer: answers('provider-answer'),
    problems: GONE,
  }),
  '/v1/vocabulary': operation({
    id: 'getVocabulary',
    tag: 'vocabulary',
    summary: 'Topics, audiences, kinds, places, languages',
    description: 'All terms with their labels and synonyms in every language, retired ones too.',
    asked: [],
    answer: answers('vocabulary'),
  }),
  // Of the pages' tables: what is counted is asked for by what says what an offer is like.
  '/insight.csv': operation({
    id: 'insightTable',
    tag: 'insight',
    summary: 'What there is and what is missing, as a table (CSV)',
    description: 'How many offers there are, topic by place or audience, or what records lack.',
    asked: [TABLE, 'lang', ...LOCKS, ...locks],
    answer: text('text/csv'),
  }),
};

/** The schemas that answers refer to; those of files stand below `/v1/schema/` alone. */
const ANSWERS = Object.fromEntries(
  Object.entries(PUBLISHED).filter(([name]) =>
    JSON.stringify(PATHS).includes(`"#/components/schemas/${name}"`),
  ),
);

/** `GET /v1/openapi.json`: this interface as OpenAPI 3.1, made from the schemas that check it. */
export function openapi({ snapshot, date, baseUrl }: Site): Reply {
  const { title, licence } = snapshot.head(date);
  const { name, email, web } = snapshot.state.directory.publisher;
  const body = {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description: 'Offers and providers, read only. No key, no cookie, any origin.',
      contact: { name, ...(email && { email }), ...(web && { url: web }) },
      ...(licence && { license: licence }),
    },
    servers: [{ url: baseUrl || '/' }],
    // Everybody may read everything that is published.
    security: [],
    tags: Object.entries(TAGS).map(([tag, description]) => ({ name: tag, description })),
    paths: PATHS,
    components: { schemas: ANSWERS, parameters },
  };
  return { body, type: 'application/vnd.oai.openapi+json;version=3.1', lifetime: 'data' };
}
