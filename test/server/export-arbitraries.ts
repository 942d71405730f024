import fc from 'fast-check';
import type { DirectoryFile } from '@vielfalt/feed';
import { DirectoryFile as schema } from '@vielfalt/feed/schemas';
import { countUnwritable } from '../../server/src/export/sheet-layout.js';

/** What of a JSON Schema decides which values it allows. */
interface Schema {
  type?: string;
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  patternProperties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** Texts that spreadsheets, delimiters and encodings take for something else. */
export const NASTY = [
  ...['=1+1', '+49 30 23125 0', '-5', '@name', "'quoted'", "'=1+1", "''", '\tTab', ' blanks '],
  ...['0301', '007', '1e5', '7.34', '2026-01-05', '01.02.2026', 'TRUE', 'yes', 'no', 'null'],
  ...['[]', '{}', 'a, b; c', 'say "hello"', '"', ';', '#REF!', '_x0041_', '<b>&amp;</b>'],
  ...['constructor', 'toString', '__proto__'],
  ...['one\ntwo\n\n- three', 'ends with a line\n', '\n', 'two\r\nlines', 'one\rreturn'],
  ...['Größe „Übung“ – ß', 'دورة اللغة الألمانية', '👩‍👧‍👦 family', 'e\u0301', '\u00a0', '\u200fRTL'],
];

const word = fc.constantFrom('Deutschkurs', 'Nähen', 'Beratung', 'Treff am Abend');
const text = fc.oneof(
  word,
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => countUnwritable(each) === 0),
);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const FORMATS: Record<string, fc.Arbitrary<string>> = {
  date: day.map((moment) => moment.slice(0, 10)),
  'date-time': day,
  uuid: fc.uuid(),
};

const tag = fc.constantFrom('de', 'en', 'ar', 'pt-BR', 'zh-Hant');

/** Any value that a schema allows; members that may be left out often are. */
function anyValue(of: Schema): fc.Arbitrary<unknown> {
  if ('const' in of) return fc.constant(of.const);
  if (of.anyOf) return fc.oneof(...of.anyOf.map(anyValue));
  if (of.patternProperties) {
    const [entry = {}] = Object.values(of.patternProperties);
    return fc.dictionary(tag, anyValue(entry), { maxKeys: 3, noNullPrototype: true });
  }
  if (of.properties) {
    const members = Object.entries(of.properties).map(([name, below]) => [name, anyValue(below)]);
    return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: of.required ?? [],
      noNullPrototype: true,
    });
  }
  if (of.items) {
    const { minItems = 0, maxItems = Math.max(3, minItems) } = of;
    return fc.array(anyValue(of.items), {
      minLength: minItems,
      maxLength: Math.min(maxItems, Math.max(3, minItems)),
    });
  }
  switch (of.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: of.minimum ?? -1e6, max: of.maximum ?? 1e6 });
    case 'number':
      return fc
        .integer({ min: (of.minimum ?? -1e3) * 1e5, max: (of.maximum ?? 1e3) * 1e5 })
        .map((number) => number / 1e5);
    default:
      return anyText(of);
  }
}

function anyText({ pattern, format, maxLength = 300 }: Schema): fc.Arbitrary<string> {
  if (format) return FORMATS[format] ?? fc.constant('');
  if (!pattern) return text.filter(({ length }) => length > 0 && length <= maxLength);
  if (pattern.startsWith('^[A-Za-z]{2,8}')) return tag;
  return fc.stringMatching(new RegExp(pattern)).filter(({ length }) => length <= maxLength);
}

/** A directory file as the schema allows it, whatever it means. */
export const anyDirectoryFile = anyValue(schema) as fc.Arbitrary<DirectoryFile>;
