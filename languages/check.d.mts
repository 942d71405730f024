import type { Languages } from './read.mjs';

export declare const FILES: readonly string[];

export declare function optionalTexts(notes: Record<string, string>): Set<string>;
export declare function paths(group: Record<string, unknown>, path?: string): string[];
export declare function checkLanguage(
  languages: Languages,
  tag: string,
  notes: Record<string, Record<string, string>>,
): { problems: string[]; missing: string[] };
