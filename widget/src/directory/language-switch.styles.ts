import { css } from '../styles/css.js';

export const languageSwitchStyles = css`
  .languages,
  label {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: 1em;
  }

  label {
    gap: 0.25em;
  }

  select {
    min-block-size: max(2.75em, 44px);
    font-size: max(1em, 16px);
    field-sizing: content;
    border: 0;
    background: none;
    cursor: pointer;
  }

  /* What is for professionals stands, while it loads, in the room that is kept for it. */
  .coming {
    block-size: 0;
  }
`;
