import {
  ANSWER_PARAMETERS,
  FLAG_PARAMETERS,
  LIST_PARAMETERS,
  PERSON_PARAMETERS,
  WORD_PARAMETERS,
  type Parameter,
  type ValueKind,
} from './parameters.js';
import type { Query } from './query.js';

/** A parameter for those who write programs. */
export interface ParameterDoc {
  /** A sentence. */
  description: string;
  /** JSON Schema 2020-12 of its value; a list is written with commas. */
  schema: ParameterSchema;
  /**
   * Tells whether offers of which nothing is known are included; absent: it is no filter of facts.
   */
  isForUnknown?: boolean;
}

export interface ParameterSchema {
  type: 'string' | 'integer' | 'array';
  enum?: readonly string[];
  items?: { type: 'string' };
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  format?: string;
  default?: number | string;
}

const LIST: ParameterSchema = { type: 'array', items: { type: 'string' } };
const FLAG: ParameterSchema = { type: 'string', enum: ['yes'] };

function schemaOf(value: ValueKind): ParameterSchema {
  switch (value.kind) {
    case 'choice':
      return { type: 'string', enum: value.choices };
    case 'whole': {
      const { from: minimum, to: maximum, usual } = value;
      const usually = usual === undefined ? {} : { default: usual };
      return { type: 'integer', minimum, maximum, ...usually };
    }
    case 'words':
      return { type: 'string', maxLength: value.most };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'point':
    case 'tag':
      return { type: 'string' };
  }
}

function documented<Each extends Parameter>(
  parameters: Record<string, Each>,
  schema: (parameter: Each) => ParameterSchema,
): [string, ParameterDoc][] {
  return Object.entries(parameters).map(([name, parameter]) => {
    const { description, compare } = parameter;
    const isForUnknown = compare && { isForUnknown: 'orNone' in compare };
    return [name, { description, schema: schema(parameter), ...isForUnknown }];
  });
}

/** The documentation of every parameter, in the order in which they are printed. */
export const PARAMETER_DOCS = Object.fromEntries([
  ...documented<Parameter & ValueKind>(WORD_PARAMETERS, schemaOf),
  ...documented(LIST_PARAMETERS, () => LIST),
  ...documented<Parameter & ValueKind>(PERSON_PARAMETERS, schemaOf),
  ...documented(FLAG_PARAMETERS, () => FLAG),
  ...documented<Parameter & ValueKind>(ANSWER_PARAMETERS, schemaOf),
]) as { [Name in keyof Required<Query>]: ParameterDoc };
