import { css } from './css.js';

/** On paper: no controls, black on white, no offer torn apart. */
export const printStyles = css`
  @media print {
    .root {
      color-scheme: light !important;
      color: #000 !important;
      background: #fff !important;
      --_accent: #000 !important;
      --_text: #000 !important;
      --_muted: #000 !important;
      --_surface: none !important;
      --_border: #888 !important;
      --_highlight: #000 !important;
      --_warning: #000 !important;
    }

    button,
    form,
    .sorting,
    .toggle,
    .panel,
    .languages,
    .filters,
    .search,
    .stand-in,
    .icon {
      display: none !important;
    }

    .layout {
      display: block !important;
    }

    article,
    .condition {
      break-inside: avoid;
    }

    .offers {
      display: block;
    }

    .offers > li {
      content-visibility: visible !important;
      padding-block-end: 0.75em;
    }

    article .summary {
      display: block !important;
    }

    .quiet {
      padding: 0;
      border: 0;
      background: none;
    }

    #details a[href^='http']::after {
      content: ' (' attr(href) ')';
      overflow-wrap: anywhere;
    }
  }
`;
