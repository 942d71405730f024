/**
 * The modules that the build makes of `languages/` (`scripts/rollup/language-modules.mjs`): each
 * section of the built-in language by itself, so that each goes into the file that needs it, any
 * other language in two: what most pages need, and what few do. What only the map, the
 * diagnosis and the form for reports say has a module for each language.
 */

declare module 'language:built-in/head' {
  import type { WordingLanguage } from '@vielfalt/feed/wording';
  const head: WordingLanguage;
  export default head;
}

declare module 'language:built-in/frame' {
  import type { FrameWords } from '@vielfalt/feed/wording';
  const frame: FrameWords;
  export default frame;
}

declare module 'language:built-in/card' {
  import type { CardWords } from '@vielfalt/feed/wording';
  const card: CardWords;
  export default card;
}

declare module 'language:built-in/choices' {
  import type { ChoiceWords, FilterWords } from '@vielfalt/feed/wording';
  const choices: Omit<ChoiceWords, keyof FilterWords>;
  export default choices;
}

declare module 'language:built-in/filters' {
  import type { FilterWords } from '@vielfalt/feed/wording';
  const filters: FilterWords;
  export default filters;
}

declare module 'language:built-in/details' {
  import type { DetailWords } from '@vielfalt/feed/wording';
  const details: DetailWords;
  export default details;
}

declare module 'language:built-in/hints' {
  import type { HintWords } from '@vielfalt/feed/wording';
  const hints: HintWords;
  export default hints;
}

declare module 'language:built-in/footer' {
  import type { FooterWords } from '@vielfalt/feed/wording';
  const footer: FooterWords;
  export default footer;
}

declare module 'language:built-in/around' {
  import type { AroundWords } from '@vielfalt/feed/wording';
  const around: AroundWords;
  export default around;
}

declare module 'language:built-in/reached' {
  import type { ReachedWords } from '@vielfalt/feed/wording';
  const reached: ReachedWords;
  export default reached;
}

declare module 'language:built-in/shortlist' {
  import type { ShortlistWords } from '@vielfalt/feed/wording';
  const shortlist: ShortlistWords;
  export default shortlist;
}

declare module 'language:built-in/passOn' {
  import type { PassOnWords } from '@vielfalt/feed/wording';
  const passOn: PassOnWords;
  export default passOn;
}

declare module 'language:built-in/networks' {
  import type { NetworkWords } from '@vielfalt/feed/wording';
  const networks: NetworkWords;
  export default networks;
}

declare module 'language:built-in/professionals' {
  import type { ProfessionalWords } from '@vielfalt/feed/wording';
  const professionals: ProfessionalWords;
  export default professionals;
}

declare module 'language:built-in/similar' {
  import type { SimilarWords } from '@vielfalt/feed/wording';
  const similar: SimilarWords;
  export default similar;
}

declare module 'language:map/de' {
  import type { MapTexts } from '@vielfalt/feed/wording';
  const map: MapTexts;
  export default map;
}

declare module 'language:map/all' {
  import type { MapTexts } from '@vielfalt/feed/wording';
  /** By tag, in lowercase letters; the built-in language does not have to be loaded. */
  export const loaders: Partial<Record<string, (() => Promise<{ default: MapTexts }>) | 0>>;
}

declare module 'language:all' {
  import type { Locale } from './locale.js';
  /** By tag, in lowercase letters; the built-in language does not have to be loaded. */
  export const loaders: Record<string, (() => Promise<{ default: Locale }>) | 0>;
}

declare module 'language:diagnosis/de' {
  import type { DiagnosisTexts } from '@vielfalt/feed/wording';
  const diagnosis: DiagnosisTexts;
  export default diagnosis;
}

declare module 'language:diagnosis/all' {
  import type { DiagnosisTexts } from '@vielfalt/feed/wording';
  /** By tag, in lowercase letters; the built-in language does not have to be loaded. */
  export const loaders: Partial<Record<string, (() => Promise<{ default: DiagnosisTexts }>) | 0>>;
}

declare module 'language:reports/de' {
  import type { ReportTexts } from '@vielfalt/feed/wording';
  const reports: ReportTexts;
  export default reports;
}

declare module 'language:reports/all' {
  import type { ReportTexts } from '@vielfalt/feed/wording';
  /** By tag, in lowercase letters; the built-in language does not have to be loaded. */
  export const loaders: Partial<Record<string, (() => Promise<{ default: ReportTexts }>) | 0>>;
}

declare module 'language:names' {
  /** The tag of each language, and its own name for itself. */
  const names: readonly (readonly [tag: string, name: string])[];
  export default names;
}
