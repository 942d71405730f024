import { css } from '../styles/css.js';

/** Styles of the button that marks an offer, in the corner that the title leaves free. */
export const markStyles = css`
  article {
    position: relative;
  }

  .ribbon {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    justify-content: center;
    min-inline-size: 44px;
    color: var(--_accent);
  }

  .ribbon[aria-pressed='true'] .icon {
    fill: currentColor;
  }
`;
