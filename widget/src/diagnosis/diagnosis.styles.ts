import { css } from '../styles/css.js';

export const diagnosisStyles = css`
  section {
    margin-block-end: var(--_gap);
    padding: 0.75em 1em;
    border: 2px solid var(--_highlight);
    border-radius: var(--_radius);
  }

  section.wrong {
    border-color: var(--_warning);
  }

  .title {
    font-weight: 700;
  }

  ul {
    margin-block: 0.5em;
    padding-inline-start: 1.25em;
  }

  li + li {
    margin-block-start: 0.4em;
  }

  code {
    padding-inline: 0.2em;
    border-radius: 0.2em;
    background: var(--_tint);
    font-size: 0.9375em;
    hyphens: none;
  }

  .muted {
    margin-block-start: 0.5em;
    font-size: 0.875em;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
