import { css } from '../styles/css.js';

/** Calm and scannable: title, marks, a grid of facts, one row of actions. */
export const styles = css`
  .root {
    container-type: inline-size;
    contain-intrinsic-inline-size: 40em;
  }

  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    padding: 1.25em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .kicker,
  .provider,
  .checked,
  .badge {
    font-size: 0.875em;
  }

  .kicker {
    margin-block-end: -0.6em;
  }

  /* Room for the button that marks an offer. */
  .kicker,
  #title {
    padding-inline-end: 1em;
  }

  .provider {
    margin-block-start: -0.6em;
  }

  #title {
    font-size: 1.25em;
    line-height: 1.3;
  }

  /* A German text inside an Arabic card stands where the card begins; what is cut is its end. */
  .summary {
    max-inline-size: 70ch;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .closed .summary {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }

  .mark {
    display: inline-block;
    margin-inline-start: 0.4em;
    padding: 0 0.6em;
    border: 1px dashed var(--_edge);
    border-radius: 1em;
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
  }

  .badges,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .badge {
    --_sign: var(--_muted);
    padding: 0.2em 0.75em;
    border: 1px solid color-mix(in srgb, var(--_sign) 40%, transparent);
    border-radius: 1.5em;
    background: color-mix(in srgb, var(--_sign) 9%, transparent);
    color: var(--_sign);
  }

  .badge,
  .old,
  #title {
    font-weight: 600;
  }

  .open,
  .running,
  .free,
  .openings-free {
    --_sign: var(--_highlight);
  }

  .paused,
  .openings-waiting-list {
    --_sign: var(--_warning);
  }

  .old {
    color: var(--_warning);
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    gap: 0.5em 1em;
  }

  .facts > div {
    display: flex;
    gap: 1em;
  }

  .facts dt {
    flex: none;
    min-inline-size: 5.5em;
  }

  .quiet {
    flex-wrap: wrap;
    gap: 0 0.5em;
    border-color: transparent;
    background: var(--_tint);
    color: var(--_accent);
  }
`;
