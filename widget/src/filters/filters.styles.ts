import { css } from 'lit';

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

  .toggle .icon:last-child {
    margin-inline-start: auto;
    transition: rotate 150ms;
  }

  .toggle[aria-expanded='true'] .icon:last-child {
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
    justify-content: space-between;
    gap: 0.5em;
    inline-size: 100%;
    min-block-size: max(3em, 44px);
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .heading .icon {
    color: var(--_muted);
    transition: rotate 150ms;
  }

  .heading[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  .heading:hover .icon {
    color: currentColor;
  }

  .body {
    padding-block-end: 0.75em;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.65em;
    min-block-size: max(2.25em, 36px);
    cursor: pointer;
  }

  .choice:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }

  .choice .name {
    flex: 1;
    line-height: 1.3;
    padding-block: 0.25em;
  }

  .choice .count {
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }

  .depth-1 {
    padding-inline-start: 1.5em;
  }

  .depth-2 {
    padding-inline-start: 3em;
  }

  input[type='checkbox'] {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    padding-block: 0.25em;
  }

  .entry .control {
    font-size: max(1em, 16px);
    min-block-size: max(2.75em, 44px);
    max-inline-size: 100%;
    padding: 0.25em 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  input[type='number'] {
    inline-size: 5.5em;
  }

  select option {
    color: CanvasText;
    background: Canvas;
  }

  .near {
    padding-block: 0.25em 0.5em;
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
    inline-size: 100%;
    margin-block-start: 1em;
  }

  .done .button {
    inline-size: 100%;
  }

  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }

  /* Apart from a directory there is no list beside: the page's own width decides. */
  @media (min-width: 48em) {
    .toggle,
    .done {
      display: var(--_filters-toggle, none);
    }

    .panel {
      display: var(--_filters-panel, block);
    }
  }
`;
