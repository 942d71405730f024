import { FileError } from '../intake/read-file.js';
import { countPrivateDetails, printFeedJson, toDirectoryFile } from '../outlet/feed-json.js';
import { writeWhole } from '../outlet/write-whole.js';
import { readDirectory } from './directory.js';
import { EXIT, readArguments, suggestion, UsageError } from './usage.js';

export const help = `vielfalt export: write the directory to a file

Usage
  vielfalt export [OPTIONS]

Options
  --output FILE   write there instead of standard output; the file appears whole or not at all
  --source ID     only this source's records
  --public        leave out what is for the office alone: addresses that are given on request,
                  and names of persons that nobody made public

The file holds everything, retired records too, and is what vielfalt import reads: into an empty
database it brings back the same directory. Two exports of the same directory are the same bytes.

Examples
  vielfalt export --output backup.json
  vielfalt export --public --output open-data.json
  vielfalt export --source sports | less

Exit codes
  0  written
  2  the command was called wrongly
  4  the database cannot be used or the file cannot be written
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    output: { type: 'string' },
    source: { type: 'string' },
    public: { type: 'boolean' },
  });
  if (positionals.length > 0) {
    throw new UsageError(`To write to ${positionals[0]}, say --output ${positionals[0]}.`);
  }
  const { source, output, public: publicOnly = false } = values;
  const state = await readDirectory();
  const sources = state.sources.map(({ id }) => id);
  if (source !== undefined && !sources.includes(source)) {
    throw new UsageError(
      `There is no source ${JSON.stringify(source)}.${suggestion(source, sources)} There are: ${sources.join(', ')}.`,
    );
  }
  const file = toDirectoryFile(state, { publicOnly, ...(source !== undefined && { source }) });
  const text = printFeedJson(file);
  if (output === undefined) process.stdout.write(text);
  else await writeTo(output, text);
  if (!publicOnly) {
    const { addresses, names } = countPrivateDetails(file);
    process.stderr.write(
      `Not for handing on: on-request addresses (${addresses}) and names that are not public (${names}) are in this export. With --public they are left out.\n`,
    );
  }
  return EXIT.done;
}

async function writeTo(output: string, text: string): Promise<void> {
  try {
    await writeWhole(output, text);
  } catch (error) {
    throw new FileError(
      `${output} cannot be written: check that its folder exists and may be written to. (${String(error)})`,
      { cause: error },
    );
  }
}
