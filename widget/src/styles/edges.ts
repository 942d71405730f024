import { css } from './css.js';

/** Styles of the mark of a demo, and of the room for all, and for the footer, until it has come. */
export const edgeStyles = css`
  :host > slot {
    display: block;
    min-block-size: 100vh;
  }

  .demo {
    margin-block-end: var(--_gap);
    padding: 0.5em 0.9em;
    border: 1px dashed var(--_warning);
    border-radius: var(--_radius);
    color: var(--_warning);
    font-size: 0.9375em;
    font-weight: 600;
  }

  .footer {
    margin-block-start: calc(var(--_gap) * 1.5);
    padding-block-start: calc(var(--_gap) * 0.75);
    border-block-start: 1px solid var(--_border);
    min-block-size: 3em;
    font-size: 0.875em;
  }
`;
