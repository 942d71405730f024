import {
  primary,
  type DirectoryHead,
  type Network,
  type Offer,
  type Provider,
  type ProviderHead,
} from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { byName as dictionariesByName, type Dictionary } from '../dictionaries/shelf.js';
import { languageKey, textsFor } from '../languages/words.js';
import type { Head } from '../store/store.js';
import { sourceCredits } from '../text/source-credits.js';

export function providerHead({ id, slug, name, kind, web, logo }: Provider): ProviderHead {
  return { id, slug, name, ...(kind && { kind }), ...(web && { web }), ...(logo && { logo }) };
}

/** Collects the languages that something is available in. */
export class AvailableLanguages {
  readonly #translations = new Set<string>();

  add({ translations }: Pick<Offer | Network, 'translations'>): void {
    for (const tag of Object.keys(translations ?? {})) this.#translations.add(tag);
  }

  /** The languages by their keys. */
  of({ languages, language }: Head['directory']): Map<string, string> {
    const tags = [...this.#translations, ...languages, language];
    return new Map(tags.map((tag) => [languageKey(tag), tag]));
  }
}

/** The language in which a requested one is shown, of those by their keys; undefined: the directory's. */
export function shownLanguage(
  languages: ReadonlyMap<string, string>,
  wanted = '',
): string | undefined {
  return languages.get(languageKey(wanted)) ?? languages.get(primary(wanted));
}

/** The directory as answers begin with it. @param date the local date in its zone */
export function directoryHead(
  { directory, sources, revision }: Pick<Head, 'directory' | 'sources' | 'revision'>,
  date: string,
  dictionaries: readonly Dictionary[],
): DirectoryHead {
  const {
    publisher,
    baseUrl: _,
    localLimit: __,
    firstWeeks: ___,
    keepers = [],
    attribution: own,
    ...rest
  } = directory;
  const names = [...dictionariesByName(dictionaries).keys()].join(' · ');
  const { shell } = textsFor(directory.language);
  const asked = names && fill(shell.dictionaries, { names });
  const attribution = [own, ...sourceCredits(sources), asked].filter(Boolean).join(' · ');
  // An office with a form of its own wants that to be used, and one that nobody enters reads none.
  const hasAddress = /^(?!https?:)./i.test(rest.reportTo ?? '');
  const reports = hasAddress && keepers.length > 0 && { reports: true };
  const head = { ...rest, publisher: publisher.name, ...reports, revision, date };
  return attribution ? { ...head, attribution } : head;
}
