import { css } from '../styles/css.js';

export const offerListStyles = css`
  section {
    container-type: inline-size;
    contain-intrinsic-inline-size: 40em;
  }

  .bar,
  .sorting,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }

  .bar {
    justify-content: space-between;
    min-block-size: max(2.75em, 44px);
    margin-block-end: 0.75em;
  }

  .summary {
    font-size: 1.125em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .sorting {
    font-size: 0.9375em;
  }

  select {
    font-size: max(1em, 16px);
    min-block-size: max(2.75em, 44px);
    max-inline-size: 100%;
    padding: 0.25em 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .offers,
  .condition,
  .skeleton {
    display: grid;
    gap: var(--_gap);
    align-content: start;
  }

  /* What is not on the screen is not laid out. */
  .offers > li {
    min-inline-size: 0;
    content-visibility: auto;
    contain-intrinsic-size: auto 16em;
  }

  .condition,
  .skeleton {
    padding: 1.25em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .skeleton {
    min-block-size: 11em;
  }

  .skeleton span {
    block-size: 0.8em;
    inline-size: 88%;
    border-radius: 0.4em;
    background: color-mix(in srgb, currentColor 9%, transparent);
    animation: breathe 1.6s ease-in-out infinite;
  }

  .skeleton span:first-child {
    inline-size: 55%;
  }

  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }

  .actions,
  .condition + slot {
    margin-block-start: var(--_gap);
  }

  .condition + slot {
    display: block;
  }

  .condition > .actions {
    margin: 0;
  }

  .more {
    flex: 1;
  }

  .note {
    margin-block-end: 0.75em;
  }
`;
