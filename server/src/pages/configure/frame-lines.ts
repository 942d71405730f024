import { printQuery } from '@vielfalt/feed';
import type { PageContext } from '../context.js';
import { framePath } from '../frames/path.js';
import {
  FOR_DIRECTORIES,
  isRecord,
  lookParameters,
  readable,
  type EmbedChoice,
  type Shown,
} from './choice.js';
import { openTag, type SnippetSource } from './source.js';

/** How high a frame is where nobody makes it as high as its content, in CSS pixels. */
const HEIGHTS: Record<Shown, number> = {
  directory: 800,
  list: 800,
  provider: 800,
  network: 600,
  offer: 480,
};

/** What an address below `/embed` says of a choice; `ground` is the look where it has none. */
export function frameQuery(
  choice: EmbedChoice,
  { language, directory }: PageContext,
  ground: Readonly<Record<string, string>> = {},
): string {
  const { shown, options, lock } = choice;
  const isList = !isRecord(choice);
  const lang = options.language ?? language;
  const given = (name: string, value: string | undefined): [string, string][] =>
    value === undefined ? [] : [[name, value]];
  const isDirectory = shown === 'directory';
  const parameters = new URLSearchParams([
    ...(isList ? new URLSearchParams(printQuery(lock)) : []),
    ...given('list', shown === 'list' ? 'yes' : undefined),
    ...(isDirectory ? FOR_DIRECTORIES.flatMap((name) => given(name, options[name])) : []),
    ...given('no-shortlist', isList ? options['no-shortlist'] : undefined),
    ...given('heading-level', options['heading-level']),
    ...given('limit', isList ? options.limit : undefined),
    ...lookParameters({ ...ground, ...choice.look }),
    ...given('lang', lang === directory.language ? undefined : lang),
  ]);
  return readable(parameters);
}

/** A frame, and the script that makes it as high as its content. */
export function frameLines({ choice, subject, context }: SnippetSource): string {
  const { baseUrl } = context.site;
  const query = frameQuery(choice, context);
  const frame = openTag('iframe', {
    src: `${baseUrl}${framePath(subject.path)}${query && `?${query}`}`,
    title: subject.name,
    width: '100%',
    height: HEIGHTS[choice.shown],
    frameborder: 0,
    loading: 'lazy',
    allow: 'geolocation',
  });
  const script = openTag('script', { async: true, src: `${baseUrl}/widget/v1/frame.js` });
  return `${frame}</iframe>\n${script}</script>`;
}
