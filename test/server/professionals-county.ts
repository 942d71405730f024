import type { Changes } from '@vielfalt/server';
import { example, network, offer, provider } from './example.js';

/** The towns of a county, two kilometres from each other. */
export const PLACES = [
  { id: 'county', label: { de: 'Kreis' } },
  ...['witten', 'hattingen', 'herdecke', 'wetter', 'schwelm'].map((id, n) => ({
    ...{ id, label: { de: id }, parent: 'county' },
    ...{ lat: 51.4 + n / 50, lng: 7.2 },
  })),
];

/** Every town has sport for women but Wetter, which has other sport and much else. */
export function county(): Changes {
  const changes = example();
  const { vocabulary } = changes;
  const towns = ['witten', 'hattingen', 'herdecke', 'schwelm'];
  const women = towns.flatMap((town, n) =>
    [0, 1].map((more) =>
      offer(10 + 2 * n + more, {
        ...{ title: `Frauensport ${town} ${more}`, provider: provider(10 + n).id },
        ...{ topics: ['sport'], audiences: ['women'], locations: [{ town }] },
      }),
    ),
  );
  const wetter = [0, 1, 2, 3].map((n) =>
    offer(30 + n, {
      ...{ title: `Sport in Wetter ${n}`, provider: provider(30).id, topics: ['sport'] },
      locations: [{ town: 'wetter' }],
      ...(n === 0 && { practice: { reason: 'Alle spielen mit.' } }),
    }),
  );
  const training = offer(40, {
    ...{ title: 'Fortbildung Traumapädagogik', provider: provider(30).id },
    ...{ audiences: ['professionals'], topics: ['education'], locations: [{ town: 'wetter' }] },
    changed: '2026-11-22T09:00:00Z',
  });
  return {
    ...changes,
    vocabulary: {
      ...vocabulary,
      place: PLACES,
      audience: [
        ...vocabulary.audience,
        { id: 'professionals', label: { de: 'Fachkräfte', en: 'Professionals' } },
      ],
    },
    providers: [
      ...towns.map((town, n) => provider(10 + n, { name: `Frauen in ${town}` })),
      provider(30, { name: 'TuS Wetter' }),
      provider(1),
    ],
    offers: [...women, ...wetter, training],
    networks: [
      network(1, { name: 'Bündnis ohne Termin', places: ['wetter'] }),
      network(2, {
        name: 'Arbeitskreis Sport',
        places: ['wetter'],
        schedule: { times: [{ dtstart: '2026-12-08T17:00' }] },
      }),
      network(3, { name: 'Nur in Witten', places: ['witten'] }),
    ],
  };
}
