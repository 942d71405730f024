import { css } from '../styles/css.js';

export const filtersStyles = css`
  /* A directory says by these two names whether there is room beside the list. */
  .toggle {
    display: var(--_filters-toggle, inline-flex);
    inline-size: 100%;
  }

  .panel {
    display: var(--_filters-panel, none);
  }

  .panel.open {
    display: block;
  }

  .panel.loading {
    min-block-size: 36em;
  }

  button > .icon:last-child {
    margin-inline-start: auto;
  }

  [aria-expanded='true'] > .icon:last-child {
    rotate: 180deg;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    border-block-end: 1px solid var(--_border);
  }

  legend {
    inline-size: 100%;
    padding: 0;
  }

  .heading {
    display: flex;
    align-items: center;
    inline-size: 100%;
    min-block-size: max(3em, 44px);
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .heading:not(:hover) .icon,
  .count {
    color: var(--_muted);
  }

  .body {
    padding-block-end: 0.75em;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.65em;
    min-block-size: max(2.25em, 36px);
    line-height: 1.3;
    cursor: pointer;
  }

  .name {
    flex: 1;
    overflow-wrap: anywhere;
    padding-block: 0.25em;
  }

  .count {
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  [type='checkbox'] {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }

  /* Apart from a directory there is no list beside: the page's own width decides. */
  @media (min-width: 48em) {
    .toggle {
      display: var(--_filters-toggle, none);
    }

    .panel {
      display: var(--_filters-panel, block);
    }
  }
`;
