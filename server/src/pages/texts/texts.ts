import type { ShellTexts } from './shell.js';

export { fill, plural, type Plural } from './fill.js';

/** What the pages say in one language. A person who speaks it can mend its file without knowing the program. */
export interface Texts {
  /** The locale that dates and numbers are written in (BCP 47). */
  tag: string;
  dir: 'ltr' | 'rtl';
  shell: ShellTexts;
}
