import { css } from '../styles/css.js';

/** One row that can be scrolled: the offers stay on the first screen. */
export const topicTilesStyles = css`
  .topics ul {
    display: flex;
    gap: 0.5em;
    overflow-x: auto;
    scrollbar-width: thin;
  }

  .topics .button {
    font-weight: 400;
    outline-offset: -3px;
    white-space: nowrap;
  }

  .topics:empty {
    display: none;
  }
`;
