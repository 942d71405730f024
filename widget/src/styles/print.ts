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

    /* What holds now is not known of the day when paper is read. */
    article.closed > .facts,
    .badge.open,
    .badge.running {
      display: none;
    }

    article,
    .condition {
      break-inside: avoid;
    }

    .root article.closed {
      gap: 0.35em;
      padding: 0.75em 1em;
    }

    .root .kicker,
    .root .provider {
      margin: 0;
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

    .way-back {
      display: flex;
      align-items: center;
      gap: 1em;
      break-inside: avoid;
    }

    .way-back svg {
      flex: none;
      inline-size: 3.2cm;
      background: #fff;
      forced-color-adjust: none;
    }

    .actions .quiet,
    .badges .badge {
      min-block-size: 0;
      padding: 0;
      border: 0;
      background: none;
    }

    .badges .badge + .badge::before {
      content: '· ';
    }

    #details a[href^='http']::after {
      content: ' (' attr(href) ')';
      overflow-wrap: anywhere;
    }
  }
`;
