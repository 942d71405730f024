import { css } from './css.js';

/** Styles of all elements once a visitor has come near, or something has gone wrong. */
export const reachedStyles = css`
  :is(a, .link):hover {
    text-decoration-thickness: 0.14em;
  }

  .button:hover {
    background: var(--_tint);
  }

  .button.primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_on-accent));
  }

  input:hover {
    border-color: currentColor;
  }

  button > .icon:last-child {
    transition: rotate 150ms;
  }

  [aria-expanded='true'] > .icon:last-child {
    rotate: 180deg;
  }

  /* A line above what is about to be replaced, which stays as readable as it was. */
  .busy .offers {
    box-shadow: 0 -3px var(--_accent);
    transition: 200ms 150ms;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  option {
    color: CanvasText;
    background: Canvas;
  }

  .note {
    padding: 0.75em 1em;
    border-inline-start: 0.25em solid var(--_warning);
    border-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, var(--_warning) 9%, transparent);
  }
`;
