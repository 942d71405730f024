import type { ReactiveControllerHost } from 'lit';
import type { Locale } from './locale.js';

const whole = new WeakMap<Locale, Locale>();

/**
 * A locale with the texts of parts that few pages show, which other languages than the German one
 * keep in a second file; undefined until that has come and `host` is rendered again. Where it
 * cannot be loaded, the German texts serve.
 */
export function withLater(locale: Locale, host: ReactiveControllerHost): Locale | undefined {
  const { later } = locale;
  if (!later) return locale;
  const found = whole.get(locale);
  if (!found) {
    void later()
      .then(
        (module) => module.default,
        () => undefined,
      )
      .then((texts) => {
        whole.set(locale, { ...locale, ...texts });
        host.requestUpdate();
      });
  }
  return found;
}
