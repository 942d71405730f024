/** The bundle's files that a visitor of a German page loads. */
export function loadedFiles(): {
  firstLoad: Set<string>;
  untouched: Set<string>;
  withSearch: Set<string>;
  withHints: Set<string>;
  withMap: Set<string>;
};
