import {
  GERMAN,
  Lexicon,
  OwnGerman,
  createChoices,
  createNearTerms,
  createUnderstanding,
  indexedUnder,
  readChoiceLines,
  readConcepts,
  withChoices,
  withOwnWords,
  type FindChoices,
  type FindNearTerms,
  type LanguageData,
} from '../meaning/index.js';
import type { OwnLexicon } from '../model/lexicon.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Sense } from '../model/wire.js';
import { termHeads } from '../terms/heads.js';
import { fold } from '../text.js';
import { kept } from './kept.js';
import { FILES, type StaticChoices, type StaticIndex, type StaticLexicon } from './layout.js';

/** What reading a question takes of a folder's files. */
interface MeaningFiles {
  /** Brings a file, once. */
  load: <File>(path: string) => Promise<File>;
  index: StaticIndex;
}

/** The meanings of a question in some languages, and the filters that its words could be. */
export interface QuestionMeanings {
  /** @param lang the language of the page that it is asked on */
  senses(q: string, lang?: string): Sense[];
  choices: FindChoices;
}

const SCRIPTS: [script: string, letters: RegExp][] = [
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Latn', /\p{Script=Latin}/u],
];

/** The scripts that a text is written in (ISO 15924), of those that search knows languages in. */
export function scriptsOf(text: string): string[] {
  return SCRIPTS.filter(([, letters]) => letters.test(text)).map(([script]) => script);
}

/**
 * The languages to read a question in: German, the page's, and those in another script than the
 * Latin one, whose letters tell them apart.
 *
 * @param isWide all languages of its scripts, for a question that has found nothing
 */
export function languagesOf(
  q: string,
  lang: string | undefined,
  { lexicons }: Pick<StaticIndex, 'lexicons'>,
  isWide: boolean,
): string[] {
  const scripts = scriptsOf(q).filter((script) => isWide || script !== 'Latn');
  return Object.entries(lexicons).flatMap(([tag, script]) =>
    tag === GERMAN || tag === lang || scripts.includes(script) ? tag : [],
  );
}

/** Reads questions as the service does; what is known of a language comes with the first that needs it. */
export class MeaningReader {
  readonly #files: MeaningFiles;
  readonly #known = new Map<string, Promise<QuestionMeanings>>();
  readonly #lexicons = new Map<string, Promise<Lexicon>>();
  readonly #near = new Map<string, Promise<FindNearTerms>>();

  constructor(files: MeaningFiles) {
    this.#files = files;
  }

  /** @param tags of languages that search knows, German among them */
  in(tags: readonly string[], isStopWord: (word: string) => boolean): Promise<QuestionMeanings> {
    const key = tags.join(' ');
    return kept(this.#known, key, () => this.#read(tags, isStopWord));
  }

  /** The search among the names of topics and places. */
  near(isStopWord: (word: string) => boolean): Promise<FindNearTerms> {
    return kept(this.#near, '', async () => {
      const steps = createNearTerms((await this.#vocabulary()).terms, isStopWord);
      for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
    });
  }

  async #read(
    tags: readonly string[],
    isStopWord: (word: string) => boolean,
  ): Promise<QuestionMeanings> {
    const { load, index } = this.#files;
    const file = (tag: string) => load<StaticLexicon>(FILES.lexicon(tag));
    const [own, named, { vocabulary, terms }, files, lexicons] = await Promise.all([
      load<OwnLexicon>(FILES.ownLexicon),
      load<StaticChoices>(FILES.choices),
      this.#vocabulary(),
      Promise.all(tags.map(async (tag) => [tag, await file(tag)] as const)),
      Promise.all(tags.filter((tag) => tag !== GERMAN).map((tag) => this.#lexicon(tag))),
    ]);
    const forms = new Map(files.map(([tag, each]) => [tag, formsOf(each)]));
    const none = {
      stopWords: new Set<string>(),
      endings: [],
      beginnings: [],
      latin: new Map<string, string>(),
    };
    const { asides, concepts } = await file(GERMAN);
    const german = {
      ...(forms.get(GERMAN) ?? none),
      tag: GERMAN,
      concepts: readConcepts(concepts),
      asides: new Set(asides.map(fold)),
    };
    const understand = createUnderstanding(
      german,
      withOwnWords(lexicons, own, (tag) => forms.get(tag) ?? none),
      { own: new OwnGerman(own, (word) => german.stopWords.has(word)) },
    );
    const choices = createChoices(
      Object.entries(named).map(([tag, { lines, stopWords, ...rest }]) => ({
        ...{ tag, ...rest },
        stopWords: new Set(stopWords),
        choices: readChoiceLines(lines),
      })),
      vocabulary,
      index.directory.language,
    );
    const names = indexedUnder(terms);
    return {
      choices,
      senses: (q, lang) => withChoices(understand(q, lang), choices(q), names, isStopWord),
    };
  }

  /** The vocabulary, and its terms in the directory's own language with all their words. */
  async #vocabulary() {
    const { load, index } = this.#files;
    const { vocabulary } = await load<{ vocabulary: Vocabulary }>(FILES.vocabulary);
    const { language } = index.directory;
    return { vocabulary, terms: termHeads(vocabulary, language, language) };
  }

  #lexicon(tag: string): Promise<Lexicon> {
    return kept(this.#lexicons, tag, async () => {
      const file = await this.#files.load<StaticLexicon>(FILES.lexicon(tag));
      return new Lexicon({ ...formsOf(file), tag, concepts: readConcepts(file.concepts) });
    });
  }
}

function formsOf({
  stopWords,
  endings,
  beginnings,
  latin,
}: StaticLexicon): Omit<LanguageData, 'tag' | 'concepts'> {
  return { stopWords: new Set(stopWords), endings, beginnings, latin: new Map(latin) };
}
