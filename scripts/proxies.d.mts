export const FOUND_PROXIES: string;
export function findProxies(): Promise<{ nginx?: string; caddy?: string; missing?: string }>;
