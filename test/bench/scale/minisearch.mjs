// minisearch over title and text, in memory, with prefixes and errors of a fifth.
import MiniSearch from 'minisearch';
import { boxOf } from './plain.mjs';

const PAGE = 20;

const counted = (values) => {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
};

export async function open(_folder, offers) {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
  });
  const all = [];
  for await (const { text, ...offer } of offers) {
    all.push(offer);
    index.add({ ...offer, text });
  }
  all.sort((one, other) => (one.title < other.title ? -1 : 1));
  return {
    async facets({ topic, place }) {
      const [ofTopic, inPlace] = [
        all.filter(({ topics }) => topics.includes(topic)),
        all.filter(({ town }) => town === place),
      ];
      return {
        page: inPlace.filter(({ topics }) => topics.includes(topic)).slice(0, PAGE),
        towns: counted(ofTopic.map(({ town }) => town)),
        topics: counted(inPlace.flatMap(({ topics }) => topics)),
      };
    },
    async near({ lat, lng, km }) {
      const { south, north, west, east, flat } = boxOf(lat, lng, km);
      const far = (at) => (at.lat - lat) ** 2 + (at.lng - lng) ** 2 * flat;
      const inside = all.filter(
        (at) => at.lat >= south && at.lat <= north && at.lng >= west && at.lng <= east,
      );
      inside.sort((one, other) => far(one) - far(other));
      return { total: inside.length, page: inside.slice(0, PAGE) };
    },
    words: async ({ q }) => index.search(q).slice(0, PAGE),
  };
}
