export function firefoxPath(): string | undefined;
export function webKitPrograms(): { driver: string; browser: string; screen: string } | undefined;
