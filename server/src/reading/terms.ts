import type { Term } from '@vielfalt/feed';

export class TermFinder {
  readonly #terms: readonly Term[];

  constructor(terms: readonly Term[]) {
    this.#terms = terms;
  }

  find(text: string): string | undefined {
    return this.#terms.find(({ id }) => id === text)?.id;
  }

  nearest(text: string): { id: string; label: string } | undefined {
    void text;
    return undefined;
  }
}

export type PlaceFinder = TermFinder;
