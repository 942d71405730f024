/** What stands around every page, besides the words that all share. */
export interface ShellTexts {
  /** Leads past the header. */
  skip: string;
  home: string;
  languages: string;
  footer: string;
  insight: string;
  /** Names, with their licences, what search looks words up in: `{names}`. */
  dictionaries: string;
}
