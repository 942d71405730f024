import { css } from '../styles/css.js';

export const mapStyles = css`
  section {
    container-type: inline-size;
    contain-intrinsic-inline-size: 40em;
  }

  .map {
    position: relative;
    overflow: hidden;
    aspect-ratio: 1;
    max-block-size: max(20em, 70vh);
    inline-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .map.waiting {
    display: grid;
    place-items: center;
  }

  /* Maps of right-to-left pages have east on the right, too. */
  .map > svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    direction: ltr;
    touch-action: manipulation;
    user-select: none;
  }

  .map > svg.movable {
    touch-action: none;
    cursor: grab;
  }

  .shape {
    fill: color-mix(in srgb, var(--_accent) 10%, transparent);
    stroke: color-mix(in srgb, currentColor 45%, transparent);
    stroke-linejoin: round;
    fill-rule: evenodd;
  }

  .shape.open {
    cursor: pointer;
  }

  .shape.open:hover {
    fill: color-mix(in srgb, var(--_accent) 20%, transparent);
  }

  .shape.chosen {
    fill: color-mix(in srgb, var(--_accent) 28%, transparent);
    stroke: var(--_accent);
    stroke-width: 2;
  }

  .pictured .shape:not(.chosen, :hover) {
    fill: transparent;
  }

  .names {
    font-size: 13px;
    font-weight: 600;
    fill: currentColor;
    text-anchor: middle;
    dominant-baseline: central;
    pointer-events: none;
    paint-order: stroke;
    stroke: color-mix(in srgb, Canvas 70%, transparent);
    stroke-width: 3px;
  }

  .pictured .names {
    display: none;
  }

  .marker {
    cursor: pointer;
    outline: none;
  }

  .target {
    fill: transparent;
  }

  .dot {
    fill: var(--_accent);
    stroke: var(--_on-accent);
    stroke-width: 1.5;
  }

  .marker text {
    fill: var(--_on-accent);
    font-size: 13px;
    font-weight: 700;
    text-anchor: middle;
    font-variant-numeric: tabular-nums;
  }

  .ring {
    fill: none;
    stroke: none;
    stroke-width: 3;
  }

  .marker.pressed .ring,
  .marker:hover .ring {
    stroke: color-mix(in srgb, var(--_accent) 55%, transparent);
  }

  .marker:focus-visible .ring {
    stroke: var(--_focus);
  }

  .board {
    position: relative;
  }

  .zoom {
    display: flex;
    justify-content: end;
    gap: 0.25em;
    margin-block-start: 0.5em;
  }

  .zoom button {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    cursor: pointer;
  }

  .zoom [aria-disabled='true'] {
    cursor: default;
  }

  .zoom [aria-disabled='true'] .icon {
    opacity: 0.4;
  }

  .credit {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    max-inline-size: 100%;
    padding: 0.1em 0.5em;
    border-start-start-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    font-size: 0.8125em;
  }

  .credit a {
    color: inherit;
  }

  .places {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 0.5em;
  }

  .place {
    min-block-size: max(2.25em, 36px);
    padding: 0.2em 0.9em;
    border: 1px solid var(--_edge);
    border-radius: 2em;
    background: none;
    font-size: 0.9375em;
    cursor: pointer;
  }

  .place[aria-pressed='true'] {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .place[aria-pressed='true'] .muted {
    color: inherit;
  }

  .stage {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }

  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 1em;
  }

  .title {
    padding-block: 0.5em;
    font-weight: 600;
  }

  .title .muted {
    font-weight: 400;
    white-space: nowrap;
  }

  .house {
    margin-block-start: 0.75em;
    font-weight: 600;
  }

  .entries > li {
    padding-block: 0.4em;
  }

  .entries > li + li {
    border-block-start: 1px solid var(--_border);
  }

  .entries a {
    display: inline-block;
    min-block-size: 24px;
  }

  .entries .muted {
    display: block;
    font-size: 0.9375em;
  }

  @container (min-width: 26em) {
    .map {
      aspect-ratio: 4 / 3;
    }

    .zoom {
      position: absolute;
      inset-block-start: 0.5em;
      inset-inline-end: 0.5em;
      flex-direction: column;
      margin: 0;
    }
  }

  @container (min-width: 46em) {
    .stage {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
    }

    .opened .choices {
      display: none;
    }

    /* As high as the map, however long the list is. */
    .here {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      align-self: stretch;
      block-size: 0;
      min-block-size: 100%;
    }

    .here .offers {
      overflow-y: auto;
      padding-inline: 0.25em;
    }
  }

  @media (pointer: coarse) {
    .place {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .map > svg {
      forced-color-adjust: none;
      color: CanvasText;
    }

    .shape {
      fill: Canvas;
      stroke: GrayText;
    }

    .shape.chosen {
      fill: Canvas;
      stroke: Highlight;
      stroke-width: 4;
    }

    .names {
      fill: CanvasText;
    }

    .dot {
      fill: ButtonFace;
      stroke: ButtonText;
    }

    .marker text {
      fill: ButtonText;
    }

    .marker.pressed .ring,
    .marker:focus-visible .ring {
      stroke: Highlight;
    }

    .place[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    .here {
      block-size: auto;
    }
  }
`;
