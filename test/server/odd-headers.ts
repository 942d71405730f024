import fc from 'fast-check';

export type Header = readonly [name: string, value: string];

/** What stands in `Host` headers that nobody should believe. */
export const HOSTS = [
  '',
  'x',
  'x?q=HACKED&lang=ar&z=',
  'x#',
  'x/v1/offers/offer-1',
  'x\\',
  'a b',
  '[::1',
  'x:99999',
  'user:word@x',
  '%',
  'xn--',
  'x\u00e4\u00ff',
  '//y?lang=en#',
];

/** Addresses of every kind, those where nothing is and those that are refused among them. */
export const TARGETS = [
  '/',
  '/?q=sport&lang=en',
  '/?utm_source=x',
  '/?lang=ar&topic=language',
  '/?topic=nonsense',
  '/offers/offer-1',
  '/offers/offer-1?lang=ar',
  '/offers/offer-1.ics',
  '/offers/offer-5',
  '/providers',
  '/providers/provider-1?page=1',
  '/topics/sport',
  '/topics/gymnastics',
  '/places/witten',
  '/insight',
  '/insight.csv?table=audiences',
  '/nothing?lang=en',
  '/robots.txt',
  '/sitemap.xml',
  '/opensearch.xml',
  '/v1/offers',
  '/v1/offers?q=deutsch&limit=2',
  '/v1/offers?topik=x',
  '/v1/offers.atom',
  '/v1/offers/set?within.place=witten',
  '/v1/offers/offer-1',
  '/v1/providers',
  '/v1/vocabulary',
  '/v1/openapi.json',
  '/v1/schema/offer.json',
  '/v1/nothing',
  '/widget/v1/vielfalt.js',
  '/healthz',
  '/readyz',
  '//x/v1/offers',
];

/** All that a client or a proxy may write; of it nothing has a say in what is answered. */
const header = fc.oneof(
  fc.tuple(
    fc.constantFrom('X-Forwarded-Host', 'X-Forwarded-Server', 'X-Original-Host', 'Forwarded'),
    fc.constantFrom(...HOSTS.filter(Boolean), 'host=evil.example;proto=http'),
  ),
  fc.tuple(
    fc.constantFrom('X-Forwarded-Proto', 'X-Forwarded-Prefix', 'X-Original-URL', 'X-Rewrite-URL'),
    fc.constantFrom('https', 'javascript', '/evil', '/v1/offers?lang=ar', '*'),
  ),
  fc.constantFrom<Header>(
    ['Accept', 'application/json'],
    ['Accept', '*/*'],
    ['Cookie', 'lang=ar'],
    ['Referer', 'https://evil.example/?lang=ar'],
    ['Origin', 'https://evil.example'],
    ['User-Agent', '<script>'],
    ['Range', 'bytes=0-3'],
    ['If-Modified-Since', 'Sat, 28 Nov 2037 00:00:00 GMT'],
    ['Cache-Control', 'no-cache'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['TE', 'trailers'],
    ['Upgrade-Insecure-Requests', '1'],
  ),
);
/** Of one request: a `Host`, and up to four others. */
export const headers = fc
  .tuple(fc.constantFrom(...HOSTS), fc.array(header, { maxLength: 4 }))
  .map(([host, others]): Header[] => [['Host', host], ...others]);
