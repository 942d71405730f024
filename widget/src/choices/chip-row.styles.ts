import { css } from '../styles/css.js';

export const chipRowStyles = css`
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
    padding-block: 0.2em;
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

  @media (pointer: coarse) {
    .chip {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .chip {
      border: 1px solid CanvasText;
    }
  }
`;
