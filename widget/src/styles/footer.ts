import { css } from './css.js';

/** Styles of the line below a directory, and of the mark of a demo. */
export const footerStyles = css`
  .demo {
    margin-block-end: var(--_gap);
    padding: 0.5em 0.9em;
    border: 1px dashed var(--_warning);
    border-radius: var(--_radius);
    color: var(--_warning);
    font-size: 0.9375em;
    font-weight: 600;
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 2em;
    margin-block-start: calc(var(--_gap) * 1.5);
    padding-block-start: calc(var(--_gap) * 0.75);
    border-block-start: 1px solid var(--_border);
    min-block-size: 3em;
    font-size: 0.875em;
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
