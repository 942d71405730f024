import type { FileOffer } from '@vielfalt/feed';

export function alikeWithinTopics(offers: readonly FileOffer[]): {
  pairs: number;
  alike: [string, string][];
};
