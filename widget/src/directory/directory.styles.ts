import { css } from 'lit';

export const directoryStyles = css`
  .root {
    container-type: inline-size;
  }

  .layout {
    display: grid;
    gap: calc(var(--_gap) * 1.25);
    grid-template-columns: minmax(0, 1fr);
    /* Read by the filters: a button opens them, the panel waits. */
    --_filters-toggle: inline-flex;
    --_filters-panel: none;
  }

  /* Without offers there is nothing to search or to filter. */
  .bare :is(.search, .filters) {
    display: none;
  }

  ::slotted([slot='before']) {
    margin-block-end: var(--_gap);
  }

  ::slotted([slot='after']) {
    margin-block-start: var(--_gap);
  }

  @container (min-width: 52em) {
    .layout {
      grid-template-columns: minmax(0, 15.5em) minmax(0, 1fr);
      grid-template-areas: 'filters search' 'filters list';
      grid-template-rows: auto 1fr;
      column-gap: calc(var(--_gap) * 2.5);
      --_filters-toggle: none;
      --_filters-panel: block;
    }

    .layout.bare {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'list';
    }

    .search {
      grid-area: search;
    }

    .filters {
      grid-area: filters;
    }

    .list {
      grid-area: list;
    }
  }
`;
