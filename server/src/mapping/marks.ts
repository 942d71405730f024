import { fold, words } from '@vielfalt/feed';
import { readDate, readYesNo } from '../office-text/index.js';
import { sheetError } from '../table/sheet-error.js';
import type { TableRow } from '../table/table.js';
import { HIDDEN } from './field.js';
import type { Filling } from './mapping.js';
import { saysNothing, textOf } from './plain-text.js';
import { ENDED_WORDS, HIDING_WORDS, STATUS_WORDS } from './status-words.js';

/** The sign that a row is not for the public. */
export interface Mark {
  /** The column that says so; absent: the row is hidden in the workbook. */
  column?: string;
  value?: string;
}

interface MarkColumn {
  name: string;
  index: number;
  kind: Kind;
  /** For the field `status`: the meanings that the mapping gives its words; folded. */
  meanings?: ReadonlyMap<string, unknown>;
  /** For the field `status`: whether an empty cell is a mark. */
  isEmptyHidden?: boolean;
}

/**
 * The ways of marking. `shown`: a no hides; `approved`: so does an approval still to come;
 * `hidden`: a yes hides; `since`: a day does; `state`: a word hides.
 */
type Kind = 'shown' | 'approved' | 'hidden' | 'since' | 'state';

const set = (text: string) => new Set(text.split(',').map(plain));

/** Names of such columns in tables of offices and in exports of WordPress, TYPO3, HSDS and Google. */
const HEADINGS: Readonly<Record<Exclude<Kind, 'since'>, ReadonlySet<string>>> = {
  shown: set(`
    sichtbar, sichtbarkeit, visible, visibility, öffentlich, oeffentlich, public, published, publish,
    veröffentlicht, veröffentlichen, veröffentlichung, publiziert, publizieren, aktiv, active,
    enabled, online, online gestellt, anzeige, anzeigen, angezeigt, show, displayed, live,
    öffentlich sichtbar, zur veröffentlichung`),
  approved: set(`
    freigegeben, freigabe, freigabestatus, freigeschaltet, freischaltung, genehmigt, genehmigung,
    approved, approval, approval status`),
  hidden: set(`
    hidden, versteckt, verborgen, ausgeblendet, unsichtbar, deleted, gelöscht, disabled, deaktiviert,
    gesperrt, archived, archiviert, draft, entwurf, intern, internal, privat, private,
    nicht öffentlich, nicht veröffentlichen, nicht veröffentlicht, nicht anzeigen, nicht sichtbar,
    nicht aktiv, inactive, inaktiv, closed, geschlossen, defunct, trashed, not public, non public,
    unpublished, confidential, vertraulich, permanently closed, dauerhaft geschlossen, removed`),
  state: set(`
    status, state, zustand, post status, publication status, workflow state, review status,
    moderation status, business status, service status,
    veröffentlichungsstatus, bearbeitungsstatus, angebotsstatus, event status,
    offer status`),
};

const HIDING = set(HIDING_WORDS);
const ENDED = set(ENDED_WORDS);
/** Columns that say when a row was hidden: "deleted_at", "archiviert am"; empty where it is not. */
const SINCE =
  /^(?:date )?(deleted|archived|hidden|trashed|removed|unpublished|disabled|deactivated|geloscht|archiviert|gesperrt|deaktiviert)(?: (?:at|on|date|am|datum|seit))$/;
/** A date that is not a day: databases that know no empty date write zeros. */
const NO_DAY = /^0000|^0+\D/;
/** PostgreSQL writes booleans as letters, other programs as switches. */
const SWITCHES = new Map([
  ['t', true],
  ['f', false],
  ['an', true],
  ['aus', false],
  ['on', true],
  ['off', false],
]);
/** Words for an approval that nobody has given yet. */
const TO_COME = set(`
  offen, noch offen, open, fehlt, fehlt noch, steht aus, steht noch aus, angefragt, beantragt,
  requested, submitted, eingereicht, wartet, waiting`);
/** A beginning that makes it a no: "Nein, Rückfrage", "noch nicht", "nicht erteilt". */
const DENIAL = /^(?:nein|no|(?:noch )?nicht|not(?: yet)?)\b/;
/** Texts that mean something else as a whole, like "vorübergehend geschlossen". */
const KNOWN = new Set(Object.keys(STATUS_WORDS).map(plain));
/** "Closed" may also refer to a holiday or a group; and "nicht gesperrt" means open. */
const HIDING_BESIDE = new RegExp(
  `(?<!\\b(?:nicht|nicht mehr|not|no longer) )\\b(?:${[...HIDING]
    .filter((word) => !/^(?:geschlossen|closed|archive?)$/.test(word))
    .join('|')})\\b`,
);

const NOT_HIDDEN = new RegExp(`^(?:nicht|not) (?:${[...HIDING].join('|')})\\b`);

/** Words around such a name that change nothing: "ist aktiv", "Im Internet anzeigen". */
const AROUND =
  /^(?:ist|is|wird|darf|soll)(?= )|\b(?:ja nein|yes no|(?:im|auf|in)(?: der| dem| den)? (?:web|website|webseite|internet|portal|homepage|seite|netz|karte)|angebot|eintrag|datensatz)\b/g;

function plain(text: string): string {
  return words(text).join(' ');
}

/** Says how a column marks rows as public or not, by its name; nothing where it does not. */
export function markKind(name: string): Kind | undefined {
  // In JSON the last part is the value's own name: "properties.visible".
  const own = name.split(/ – |\.(?=\w)/).at(-1) ?? name;
  const heading = plain(own.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/_/g, ' '));
  const bare = heading.replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
  if (SINCE.test(heading)) return 'since';
  const kinds = ['shown', 'approved', 'hidden', 'state'] as const;
  return kinds.find((kind) => HEADINGS[kind].has(heading) || HEADINGS[kind].has(bare));
}

/**
 * Recognises rows that the table's keepers have marked as not for the public: by the column of the
 * field `status`, and by columns that no other field uses and whose names say so.
 */
export class Marks {
  readonly #columns: readonly MarkColumn[];

  constructor(
    columns: readonly string[],
    fillings: readonly Filling[],
    find: (name: string) => number | undefined,
    columnsOf: (filling: Filling) => readonly string[],
  ) {
    const taken = new Map(
      fillings.flatMap((filling) =>
        columnsOf(filling).map((name) => [find(name), filling] as const),
      ),
    );
    this.#columns = columns.flatMap((name, index): MarkColumn[] => {
      const filling = taken.get(index);
      const kind = markKind(name);
      if (!filling) return kind ? [{ name, index, kind }] : [];
      if (filling.field.name !== 'status') return [];
      const { words: own = {}, default: otherwise, ticked } = filling.options;
      if (ticked) return ticked[name] === HIDDEN ? [{ name, index, kind: 'hidden' }] : [];
      return [
        {
          name,
          index,
          kind: kind ?? 'state',
          meanings: new Map(
            Object.entries(own).map(([word, meaning]) => [fold(word.trim()), meaning]),
          ),
          isEmptyHidden: otherwise === HIDDEN,
        },
      ];
    });
  }

  of({ cells, isHidden }: TableRow): Mark | undefined {
    if (isHidden) return {};
    for (const column of this.#columns) {
      const value = textOf(cells[column.index] ?? '');
      if (hides(column, value)) return { column: column.name, value };
    }
    return undefined;
  }
}

function hides({ kind, meanings, isEmptyHidden = false }: MarkColumn, value: string): boolean {
  if (!value || (kind === 'state' && saysNothing(value))) return isEmptyHidden;
  const meaning = meanings?.get(fold(value)) ?? meanings?.get('*');
  if (meaning !== undefined) return meaning === HIDDEN;
  const yes = readYesNo(value) ?? SWITCHES.get(fold(value));
  if (kind === 'hidden') return yes === true;
  if (kind === 'since') return yes ?? (readDate(value) !== undefined && !NO_DAY.test(value));
  const said = plain(value);
  if (kind !== 'state' && DENIAL.test(said) && !NOT_HIDDEN.test(said)) return true;
  if (kind === 'approved' && TO_COME.has(said)) return true;
  // Where no field uses the column, nothing else would say that the offer is over.
  if (kind === 'state' && !meanings && ENDED.has(said)) return true;
  // A cell that cannot be read never makes a row public.
  return yes === false || sheetError(value) !== undefined || isHiding(value);
}

/** Tells whether a text hides its row, also among other words: "nur intern", "Entwurf (Kim)". */
function isHiding(value: string): boolean {
  const said = plain(value);
  return HIDING.has(said) || (!KNOWN.has(said) && HIDING_BESIDE.test(said));
}
