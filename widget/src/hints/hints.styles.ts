import { css } from '../styles/css.js';

/** Styles of the hints about a question: marks in cards, the row above them. */
export const hintsStyles = css`
  mark {
    border-radius: 0.15em;
    background: var(--vielfalt-mark, color-mix(in srgb, var(--_accent) 14%, transparent));
    color: inherit;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }

  /* A link's colour stands out from the page's ground by what it must; on another it might not. */
  a mark {
    background: none;
    text-decoration: underline 0.16em;
    text-underline-offset: 0.18em;
  }

  .why {
    font-size: 0.875em;
  }

  .hints {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1em;
    min-block-size: max(2.25em, 36px);
    margin-block-end: 0.75em;
  }

  .hints ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .offered {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    min-block-size: max(2.25em, 36px);
    padding-block: 0.2em;
    padding-inline: 0.6em 0.9em;
    border: 1px dashed var(--_edge);
    border-radius: 2em;
    background: none;
    color: var(--_accent);
    font-size: 0.9375em;
    text-align: start;
    cursor: pointer;
  }

  .offered:hover {
    border-style: solid;
    border-color: currentColor;
  }

  .offered .icon {
    inline-size: 1em;
    block-size: 1em;
  }

  @media (pointer: coarse) {
    .hints,
    .offered {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    mark {
      background: Mark !important;
      color: MarkText;
    }
  }

  @media print {
    mark {
      background: none !important;
      text-decoration: none !important;
    }

    .hints,
    .why {
      display: none;
    }
  }
`;
