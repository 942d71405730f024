export declare function fillDesk(databaseUrl: string): Promise<string | undefined>;
