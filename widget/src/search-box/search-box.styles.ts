import { css } from '../styles/css.js';

export const searchBoxStyles = css`
  label {
    display: block;
    margin-block-end: 0.4em;
    font-weight: 600;
  }

  .field {
    position: relative;
    display: flex;
    align-items: center;
  }

  .field > .icon {
    position: absolute;
    inset-inline-start: 0.9em;
    color: var(--_muted);
    pointer-events: none;
  }

  input {
    /* Below 16 px, phones zoom into the page. */
    font-size: max(1em, 16px);
    inline-size: 100%;
    min-block-size: max(3.25em, 48px);
    padding-inline: 2.9em 3.25em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    appearance: none;
  }
`;
