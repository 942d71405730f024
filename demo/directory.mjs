import { readFileSync, readdirSync } from 'node:fs';
import { DAYS, addDays, weekday } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';

const DATA = new URL('data/', import.meta.url);
const MOMENT = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d)?$/;

const readData = (name) => JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));

/** The Monday of a day's week. */
const monday = (date) => addDays(date, -DAYS.indexOf(weekday(date)));

const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A record with each of its dates and moments moved by so many days. */
function shift(value, days) {
  if (typeof value === 'string') {
    const [, date, time = ''] = MOMENT.exec(value) ?? [];
    return date ? addDays(date, days) + time : value;
  }
  if (Array.isArray(value)) return value.map((item) => shift(item, days));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shift(item, days)]));
}

/**
 * The demo directory as one file for the import. The data is written for the week of `reference`;
 * every date of a record moves by whole weeks to the week of `today`, so that a demo
 * never grows old and each course keeps its weekday. The holiday calendar stays as it is.
 *
 * @param {string} today a local date: `2026-09-07`
 * @returns {import('@vielfalt/feed').DirectoryFile}
 */
export function demoDirectory(today) {
  const { directory, sources, reference } = readData('directory.json');
  const parts = readdirSync(DATA)
    .filter((name) => name.endsWith('.json') && name !== 'directory.json')
    .sort()
    .map(readData);
  const days = daysBetween(monday(reference), monday(today));
  const all = (list) =>
    shift(
      parts.flatMap((part) => part[list] ?? []),
      days,
    );
  return {
    vielfalt: 1,
    directory,
    vocabulary: defaultVocabulary,
    sources,
    providers: all('providers'),
    offers: all('offers'),
    networks: all('networks'),
  };
}
