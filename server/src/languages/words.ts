import { Languages, shortened } from '@vielfalt/languages/read.mjs';
import { primary } from '@vielfalt/feed';
import type {
  ChoiceWords,
  FrameWords,
  InterfaceTexts,
  Wording,
  WordingLanguage,
} from '@vielfalt/feed/wording';
import { languageName } from '@vielfalt/feed/wording';
import type { FormatTexts, InsightTexts, OwnPageTexts } from './texts.js';

/** The folder of languages, as it was when the service started. */
export const languages = new Languages();

/** What pages say in one language: what elements say too, and their own. */
export interface PageTexts extends Wording, Omit<OwnPageTexts, 'facets'> {
  facets: FrameWords['facets'] & ChoiceWords['facets'] & OwnPageTexts['facets'];
}

const known = new Map<string, PageTexts>();

/** The language of the interface nearest to a tag (RFC 4647, 3.4); nothing where nobody has written one. */
export function interfaceLanguage(tag: string): string | undefined {
  return languages.lookUp(tag);
}

/** What tells languages apart that pages or cards are made in: those of the interface, else the primary subtag. */
export function languageKey(tag: string): string {
  return interfaceLanguage(tag) ?? primary(tag);
}

/** What is said in the language nearest to a tag; English where nobody has written it. */
export function textsFor(tag: string): PageTexts {
  const language = languages.lookUp(tag) ?? 'en';
  let texts = known.get(language);
  if (!texts) known.set(language, (texts = readTexts(language)));
  return texts;
}

function readTexts(language: string): PageTexts {
  const shared = languages.texts<InterfaceTexts>(language, 'interface');
  const pages = languages.texts<OwnPageTexts>(language, 'pages');
  const facets = { ...shared.frame.facets, ...shared.choices.facets, ...pages.facets };
  return { ...aboutLanguage(language), ...shared, ...pages, facets };
}

function aboutLanguage(language: string): WordingLanguage {
  const { locale: tag = language, direction: dir = 'ltr' } = languages.head(language) ?? {};
  return { language, tag, dir };
}

/** What the page of what there is and what is missing says. */
export function insightTexts(tag: string): InsightTexts {
  return languages.texts<InsightTexts>(tag, 'insight');
}

/** What files for other programs say. */
export function formatTexts(tag: string): FormatTexts {
  return languages.texts<FormatTexts>(tag, 'formats');
}

/** What the speakers of a language call it. */
export function ownName(tag: string): string {
  const [asked = ''] = shortened(tag);
  return languages.head(asked)?.name ?? languageName(tag, tag);
}
