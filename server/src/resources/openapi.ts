import { LEVELS, LOCKS, MAX_LIMIT, MAX_WORDS, SORTS, type Query } from '@vielfalt/feed';
import type { Format } from '../formats/format.js';
import { FORMATS } from '../formats/formats.js';
import { VIEWS } from '../pages/insight/question.js';
import { PUBLISHED } from './schema.js';
import type { Reply } from '../http/reply.js';
import type { Site } from './request.js';

interface ParameterDoc {
  description: string;
  schema: object;
}

const ids = { type: 'array', items: { type: 'string' } };
const yes = { type: 'string', enum: ['yes'] };

/** What each parameter means; lists are written with commas. */
const PARAMETERS: { [Name in keyof Required<Query>]: ParameterDoc } = {
  q: { description: 'Words to look for.', schema: { type: 'string', maxLength: MAX_WORDS } },
  topic: { description: 'Topics, those below them included.', schema: ids },
  audience: { description: 'For whom; offers for everyone are included.', schema: ids },
  kind: { description: 'Kinds of offer.', schema: ids },
  place: { description: 'Places where it happens or that it serves.', schema: ids },
  at: { description: 'Places where it happens.', schema: ids },
  provider: { description: 'Providers, by id or slug.', schema: ids },
  spoken: { description: 'Languages spoken (BCP 47).', schema: ids },
  level: {
    description: 'The level of the taught language that the visitor has (CEFR).',
    schema: { type: 'string', enum: LEVELS },
  },
  age: {
    description: 'Age in whole years.',
    schema: { type: 'integer', minimum: 0, maximum: 120 },
  },
  free: { description: 'Only what costs nothing.', schema: yes },
  stepfree: { description: 'Only places that are step-free.', schema: yes },
  online: { description: 'Only what happens online.', schema: yes },
  childcare: { description: 'Only with childcare.', schema: yes },
  openings: { description: 'Only with places free.', schema: yes },
  women: { description: 'Only for women.', schema: yes },
  day: { description: 'Days of the week: mo to su.', schema: ids },
  time: { description: 'morning, afternoon, evening, or HH:MM-HH:MM.', schema: ids },
  near: {
    description: 'Latitude and longitude (WGS 84), with a comma.',
    schema: { type: 'string' },
  },
  km: {
    description: 'Kilometres round "near".',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
  },
  changed: {
    description: 'Only what changed after this instant (RFC 3339); tombstones come along.',
    schema: { type: 'string', format: 'date-time' },
  },
  sort: {
    description: 'The order; relevance where there are words, else title.',
    schema: { type: 'string', enum: SORTS },
  },
  limit: {
    description: 'Offers on a page.',
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 20 },
  },
  page: { description: 'The page, from 1.', schema: { type: 'integer', minimum: 1, default: 1 } },
  lang: {
    description: 'The language wanted for labels and translations (BCP 47).',
    schema: { type: 'string' },
  },
};

const parameter = ([name, { description, schema }]: [string, ParameterDoc]) => ({
  name,
  in: 'query',
  description,
  schema,
  ...(schema === ids && { style: 'form', explode: false }),
});

const all = Object.entries(PARAMETERS);
const locks = LOCKS.map((name): [string, ParameterDoc] => [
  `within.${name}`,
  { ...PARAMETERS[name], description: `The lock: ${PARAMETERS[name].description}` },
]);
const counted = LOCKS.map((name): [string, ParameterDoc] => [name, PARAMETERS[name]]);
const table: [string, ParameterDoc] = [
  'table',
  { description: 'Which table.', schema: { type: 'string', enum: VIEWS, default: VIEWS[0] } },
];
const lang: [string, ParameterDoc] = ['lang', PARAMETERS.lang];
const named = (description: string) => ({
  name: 'name',
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

const content = (type: string, name: keyof typeof PUBLISHED) => ({
  content: { [type]: { schema: { $ref: `#/components/schemas/${name}` } } },
});
const problem = (description: string) => ({
  description,
  ...content('application/problem+json', 'problem'),
});

const NOT_MODIFIED = { description: 'Nothing has changed since the validator in If-None-Match.' };
const WRONG = 'A parameter is unknown, malformed, or names what is not there.';

function get(
  summary: string,
  answer: keyof typeof PUBLISHED,
  parameters: object[],
  problems: Record<string, string> = {},
) {
  return {
    get: {
      summary,
      parameters,
      responses: {
        200: { description: 'The answer.', ...content('application/json', answer) },
        304: NOT_MODIFIED,
        400: problem(WRONG),
        ...Object.fromEntries(
          Object.entries(problems).map(([status, text]) => [status, problem(text)]),
        ),
      },
    },
  };
}

const text = (type: string) => ({ content: { [type]: { schema: { type: 'string' } } } });

/** The offers in another format; a format that tells news has an order of its own. */
function formatPath({ suffix, name, type, limit, isNews }: Format): [string, object] {
  const asked = all.filter(([each]) => !isNews || each !== 'sort');
  return [
    `/v1/offers${suffix}`,
    {
      get: {
        summary: `${name}: at most ${limit} offers, more behind a link`,
        parameters: [...asked, ...locks].map(parameter),
        responses: {
          200: { description: 'The answer.', ...text(type.split(';', 1)[0] ?? '') },
          304: NOT_MODIFIED,
          400: problem(WRONG),
        },
      },
    },
  ];
}

const calendarPath = () => ({
  get: {
    summary: "One offer's calendar (iCalendar, RFC 5545)",
    parameters: [named('Slug of the offer.'), parameter(lang)],
    responses: {
      200: { description: 'The answer.', ...text('text/calendar') },
      304: NOT_MODIFIED,
      400: problem(WRONG),
      404: problem('It is unknown or has no times.'),
      410: problem('It has ended or gone.'),
    },
  },
});

/** Of the pages' tables: what is counted is asked for by what says what an offer is like. */
const insightPath = () => ({
  get: {
    summary: 'What there is and what is missing, as a table (CSV)',
    parameters: [table, lang, ...counted, ...locks].map(parameter),
    responses: {
      200: { description: 'The answer.', ...text('text/csv') },
      304: NOT_MODIFIED,
      400: problem(WRONG),
    },
  },
});

/** `GET /v1/openapi.json`: this interface as OpenAPI 3.1, made from the schemas that check it. */
export function openapi({ publication, date, baseUrl }: Site): Reply {
  const { title, licence } = publication.head(date);
  const gone = { 404: 'It is unknown or outside the lock.', 410: 'It has ended or gone.' };
  const body = {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description: 'Offers and providers, read only. No key, no cookie, any origin.',
      ...(licence && { license: licence }),
    },
    servers: [{ url: baseUrl || '/' }],
    paths: {
      '/v1/offers': get(
        'Offers, a page at a time',
        'offers-answer',
        [...all, ...locks].map(parameter),
      ),
      ...Object.fromEntries(FORMATS.map(formatPath)),
      '/offers/{name}.ics': calendarPath(),
      '/insight.csv': insightPath(),
      '/v1/offers/set': get(
        'All offers inside a lock',
        'set-answer',
        [lang, ...locks].map(parameter),
        {
          404: 'There are more than a browser should search by itself.',
        },
      ),
      '/v1/offers/{name}': get(
        'One offer',
        'offer-answer',
        [named('Id or slug of the offer.'), ...[lang, ...locks].map(parameter)],
        gone,
      ),
      '/v1/providers': get('All providers', 'providers-answer', [parameter(lang)]),
      '/v1/providers/{name}': get(
        'One provider',
        'provider-answer',
        [named('Id or slug of the provider.'), parameter(lang)],
        gone,
      ),
      '/v1/vocabulary': get('Topics, audiences, kinds, places, languages', 'vocabulary', []),
    },
    components: { schemas: PUBLISHED },
  };
  return { body, type: 'application/vnd.oai.openapi+json;version=3.1', lifetime: 'data' };
}
