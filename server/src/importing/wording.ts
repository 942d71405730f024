import * as schemas from '@vielfalt/feed/schemas';

/** What a value of some shape is, in words, and one to learn from. */
interface Wording {
  what: string;
  example: string;
}

/** A schema's own words for its shape are a regular expression; these are for people. */
const PATTERNS = new Map<string, Wording>(
  (
    [
      [schemas.Id, 'an id of small letters, digits and single hyphens', 'witten-mitte'],
      [schemas.LanguageTag, 'a language tag', 'de'],
      [
        schemas.LocalDateOrTime,
        'a date, or a date and time without zone',
        '2026-09-07 or 2026-09-07T09:00',
      ],
      [schemas.WebAddress, 'a web address', 'https://www.example.org/'],
      [schemas.Email, 'an e-mail address', 'info@example.org'],
      [schemas.Phone, 'a telephone number', '030 23125 123'],
      [schemas.Location.properties.postalCode, 'a postal code', '58452'],
      [schemas.Provider.properties.logo, 'a path below the feed’s address', '/logos/verein.svg'],
      [schemas.DirectoryRecord.properties.mapLink, 'an https address', 'https://www.example.org/'],
      [schemas.Offer.properties.cost.properties.currency, 'a currency of three letters', 'EUR'],
      [
        schemas.Recurrence.properties.byday.items,
        'a weekday, for monthly times with a number before it',
        'MO, 1TU or -1FR',
      ],
    ] as const
  ).map(([schema, what, example]) => [
    'pattern' in schema ? String(schema.pattern) : '',
    { what, example },
  ]),
);

const FORMATS = new Map<string, Wording>([
  ['date', { what: 'a date', example: '2026-09-07' }],
  ['date-time', { what: 'a moment with its zone', example: '2026-09-07T09:00:00Z' }],
  ['uuid', { what: 'a UUID', example: '0b1f3c52-8f0e-5b43-9c41-5d2f1f0f8a11' }],
]);

const TYPES = new Map<string, string>([
  ['string', 'text in quotes'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list in square brackets'],
  ['object', 'fields in braces'],
]);

export function wordingOfPattern(pattern: string): Wording | undefined {
  return PATTERNS.get(pattern);
}

export function wordingOfFormat(format: string): Wording | undefined {
  return FORMATS.get(format);
}

export function wordingOfType(type: string): string {
  return TYPES.get(type) ?? type;
}
