import { FileOffer, FileProvider } from '@vielfalt/feed/schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { wordingOfError } from '../importing/schema-wording.js';
import { wordingOfPattern } from '../importing/wording.js';

/** As much of a JSON Schema as leads from a record to one of its members. */
interface Schema {
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  items?: Schema;
  type?: string;
}

const ajv = new Ajv2020({ verbose: true });
formats.default(ajv);
const validators = new Map<string, ValidateFunction>();
/** The same by the way itself, which most fields share from row to row. */
const known = new WeakMap<readonly (string | number)[], ValidateFunction>();

/** The contract's schema of what steps lead to in an offer, or below `provider` in a provider. */
function schemaAt([first, ...rest]: readonly (string | number)[]): Schema | undefined {
  const [root, steps] =
    first === 'provider' ? [FileProvider, rest] : [FileOffer, [first ?? '', ...rest]];
  let at: Schema | undefined = root as Schema;
  for (const step of steps) {
    at =
      typeof step === 'number'
        ? at?.items
        : (at?.properties?.[step] ?? Object.values(at?.patternProperties ?? {})[0]);
  }
  return at;
}

/** Why the contract does not take a value there, as a sentence's end; nothing where it does. */
export function misfit(steps: readonly (string | number)[], value: unknown): string | undefined {
  let isValid = known.get(steps);
  if (!isValid) {
    isValid = validatorAt(steps);
    known.set(steps, isValid);
  }
  if (isValid(value)) return undefined;
  // Of a choice the last says what it was between; else there is one.
  const error = isValid.errors?.at(-1);
  return error && wording(error);
}

function validatorAt(steps: readonly (string | number)[]): ValidateFunction {
  const name = steps.map((step) => (typeof step === 'number' ? '' : step)).join('.');
  let isValid = validators.get(name);
  if (!isValid) {
    const schema = schemaAt(steps);
    if (!schema) throw new Error(`There is no field ${name}.`);
    isValid = ajv.compile(schema);
    validators.set(name, isValid);
  }
  return isValid;
}

function wording(error: ErrorObject): string {
  const { keyword, data, schema } = error;
  const limit = String(schema);
  switch (keyword) {
    case 'maxLength':
      return `has ${String(data).length} characters, where at most ${limit} are allowed`;
    case 'maxItems':
      return `has too many entries: at most ${limit} are allowed`;
    case 'pattern':
      return `is not ${wordingOfPattern(limit)?.what ?? 'written as it should be'}`;
    default:
      return wordingOfError(error).reason;
  }
}
