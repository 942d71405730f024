export function browserPath(): string | undefined;
export function findBrowser(): Promise<string>;
export const BROWSER_ARGS: string[];
