import type { WholeScript } from '../../http/widget-versions.js';
import type { PageContext } from '../context.js';
import { attributes } from '../../text/html.js';
import { wholeAddress } from '../plain-list.js';
import { isRecord, type EmbedChoice } from './choice.js';
import type { EmbedSubject } from './subject.js';
import type { WayIn, WayNeeds } from './ways.js';

/** The lines by which a website shows what was chosen. */
export interface Snippet {
  /** Where the offers are to stand. */
  lines: string;
  /** Once, in the website's template. */
  template?: string | undefined;
  /** In the website's stylesheet, where no style may stand in the lines. */
  styles?: string | undefined;
  /** The tag as a text format of Drupal has to allow it. */
  allowed?: string | undefined;
}

/** All that lines are made of. */
export interface SnippetSource {
  choice: EmbedChoice;
  way: WayIn;
  subject: EmbedSubject;
  /** The script in one file, for lines that name it. */
  script?: WholeScript;
  context: PageContext;
}

/** What decides which ways work for a choice. */
export function needsOf(choice: EmbedChoice, { site }: PageContext): WayNeeds {
  return { system: choice.system, isRecord: isRecord(choice), baseUrl: site.baseUrl };
}

/** Attributes by name: `true` has no value, nothing leaves one out. */
export type TagValues = Record<string, string | number | boolean | undefined>;

/** A tag as text, for a page of others. */
export function openTag(name: string, values: TagValues): string {
  return `<${[name, attributes(values).toString()].filter(Boolean).join(' ')}>`;
}

/** The address of the directory's own page about the same. */
export function pageAddress({ choice, way, subject, context }: SnippetSource): string {
  const query = new URLSearchParams(subject.query);
  if (way === 'address' && choice.options.limit && !isRecord(choice)) {
    query.set('limit', choice.options.limit);
  }
  return wholeAddress(subject.path, query.toString(), context);
}
