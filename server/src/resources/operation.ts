import { LOCKS, WITHIN, type ParameterDoc } from '@vielfalt/feed';
import type { PUBLISHED } from './published.js';

/** The heading that an operation is listed under. */
export const TAGS = {
  offers: 'What there is: lists, single offers, and the same in other formats.',
  providers: 'Who offers it.',
  networks: 'Who works together.',
  vocabulary: 'The words that offers are described with.',
  insight: 'What there is and what is missing, counted.',
  exchange: 'What directories take over from each other.',
  reports: 'What visitors say is wrong.',
};

/** The way programs ask for what a route answers: its part of the OpenAPI document. */
export interface Operation {
  /** A name for it in programs that are generated from the document. */
  id: string;
  tag: keyof typeof TAGS;
  description: string;
  /** Names of query parameters. */
  parameters: readonly string[];
  /** Those of them that only this operation has. */
  ownParameters?: Readonly<Record<string, ParameterDoc>>;
  /** The meaning of the name in the path, where there is one. */
  name?: string;
  /** The answer's content by media type. */
  answer: object;
  /** Further problems by status. */
  problems?: Record<number, string>;
  /** The form that is sent to the same path. */
  form?: FormOperation;
}

/** A form that programs send (`application/x-www-form-urlencoded`). */
export interface FormOperation extends Pick<
  Operation,
  'id' | 'description' | 'answer' | 'problems'
> {
  summary: string;
  /** Its fields, as a JSON schema. */
  fields: object;
}

/** The parameters of a lock. */
export const LOCK_PARAMETERS = LOCKS.map((name) => WITHIN + name);

/** The problems of a record that is asked for by name. */
export const GONE = { 404: 'It is unknown or outside the lock.', 410: 'It has ended or gone.' };

const WRONG = 'A parameter is unknown, malformed, or names what is not there.';

/** JSON by the name of a published schema. */
export const jsonContent = (name: keyof typeof PUBLISHED) => content('application/json', name);

/** JSON of a shape that nothing else has: texts or flags by name. */
export const plainJson = (
  properties: Readonly<Record<string, { type: string; const?: unknown }>>,
) => ({
  'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } },
});

/** Text of a media type. */
export const textContent = (type: string) => ({ [type]: { schema: { type: 'string' } } });

const content = (type: string, name: keyof typeof PUBLISHED) => ({
  [type]: { schema: { $ref: `#/components/schemas/${name}` } },
});

/** A route's path as OpenAPI and the guide write it: `/v1/offers/{name}`. */
export function documentedPath(path: string): string {
  return path.replace(':name', '{name}');
}

/** An operation as a path item (OpenAPI 3.1). */
export function pathItem(summary: string, operation: Operation): object {
  const { id, tag, description, parameters, name, answer, problems, form } = operation;
  return {
    get: {
      operationId: id,
      tags: [tag],
      summary,
      description,
      parameters: [
        ...(name === undefined ? [] : [inPath(name)]),
        ...parameters.map((each) => ({ $ref: `#/components/parameters/${each}` })),
      ],
      responses: {
        200: { description: 'The answer.', content: answer },
        // With a form there is no validator.
        ...(!form && {
          304: { description: 'Nothing has changed since the validator in If-None-Match.' },
        }),
        ...refusals({ 400: WRONG, ...problems }),
      },
    },
    ...(form && { post: { tags: [tag], ...sending(form) } }),
  };
}

function sending({ id, summary, description, fields, answer, problems }: FormOperation): object {
  const content = { 'application/x-www-form-urlencoded': { schema: fields } };
  return {
    operationId: id,
    summary,
    description,
    requestBody: { required: true, content },
    responses: {
      200: { description: 'The answer.', content: answer },
      ...refusals(problems ?? {}),
    },
  };
}

function refusals(problems: Readonly<Record<number, string>>): object {
  const refusal = ([status, why]: [string, string]): [string, object] => [
    status,
    { description: why, content: content('application/problem+json', 'problem') },
  ];
  return Object.fromEntries(Object.entries(problems).map(refusal));
}

const inPath = (description: string) => ({
  name: 'name',
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
