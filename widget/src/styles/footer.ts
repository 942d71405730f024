import { css } from './css.js';

/** Styles of the line below offers. */
export const footerStyles = css`
  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 2em;
    color: var(--_muted);
  }

  .footer p {
    flex: 1 1 24em;
    padding-block: 0.35em;
  }

  .footer .title {
    font-weight: 600;
  }

  .footer ul {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.5em;
  }

  .footer li a {
    display: inline-flex;
    align-items: center;
    min-block-size: max(2.25em, 32px);
  }
`;
