import type { AnswerCache } from '../http/answer-cache.js';
import { answerKey } from '../http/answer-request.js';
import type { Rendered } from '../http/memory.js';
import { render } from '../http/reply.js';
import type { RouteSources } from '../resources/route.js';
import type { Publisher } from '../answers/publisher.js';
import { contentEncodingOf, type AppContext, type AppMiddleware, type Respond } from './state.js';

/** Answers with the state at this moment, made for each request. */
export function answerLive(sources: RouteSources, respond: Respond): AppMiddleware {
  async function answer(context: AppContext): Promise<void> {
    const { request } = context.state;
    const reply = await request.route.reply(request, sources);
    respond(context, await render(reply, contentEncodingOf(context)));
  }
  return (context, next) => (context.state.request.route.isLive ? answer(context) : next());
}

/**
 * Answers from memory, or makes the answer and remembers it: it is the same for all equal requests
 * of this revision and day.
 */
export function answerFromMemory(
  cache: AnswerCache,
  find: (key: string) => Rendered | undefined,
  publisher: Publisher,
  sources: RouteSources,
  respond: Respond,
): AppMiddleware {
  return async (context) => {
    const { request } = context.state;
    const encoding = contentEncodingOf(context);
    const key = answerKey(request, encoding);
    const known = find(key);
    if (known) {
      context.state.isRemembered = true;
      respond(context, known);
      return;
    }
    const { route } = request;
    const asked = performance.now();
    const make = async () => {
      await publisher.ready();
      return route.reply(request, sources);
    };
    const reply = () => publisher.answered(make(), asked);
    const isGone = () => context.req.socket.destroyed;
    const { isLong = false } = route;
    respond(context, await cache.make({ key, encoding, reply, isGone, isLong }));
  };
}
