export const FOUND_POSTGRES: string;
export function findPostgres(): Promise<{ programs: string } | { missing: string }>;
