export const FOUND_WORDPRESS: string;
export function findWordPress(): Promise<{ packages: string[]; missing?: string }>;
