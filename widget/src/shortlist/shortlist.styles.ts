import { css } from '../styles/css.js';

/** Styles of the marked offers, and of the way to them, which stays in sight below the list. */
export const shortlistStyles = css`
  section:not(.linked) {
    display: flex;
    flex-direction: column;
  }

  .to-shortlist {
    position: sticky;
    z-index: 1;
    inset-block-end: 1em;
    order: 1;
    align-self: center;
    margin-block-start: var(--_gap);
    box-shadow: 0 0.15em 0.75em rgb(0 0 0 / 35%);
  }

  /* What the focus moves to is not to lie below it. */
  section:not(.linked):has(.to-shortlist) :not(.to-shortlist) {
    scroll-margin-block-end: 5em;
  }

  .shortlist,
  .marked {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }

  .shortlist > p,
  .keep,
  .ways {
    padding-inline: 0.25em;
  }

  .shortlist > .note {
    margin: 0;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1.25em;
  }

  .ways .button {
    background: var(--_surface);
  }

  .keep label {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: max(2.75em, 44px);
    cursor: pointer;
  }

  .keep input {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    accent-color: var(--_accent);
  }

  .keep p {
    font-size: 0.875em;
  }

  @media (forced-colors: active) {
    .to-shortlist {
      border: 2px solid CanvasText;
    }
  }

  @media print {
    /* Marked offers that are open are the sheet; the others are not wanted then. */
    section:has(> .shortlist) > :not(.shortlist),
    .ways,
    .keep {
      display: none !important;
    }

    .shortlist {
      background: none;
    }
  }
`;
