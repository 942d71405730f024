import { parseArgs } from 'node:util';
import { nearest } from '@vielfalt/feed';

/** The exit codes that the command gives the shell. */
export const EXIT = {
  done: 0,
  /** Something is wrong with the data. */
  findings: 1,
  /** The command was called in a way that it does not know. */
  usage: 2,
  /** It would have been too much at once. */
  refused: 3,
  /** The database or a file cannot be used. */
  trouble: 4,
  /** It was done, but the report of it could not be written. */
  unwritten: 5,
  /** Somebody broke it off, as shells say of Ctrl+C. */
  interrupted: 130,
} as const;

/** The command was called wrongly; the message says how, and what may have been meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: true }>>;

/** What an option gives. */
type Given<Option extends Options[string]> = Option extends { multiple: true }
  ? string[]
  : Option['type'] extends 'string'
    ? string
    : boolean;

/** The arguments given: each option's text, or that it was given. */
interface Arguments<Known extends Options> {
  values: { [Name in keyof Known]?: Given<Known[Name]> };
  positionals: string[];
}

/** Reads arguments as `parseArgs` does; what it does not know is a `UsageError` with the nearest option. */
export function readArguments<Known extends Options>(
  args: string[],
  options: Known,
): Arguments<Known> {
  for (const arg of args.slice(0, args.includes('--') ? args.indexOf('--') : undefined)) {
    const [, name] = /^--([^=]+)/.exec(arg) ?? [];
    if (name === undefined || Object.hasOwn(options, name)) continue;
    throw new UsageError(
      `There is no option --${name}.${suggestion(`--${name}`, optionNames(options))}`,
    );
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    if (!isParseError(error)) throw error;
    const [, short] = /^Unknown option '(-[^-][^']*)'/.exec(error.message) ?? [];
    if (short !== undefined) {
      throw new UsageError(
        `There is no option ${short}. A file whose name begins with - is written with its folder: ./${args.find((arg) => arg.startsWith(short)) ?? short}.`,
        { cause: error },
      );
    }
    throw new UsageError(wordsFor(error.message, args), { cause: error });
  }
}

/** Says in our own words what `parseArgs` says of an option's value. */
function wordsFor(message: string, args: readonly string[]): string {
  const [, option, said] =
    /^Option '(?:-\w, )?(--[^ ']+)[^']*' (argument missing|argument is ambiguous|does not take)/.exec(
      message,
    ) ?? [];
  if (option === undefined) return message;
  if (said === 'does not take') return `${option} takes no value: write it without one.`;
  const next = args[args.indexOf(option) + 1];
  return next === undefined
    ? `${option} has no value: write one behind it.`
    : `${option} has no value, or does ${JSON.stringify(next)} belong to it? Then write ${option}=${next}.`;
}

/** Says whether `parseArgs` threw it. */
export function isParseError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
  );
}

/** " Did you mean …?" or nothing, to end a sentence with. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

function optionNames(options: object): string[] {
  return Object.keys(options).map((name) => `--${name}`);
}

/** The address of the database; by default a file in the working directory. */
export function databaseUrl(): string {
  return process.env['DATABASE_URL'] || 'sqlite:vielfalt.sqlite';
}
