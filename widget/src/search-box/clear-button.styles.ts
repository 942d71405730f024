import { css } from '../styles/css.js';

export const clearButtonStyles = css`
  .clear {
    position: absolute;
    inset-inline-end: 0.2em;
    display: grid;
    place-items: center;
    inline-size: max(2.75em, 44px);
    block-size: max(2.75em, 44px);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
  }

  .clear:hover {
    background: var(--_tint);
  }
`;
