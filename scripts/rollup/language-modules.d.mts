import type { Plugin } from 'rollup';
import type { Languages } from '../../languages/read.mjs';

export declare function languageModules(languages?: Languages): Plugin;
