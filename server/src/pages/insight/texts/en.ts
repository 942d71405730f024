import type { InsightTexts } from './insight-texts.js';

export const en: InsightTexts = {
  counted: { one: '{count} offer counted', other: '{count} offers counted' },
  choose: 'Tables',
  views: {
    topics: 'Topics by town',
    audiences: 'Audiences by town',
    languages: 'Languages by town',
    times: 'Days and times by town',
    'topics-by-audience': 'Topics by audience',
    gaps: 'What is missing',
    checks: 'How old the information is',
  },
  when: 'Day and time of day',
  all: 'in all',
  everyone: 'for everyone',
  filter: 'Count only some offers',
  apply: 'Count',
  only: 'Counted are only: {filters}',
  clear: 'Count all again',
  csv: 'Table as CSV',
  legend: 'This many offers:',
  missed: 'though at least {most} of the other towns have it',
  how: 'How this is counted',
  rules: {
    place:
      'An offer counts in every town where it happens or whose people it serves; what is there for the whole area counts in every town.',
    audience:
      'An offer without an audience is for everyone. Here it stands under “for everyone” and counts for no audience; the list behind a number shows it as well.',
    filtered:
      'A number after “+” is of offers that name no audience and so are for everyone; the list behind it shows both.',
    unknown: 'An offer that says nothing about language or time counts nowhere there.',
    several:
      'What happens in several towns or has several topics counts several times, but only once “in all”; a topic counts whatever stands below it.',
    ended: 'Offers that have ended do not count; paused ones do.',
  },
  gaps: {
    about:
      'Here is what at least {most} of the other towns have, and what one would expect at least once by the number of offers in the town, though no offer there names it. What most other towns have comes first.',
    nothing: 'By this rule nothing is missing at the moment.',
    others: 'in {count} of {all} other towns',
    everyone: { one: '{count} offer for everyone', other: '{count} offers for everyone' },
    more: { one: 'and {count} more gap', other: 'and {count} more gaps' },
    missing: 'Missing',
    having: 'other towns that have it',
    share: 'to be expected',
  },
  ages: {
    'half-year': 'up to 6 months',
    year: '6 to 12 months',
    'two-years': '1 to 2 years',
    older: 'more than 2 years',
    never: 'never checked',
  },
  checksRule: 'What counts is the day on which an offer was last checked.',
  oldest: 'See the offers by the day of their check',
  source: 'Source',
  address: 'Address',
};
