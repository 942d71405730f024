import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OWN = fileURLToPath(new URL('.', import.meta.url));

/** The language that all texts are written in first: it alone must have all of them. */
export const REFERENCE = 'de';
/** The language that stands in for one that nobody has written. */
const COMMON = 'en';

/** The forms of a text that go with a number (CLDR, `Intl.PluralRules`). */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Whether a value of a file holds further ones, and is not the forms of one text. */
export function isGroup(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlural(value);
}

/** Whether a value of a file is the forms of a text that go with a number. */
export function isPlural(value) {
  if (typeof value !== 'object' || value === null || !('other' in value)) return false;
  return Object.keys(value).every((key) => CATEGORIES.includes(key));
}

/** A tag and what it is shortened to, one subtag after another (RFC 4647, 3.4): `de-simple`, `de`. */
export function shortened(tag) {
  const tags = [];
  for (let rest = tag.toLowerCase(); rest; rest = rest.replace(/-?[^-]*$/, '')) tags.push(rest);
  return tags;
}

/**
 * Texts over those that they stand in for. A text counts as a whole, with all its forms; `null` is
 * a text that the language does without.
 */
function over(texts, others) {
  const merged = { ...others };
  for (const [key, value] of Object.entries(texts)) {
    if (value === null) delete merged[key];
    else merged[key] = isGroup(value) ? over(value, others[key] ?? {}) : value;
  }
  return merged;
}

/** The folder of languages: a folder for each, by its tag (BCP 47). */
export class Languages {
  /** All languages by tag, those of search alone too. */
  tags;
  /** Those that the interface speaks, as they are listed. */
  spoken;
  #folder;
  #heads = new Map();
  /** Which language further tags mean; undefined where one that they are cut to is not meant. */
  #further = new Map();
  #texts = new Map();

  /** @param {string} [folder] absent: the one that LANGUAGES_FOLDER names, else this one */
  constructor(folder = process.env.LANGUAGES_FOLDER || OWN) {
    this.#folder = resolve(folder);
    this.tags = readdirSync(this.#folder, { withFileTypes: true })
      .filter(({ name }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(name))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
    for (const tag of this.tags) {
      const head = { locale: tag, order: Infinity, ...this.json(tag, 'language') };
      // Words of its own are found by a locale of its own.
      if (head.words) head.locale += `-x-${tag}`;
      if (head.name !== undefined) this.#heads.set(tag, head);
    }
    for (const [tag, { also = [], not = [] }] of this.#heads) {
      for (const each of also) this.#further.set(each, tag);
      for (const each of not) this.#further.set(each, undefined);
    }
    const orderOf = (tag) => this.#heads.get(tag).order;
    this.spoken = [...this.#heads.keys()].sort((a, b) => orderOf(a) - orderOf(b) || 0);
  }

  /** The lines of a plain file without remarks; none where there is no such file. */
  lines(tag, file) {
    const path = join(this.#folder, tag, `${file}.txt`);
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    return lines.filter((line) => line.trim() && !line.startsWith('#'));
  }

  /** Whether a language has a plain file. */
  has(tag, file) {
    return existsSync(join(this.#folder, tag, `${file}.txt`));
  }

  /** What stands in one of a language's JSON files alone; nothing where there is no such file. */
  json(tag, file) {
    const path = join(this.#folder, tag, `${file}.json`);
    if (!existsSync(path)) return {};
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new Error(`${path} is not valid JSON: ${error.message}`, { cause: error });
    }
  }

  /** The language that the interface speaks where `tag` is asked for: the nearest one, if any. */
  lookUp(tag) {
    const known = shortened(tag).find((each) => this.#heads.has(each) || this.#further.has(each));
    return this.#further.has(known) ? this.#further.get(known) : known;
  }

  /** The tags besides its own by which a language is found, and those by which none is: `[tag, language]`. */
  get further() {
    return [...this.#further];
  }

  /** What is said of a language as a whole. */
  head(tag) {
    return this.#heads.get(tag);
  }

  /** The languages that a language's texts are looked for in, itself first. */
  sources(tag) {
    const tags = [];
    for (let next = tag; next !== undefined && !tags.includes(next);) {
      tags.push(next);
      const { fallback } = this.head(next) ?? {};
      next = fallback ?? this.lookUp(next.replace(/-?[^-]*$/, ''));
    }
    return [...new Set([...tags, ...(tags.includes(REFERENCE) ? [] : [COMMON, REFERENCE])])];
  }

  /** All texts of a file in the language that is nearest to `tag`, completed by those that it falls back to. */
  texts(tag, file) {
    const language = this.lookUp(tag) ?? COMMON;
    const key = `${language} ${file}`;
    if (!this.#texts.has(key)) {
      let texts = {};
      for (const source of this.sources(language).reverse()) {
        texts = over(this.json(source, file), texts);
      }
      this.#texts.set(key, texts);
    }
    return this.#texts.get(key);
  }
}
