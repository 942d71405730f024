import { css } from '../styles/css.js';

export const professionalsStyles = css`
  /* The directory has kept room for the sections until they came. */
  :host([for-professionals]) .layout:not(.bare) {
    margin-block-start: 0;
  }

  .professionals {
    margin-block-end: calc(var(--_gap) * 1.25);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .professionals > .waiting {
    min-block-size: calc(5 * max(2.75em, 44px) + 3px);
    padding: 0.75em 1em;
  }

  .section + .section {
    border-block-start: 1px solid var(--_border);
  }

  .heading {
    display: flex;
    align-items: center;
    gap: 0.75em;
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    padding: 0.3em 1em;
    border: 0;
    background: none;
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }

  .count {
    margin-inline-start: 0.5em;
    font-weight: 400;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .heading > .icon {
    margin-inline-start: auto;
    color: var(--_muted);
  }

  .heading[aria-expanded='true'] > .icon {
    rotate: 180deg;
  }

  .body {
    padding: 0.25em 1em 1em;
  }

  .entries {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(22em, 100%), 1fr));
    gap: 1em 2em;
  }

  .entries .muted {
    display: block;
    font-size: 0.9375em;
  }

  /* Lines of the other direction stay together. */
  [dir='rtl'] .entries .muted [dir='ltr'],
  [dir='ltr'] .entries .muted [dir='rtl'] {
    display: inline-block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .body a {
    display: inline-block;
    padding-block: 0.2em;
  }

  .body p > a {
    margin-block-start: 0.5em;
  }

  /* On paper nothing can be opened: all of it stands there, each below its heading. */
  @media print {
    .professionals .heading {
      display: flex !important;
    }

    .professionals .body {
      display: block !important;
    }

    .entries > li {
      break-inside: avoid;
    }
  }
`;
