import type { CardWords, FrameWords } from '../../words.js';

export const frame: FrameWords = {
  landmark: 'Search offers',
  label: 'What are you looking for?',
  found: {
    one: '{count} offer found',
    other: '{count} offers found',
  },
  none: 'No offers found',
  more: {
    one: '{count} more choice',
    other: '{count} more',
  },
  sort: 'Sort by',
  sorts: {
    relevance: 'Best match first',
    title: 'Title',
    next: 'Next date',
    distance: 'Distance',
    checked: 'Last checked',
  },
  facets: {
    topic: 'Topic',
    place: 'Place',
    audience: 'For whom',
    kind: 'Kind of offer',
    spoken: 'Language spoken there',
    day: 'Day of the week',
    time: 'Time of day',
    flags: 'Good to know',
    level: 'Knowledge of German',
    age: 'Age',
  },
  demo: 'Demonstration: all offers, names and numbers are invented.',
  publisher: 'published by {name}',
  asOf: 'As of {date}',
  licence: 'Licence: {name}',
  imprint: 'Imprint',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
};

export const card: CardWords = {
  comma: ', ',
  facts: {
    when: 'When',
    where: 'Where',
    whom: 'For whom',
    languages: 'Languages',
    cost: 'Cost',
  },
  chips: {
    paused: 'Paused for now',
    free: 'Free of charge',
    'places-free': 'Places left',
    'places-waiting-list': 'Waiting list',
    'places-full': 'Fully booked',
    women: 'Women only',
    men: 'Men only',
    childcare: 'With childcare',
  },
  clock: '{time}',
  until: 'until {date}',
  byAppointment: 'by appointment',
  online: 'Online',
  atHome: 'At your home',
  everyone: 'For everyone',
  age: {
    from: {
      one: 'from {count} year',
      other: 'from {count} years',
    },
    to: {
      one: 'up to {count} year',
      other: 'up to {count} years',
    },
    span: '{from} to {to} years',
  },
  more: '{list} and {count} more',
  call: 'Call',
  write: 'Write an e-mail',
  machine: 'Translated by a machine',
};
