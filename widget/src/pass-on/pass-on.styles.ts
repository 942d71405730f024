import { css } from '../styles/css.js';

/** A link that a visitor copies by hand, on a line of its own. */
export const passOnStyles = css`
  .by-hand {
    flex: 1 1 100%;
  }

  .by-hand input {
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    padding-inline: 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
`;
