export declare function seed(databaseUrl: string, date?: string): Promise<void>;
