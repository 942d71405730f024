import type { Point } from '@vielfalt/feed';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The time a browser may take to find the place, in milliseconds. */
const PATIENCE = 10_000;

type Outcome = 'idle' | 'waiting' | 'denied' | 'failed';

interface PolicyDocument extends Document {
  featurePolicy?: { allowsFeature(name: string): boolean };
}

/** Asks where the visitor is, at the visitor's request and never before. */
export class NearController implements ReactiveController {
  outcome: Outcome = 'idle';
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.outcome = 'idle';
  }

  /** Tells whether asking is possible here: many pages forbid it by their permissions policy. */
  get isPossible(): boolean {
    const { featurePolicy } = document as PolicyDocument;
    return 'geolocation' in navigator && featurePolicy?.allowsFeature('geolocation') !== false;
  }

  /**
   * Asks for the place to about 100 metres, which is near enough and does not reveal a house to the
   * feed.
   */
  ask(found: (point: Point) => void) {
    this.#become('waiting');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#become('idle');
        found({
          lat: Number(coords.latitude.toFixed(3)),
          lng: Number(coords.longitude.toFixed(3)),
        });
      },
      ({ code, PERMISSION_DENIED }) =>
        this.#become(code === PERMISSION_DENIED ? 'denied' : 'failed'),
      { timeout: PATIENCE, maximumAge: 300_000 },
    );
  }

  #become(outcome: Outcome) {
    this.outcome = outcome;
    this.#host.requestUpdate();
  }
}
