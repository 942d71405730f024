import { answerRequestOf } from '../http/answer-request.js';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { createRouter } from '../http/router.js';
import { readTarget } from '../http/target.js';
import type { RouteSources } from '../resources/route.js';
import { ROUTES } from '../routes.js';

/** Asks the service's routes within this process. */
export type AskService = (address: string) => Promise<Reply>;

export function createAsk(sources: RouteSources): AskService {
  const match = createRouter(ROUTES);
  return async (address) => {
    const target = readTarget(address);
    const found = match(target.path);
    if (!found) throw new Problem(404, `There is nothing at "${target.path}".`);
    const { route, name, parameters } = answerRequestOf(found, target);
    return route.reply({ name, parameters }, sources);
  };
}

/** What an address answers; undefined where the service has nothing there. */
export async function askIfThere(ask: AskService, address: string): Promise<Reply | undefined> {
  try {
    const reply = await ask(address);
    return (reply.status ?? 200) < 300 ? reply : undefined;
  } catch (error) {
    if (error instanceof Problem && error.details.status < 500) return undefined;
    throw error;
  }
}

/** The content of a reply as a file has it. */
export function contentOf({ body }: Reply): string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}
