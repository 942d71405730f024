import { ConfigError } from '../config.js';
import { codeOf, FileError } from '../files/file-error.js';
import { checkLanguages } from '../folders.js';
import { JsonError } from '../files/json.js';
import { MappingError } from '../mapping/mapping-error.js';
import { OutputError, OverwriteError } from '../export/output-error.js';
import { visibleLines } from '../text/visible.js';
import { StoreError } from '../store/error.js';
import { TableError } from '../table/table-error.js';
import { guardStandardOutput } from './output.js';
import { InterruptedError } from './interruption.js';
import { print } from './print.js';
import { UnwrittenError } from './unwritten.js';
import { EXIT, isParseError, suggestion, UsageError } from './usage.js';

/** The exports of every command's file. */
interface Command {
  help: string;
  /** @returns the exit code */
  run(args: string[]): Promise<number>;
}

/** Loaded on demand: an export needs no web server. */
const COMMANDS: { readonly [name: string]: () => Promise<Command> } = {
  import: () => import('./import.js'),
  export: () => import('./export.js'),
  check: () => import('./check.js'),
  history: () => import('./history.js'),
  undo: () => import('./undo.js'),
  backup: () => import('./backup.js'),
  migrate: () => import('./migrate.js'),
  dictionary: () => import('./dictionary.js'),
  prepare: () => import('./prepare.js'),
  remind: () => import('./remind.js'),
  'office-link': () => import('./office-link.js'),
  serve: () => import('./serve.js'),
};

const help = `vielfalt: a directory of offers that one office keeps and many websites show

Usage
  vielfalt COMMAND [OPTIONS]
  vielfalt COMMAND --help

Commands
  import       read a file into the directory
  export       write the directory to a file
  check        say what is wrong with the directory as it stands
  history      say what was imported, and when
  undo         take the last import back
  backup       copy the database while everything goes on
  migrate      copy the directory into another database
  dictionary   let search look words up in a dictionary
  prepare      make ready what a large directory is answered from
  remind       ask providers whether their offers are still right
  office-link  print a link that opens the office's pages
  serve        answer the feed over HTTP

The directory is kept where DATABASE_URL says, in SQLite or in PostgreSQL; default
sqlite:vielfalt.sqlite, a file in the working directory.

Examples
  vielfalt import offers.json --dry-run     see what a file would change
  vielfalt import offers.json               change it
  vielfalt serve                            show it on port 8080
  vielfalt backup monday.sqlite             keep a copy of everything

Exit codes
  0  done
  1  something is wrong with the data: faults in a file, findings of a check
  2  the command was called wrongly
  3  refused: too much would be retired at once, there is nothing to take back, or a target is not empty
  4  trouble with the database or a file
  5  done, but what there is to say of it could not be written
`;

/**
 * Runs the `vielfalt` command.
 * @param args what follows its name
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  // Failed writes reject where they are made; those to standard error cannot be reported.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  const [name, ...rest] = args;
  try {
    if (name === undefined) {
      process.stderr.write(help);
      return EXIT.usage;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      await print(help);
      return EXIT.done;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) {
      const commands = Object.keys(COMMANDS);
      throw new UsageError(
        `There is no command ${JSON.stringify(name)}.${suggestion(name, commands)} See vielfalt --help.`,
      );
    }
    await checkLanguages();
    const command = await load();
    if (asksForHelp(rest)) {
      await print(command.help);
      return EXIT.done;
    }
    await guardStandardOutput();
    return await command.run(rest);
  } catch (error) {
    return explain(error, name);
  }
}

function asksForHelp(args: string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).some((arg) => arg === '--help' || arg === '-h');
}

/**
 * Explains expected trouble in one sentence, and unexpected errors with everything that helps to
 * fix them.
 */
function explain(error: unknown, name: string | undefined): number {
  const say = (text: string) =>
    process.stderr.write(visibleLines(`vielfalt ${name ?? ''}: ${text}\n`));
  // Reading only the beginning of what is printed (`| head`) is not an error.
  if (error instanceof OutputError && codeOf(error.cause) === 'EPIPE') return EXIT.done;
  if (error instanceof UnwrittenError) {
    say(error.message);
    return EXIT.unwritten;
  }
  if (error instanceof InterruptedError) {
    say(error.message);
    return error.code;
  }
  const isCalledWrongly = error instanceof UsageError || error instanceof ConfigError;
  if (isCalledWrongly || error instanceof OverwriteError || isParseError(error)) {
    say(error.message);
    return EXIT.usage;
  }
  if (error instanceof JsonError || error instanceof TableError || error instanceof MappingError) {
    say(error.message);
    return EXIT.findings;
  }
  if (error instanceof StoreError || error instanceof FileError) {
    say(error.message);
    return EXIT.trouble;
  }
  say(`something unexpected happened.\n${error instanceof Error ? error.stack : String(error)}`);
  return EXIT.trouble;
}
