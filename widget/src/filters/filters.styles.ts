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

  .panel.loading {
    min-block-size: 30em;
  }

  button > .icon:last-child {
    margin-inline-start: auto;
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

  .heading:not(:hover) .icon {
    color: var(--_muted);
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
