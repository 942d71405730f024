import { Languages, shortened } from '@vielfalt/languages/read.mjs';
import { primary } from '@vielfalt/feed';
import type {
  ChoiceWords,
  FrameWords,
  InterfaceTexts,
  ProfessionalWords,
  ReportTexts,
  SimilarWords,
  Wording,
  WordingLanguage,
} from '@vielfalt/feed/wording';
import { bringWords, languageName } from '@vielfalt/feed/wording';
import type { ConfigureTexts, FormatTexts, InsightTexts, OwnPageTexts } from './texts.js';

/** The folder of languages, as it was when the service started. */
export const languages = new Languages();

/** The texts of pages in one language: those of the elements, and their own. */
export interface PageTexts
  extends
    Omit<Wording, 'professionals' | 'similar'>,
    Omit<OwnPageTexts, 'facets' | 'professionals' | 'similar'> {
  facets: FrameWords['facets'] & ChoiceWords['facets'] & OwnPageTexts['facets'];
  professionals: ProfessionalWords & OwnPageTexts['professionals'];
  similar: SimilarWords & OwnPageTexts['similar'];
}

const known = new Map<string, PageTexts>();

/**
 * The language of the interface nearest to a tag (RFC 4647, 3.4); undefined where there is none.
 */
export function interfaceLanguage(tag: string): string | undefined {
  return languages.lookUp(tag);
}

/**
 * The key of a language that pages or cards are made in: that of the interface, else the primary
 * subtag.
 */
export function languageKey(tag: string): string {
  return interfaceLanguage(tag) ?? primary(tag);
}

/** The texts in the language nearest to a tag; English where there is none. */
export function textsFor(tag: string): PageTexts {
  const language = languages.lookUp(tag) ?? 'en';
  let texts = known.get(language);
  if (!texts) known.set(language, (texts = readTexts(language)));
  return texts;
}

function readTexts(language: string): PageTexts {
  const shared = languages.texts<InterfaceTexts>(language, 'interface');
  const pages = languages.texts<OwnPageTexts>(language, 'pages');
  return {
    ...aboutLanguage(language),
    ...shared,
    ...pages,
    facets: { ...shared.frame.facets, ...shared.choices.facets, ...pages.facets },
    professionals: { ...shared.professionals, ...pages.professionals },
    similar: { ...shared.similar, ...pages.similar },
  };
}

function aboutLanguage(language: string): WordingLanguage {
  const { locale: tag = language, direction: dir = 'ltr', words } = languages.head(language) ?? {};
  if (words) bringWords(tag, words);
  return { language, tag, dir };
}

/** The texts of the page about what there is and what is missing. */
export function insightTexts(tag: string): InsightTexts {
  return languages.texts<InsightTexts>(tag, 'insight');
}

/** The texts of the page that writes the lines for a website. */
export function configureTexts(tag: string): ConfigureTexts {
  return languages.texts<ConfigureTexts>(tag, 'configure');
}

/** The texts of the form that reports a mistake. */
export function reportTexts(tag: string): ReportTexts {
  return languages.texts<ReportTexts>(tag, 'reports');
}

/** The texts of files for other programs. */
export function formatTexts(tag: string): FormatTexts {
  return languages.texts<FormatTexts>(tag, 'formats');
}

/** The tags by which vocabularies may name a language of the interface, its own first. */
export function tagsOf(language: string): string[] {
  return [language, ...(languages.head(language)?.also ?? [])];
}

/** A language's name among its speakers. */
export function ownName(tag: string): string {
  const [asked = ''] = shortened(tag);
  return languages.head(asked)?.name ?? languageName(tag, tag);
}
