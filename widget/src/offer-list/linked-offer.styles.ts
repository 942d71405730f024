import { css } from '../styles/css.js';

export const linkedOfferStyles = css`
  .linked {
    scroll-margin-block-start: 1em;
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

  @media (forced-colors: active) {
    .linked {
      border: 1px solid CanvasText;
    }
  }
`;
