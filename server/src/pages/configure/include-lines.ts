import { createHash } from 'node:crypto';
import { printRequest } from '@vielfalt/feed';
import { heldLock, readable } from './choice.js';
import type { SnippetSource } from './source.js';

/** The request for plain HTML: a lock, since an editor has written it. */
function includeQuery({ choice, context }: SnippetSource): string {
  const { options } = choice;
  const { directory, language } = context;
  const lang = options.language ?? language;
  const query = new URLSearchParams(printRequest({ query: {}, lock: heldLock(choice) }));
  if (options.limit) query.set('limit', options.limit);
  if (lang !== directory.language) query.set('lang', lang);
  return readable(query);
}

/** What tells addresses apart, short enough for the name of an option in WordPress. */
function keyOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 12);
}

/** Lines for a server that fetches plain HTML: in PHP for WordPress, else for nginx. */
export function includeLines(source: SnippetSource): string {
  const { system } = source.choice;
  const { baseUrl } = source.context.site;
  const query = includeQuery(source);
  const path = `list.html${query && `?${query}`}`;
  if (system !== 'wordpress') {
    return `proxy_cache_path /var/cache/nginx/vielfalt keys_zone=vielfalt:1m;

location /vielfalt/ {
  proxy_pass ${baseUrl}/;
  proxy_cache vielfalt;
  proxy_cache_use_stale error timeout updating http_500 http_503;
}

<!--# include virtual="/vielfalt/${path}" -->`;
  }
  const key = `vielfalt_${keyOf(`${baseUrl}/${path}`)}`;
  return `<?php
$list = get_transient('${key}');
if ($list === false) {
  $answer = wp_remote_get('${baseUrl}/${path}');
  $isFine = wp_remote_retrieve_response_code($answer) === 200;
  $list = $isFine ? wp_remote_retrieve_body($answer) : get_option('${key}', '');
  set_transient('${key}', $list, 10 * MINUTE_IN_SECONDS);
  if ($isFine) update_option('${key}', $list, false);
}
echo $list;`;
}
