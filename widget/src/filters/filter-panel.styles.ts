import { css } from '../styles/css.js';

export const filterPanelStyles = css`
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

  .choice:hover .name {
    text-decoration: underline;
  }

  .name {
    flex: 1;
    padding-block: 0.25em;
  }

  .count {
    color: var(--_muted);
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

  .hint {
    font-size: 0.875em;
    padding-block-end: 0.25em;
  }

  .find {
    inline-size: 100%;
    margin-block: 0.25em;
  }

  /* On narrow pages the groups are a sheet; what it leads to is always in sight. The directory's own
     page in a frame says which part of the frame is seen. */
  .sheet {
    inset: var(--_top, auto) 0 var(--_bottom, 0);
    inline-size: 100%;
    max-inline-size: 100%;
    block-size: calc(0.92 * var(--_seen, 100%));
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 1em 1em 0 0;
    color: var(--vielfalt-text, CanvasText);
    background: linear-gradient(var(--_surface) 0 0) Canvas;
    overflow: hidden;
  }

  .sheet[open] {
    display: flex;
    flex-direction: column;
  }

  .sheet::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  .sheet-bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding: 0.5em 1em;
    border-block-end: 1px solid var(--_border);
  }

  .sheet-bar .link {
    min-inline-size: 44px;
    justify-content: end;
  }

  #sheet-title {
    font-weight: 600;
  }

  .sheet-groups {
    flex: 1;
    overflow: auto;
    overscroll-behavior: contain;
    padding-inline: 1em;
  }

  .done {
    border-block: 1px solid var(--_border) 0;
    padding-block: 0.75em;
  }

  .done .button {
    flex: 1;
  }
`;
