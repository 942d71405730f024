import type { Offer } from '@vielfalt/feed';
import { fill, money, timetable } from '@vielfalt/feed/wording';
import { countryOf } from '../../country.js';
import { shownFields } from '../../desk/field-values.js';
import { textsFor } from '../../languages/words.js';
import {
  isBelowNothing,
  readCost,
  readDate,
  readEmail,
  readPhone,
  readRegistration,
  readSchedule,
  readWeb,
} from '../../office-text/index.js';
import type { FieldValues } from '../../store/papers.js';
import { lengthOf, typedLine, typedText } from '../../text/typed.js';
import { fingerprintOf, type OwnOffer, type ProviderVisit } from './provider-visit.js';

/** The fields of the form in which a provider says what has changed, in their order. */
export const CHANGE_FIELDS = [
  'again',
  'when',
  'free',
  'cost',
  'registration',
  'until',
  'registration-text',
  'openings',
  'role',
  'phone',
  'email',
  'web',
  'description',
  'note',
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** What stands in each field of the form, as text. */
export type TypedChange = Readonly<Record<ChangeField, string>>;

/** A field that cannot be taken as it is, and why. */
export interface FieldProblem {
  field: ChangeField;
  text: string;
}

/** What somebody wishes, as far as it was understood. */
export interface ReadChange {
  typed: TypedChange;
  /** What the directory says of the fields below. */
  before: FieldValues;
  /** The fields that were touched, with their new values. */
  after: FieldValues;
  note: string;
  /** Some of the times remain text. */
  isTextKept: boolean;
  /** In the order of the fields. */
  problems: FieldProblem[];
}

/** The fields of several lines. */
const OF_LINES: readonly ChangeField[] = ['when', 'registration-text', 'description', 'note'];

/** The most characters of a field, where it is not that of a note. */
const MOST: Partial<Record<ChangeField, number>> = { role: 300, web: 2_000, description: 20_000 };
const MOST_NOTE = 2_000;

/** What the form says before anybody has typed in it: what the provider wishes already. */
export function writtenChange({ offer, wished }: OwnOffer, visited: ProviderVisit): TypedChange {
  const isTakenUp = offer.status === 'paused' && wished.status === 'published';
  return { ...writtenOf(wished, visited), again: isTakenUp ? 'yes' : '' };
}

/** The fields of the form whose values wait for the office. */
export function waitingControls(own: OwnOffer, visited: ProviderVisit): ChangeField[] {
  const written = writtenChange(own, visited);
  const published = writtenOf(own.offer, visited);
  return CHANGE_FIELDS.filter(
    (field) =>
      written[field] !== published[field] || (field === 'when' && own.waiting.includes('schedule')),
  );
}

function writtenOf(offer: Offer, { site, context }: ProviderVisit): TypedChange {
  const { schedule, cost, registration, openings, contact, description } = shownFields(offer);
  const { timeZone } = context.directory;
  const {
    amount = 0,
    currency = 'EUR',
    text = amount > 0 ? money(amount, currency, 'de') : '',
  } = cost ?? {};
  const { needed } = registration ?? {};
  const written = {
    again: '',
    when: schedule ? writtenTimes(schedule, site.date, timeZone) : '',
    free: cost?.free ? 'yes' : '',
    cost: text,
    registration: needed === undefined ? '' : needed ? 'yes' : 'no',
    until: registration?.until ?? '',
    'registration-text': registration?.text ?? '',
    openings: openings?.state ?? '',
    role: contact?.role ?? '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
    web: contact?.web ?? '',
    description: description ?? '',
    note: '',
  };
  // As it comes back where nobody has touched it.
  return Object.fromEntries(
    CHANGE_FIELDS.map((field) => [field, tidy(field, written[field])]),
  ) as TypedChange;
}

/** Times in German as our reader reads them; nothing where it would read them otherwise. */
function writtenTimes(
  schedule: NonNullable<Offer['schedule']>,
  today: string,
  timeZone: string,
): string {
  if (schedule.text && !schedule.times) return schedule.text;
  const lines = (times: typeof schedule) => timetable(times, today, textsFor('de')).join('\n');
  const written = lines(schedule);
  const read = readSchedule(written, { from: today, timeZone });
  const isSame = read.complete && lines(read.schedule) === written && !schedule.text;
  return isSame ? written : '';
}

/** A fingerprint of what the form said when it was shown, to be sent with it. */
export function fingerprintsOf(written: TypedChange): string {
  return CHANGE_FIELDS.map((field) => fingerprintOf(written[field])).join(' ');
}

/**
 * Reads the form. A field that was not touched says what the directory says by now, or what waits for
 * the office, whatever it said when the form was shown.
 */
export function readChange(
  form: URLSearchParams,
  own: OwnOffer,
  visited: ProviderVisit,
): ReadChange {
  const written = writtenChange(own, visited);
  const seen = (form.get('seen') ?? '').split(' ');
  const isSeen = seen.length === CHANGE_FIELDS.length;
  const fingerprints = new Map(
    CHANGE_FIELDS.map((field, at) => [field, isSeen ? seen[at] : undefined]),
  );
  const given = (field: ChangeField) =>
    tidy(field, form.get(field) ?? (isTick(field) ? '' : written[field]));
  const isTouched = (field: ChangeField) =>
    given(field) !== written[field] && fingerprintOf(given(field)) !== fingerprints.get(field);
  const typed = Object.fromEntries(
    CHANGE_FIELDS.map((field) => [field, isTouched(field) ? given(field) : written[field]]),
  ) as TypedChange;
  const isStale = (field: ChangeField) =>
    isSeen && isTouched(field) && fingerprintOf(written[field]) !== fingerprints.get(field);

  const reading = new Reading(typed, isTouched, own, visited);
  const after = reading.values();
  const shown = shownFields(own.offer);
  const before = Object.fromEntries(
    Object.keys(after).map((field) => [field, shown[field as keyof FieldValues]]),
  ) as FieldValues;
  const stale = CHANGE_FIELDS.filter(isStale).map((field) => reading.stale(field, written[field]));
  const problems = [...reading.problems, ...stale].sort(
    (one, other) => CHANGE_FIELDS.indexOf(one.field) - CHANGE_FIELDS.indexOf(other.field),
  );
  return { typed, before, after, note: typed.note, isTextKept: reading.isTextKept, problems };
}

/** A box that is not sent at all where it is not ticked. */
function isTick(field: ChangeField): boolean {
  return field === 'again' || field === 'free';
}

/** A text as its field holds it. */
function tidy(field: ChangeField, text: string): string {
  return OF_LINES.includes(field) ? typedText(text) : typedLine(text);
}

/** One reading of the form, field by field. */
class Reading {
  readonly problems: FieldProblem[] = [];
  isTextKept = false;

  constructor(
    private readonly typed: TypedChange,
    private readonly isTouched: (field: ChangeField) => boolean,
    private readonly own: OwnOffer,
    private readonly visited: ProviderVisit,
  ) {}

  /** The new values of what was touched. */
  values(): FieldValues {
    const { typed } = this;
    this.#checkLengths();
    return {
      ...(this.#any('again') && { status: this.#status() }),
      ...(this.#any('when') && { schedule: this.#schedule() }),
      ...(this.#any('free', 'cost') && { cost: this.#cost() }),
      ...(this.#any('registration', 'until', 'registration-text') && {
        registration: this.#registration(),
      }),
      ...(this.#any('openings') && { openings: this.#openings() }),
      ...(this.#any('role', 'phone', 'email', 'web') && { contact: this.#contact() }),
      ...(this.#any('description') && { description: typed.description || null }),
    };
  }

  /** The problem of a field that says something else by now. */
  stale(field: ChangeField, value: string): FieldProblem {
    const { words, context } = this.visited;
    const { change, problems } = words;
    const named: Partial<Record<string, string>> = {
      ...{ '': change.unsaid, yes: change.yes, no: change.no },
      free: context.texts.card.badges['openings-free'],
      full: context.texts.card.badges['openings-full'],
      'waiting-list': context.texts.card.badges['openings-waiting-list'],
    };
    return { field, text: fill(problems.stale, { value: `„${named[value] ?? value}“.` }) };
  }

  #any(...fields: ChangeField[]): boolean {
    return fields.some(this.isTouched);
  }

  #checkLengths(): void {
    const { words, context } = this.visited;
    for (const field of CHANGE_FIELDS) {
      const most = MOST[field] ?? MOST_NOTE;
      const count = lengthOf(this.typed[field]);
      if (!this.isTouched(field) || count <= most) continue;
      const text = fill(words.problems.long, {
        count: count.toLocaleString(context.texts.tag),
        most: most.toLocaleString(context.texts.tag),
      });
      this.problems.push({ field, text });
    }
  }

  #status(): FieldValues['status'] {
    return this.typed.again ? 'published' : shownFields(this.own.offer).status;
  }

  #schedule(): FieldValues['schedule'] {
    const { site, context } = this.visited;
    const { timeZone } = context.directory;
    const read = readSchedule(this.typed.when, { from: site.date, timeZone });
    this.isTextKept = !read.complete;
    return Object.keys(read.schedule).length > 0 ? read.schedule : null;
  }

  #cost(): FieldValues['cost'] {
    const { free, cost } = this.typed;
    if (free) return { free: true, ...(cost && { text: cost }) };
    if (isBelowNothing(cost)) this.#refuse('cost');
    return cost ? readCost(cost) : null;
  }

  #registration(): FieldValues['registration'] {
    const { typed } = this;
    const { text, web } = this.own.wished.registration ?? {};
    const isText = this.isTouched('registration-text');
    const read = isText ? readRegistration(typed['registration-text']) : { text };
    const said = typed.registration === '' ? undefined : typed.registration === 'yes';
    const needed = this.isTouched('registration') ? said : (read.needed ?? said);
    const until = needed === false ? undefined : (this.#until() ?? read.until);
    const way = read.web ?? web;
    const value = {
      ...(needed !== undefined && { needed }),
      ...(read.text && { text: read.text }),
      ...(until && { until }),
      ...(way && { web: way }),
    };
    return Object.keys(value).length > 0 ? value : null;
  }

  #until(): string | undefined {
    const { until } = this.typed;
    const day = readDate(until);
    if (until && day === undefined) this.#refuse('until', 'date');
    return day;
  }

  #openings(): FieldValues['openings'] {
    const state = (['free', 'waiting-list', 'full'] as const).find(
      (each) => each === this.typed.openings,
    );
    const { openings: published } = shownFields(this.own.offer);
    if (state && published?.state === state) return published;
    return state ? { state, on: this.visited.site.date } : null;
  }

  #contact(): FieldValues['contact'] {
    const { typed, isTouched } = this;
    const { contact: shown } = shownFields(this.own.wished);
    const country = countryOf(this.visited.context.directory.timeZone);
    const readers = {
      role: (text: string) => text,
      phone: (text: string) => readPhone(text, country),
      email: readEmail,
      web: readWeb,
    };
    const read = Object.entries(readers).map(([name, reader]) => {
      const field = name as keyof typeof readers;
      if (!isTouched(field)) return [field, shown?.[field]];
      const value = typed[field] ? reader(typed[field]) : undefined;
      if (typed[field] && value === undefined) this.#refuse(field);
      return [field, value];
    });
    const all = { ...shown, ...Object.fromEntries(read) } as Record<string, unknown>;
    const said = Object.entries(all).filter(([, value]) => value !== undefined);
    return said.length > 0 ? Object.fromEntries(said) : null;
  }

  /** Notes that a field cannot be taken as it is. */
  #refuse(
    field: ChangeField,
    problem = field as 'cost' | 'phone' | 'email' | 'web' | 'date',
  ): void {
    const { problems } = this.visited.words;
    this.problems.push({ field, text: fill(problems[problem], { value: this.typed[field] }) });
  }
}
