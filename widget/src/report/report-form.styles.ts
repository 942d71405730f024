import { css } from '../styles/css.js';

/** Styles of the form that reports a mistake. */
export const reportStyles = css`
  .report {
    justify-self: stretch;
    max-inline-size: 40em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_border);
  }

  .report form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }

  .report fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .report legend,
  .report div > label {
    padding: 0;
    font-weight: 600;
  }

  .report .choice {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: max(2.75em, 44px);
    cursor: pointer;
  }

  .report [type='checkbox'] {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .report :is(textarea, input:not([type])) {
    display: block;
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    margin: 0.25em 0 0;
    padding: 0.5em 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(1em, 16px);
    resize: vertical;
  }

  .report form + [role='status'] > p {
    margin-block-start: 1em;
  }

  .report .muted {
    font-size: 0.9375em;
  }

  .report .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }

  .report [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  @media print {
    .report {
      display: none;
    }
  }
`;
