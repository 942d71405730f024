import { css } from '../styles/css.js';

/** Styles of a provider beyond those of an offer's card. */
export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1em;
  }

  .head [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* Logos are drawn for white paper. */
  .logo {
    inline-size: 6em;
    block-size: 4em;
    padding: 0.4em;
    object-fit: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: #fff;
  }

  .reach {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: 0.75em 1.5em;
  }

  .reach > .way {
    align-items: start;
  }

  vielfalt-offer-list {
    display: block;
    margin-block-start: var(--_gap);
  }
`;
