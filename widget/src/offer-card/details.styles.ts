import { css } from '../styles/css.js';

/** Styles of the details: passages of text and rows of facts. */
export const styles = css`
  #details:not([hidden]) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 1em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_border);
  }

  /* A German text inside an Arabic card stands where the card begins; its lists read from the left. */
  .prose {
    max-inline-size: 70ch;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .prose ul {
    inline-size: fit-content;
    text-align: start;
  }

  [dir='rtl'] .prose[dir='ltr'] ul,
  [dir='ltr'] .prose[dir='rtl'] ul {
    margin-inline-start: auto;
  }

  .prose p {
    white-space: pre-line;
  }

  .prose > * + *,
  dd > * + *,
  .place + .place {
    margin-block-start: 0.5em;
  }

  dd > p + p {
    margin-block-start: 0;
  }

  .prose ul {
    margin-block-end: 0;
    padding-inline-start: 1.25em;
  }

  /* What leaves the place above the button is made up for by scrolling, once. */
  article {
    overflow-anchor: none;
  }

  .rows {
    justify-self: stretch;
    display: grid;
    gap: 0.9em;
    overflow-wrap: anywhere;
  }

  .rows dt {
    font-weight: 600;
  }

  .good-practice {
    justify-self: stretch;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_border);
  }

  .good-practice [role='heading'] {
    font-weight: 600;
  }

  .good-practice .rows {
    margin-block-start: 0.75em;
  }

  /* Links that stand alone on their line are easier to hit than the line is high. */
  .rows p > a,
  .footer a,
  .way a {
    display: inline-block;
    padding-block: 0.25em;
  }

  .way {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }

  .way svg.icon {
    color: var(--_muted);
  }

  @container (min-inline-size: 32em) {
    .rows > div {
      display: grid;
      grid-template-columns: 10em minmax(0, 1fr);
      gap: 1em;
    }
  }

  .reporting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.5em;
    font-size: 0.875em;
  }
`;
