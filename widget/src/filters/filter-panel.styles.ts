import { css } from '../styles/css.js';

export const filterPanelStyles = css`
  .depth-1 {
    padding-inline-start: 1.5em;
  }

  .depth-2 {
    padding-inline-start: 3em;
  }

  .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    padding-block: 0.25em;
  }

  .control {
    font-size: max(1em, 16px);
    min-block-size: max(2.75em, 44px);
    max-inline-size: 100%;
    padding: 0.25em 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  input.control {
    inline-size: 5.5em;
  }

  .near {
    padding-block: 0.5em 0.25em;
  }

  .near .button {
    font-size: 0.9375em;
  }

  .near [aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }

  .done {
    display: var(--_filters-toggle, block);
    margin-block-start: 1em;
  }

  .panel:not(.open) .done {
    display: none;
  }

  .done .button {
    inline-size: 100%;
  }

  @media (min-width: 48em) {
    .done {
      display: var(--_filters-toggle, none);
    }
  }
`;
