import {
  NAMES,
  WITHIN,
  addressNames,
  embedded,
  meantLock,
  nearest,
  parseQuery,
  parseRequest,
  type Lock,
  type QueryProblem,
  type Request,
} from '@vielfalt/feed';
import type { PageContext } from '../context.js';
import { readPageRequest, type PageRequest } from '../page-request.js';
import { LOOK_NAMES, readLook, type Look } from './look.js';

/** Switches of elements that an address may have. */
const SWITCHES = ['no-languages', 'no-shortlist', 'no-topics', 'for-professionals'];
/** What an address may have besides locks: attributes of elements, the list alone, a map. */
const OPTIONS: readonly string[] = ['start', 'heading-level', 'list', 'map', ...SWITCHES];

/** What the directory can be asked for, and neither a lock nor a visitor's choice can hold. */
const UNHELD = 'changed';

/** What an address below `/embed` asks for. */
export interface FrameRequest {
  /** The same as the directory's own page reads it, with all that is not understood. */
  requested: PageRequest;
  /** The lock, and what visitors begin with. */
  embedded: Request;
  /** The offers alone are asked for, without search and filters. */
  isList: boolean;
  /** Further attributes of the element. */
  options: Record<string, string | true | undefined>;
  /** Tells whether a map stands above the search. */
  hasMap: boolean;
  look: Look;
}

/**
 * Reads the address of a frame. An editor has written it, and a mistake must not widen what is
 * shown: each further parameter is a problem, and so is a lock where none can hold. A part of the
 * look that cannot be read is left out.
 * @param subject what the frame is about, which no parameter may say again; absent: a record, which
 *   nothing else is asked of
 */
export function readFrameRequest(
  parameters: URLSearchParams,
  context: PageContext,
  subject?: Lock,
): FrameRequest {
  const requested = readPageRequest(parameters, context);
  const { lock, start, display } = embedded(parameters);
  const locked = lock.map(([name, value]): [string, string] => [WITHIN + name, value]);
  const { request } = parseRequest(new URLSearchParams([...locked, ...start]));
  const { query: begun } = parseQuery(parameters.get('start') ?? '');
  const look = readLook(parameters);
  const level = parameters.get('heading-level') ?? '';
  const isLevel = /^[1-6]$/.test(level);
  if (level && !isLevel) {
    const detail = 'a heading has a level from 1 to 6';
    look.problems.push({ parameter: 'heading-level', value: level, detail });
  }
  return {
    requested: {
      ...requested,
      problems: [...requested.problems, ...misplaced(parameters, subject)],
    },
    embedded: {
      query: { ...request.query, ...begun },
      lock: { ...request.lock, ...subject },
    },
    isList: parameters.has('list'),
    options: {
      // The frame's own title is above.
      'heading-level': isLevel ? level : '2',
      ...Object.fromEntries(SWITCHES.map((name) => [name, parameters.has(name) || undefined])),
      ...Object.fromEntries(display),
    },
    hasMap: parameters.has('map'),
    look,
  };
}

/** The parameters that mean nothing here, or would say again what the frame is about. */
function misplaced(parameters: URLSearchParams, subject: Lock | undefined): QueryProblem[] {
  const own = ['lang', ...OPTIONS, ...LOOK_NAMES];
  const names = addressNames(parameters.keys());
  const isKnown = (written: string) => {
    const name = names.get(written)?.replace(WITHIN, '');
    return (
      own.includes(written) ||
      (subject && name !== undefined && name !== UNHELD && !Object.hasOwn(subject, name))
    );
  };
  return [...new Set(parameters.keys())].filter((name) => !isKnown(name)).map(problemOf);

  function problemOf(parameter: string): QueryProblem {
    const name = parameter.replace(WITHIN, '');
    const near =
      (subject && meantLock(name)) ?? nearest(parameter, subject ? [...own, ...NAMES] : own);
    return {
      parameter,
      value: parameters.get(parameter) ?? '',
      detail: `there is no parameter "${parameter}" here`,
      ...(near !== undefined && near !== name && { nearest: near }),
    };
  }
}
