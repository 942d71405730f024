import type { Plugin } from 'rollup';

export function editModules(): Plugin & {
  transform(code: string, id: string): { code: string } | null;
};
