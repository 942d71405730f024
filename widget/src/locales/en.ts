import { en as words } from '@vielfalt/feed/texts/en/index.js';
import type { Locale } from './texts.js';

export const en: Locale = {
  ...words,
  frame: {
    ...words.frame,
    filters: {
      title: 'Filters',
      open: 'Filter',
    },
    list: {
      title: 'Offers',
      loading: 'Loading offers …',
      more: {
        other: 'Show more ({count} left)',
      },
      show: {
        one: 'Show {count} offer',
        other: 'Show {count} offers',
      },
      stale: 'The directory cannot be reached at the moment. You see it as of {date}.',
      retry: 'Try again',
      reload: 'Reload the page',
      failed: 'The offers could not be loaded.',
      failedHint: 'Check your internet connection or open the directory itself.',
      refused: 'The directory does not have this selection.',
      toDirectory: 'To the directory',
    },
  },
  card: {
    ...words.card,
    chips: { ...words.card.chips, open: 'Open now', running: 'On right now', ended: 'Over' },
    open: 'Details',
    close: 'Show less',
    loading: 'Loading …',
    failed: 'This could not be loaded.',
  },
  choices: {
    ...words.choices,
    clear: 'Clear search words',
    refusedValue: 'Unknown: {name}="{value}".',
    languages: 'Language',
    earlier: 'Earlier search: {found}',
    notMade:
      'Your new search has not been made yet: the directory cannot be reached at the moment. The list still shows the earlier search, as of {date}.',
    filters: {
      chosen: {
        other: '{count} chosen',
      },
      fewer: 'Show fewer',
      find: 'Search in “{name}”',
      findNone: 'Nothing found',
      close: 'Close',
      ageHint: 'in years',
      levelHint: 'your level now',
      near: 'Near me',
      nearOn: 'Near me ({km} km)',
      nearWait: 'Finding your location …',
      nearDenied:
        'Your browser or this website does not share your location. Choose a place instead.',
      nearFailed: 'Your location could not be found. Choose a place instead.',
    },
  },
  details: {
    ...words.details,
    linked: {
      title: 'Linked offer',
      close: 'Hide the linked offer',
      gone: 'The linked offer is not here, or no longer.',
    },
    distance: '{distance} away',
    text: {
      failed: 'The full text could not be loaded.',
      link: 'Link to this offer',
    },
    translation: {
      original: 'Show the original',
      translated: 'Show the translation',
    },
    offer: {
      failed: 'The offer could not be loaded.',
      gone: 'This offer is not here, or no longer.',
    },
    provider: {
      failed: 'The provider could not be loaded.',
      gone: 'This provider is not here, or no longer.',
    },
  },
};
