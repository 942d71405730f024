import { css } from '../styles/css.js';

export const directoryStyles = css`
  .root {
    container-type: inline-size;
    /* Or nothing would be left of it where a page makes boxes shrink to their content. */
    contain-intrinsic-inline-size: 40em;
  }

  .languages,
  .topics {
    min-block-size: max(2.75em, 44px);
  }

  .topics {
    margin-block-start: 0.75em;
  }

  :host([no-languages]) .languages,
  :host([no-topics]) .topics {
    display: none;
  }

  /* Room for what is for professionals, until its own styles come with it. */
  :host([for-professionals]) .layout:not(.bare) {
    margin-block-start: 15.25em;
  }

  .layout {
    display: grid;
    gap: calc(var(--_gap) * 1.25) calc(var(--_gap) * 2.5);
    grid-template-columns: minmax(0, 1fr);
    /* Read by the filters: a button opens them, the panel waits. */
    --_filters-toggle: inline-flex;
    --_filters-panel: none;
  }

  /* Without offers there is nothing to search or to filter. */
  .bare > :not(.list) {
    display: none;
  }

  ::slotted([slot='before']) {
    margin-block-end: var(--_gap);
  }

  ::slotted([slot='after']) {
    margin-block-start: var(--_gap);
  }

  @container (min-width: 52em) {
    .layout:not(.bare) {
      grid-template: auto 1fr / minmax(0, 15.5em) minmax(0, 1fr);
      --_filters-toggle: none;
      --_filters-panel: block;
    }

    .filters {
      grid-area: 1 / 1 / 3;
    }
  }
`;
