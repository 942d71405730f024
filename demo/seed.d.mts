export declare function seed(databaseUrl: string): Promise<void>;
