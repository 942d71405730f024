/** One page of each kind, on the demo directory. */
export const KINDS = [
  { name: 'the directory', path: '/', status: 200 },
  { name: 'a search', path: '/?q=deutsch&free=yes&page=2', status: 200 },
  { name: 'a search that finds nothing', path: '/?q=xyzzyx&topic=language', status: 200 },
  { name: 'a search with a mistake', path: '/?topic=langauge&age=old', status: 400 },
  { name: 'an offer', path: '/offers/berufssprachkurs-c1-abends-und-hybrid', status: 200 },
  {
    name: 'an offer that has ended',
    path: '/offers/pruefungscoaching-vor-dem-deutsch-test',
    status: 410,
  },
  { name: 'all providers', path: '/providers', status: 200 },
  { name: 'a provider', path: '/providers/sprachwerkstatt-nordlicht-ggmbh', status: 200 },
  { name: 'a topic', path: '/topics/language', status: 200 },
  { name: 'a place', path: '/places/witten?page=2', status: 200 },
  { name: 'for those who help', path: '/professionals', status: 200 },
  { name: 'for those who help in a town', path: '/professionals?place=witten', status: 200 },
  { name: 'for the newly arrived', path: '/newcomers', status: 200 },
  { name: 'no page', path: '/nowhere', status: 404 },
];

/** The path in a language. */
export function inLanguage(path: string, lang: string): string {
  return lang === 'de' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}
