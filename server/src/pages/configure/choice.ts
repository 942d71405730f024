import {
  LOCKS,
  WITHIN,
  isFlag,
  isList,
  meantLock,
  parseRequest,
  printQuery,
  type Lock,
  type LockName,
  type QueryProblem,
} from '@vielfalt/feed';
import { unknownValues } from '../../answers/reference.js';
import type { PageContext } from '../context.js';
import { LOOK_NAMES, readLook } from '../frames/look.js';
import { readTypedLook } from './typed-look.js';
import { SYSTEMS, WAYS, type HostSystem, type WayIn } from './ways.js';

/** The page's path, below the service's root. */
export const CONFIGURE_PATH = '/configure';

/** What can be shown: the whole directory, its list alone, or one record. */
export const SHOWN = ['directory', 'list', 'provider', 'network', 'offer'] as const;
export type Shown = (typeof SHOWN)[number];

/** Choices that are on or not there. */
export const SWITCHES = [
  'for-professionals',
  'map',
  'no-languages',
  'no-shortlist',
  'no-topics',
  'sync-url',
  'strict',
  'dark',
] as const;
export type EmbedSwitch = (typeof SWITCHES)[number];

/** Choices with a value of their own. */
const TEXTS = ['network', 'offer', 'language', 'heading-level', 'limit', 'id'] as const;
type EmbedText = (typeof TEXTS)[number];

/** Switches that only a whole directory has. */
export const FOR_DIRECTORIES = ['for-professionals', 'map', 'no-languages', 'no-topics'] as const;

/** Options that only a list of offers has, be it that of a directory. */
const FOR_LISTS = ['limit', 'no-shortlist', 'sync-url'] as const;

/** All that an editor chooses on `/configure`; it stands in the page's address. */
export interface EmbedChoice {
  shown: Shown;
  /** That of a list, which is kept where a record is shown; a provider's card is that of its first. */
  lock: Lock;
  options: Readonly<Partial<Record<EmbedText | EmbedSwitch, string>>>;
  /** Custom properties without `--vielfalt-`, the ground and the face, as CSS writes them. */
  look: Readonly<Record<string, string>>;
  system: HostSystem;
  /** Absent: what works best there. */
  way?: WayIn | undefined;
  /** What cannot be read of a lock that does not hold for what is shown: it is kept as it is. */
  idle?: readonly (readonly [name: string, value: string])[];
}

export const NOTHING_CHOSEN: EmbedChoice = {
  shown: 'directory',
  lock: {},
  options: {},
  look: {},
  system: 'html',
};

/** Tells whether a map is to stand above the search. */
export function hasMap({ shown, options }: EmbedChoice): boolean {
  return shown === 'directory' && options.map !== undefined;
}

/**
 * Tells whether a choice has no meaning for what is shown. It is kept, for who shows something else
 * again must not find a lock gone.
 */
export function isIdle(name: string, { shown }: Pick<EmbedChoice, 'shown'>): boolean {
  const among = (names: readonly string[]) => names.includes(name);
  if (name === shown) return false;
  return (
    name === 'network' ||
    name === 'offer' ||
    (shown !== 'directory' && among(FOR_DIRECTORIES)) ||
    (isRecord({ shown }) && (among(FOR_LISTS) || among(LOCKS)))
  );
}

/** The lock that holds for what is shown. */
export function heldLock({ shown, lock }: Pick<EmbedChoice, 'shown' | 'lock'>): Lock {
  if (!isRecord({ shown })) return lock;
  return shown === 'provider' && lock.provider ? { provider: lock.provider.slice(0, 1) } : {};
}

/** A choice as it was understood. */
export interface ReadChoice {
  choice: EmbedChoice;
  /** What was left out, since it cannot be read. */
  ignored: QueryProblem[];
  /** What cannot be read either, and without which the lines would show more than was meant. */
  unread: QueryProblem[];
  /** What the directory does not know; it stays, and our elements will say so. */
  unknown: QueryProblem[];
}

const OWN: readonly string[] = [
  'show',
  'system',
  'way',
  'lang',
  ...LOCKS,
  ...TEXTS,
  ...SWITCHES,
  ...LOOK_NAMES,
];

/** Whether a parameter means something, or is so near to a lock that it has to be spoken of. */
export function isChoiceParameter(name: string): boolean {
  return OWN.includes(name) || meantLock(name) !== undefined;
}

const oneOf =
  <Name extends string>(names: readonly Name[]) =>
  (text: string): Name | undefined =>
    names.find((name) => name === text);

const matching = (pattern: RegExp) => (text: string) => pattern.exec(text)?.[0];

/** The end of a record's address, of which the whole may be written. */
function slugOf(text: string): string | undefined {
  const [path = ''] = text.split(/[?#]/);
  return /(?:^|\/)([a-z0-9]+(?:-[a-z0-9]+)*)\/?[.,;)>]*$/.exec(path)?.[1];
}

function readersOf({ languages }: PageContext) {
  return {
    network: slugOf,
    offer: slugOf,
    language: oneOf(languages),
    'heading-level': matching(/^[1-6]$/),
    limit: matching(/^([1-9]\d?|100)$/),
    id: matching(/^[a-z][\w-]{0,39}$/i),
  } satisfies Record<EmbedText, (text: string) => string | undefined>;
}

/** Reads the address of `/configure`. Nothing is thrown; what is empty is not chosen. */
export function readChoice(parameters: URLSearchParams, context: PageContext): ReadChoice {
  const ignored: QueryProblem[] = [];
  const unread: QueryProblem[] = [];
  const read = <Value>(name: string, reader: (text: string) => Value | undefined) => {
    const text = parameters.getAll(name).at(-1)?.trim();
    if (!text) return undefined;
    const value = reader(text);
    if (value === undefined) {
      const problems = name === 'show' ? unread : ignored;
      problems.push({ parameter: name, value: text, detail: `"${name}" cannot be "${text}"` });
    }
    return value;
  };
  const shown = read('show', oneOf(SHOWN)) ?? 'directory';
  const system = read('system', oneOf(SYSTEMS)) ?? 'html';
  const way = read('way', oneOf(WAYS));
  const texts = Object.entries(readersOf(context)).map(([name, reader]) => [
    name,
    read(name, reader),
  ]);
  const switches = SWITCHES.map((name) => [name, read(name, oneOf(['yes']))]);
  const options = Object.fromEntries(
    [...texts, ...switches].filter(([, value]) => value !== undefined),
  ) as EmbedChoice['options'];
  const look = readLook(readTypedLook(parameters));
  const { lock, problems } = readLock(parameters);
  const foreign = [...new Set(parameters.keys())]
    .filter((name) => !OWN.includes(name))
    .map(foreignProblem);
  const isMeant = ({ nearest }: QueryProblem) => nearest !== undefined;
  const ofLocks = [...problems, ...foreign.filter(isMeant)];
  const isHeld = ({ parameter, nearest }: QueryProblem) => !isIdle(nearest ?? parameter, { shown });
  const idle = ofLocks
    .filter((each) => !isHeld(each))
    .map(({ parameter, value }) => [parameter, value] as const);
  return {
    choice: { shown, system, way, options, lock, look: look.values, idle },
    ignored: [...ignored, ...look.problems, ...foreign.filter((each) => !isMeant(each))],
    unread: [...unread, ...ofLocks.filter(isHeld)],
    unknown: unknownIn(heldLock({ shown, lock }), context),
  };

  function foreignProblem(parameter: string): QueryProblem {
    const [value = ''] = parameters.getAll(parameter);
    const nearest = meantLock(parameter);
    return {
      parameter,
      value,
      detail: `there is no parameter "${parameter}"`,
      ...(nearest && { nearest }),
    };
  }
}

/** Repeated values add up, as a form sends them, and each stands for itself. */
function readLock(parameters: URLSearchParams) {
  const single: QueryProblem[] = [];
  const canBeRead = (name: LockName) => (value: string) => {
    const { problems } = parseRequest(new URLSearchParams([[name, value]]));
    single.push(...problems);
    return problems.length === 0;
  };
  const written = LOCKS.flatMap((name): [string, string][] => {
    const values = parameters.getAll(name).filter((value) => value.trim());
    const isOn = isFlag(name) && parameters.has(name) && values.length === 0;
    const entries = values.flatMap((value) => value.split(','));
    const sound = isList(name) ? entries.filter(canBeRead(name)) : values;
    const text = isOn ? 'yes' : sound.join(',');
    return text ? [[name, text]] : [];
  });
  const { request, problems } = parseRequest(new URLSearchParams(written));
  return { lock: request.query, problems: [...single, ...problems] };
}

function unknownIn(lock: Lock, { site, view }: PageContext): QueryProblem[] {
  const found = unknownValues({ query: {}, lock }, view.terms, site.reference);
  return found.map((each) => ({ ...each, parameter: each.parameter.replace(WITHIN, '') }));
}

/** Writes a choice as the query of `/configure`, without `?`: equal ones equally. */
export function printChoice(choice: EmbedChoice): string {
  const { shown, lock, options, look, system, way, idle = [] } = choice;
  const named = (name: string, value: string | undefined): [string, string][] =>
    value === undefined ? [] : [[name, value]];
  const entries = [
    ...named('show', shown === 'directory' ? undefined : shown),
    ...new URLSearchParams(printQuery(lock)),
    ...[...TEXTS, ...SWITCHES].flatMap((name) => named(name, options[name])),
    ...lookParameters(look),
    ...named('system', system === 'html' ? undefined : system),
    ...named('way', way),
    ...idle.map(([name, value]): [string, string] => [name, value]),
  ];
  return readable(new URLSearchParams(entries));
}

/** The same with what could not be read: it must not get lost on the way to another language. */
export function printRead({ choice, unread }: ReadChoice): string {
  const kept = unread.map(({ parameter, value }): [string, string] => [parameter, value]);
  return [printChoice(choice), readable(new URLSearchParams(kept))].filter(Boolean).join('&');
}

/** Parameters as a query that people can read. */
export function readable(parameters: URLSearchParams): string {
  return parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** A look as an address writes it: colours without `#`. */
export function lookParameters(look: EmbedChoice['look']): [name: string, value: string][] {
  return Object.entries(look).map(([name, value]) => [name, value.replace(/^#/, '')]);
}

/** The slug of the record that is shown; undefined where a list is, or none is chosen yet. */
export function recordOf({ shown, lock, options }: EmbedChoice): string | undefined {
  if (shown === 'provider') return lock.provider?.[0];
  return shown === 'network' || shown === 'offer' ? options[shown] : undefined;
}

/** Whether one record is shown, and no list. */
export function isRecord({ shown }: Pick<EmbedChoice, 'shown'>): boolean {
  return shown !== 'directory' && shown !== 'list';
}
