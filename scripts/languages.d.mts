export declare function typeModules(): Promise<Record<string, string>>;
export declare function readNotes(): Record<string, Record<string, string>>;
