import type { Recurrence } from '@vielfalt/feed';
import type { Row } from './filter-what.js';

export const times = (...all: Recurrence[]) => ({ schedule: { times: all } });
const weekly = (byday: string[], from: string, to?: string): Recurrence => ({
  dtstart: `2026-08-31T${from}`,
  ...(to && { dtend: `2026-08-31T${to}` }),
  freq: 'WEEKLY',
  byday,
});

/** Where the offer is, and when. */
export const WHERE_AND_WHEN: Row[] = [
  {
    query: { place: ['witten'] },
    shown: [
      { locations: [{ town: 'witten' }] },
      { locations: [{ town: 'hattingen' }, { town: 'witten' }] },
      { locations: [{ district: 'annen' }] },
      { locations: [{ district: 'witten-annen' }] },
      { locations: [{ town: 'witten', visibility: 'on-request' }] },
      { locations: [{ town: 'hattingen' }], serves: ['witten'] },
      { serves: ['county'] },
      { serves: ['annen'] },
    ],
    hidden: [
      { locations: [{ town: 'hattingen' }] },
      { locations: [{ town: 'hattingen' }], serves: ['hattingen'] },
      { locations: [{ district: 'annen', visibility: 'on-request' }] },
      { locations: [{ locality: 'witten' }] },
      { serves: ['elsewhere'] },
      { online: true },
    ],
    unknown: 'out',
  },
  {
    query: { at: ['witten'] },
    shown: [{ locations: [{ town: 'witten' }] }, { locations: [{ district: 'annen' }] }],
    hidden: [
      { locations: [{ town: 'hattingen' }] },
      { serves: ['witten'] },
      { serves: ['county'] },
    ],
    unknown: 'out',
  },
  {
    query: { at: ['county'] },
    shown: [{ locations: [{ town: 'witten' }] }, { locations: [{ district: 'annen' }] }],
    hidden: [{ locations: [{ town: 'elsewhere' }] }, { serves: ['county'] }],
    unknown: 'out',
  },
  {
    query: { day: ['tu'] },
    shown: [
      times(weekly(['MO', 'TU'], '09:00')),
      times({ dtstart: '2026-09-08T09:00' }),
      times({ dtstart: '2026-08-31T09:00', rdate: ['2026-09-08'] }),
      times({ dtstart: '2026-09-01T09:00', freq: 'MONTHLY', byday: ['1TU'] }),
      times({ dtstart: '2026-09-01T09:00', freq: 'WEEKLY' }),
      times({ dtstart: '2026-09-01T09:00', freq: 'MONTHLY', bymonthday: 15 }),
      times({ dtstart: '2026-09-08' }),
      // Whole days from Sunday to Wednesday.
      times({ dtstart: '2026-09-06', dtend: '2026-09-10' }),
      times({ dtstart: '2026-08-31', dtend: '2026-09-02', freq: 'WEEKLY' }),
    ],
    hidden: [
      times(weekly(['MO'], '09:00')),
      // It begins on a Tuesday, yet takes place on Wednesdays.
      times({ dtstart: '2026-09-08T09:00', freq: 'WEEKLY', byday: ['WE'] }),
      // The Tuesdays are over, the Mondays are not.
      times({ ...weekly(['TU'], '09:00'), until: '2026-09-06' }, weekly(['MO'], '09:00')),
      times(
        { dtstart: '2026-09-08T09:00', exdate: ['2026-09-08'] },
        { dtstart: '2026-09-09T09:00' },
      ),
      times({ dtstart: '2026-09-07', dtend: '2026-09-08' }),
      { schedule: { byAppointment: true } },
      { schedule: { text: 'Tuesdays' } },
    ],
    unknown: 'out',
  },
  {
    query: { time: ['evening'] },
    shown: [
      times(weekly(['MO'], '18:00', '20:00')),
      times(weekly(['MO'], '16:00', '18:00')),
      times(weekly(['MO'], '22:59')),
      times({ dtstart: '2026-09-07T20:00', dtend: '2026-09-08T06:00' }),
    ],
    hidden: [
      times(weekly(['MO'], '15:00', '17:00')),
      times(weekly(['MO'], '16:00')),
      times(weekly(['MO'], '23:00', '23:30')),
      // Nobody knows at what time of its days.
      times({ dtstart: '2026-09-08' }),
    ],
    unknown: 'out',
  },
  {
    query: { time: ['09:00-10:30'] },
    shown: [times(weekly(['MO'], '08:00', '09:01')), times(weekly(['MO'], '10:29', '12:00'))],
    hidden: [times(weekly(['MO'], '08:00', '09:00')), times(weekly(['MO'], '10:30', '12:00'))],
    unknown: 'out',
  },
  {
    query: { day: ['tu'], time: ['evening'] },
    shown: [times(weekly(['MO'], '09:00'), weekly(['TU'], '18:00'))],
    // On Tuesdays, and in the evening, but never on a Tuesday evening.
    hidden: [times(weekly(['TU'], '09:00'), weekly(['MO'], '18:00'))],
    unknown: 'out',
  },
  {
    query: { near: { lat: 51.44, lng: 7.33 } },
    shown: [
      { locations: [{ lat: 51.52, lng: 7.33 }] },
      { locations: [{}, { lat: 51.44, lng: 7.34 }] },
    ],
    hidden: [
      { locations: [{ lat: 51.54, lng: 7.33 }] },
      { locations: [{ town: 'witten' }] },
      { locations: [{ lat: 51.44, lng: 7.33, visibility: 'on-request' }] },
      { serves: ['county'] },
    ],
    unknown: 'out',
  },
  {
    // A degree of latitude is 111.2 km; so far north, a degree of longitude is 69.3 km.
    query: { near: { lat: 51.44, lng: 7.33 }, km: 7 },
    shown: [
      { locations: [{ lat: 51.502, lng: 7.33 }] },
      { locations: [{ lat: 51.44, lng: 7.43 }] },
    ],
    hidden: [
      { locations: [{ lat: 51.504, lng: 7.33 }] },
      { locations: [{ lat: 51.44, lng: 7.44 }] },
    ],
    unknown: 'out',
  },
];
