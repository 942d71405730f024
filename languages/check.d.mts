import type { Languages } from './read.mjs';

export declare function paths(group: Record<string, unknown>, path?: string): string[];
export declare function checkLanguage(
  languages: Languages,
  tag: string,
  notes: Record<string, Record<string, string>>,
): { problems: string[]; missing: string[] };
