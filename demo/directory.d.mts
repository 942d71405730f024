import type { DirectoryFile } from '@vielfalt/feed';

export declare function demoDirectory(today: string): DirectoryFile;
