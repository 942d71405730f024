import { resolve } from 'node:path';
import { localTime } from '@vielfalt/feed';
import { SiteSource } from '../answers/site-source.js';
import { dictionariesFolder, Shelf } from '../dictionaries/shelf.js';
import { OverwriteError } from '../export/output-error.js';
import { fileError } from '../files/file-error.js';
import { logosFolder } from '../logos/logos.js';
import { Publisher } from '../answers/publisher.js';
import { LockError } from '../static/locks.js';
import { writeStaticFeed } from '../static/write.js';
import { StoreError } from '../store/error.js';
import { filePath, openStore } from '../store/open.js';
import { instantOf } from '../zone.js';
import { keepCourse } from '../upkeep/course.js';
import { readPublicAddress } from '../web/public-address.js';
import { print } from './print.js';
import { databaseUrl, EXIT, UsageError } from './usage.js';
import { readFile, realpath } from 'node:fs/promises';

/** More offers than a telephone should load at once. */
const MANY = 5_000;

/** What else the command was told. */
interface StaticArguments {
  base: string | undefined;
  lock: string[] | undefined;
  locks: string | undefined;
}

/**
 * Runs `vielfalt export --static`.
 * @param others the names of options that do not go with it
 * @returns the exit code
 */
export async function runStaticExport(
  folder: string,
  { base, lock = [], locks }: StaticArguments,
  others: readonly string[],
): Promise<number> {
  if (others[0] !== undefined) {
    throw new UsageError(`--${others[0]} does not go with --static, which writes a whole folder.`);
  }
  if (folder === '') throw new UsageError('The name of the folder to write is empty. Name one.');
  await refuseDatabase(folder);
  const baseUrl = base === undefined ? undefined : readBase(base);
  const texts = [...lock, ...(locks === undefined ? [] : await readLocks(locks))];
  const shelf = new Shelf(dictionariesFolder(databaseUrl()));
  const store = await openStore(databaseUrl(), { create: false });
  try {
    const publisher = new Publisher(store, Date.now, shelf);
    await publisher.check();
    const { published, date } = publisher;
    if (!published) {
      const reason = 'The database is empty. Import a file first: vielfalt import FILE.';
      throw new StoreError('missing', reason);
    }
    const { timeZone } = published.directory;
    // All exports of a day are alike: what is said to be ahead is so from its beginning on.
    const morning = instantOf(`${localTime(Date.now(), timeZone).date}T00:00`, timeZone);
    const site = new SiteSource(publisher, () => morning, baseUrl).now();
    await keepCourse(store, site).catch((error: unknown) => {
      // Where the database may only be read, nobody keeps it.
      if (!(error instanceof StoreError)) throw error;
    });
    const course = () => store.papers('course');
    const report = await writeStaticFeed(folder, {
      site: { ...site, baseUrl: baseUrl ?? '', course },
      lexicon: published.lexicon,
      locks: texts,
      logos: logosFolder(databaseUrl()),
    });
    const { written, unchanged, removed, bytes, left } = report;
    const size = (bytes / 1e6).toFixed(1);
    await print(
      `${folder}: ${written} files written, ${unchanged} unchanged, ${removed} removed; ${size} MB, as of ${date}.\n`,
    );
    const offers = published.offersOn(date);
    if (offers > MANY) {
      process.stderr.write(
        `There are ${offers} offers, and a browser loads all that it lists. Name what websites show by --lock, or run the service.\n`,
      );
    }
    for (const path of left) {
      process.stderr.write(`No longer part of it, but changed by somebody, and so left: ${path}\n`);
    }
    return EXIT.done;
  } catch (error) {
    if (error instanceof LockError) throw new UsageError(error.message, { cause: error });
    throw error;
  } finally {
    await store.close();
    shelf.close();
  }
}

/** A folder with the database in it would be uploaded with all that is private. */
async function refuseDatabase(folder: string): Promise<void> {
  const url = databaseUrl();
  if (!url.startsWith('sqlite:') || url === 'sqlite::memory:') return;
  const [database, place] = await Promise.all([filePath(url), folder].map(ownPath));
  if (database?.startsWith(`${place}/`)) {
    throw new OverwriteError(
      `${folder} holds the database, which is not for the public. Name another folder.`,
    );
  }
}

/** A path with all links resolved, as far as it is there. */
function ownPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** @returns the address without a slash at its end */
function readBase(text: string): string {
  const read = readPublicAddress(text);
  if ('address' in read) return read.address;
  throw new UsageError(
    `--base ${read.wrong}. Pass the address that the folder will be reached at, such as https://www.example.org/vielfalt/.`,
  );
}

/** The locks in a file: one in a line. */
async function readLocks(name: string): Promise<string[]> {
  const text = await readFile(name, 'utf8').catch((error: unknown) => {
    throw fileError(name, error);
  });
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
