import type { DetailWords } from '../../words.js';

export const details: DetailWords = {
  facts: {
    eligibility: 'Conditions',
    level: 'Level',
    registration: 'Registration',
    places: 'Places',
    extras: 'Good to know',
    bring: 'Bring along',
    contact: 'Contact',
    links: 'More about it',
  },
  time: {
    from: 'from {date}',
    nextDay: '{from} to {to} the next day',
    others: 'and others',
    weeks: {
      other: 'every {count} weeks',
    },
    months: {
      other: 'every {count} months',
    },
    nth: ['1st {day}', '2nd {day}', '3rd {day}', '4th {day}', '5th {day}', 'last {day}'],
    monthly: 'every {days} of the month',
    monthDay: 'every month on day {day}',
    more: {
      one: 'and {count} more date',
      other: 'and {count} more dates',
    },
    cancelled: 'cancelled: {date}',
    'public-holidays': 'not on public holidays',
    'school-holidays': 'not in the school holidays',
    anyTime: 'you can join at any time',
  },
  where: {
    onRequest: 'Address on request',
    serves: 'For people from: {places}',
    map: 'Show on the map',
    stepFree: {
      yes: 'Step-free access',
      partly: 'Partly step-free access',
      no: 'No step-free access',
      unknown: 'It is not known whether there is step-free access',
    },
  },
  marks: {
    'residence-status': 'Depends on your residence status',
    'entitlement-certificate': 'With a certificate of entitlement',
    'job-centre': 'By assignment from the job centre or employment agency',
    'registered-address': 'With a registered address in the area',
  },
  language: {
    taught: 'Taught: {language}',
    needed: 'from {level}',
    reached: 'goal {level}',
    interpretation: 'Interpreting possible',
  },
  unknown: 'Not known – please ask',
  registration: {
    needed: 'Please register',
    notNeeded: 'No registration',
    web: 'Register here',
  },
  placesOn: 'As of {date}',
  web: 'Website',
  source: 'Source: {name}',
  report: {
    link: 'Report a mistake',
    offer: {
      subject: 'Mistake in an offer',
      body: 'Hello, something is wrong with this offer:',
    },
    provider: {
      subject: 'Mistake about a provider',
      body: 'Hello, something is wrong with this provider:',
    },
  },
  networks: 'Networks',
};
