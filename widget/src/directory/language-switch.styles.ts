import { css } from '../styles/css.js';

export const languageSwitchStyles = css`
  .languages ul {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    column-gap: 1em;
  }

  .languages .link {
    min-inline-size: 24px;
    color: inherit;
    font-size: 0.875em;
  }

  /* What is for professionals stands, while it loads, in the room that is kept for it. */
  .coming {
    block-size: 0;
  }

  .languages :not([aria-current], :hover) {
    text-decoration: none;
  }
`;
