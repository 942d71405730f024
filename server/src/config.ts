/** Where the service finds and shows things. */
export interface Config {
  port: number;
  /** The address that people reach the feed at, without a slash at its end; never taken from a request. */
  baseUrl: string | undefined;
  databaseUrl: string;
}

export class ConfigError extends Error {}

/**
 * Reads the service's settings from the environment.
 * @throws ConfigError naming the variable, its value and what would be right
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const port = environment['PORT'] ?? '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new ConfigError(`PORT is "${port}"; it must be a number from 0 to 65535, such as 8080.`);
  }
  return {
    port: Number(port),
    baseUrl: readBaseUrl(environment['BASE_URL']),
    databaseUrl: environment['DATABASE_URL'] || 'sqlite:vielfalt.sqlite',
  };
}

function readBaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new ConfigError(
      `BASE_URL is "${text}"; it must be the feed's public address, such as https://feed.example.org.`,
    );
  }
  return text.replace(/\/+$/, '');
}
