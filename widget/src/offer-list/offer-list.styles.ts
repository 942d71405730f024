import { css } from 'lit';

export const offerListStyles = css`
  section {
    container-type: inline-size;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1.5em;
    min-block-size: max(2.75em, 44px);
    margin-block-end: 0.75em;
  }

  .summary {
    font-size: 1.125em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .summary:focus {
    outline: none;
  }

  .summary:focus-visible {
    outline: 3px solid var(--_focus);
  }

  .sorting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.6em;
    font-size: 0.9375em;
  }

  .sorting span {
    color: var(--_muted);
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

  option {
    color: CanvasText;
    background: Canvas;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 1em;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: max(2.25em, 36px);
    padding: 0.2em 0.6em 0.2em 0.9em;
    padding-inline: 0.9em 0.6em;
    border: 1px solid color-mix(in srgb, var(--_accent) 45%, transparent);
    border-radius: 2em;
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .chip:hover {
    border-color: currentColor;
  }

  .chip .icon {
    inline-size: 1em;
    block-size: 1em;
  }

  .offers {
    display: grid;
    gap: var(--_gap);
    align-items: start;
  }

  .offers > li {
    min-inline-size: 0;
  }

  .busy .offers {
    opacity: 0.65;
    transition: opacity 200ms 150ms;
  }

  .skeleton {
    display: grid;
    align-content: start;
    gap: 0.9em;
    min-block-size: 11em;
    padding: 1.25em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .skeleton span {
    block-size: 0.8em;
    inline-size: 88%;
    border-radius: 0.4em;
    background: color-mix(in srgb, currentColor 9%, transparent);
    animation: breathe 1.6s ease-in-out infinite;
  }

  .skeleton span:first-child {
    block-size: 1.2em;
    inline-size: 55%;
  }

  .skeleton span:last-child {
    inline-size: 40%;
  }

  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: var(--_gap);
  }

  .more {
    inline-size: 100%;
  }

  .condition {
    display: grid;
    gap: 0.5em;
    padding: 1.5em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .condition .actions {
    margin-block-start: 0.5em;
  }

  .condition + slot {
    display: block;
    margin-block-start: var(--_gap);
  }

  .note {
    margin-block-end: 0.75em;
  }

  .linked {
    margin-block-end: calc(var(--_gap) * 1.5);
    padding: 0.75em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }

  .linked-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
    padding-inline: 0.25em;
  }

  @media (pointer: coarse) {
    .chip {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .chip,
    .linked,
    .skeleton {
      border: 1px solid CanvasText;
    }
  }
`;
