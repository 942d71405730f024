import { css } from 'lit';

/** Calm and scannable: title, marks, a grid of facts, one row of actions. */
export const styles = css`
  .root {
    container-type: inline-size;
  }

  article,
  .waiting {
    padding: 1.25em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }

  .waiting {
    min-block-size: 9em;
  }

  .kicker,
  .provider,
  .checked {
    font-size: 0.875em;
  }

  .kicker {
    margin-block-end: -0.6em;
  }

  .provider {
    margin-block-start: -0.6em;
  }

  #title {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }

  .summary {
    max-inline-size: 70ch;
  }

  article.closed .summary {
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

  .chips,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .chip {
    --_sign: var(--_muted);
    padding: 0.2em 0.7em;
    border: 1px solid color-mix(in srgb, var(--_sign) 40%, transparent);
    border-radius: 1.5em;
    background: color-mix(in srgb, var(--_sign) 9%, transparent);
    color: var(--_sign);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.4;
  }

  .chip.good {
    --_sign: var(--_highlight);
  }

  .chip.caution,
  .checked.old {
    --_sign: var(--_warning);
  }

  .chip.over {
    border-style: dashed;
  }

  .chip,
  .checked,
  .facts > div {
    display: flex;
    align-items: start;
    gap: 0.45em;
  }

  .facts svg.icon,
  .checked svg.icon {
    margin-block-start: 0.125em;
  }

  .chip svg.icon {
    block-size: 1.4em;
    inline-size: 1em;
    stroke-width: 2.25;
  }

  dl,
  dd {
    margin: 0;
    min-inline-size: 0;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: 0.5em 1.5em;
  }

  .facts dt {
    color: var(--_muted);
  }

  #toggle svg.icon {
    transition: rotate 0.2s;
  }

  #toggle[aria-expanded='true'] svg.icon {
    rotate: 180deg;
  }

  .button.quiet {
    border-color: transparent;
    background: var(--_tint);
    color: var(--_accent);
  }

  .button.quiet bdi {
    overflow-wrap: anywhere;
  }

  .checked.old {
    color: var(--_sign);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    article,
    .chip {
      border-color: CanvasText;
    }

    .button.quiet {
      border-color: LinkText;
      color: LinkText;
    }
  }
`;
