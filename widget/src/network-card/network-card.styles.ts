import { css } from '../styles/css.js';

/** Styles of a network beyond those of an offer's card. */
export const styles = css`
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: 0.75em 1.5em;
  }

  .columns ul {
    margin-block: 0.25em 0;
    padding-inline-start: 1.25em;
  }

  .label {
    font-weight: 600;
  }

  .time {
    white-space: nowrap;
  }
`;
