import type { Texts } from './texts.js';

export const en: Texts = {
  tag: 'en-GB',
  dir: 'ltr',
  shell: {
    skip: 'Skip to the content',
    home: 'Start page',
    languages: 'Languages',
    demo: 'Demonstration: all offers, names and numbers are invented.',
    footer: 'About this directory',
    publisher: 'published by {name}',
    asOf: 'As of {date}',
    licence: 'Licence: {name}',
    imprint: 'Imprint',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    insight: 'What there is and what is missing',
  },
};
