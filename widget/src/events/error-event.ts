/** The feed failed, or refused what an editor has written. */
export class VielfaltErrorEvent extends UIEvent {
  static readonly type = 'vielfalt-error';
  /** A description of what went wrong, in English, for the host page's programmers. */
  readonly problem: string;

  constructor(problem: string) {
    super(VielfaltErrorEvent.type, { bubbles: true, composed: true });
    this.problem = problem;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vielfalt-error': VielfaltErrorEvent;
  }
}
