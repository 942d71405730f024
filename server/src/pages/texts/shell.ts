/** What stands around every page. Words in `{}` are filled in. */
export interface ShellTexts {
  /** Leads past the header. */
  skip: string;
  home: string;
  languages: string;
  demo: string;
  footer: string;
  publisher: string;
  asOf: string;
  licence: string;
  imprint: string;
  privacy: string;
  accessibility: string;
  insight: string;
}
