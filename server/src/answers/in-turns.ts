import { turn } from '../slices.js';
import type { DirectoryAnswers } from './port.js';

/** Whether a question is answered one thing after the other. */
const isIterable = (name: string | symbol) => name === 'listed' || name === 'cards';

/** The same answers; others have their turn before each question is looked into. */
export function inTurns(answers: DirectoryAnswers): DirectoryAnswers {
  return new Proxy(answers, {
    get(home, name) {
      const asked: unknown = Reflect.get(home, name);
      if (typeof asked !== 'function' || isIterable(name)) return asked;
      return async (...given: unknown[]) => {
        await turn();
        return Reflect.apply(asked, home, given) as unknown;
      };
    },
  });
}
