import type { Plugin } from 'rollup';
import type { Languages } from '../../languages/read.mjs';

export declare function languageModules(languages?: Languages): Plugin;
export declare function languageFiles(
  languages?: Languages,
): (chunk: { facadeModuleId: string | null }) => string | undefined;
