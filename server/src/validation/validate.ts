import {
  DirectoryFile,
  FileNetwork,
  FileOffer,
  FileProvider,
  PlaceTerm,
  RecordsAnswer,
} from '@vielfalt/feed/schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { RECORD_LISTS } from '../store/store.js';
import type { RecordKind } from '../store/store.js';
import { pathOf } from './fault.js';
import type { Fault } from './fault.js';
import { reasonOfError, stepsOfPointer, wordingOfError } from './schema-wording.js';

// Its own tidying of the code that it makes takes longer than making it, and V8 needs none.
const code = { optimize: false };
const allErrors = new Ajv2020({ allErrors: true, verbose: true, code });
const firstError = new Ajv2020({ verbose: true, code });
formats.default(allErrors);
formats.default(firstError);

/** The parts of another directory's answer without which its records cannot be read. */
const { title, publisher, revision, language, timeZone, licence, attribution, reportTo, demo } =
  RecordsAnswer.properties.directory.properties;
const objects = { type: 'array', items: { type: 'object' } };
const RecordsPage = {
  type: 'object',
  properties: {
    directory: {
      type: 'object',
      properties: {
        ...{ title, publisher, revision, language, timeZone },
        ...{ licence, attribution, reportTo, demo },
        baseUrl: RecordsAnswer.properties.directory.properties.baseUrl,
      },
      required: ['title', 'publisher', 'revision', 'language', 'timeZone'],
    },
    total: { type: 'integer', minimum: 0 },
    ...{ providers: objects, offers: objects, networks: objects },
  },
  required: ['directory', 'total', 'providers', 'offers', 'networks'],
};

const SCHEMAS = {
  file: DirectoryFile,
  records: RecordsPage,
  term: PlaceTerm,
  offer: FileOffer,
  provider: FileProvider,
  network: FileNetwork,
};
const LISTS: readonly string[] = Object.values(RECORD_LISTS);
const compiled = new Map<keyof typeof SCHEMAS, ValidateFunction>();

/** Compiles a schema when it is needed: that takes a good part of the time of a short command. */
function validatorOf(name: keyof typeof SCHEMAS): ValidateFunction {
  const validate = compiled.get(name) ?? allErrors.compile(SCHEMAS[name]);
  compiled.set(name, validate);
  return validate;
}

/** Checks that a file has the shape of the contract's schema; returns it, or every fault. */
export function validateFile(json: unknown): { file: DirectoryFile } | { faults: Fault[] } {
  const foreign = foreignShape(json);
  if (foreign) return { faults: [foreign] };
  const validate = validatorOf('file');
  if (validate(json)) return { file: json as DirectoryFile };
  return { faults: faultsOf(json, validate.errors ?? []) };
}

/** Returns the faults of one record; their paths begin inside it. */
export function validateRecord(kind: RecordKind, given: unknown): Fault[] {
  const validate = validatorOf(kind);
  return validate(given) ? [] : faultsOf(given, validate.errors ?? []);
}

/** Returns the faults of a page of another directory's records, without looking into these. */
export function validateRecordsPage(json: unknown): Fault[] {
  const validate = validatorOf('records');
  return validate(json) ? [] : faultsOf(json, validate.errors ?? []);
}

/** Tells whether something has the shape of a term, of any list of a vocabulary. */
export function isTerm(given: unknown): given is PlaceTerm {
  return validatorOf('term')(given);
}

/** Returns one sentence instead of a hundred for what was never meant to be our file. */
function foreignShape(json: unknown): Fault | undefined {
  if (typeof json !== 'object' || json === null || !('vielfalt' in json)) {
    return {
      path: '',
      reason: 'is JSON, but no file of Vielfalt',
      remedy: 'It begins with { "vielfalt": 1, "sources": […], "providers": […], "offers": […] }.',
    };
  }
  if (json.vielfalt !== 1) {
    return {
      path: 'vielfalt',
      value: json.vielfalt,
      reason: 'is a format that this program does not know',
      remedy: 'It reads format 1; a newer format needs a newer program.',
    };
  }
  return undefined;
}

function faultsOf(json: unknown, errors: ErrorObject[]): Fault[] {
  // A choice between shapes fails once for each of them and once as a whole: the last says enough,
  // unless one shape is clearly meant.
  const within = (error: ErrorObject, { instancePath, schemaPath }: ErrorObject) =>
    error.instancePath.startsWith(instancePath) && error.schemaPath.startsWith(`${schemaPath}/`);
  const choices = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .map((choice) => ({
      choice,
      meant: meantIn(
        choice,
        errors.filter((error) => within(error, choice)),
      ),
    }));
  const inChoice = (error: ErrorObject) =>
    choices.some(({ choice, meant }) =>
      error === choice ? meant.length > 0 : within(error, choice) && !meant.includes(error),
    );
  return errors
    .filter((error) => !inChoice(error))
    .map((error) => {
      const steps = stepsOf(json, error);
      const record = recordAt(json, steps);
      return {
        path: pathOf(...steps),
        ...(record !== undefined && { record }),
        ...wordingOfError(error),
      };
    });
}

/** Returns the errors of the only shape of a choice that has the members that are there. */
function meantIn({ schemaPath, instancePath }: ErrorObject, errors: ErrorObject[]): ErrorObject[] {
  const shapes = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const [number = ''] = error.schemaPath.slice(schemaPath.length + 1).split('/');
    shapes.set(number, [...(shapes.get(number) ?? []), error]);
  }
  const isValue = (error: ErrorObject) => error.instancePath !== instancePath;
  const [meant = [], ...others] = [...shapes.values()].filter((all) => all.every(isValue));
  return others.length > 0 ? [] : meant;
}

/** Returns the path to the member that is wrong, missing or superfluous (JSON Pointer, RFC 6901). */
function stepsOf(json: unknown, { instancePath, params }: ErrorObject): (string | number)[] {
  const steps: (string | number)[] = [];
  let at = json;
  for (const step of stepsOfPointer(instancePath)) {
    steps.push(Array.isArray(at) ? Number(step) : step);
    at = (at as Record<string, unknown>)[step];
  }
  const member: unknown = params['missingProperty'] ?? params['additionalProperty'];
  if (typeof member === 'string') steps.push(member);
  return steps;
}

/** Returns a record's own key, by which people find it in their table. */
function recordAt(json: unknown, [list, index]: (string | number)[]): string | undefined {
  if (!LISTS.some((known) => known === list)) return undefined;
  const records = (json as Record<string, unknown>)[String(list)];
  const record: unknown = Array.isArray(records) ? records[Number(index)] : undefined;
  if (typeof record !== 'object' || record === null || !('record' in record)) return undefined;
  return typeof record.record === 'string' ? record.record : undefined;
}

/** The parts of a JSON Schema that lead from a record to one of its members. */
interface MemberSchema {
  properties?: Record<string, MemberSchema>;
  patternProperties?: Record<string, MemberSchema>;
  items?: MemberSchema;
  type?: string;
}

const validators = new Map<string, ValidateFunction>();
/** The validators by the path itself, which most fields share from row to row. */
const known = new WeakMap<readonly (string | number)[], ValidateFunction>();

/** Returns the contract's schema at a path in an offer, or below `provider` or `network` in one. */
function schemaAt([first, ...rest]: readonly (string | number)[]): MemberSchema | undefined {
  const isOther = first === 'provider' || first === 'network';
  const root = isOther ? SCHEMAS[first] : FileOffer;
  const steps = isOther ? rest : [first ?? '', ...rest];
  let at: MemberSchema | undefined = root as MemberSchema;
  for (const step of steps) {
    at =
      typeof step === 'number'
        ? at?.items
        : (at?.properties?.[step] ?? Object.values(at?.patternProperties ?? {})[0]);
  }
  return at;
}

/** Says why the contract rejects a value there, as a sentence's end; nothing where it accepts it. */
export function misfit(steps: readonly (string | number)[], value: unknown): string | undefined {
  let isValid = known.get(steps);
  if (!isValid) {
    isValid = validatorAt(steps);
    known.set(steps, isValid);
  }
  if (isValid(value)) return undefined;
  // The last error of a choice names the alternatives; otherwise there is only one.
  const error = isValid.errors?.at(-1);
  return error && reasonOfError(error);
}

function validatorAt(steps: readonly (string | number)[]): ValidateFunction {
  const name = steps.map((step) => (typeof step === 'number' ? '' : step)).join('.');
  let isValid = validators.get(name);
  if (!isValid) {
    const schema = schemaAt(steps);
    if (!schema) throw new Error(`There is no field ${name}.`);
    isValid = firstError.compile(schema);
    validators.set(name, isValid);
  }
  return isValid;
}
