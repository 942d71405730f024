import { printQuery, type Lock } from '@vielfalt/feed';
import { setKey, setName } from '@vielfalt/feed/static';
import { framePath } from '../pages/frames/path.js';
import { termPath } from '../pages/term.js';

/** A frame as the service is asked for it, and where it lies in the folder, below its language. */
interface WantedFrame {
  path: string;
  query: string;
  place: string;
}

/** The frame of each lock, and that of the whole directory. */
export function framesOf(locks: readonly Lock[]): WantedFrame[] {
  const all = new Map([{}, ...locks].map((lock) => [setKey(lock), lock]));
  return [...all].map(([key, lock]) => {
    const page = pageOf(lock);
    if (page !== undefined) return { path: framePath(page), query: '', place: framePath(page) };
    return { path: framePath('/'), query: printQuery(lock), place: framePath(`/${setName(key)}`) };
  });
}

/** The page about what a lock names, where it names one thing alone. */
function pageOf(lock: Lock): string | undefined {
  const [only, more] = Object.entries(lock);
  if (!only) return '/';
  const [name, value] = only;
  const [id, another] = Array.isArray(value) ? value.map(String) : [];
  if (more || id === undefined || another !== undefined) return undefined;
  if (name === 'topic' || name === 'place') return termPath(name, id);
  return name === 'provider' ? `/providers/${id}` : undefined;
}
