import { DirectoryRecord, Source } from '@vielfalt/feed/schemas';
import type { DirectoryRecord as Directory, Source as SourceRecord } from '@vielfalt/feed';
import Type from 'typebox';
import type { BookOptions } from '../table/table.js';
import type { Field } from './field.js';

const Name = Type.String({ minLength: 1 });
const Names = Type.Array(Name, { minItems: 1 });
const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const Fixed = Type.Union([Scalar, Type.Array(Type.String(), { minItems: 1 })]);
const Meanings = Type.Record(Type.String(), Fixed);

/** The origin of a field, written out; a column's name alone is short for `column`. */
export const FieldOptions = Type.Object(
  {
    column: Type.Optional(Name),
    /** Or several columns, in this order. */
    columns: Type.Optional(Names),
    /** The text between them; default: a line break, in one-line fields a space. */
    join: Type.Optional(Type.String()),
    /** Tells whether each cell comes after its column's name: "Montag: 9–12 Uhr". */
    names: Type.Optional(Type.Boolean()),
    /** Or columns that are ticked where a value applies: `{ Frauen: women }`. */
    ticked: Type.Optional(Meanings),
    /** Or the same value for every row. */
    value: Type.Optional(Fixed),
    /** The value where the cell is empty. */
    default: Type.Optional(Fixed),
    /** The separator of a list in a cell; default: detected cell by cell. */
    split: Type.Optional(Type.Union([Name, Names])),
    /** Terms of the vocabulary that words of the table mean; `ignore`: nothing. */
    terms: Type.Optional(Meanings),
    /** The same for fields that take no terms: `{ x: women }`. */
    words: Type.Optional(Meanings),
  },
  { additionalProperties: false },
);
export type FieldOptions = Type.Static<typeof FieldOptions>;

/** The content of a mapping's file. */
export const MappingFile = Type.Object(
  {
    'vielfalt-mapping': Type.Literal(1),
    source: Type.Optional(Type.Partial(Source)),
    directory: Type.Optional(DirectoryRecord),
    file: Type.Optional(
      Type.Object(
        {
          encoding: Type.Optional(Name),
          delimiter: Type.Optional(Name),
          sheet: Type.Optional(Name),
          header: Type.Optional(
            Type.Union([Type.Integer({ minimum: 1 }), Type.Array(Type.Integer({ minimum: 1 }))]),
          ),
          list: Type.Optional(Name),
          /** The column that is empty, or the same, in rows that continue the one above. */
          continued: Type.Optional(Name),
        },
        { additionalProperties: false },
      ),
    ),
    /** The office's own words, each a CSV beside the mapping, in place of the directory's. */
    vocabulary: Type.Optional(
      Type.Object(
        {
          /** The area that all the towns lie in: "Landkreis Beispiel". */
          area: Type.Optional(Name),
          places: Type.Optional(Name),
          topics: Type.Optional(Name),
        },
        { additionalProperties: false },
      ),
    ),
    /** The meanings of the office's own words, a CSV or XLSX beside the mapping. */
    lexicon: Type.Optional(Name),
    /** The language that the table is written in. */
    language: Type.Optional(DirectoryRecord.properties.language),
    /** The day on which weekly times without a date begin; stays the same from month to month. */
    'times-from': Type.Optional(Type.String({ format: 'date' })),
    /** Tells whether rows, columns and sheets that are not for the public are taken as well. */
    hidden: Type.Optional(Type.Union([Type.Literal('leave-out'), Type.Literal('take')])),
    fields: Type.Record(Type.String(), Type.Union([Name, FieldOptions])),
    /** Columns that go to the end of the description, each with its name. */
    keep: Type.Optional(Type.Array(Name)),
    /** Columns that are left out on purpose. */
    ignore: Type.Optional(Type.Array(Name)),
  },
  { additionalProperties: false },
);
export type MappingFile = Type.Static<typeof MappingFile>;

/** A place in the mapping's file, from 1. */
export interface MappingPosition {
  line: number;
  column: number;
}

/** A field, and what it is filled from. */
export interface Filling {
  readonly field: Field;
  readonly options: FieldOptions;
}

/** The rules by which a table becomes offers. */
export interface Mapping {
  /** The file's name, for messages. */
  readonly name: string;
  readonly source?: Partial<SourceRecord>;
  readonly directory?: Directory;
  /** Files with the office's own words. */
  readonly vocabulary?: NonNullable<MappingFile['vocabulary']>;
  /** The file with the meanings of its words. */
  readonly lexicon?: string;
  readonly book: BookOptions;
  readonly sheet?: string;
  /** The column that is empty, or the same, in rows that continue the one above. */
  readonly continued?: string;
  readonly language?: string;
  /** A local date: the day on which weekly times without a date begin. */
  readonly timesFrom: string;
  /** Tells whether entries marked as not for the public are taken as well. */
  readonly takesHidden: boolean;
  /** In the order of the file. */
  readonly fillings: readonly Filling[];
  readonly keep: readonly string[];
  readonly ignore: readonly string[];
  /** Finds a place in the file by the keys that lead to it; for messages. */
  place(...keys: (string | number)[]): MappingPosition;
}

/** The kind of record that each row of a table is. */
export type RowKind = 'offer' | 'network';

export function rowKind({ fillings }: Pick<Mapping, 'fillings'>): RowKind {
  return fillings.some(({ field }) => field.name === 'network.name') ? 'network' : 'offer';
}

/** Lists all columns that a filling reads. */
export function columnsOf({ column, columns = [], ticked = {} }: FieldOptions): string[] {
  return [...(column === undefined ? [] : [column]), ...columns, ...Object.keys(ticked)];
}
