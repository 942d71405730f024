import { words } from '@vielfalt/feed';
import { isMain } from '../scripts/run.mjs';
import { demoDirectory } from './directory.mjs';

/** Runs of so many words are compared. */
const RUN = 5;
/** Texts are nearly the same where the shorter has more than this share of its runs in the longer. */
const ALIKE = 0.2;

function runsOf({ title, summary, description }) {
  const all = words([title, summary, description].filter(Boolean).join(' '));
  return new Set(all.slice(RUN - 1).map((_, index) => all.slice(index, index + RUN).join(' ')));
}

function areAlike(one, other) {
  const [short, long] = one.size < other.size ? [one, other] : [other, one];
  const common = [...short].filter((run) => long.has(run)).length;
  return common > short.size * ALIKE;
}

/**
 * How many pairs of offers that share a topic say nearly the same.
 *
 * @param {import('@vielfalt/feed').FileOffer[]} offers
 * @returns {{ pairs: number, alike: [string, string][] }} the record keys of those that do
 */
export function alikeWithinTopics(offers) {
  const texts = offers.map((offer) => ({ offer, runs: runsOf(offer) }));
  const alike = [];
  let pairs = 0;
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (!one.offer.topics?.some((topic) => other.offer.topics?.includes(topic))) continue;
      pairs += 1;
      if (areAlike(one.runs, other.runs)) alike.push([one.offer.record, other.offer.record]);
    }
  }
  return { pairs, alike };
}

if (isMain(import.meta.url)) {
  const { offers, providers } = demoDirectory('2026-01-05');
  const { pairs, alike } = alikeWithinTopics(offers);
  const share = ((100 * alike.length) / pairs).toFixed(2);
  console.log(`${offers.length} offers by ${providers.length} providers`);
  console.log(`${alike.length} of ${pairs} pairs within a topic nearly the same (${share} %)`);
  for (const [one, other] of alike) console.log(`  ${one}  ${other}`);
}
