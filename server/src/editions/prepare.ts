import { setTimeout as sleep } from 'node:timers/promises';
import { endianness } from 'node:os';
import type { EditionHead, Editions } from '../store/editions.js';
import { StoreError } from '../store/error.js';
import type { Store } from '../store/store.js';
import { deriveEdition } from './derive.js';
import { makeDay } from './make-day.js';
import { makeEdition } from './make.js';
import { dayPart } from './parts.js';

/**
 * Names what editions are made of by this program: grows with each change of what search reads, of
 * stems, impacts, columns or parts. Numbers lie there as this machine has them.
 */
export const PROGRAM = `3 ${endianness()}`;

/** The pauses while another process makes it, and between two signs of life, in milliseconds. */
const PAUSE = 250;
const SIGN_OF_LIFE = 10_000;

/** The share of the time that making days takes. */
const DAYS = 0.08;

/** The editions of a store. @throws StoreError where it keeps none */
export function editionsOf({ editions }: Store): Editions {
  if (editions) return editions;
  throw new StoreError('failed', 'This store cannot be answered from. Set ANSWERS=memory.');
}

/**
 * Makes what answering from the database needs: the edition of the latest revision, and days of it,
 * as far as they are not there. Where another process makes it, waits for it.
 * @param datesOf the local dates in the directory's zone
 * @param onProgress called with the share of it that is made, 0 to 1
 * @returns `undefined` while nothing has been imported
 */
export async function prepareEdition(
  store: Store,
  datesOf: (timeZone: string) => readonly string[],
  onProgress: (share: number) => void = () => undefined,
): Promise<EditionHead | undefined> {
  const editions = editionsOf(store);
  for (;;) {
    await deriveEdition(editions, PROGRAM);
    const claim = await editions.claim(PROGRAM, Date.now());
    if (claim.is === 'empty') return undefined;
    if (claim.is === 'complete') {
      const { id, base = id } = claim.edition;
      await prepareDays(editions, base, datesOf(claim.timeZone), onProgress);
      return claim.edition;
    }
    if (claim.is === 'taken') {
      await sleep(PAUSE);
      continue;
    }
    const { edition, head } = claim;
    const alive = setInterval(
      () => void editions.touch(edition.id, Date.now()).catch(() => undefined),
      SIGN_OF_LIFE,
    );
    try {
      await editions.removeBefore(edition.id, Date.now());
      const isWhole = await makeEdition(editions, edition, head, (share) =>
        onProgress(share * (1 - DAYS)),
      );
      if (isWhole) {
        const dates = datesOf(head.directory.timeZone);
        await prepareDays(editions, edition.id, dates, (share) =>
          onProgress(1 - DAYS * (1 - share)),
        );
        await editions.complete(edition.id);
      } else {
        await editions.abandon(edition.id);
      }
    } catch (error) {
      // Whoever tries next need not wait until the claim has grown old.
      await editions.touch(edition.id, 0).catch(() => undefined);
      throw error;
    } finally {
      clearInterval(alive);
    }
  }
}

async function prepareDays(
  editions: Editions,
  edition: number,
  dates: readonly string[],
  onProgress: (share: number) => void,
): Promise<void> {
  const names = await editions.partNames(edition);
  const [earliest = ''] = [...dates].sort();
  for (const name of names) {
    if (name.startsWith(dayPart('')) && name < dayPart(earliest)) {
      await editions.removePart(edition, name);
    }
  }
  const missing = dates.filter((date) => !names.includes(dayPart(date)));
  for (const [number, date] of missing.entries()) {
    await makeDay(editions, edition, date, (share) =>
      onProgress((number + share) / missing.length),
    );
  }
}
