import { css } from './css.js';

/**
 * The styles that all elements share. Sizes are in `em`, since some pages set the root's font size
 * to 62.5 %; colours grow out of the page's own text colour, so that they suit any page.
 *
 * The names beginning with `--_` are the elements' own; pages set those beginning with
 * `--vielfalt-`. Those of a dark page are handed down to the elements inside.
 */
export const shared = css`
  /* Here the page's own rules for the element win, as those of people who need letters apart (WCAG
     2.2, 1.4.12); what is only inherited does not. */
  :host {
    display: block;
    letter-spacing: normal;
    word-spacing: normal;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  * {
    box-sizing: border-box;
    letter-spacing: inherit;
    word-spacing: inherit;
  }

  /* Every element's outermost box: the page may have taken the host's own display away. */
  .root {
    /* Of all that the page hands down, only its face is wanted, and what hides or locks it. */
    all: initial;
    font: inherit;
    font-style: normal;
    font-variant: normal;
    letter-spacing: inherit;
    word-spacing: inherit;
    color-scheme: inherit;
    pointer-events: inherit;
    visibility: inherit;
    -webkit-text-size-adjust: inherit;
    display: block;
    -webkit-user-select: text;
    max-inline-size: var(--vielfalt-max-width, none);
    color: var(--_text);
    line-height: 1.5;
    text-align: start;
    /* Long words break by their language's rules, at worst anywhere. */
    hyphens: auto;
    overflow-wrap: anywhere;
    --_accent: var(--vielfalt-accent, var(--_dark-accent, #0b5c6e));
    --_on-accent: var(--vielfalt-on-accent, var(--_dark-on-accent, #fff));
    --_text: var(--vielfalt-text, currentColor);
    --_surface: var(--vielfalt-surface, transparent);
    --_muted: var(--vielfalt-muted, color-mix(in srgb, currentColor 80%, transparent));
    --_border: var(--vielfalt-border, color-mix(in srgb, currentColor 18%, transparent));
    /* The edge of what can be operated has to stand out by 3:1 (WCAG 2.2, 1.4.11). */
    --_edge: color-mix(in srgb, currentColor 62%, transparent);
    --_tint: color-mix(in srgb, currentColor 5%, transparent);
    --_radius: var(--vielfalt-radius, 0.625em);
    --_gap: var(--vielfalt-gap, 1em);
    --_focus: var(--vielfalt-focus, var(--_accent));
    --_highlight: var(--vielfalt-highlight, var(--_dark-highlight, #1c6b3c));
    --_warning: var(--vielfalt-warning, var(--_dark-warning, #8a4b00));
  }

  /* Light text means a dark page, even one that does not declare its colour scheme. */
  .root.dark {
    color-scheme: dark;
    --_dark-accent: #8ad4e2;
    --_dark-on-accent: #04262e;
    --_dark-highlight: #8fdca9;
    --_dark-warning: #f3c27a;
  }

  :where(ul.plain) {
    list-style: none;
    padding: 0;
  }

  :where(p, ul.plain, dl, dd) {
    margin: 0;
  }

  a,
  .link {
    color: var(--_accent);
    text-decoration: underline 0.06em;
    text-underline-offset: 0.18em;
  }

  :where(button, input, select) {
    font: inherit;
    margin: 0;
    color: inherit;
  }

  /* Targets of 44 CSS pixels and more: 2.75 em of at least 16 px (WCAG 2.2, 2.5.5). */
  .button,
  .link {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: max(2.75em, 44px);
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .button {
    justify-content: center;
    padding: 0.4em 1.1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    color: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .muted {
    color: var(--_muted);
  }

  .stand-in {
    margin-block-start: var(--_gap);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  svg.icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  @media (forced-colors: active) {
    svg.icon {
      stroke: CanvasText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
